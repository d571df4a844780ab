"""The stories that are measured: the same text at every length."""

from __future__ import annotations

from newsroom.domain.article import Content

SENTENCE = "The ferry left the eastern pier at eight with forty passengers on board. "
WORDS = len(SENTENCE.split())
SIZES = (450, 2_000, 20_000)
_IN_A_PARAGRAPH = 5


def paragraphs(words: int) -> list[str]:
    """Give the paragraphs of a story of about so many words."""
    return [SENTENCE * _IN_A_PARAGRAPH for _ in range(words // (WORDS * _IN_A_PARAGRAPH))]


def content(words: int, headline: str = "Ferry returns to the western shore") -> Content:
    """Give a story of about so many words."""
    return Content(
        headline=headline,
        standfirst="Two crossings a day",
        section="news",
        language="en",
        place="Balqash",
        byline="Marat",
        body="\n\n".join(one.strip() for one in paragraphs(words)) + "\n",
    )
