"""A story in one line, for search results and shared links."""

from __future__ import annotations

from newsroom.domain.article import Story
from newsroom.domain.document import Paragraph, plain

_LONGEST_DESCRIPTION = 200
"""Characters. X cuts there, search engines somewhat earlier."""


def describe(story: Story) -> str:
    """Describe a story in a line: its standfirst, or how its first paragraph begins."""
    if story.content.standfirst:
        return _one_line(story.content.standfirst)
    paragraphs = (b for b in story.document.blocks if isinstance(b, Paragraph))
    first = next((text for b in paragraphs if (text := _one_line(plain(b.inlines)))), "")
    return _shortened(first)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return f"{text[:_LONGEST_DESCRIPTION].rpartition(' ')[0] or text[:_LONGEST_DESCRIPTION]}…"
