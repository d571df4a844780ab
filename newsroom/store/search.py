"""Full-text search of articles, newest first.

One FTS5 index holds, of each article's distinct words, the stems (Russian and English), how they
start (their first one and two characters), and any three characters in a row within a word
(Kazakh, names, pieces of words). A word of a query is found by its stem or by its characters; one
of one or two characters as a beginning; all words of a query must be found.

An article's rowid in the index is the moment of its last change. So the index itself walks from
the newest match to the oldest, and the first rows of a search cost the same however many there
are.

Indexing 20,000 words costs 100 ms, too much for every second of typing. So a draft is saved with
`indexed` off, and until something else writes to its article, its text is matched here in Python
by the same rule.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, column, delete, select, table, update
from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.article import Story
from newsroom.domain.document import plain_text
from newsroom.domain.ids import ArticleId
from newsroom.store.models import FULL_TEXT, FULL_TEXT_FORM, ArticleRow, SearchTextRow
from newsroom.store.stemming import fold, stem_all, words

INDEX = table(FULL_TEXT, column("rowid"), column(FULL_TEXT))
"""The full-text index as a table: its rowid is `ArticleRow.found`."""

_GRAM = 3
_WALL = "0"
"""Stands between the characters of two words, so that no run of them reaches over."""

_TIE = 21
"""Bits of a rowid that tell apart what changed in the same millisecond; 42 hold the time."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """What of a story can be found: its stems, and its folded text."""

    stems: str
    parts: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a query asks for: a word and its stem; or a sign such as an emoji, stem empty."""

    text: str
    stem: str


def hash_of(article: ArticleId) -> int:
    """Give an article's number: 63 bits of a hash, the same on every laptop."""
    return int.from_bytes(hashlib.sha256(article.encode()).digest()[:8]) >> 1


def place_of(article: ArticleId, changed: datetime) -> int:
    """Give the rowid that an article changed then asks for: the later, the larger."""
    millisecond = min(max(0, int(changed.timestamp() * 1000)), (1 << 42) - 1)
    return (millisecond << _TIE) | (hash_of(article) & ((1 << _TIE) - 1))


def text_of(story: Story) -> SearchText:
    """Collect what can be found of a story; the credits are those of its pictures now."""
    content = story.content
    used = {figure.picture for figure in story.figures}
    printed = [p.record.credit for name, p in sorted(story.pictures.items()) if name in used]
    lead = content.lead.caption if content.lead else ""
    lines = (content.headline, content.standfirst, lead, content.byline, *content.tags, *printed)
    parts = fold("\n".join((*lines, plain_text(story.document))))
    return SearchText(" ".join(sorted(set(stem_all([*set(words(parts))])))), parts)


def terms(query: str) -> tuple[Term, ...]:
    """Take any text as a query. Punctuation on its own asks for nothing."""
    found: list[str] = []
    signs: list[str] = []
    for chunk in fold(query).split():
        pieces = words(chunk)
        found.extend(pieces)
        if not pieces and any(unicodedata.category(sign)[0] == "S" for sign in chunk):
            signs.append(chunk)
    stems = stem_all(found)
    return (
        *(Term(word, stem) for word, stem in zip(found, stems, strict=True)),
        *(Term(sign, "") for sign in signs),
    )


def matches(asked: Sequence[Term], text: SearchText) -> bool:
    """Whether a text has every term: the rule of `expression`, for text that is not indexed."""
    stems = set(text.stems.split())
    return all(_has(term, stems, text.parts) for term in asked)


def _has(term: Term, stems: set[str], parts: str) -> bool:
    if term.stem and len(term.text) < _GRAM:
        return any(stem.startswith(term.text) for stem in stems)
    return term.stem in stems or term.text in parts


def expression(asked: Sequence[Term]) -> str:
    """Write what the index is asked for; empty when every term is a sign, which it does not hold.

    Every term is letters and digits, so a quoted string cannot be anything but a string to FTS5.
    """
    return " AND ".join(dict.fromkeys(_either(term) for term in asked if term.stem))


def _either(term: Term) -> str:
    if len(term.text) < _GRAM:
        return f'starts : "{term.text}"'
    grams = " ".join(_grams(term.text))
    return f'(stems : "{term.stem}" OR grams : "{grams}")'


def signs(asked: Sequence[Term]) -> tuple[str, ...]:
    """Give the terms that are signs such as an emoji: they are looked for in the texts."""
    return tuple(term.text for term in asked if not term.stem)


def _grams(word: str) -> list[str]:
    return [word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1)]


def _columns(text: SearchText) -> tuple[str, str, str]:
    """Give what the index holds of a text: stems, starts, grams."""
    stems = text.stems.split()
    starts = {stem[:length] for stem in stems for length in (1, 2)}
    long = sorted({word for word in words(text.parts) if len(word) >= _GRAM})
    grams = f" {_WALL} ".join(" ".join(_grams(word)) for word in long)
    return text.stems, " ".join(sorted(starts)), grams


def put(connection: Connection, article: ArticleId, changed: datetime, text: SearchText) -> None:
    """Index the text of an article in place of what was there, as last changed then."""
    held = _held(connection, article)
    place = place_of(article, changed)
    if held is not None:
        if held.key >> _TIE == place >> _TIE and _text(held) == text:
            return
        _take_out(connection, held)
    while _taken(connection, place):
        place += 1
    add(connection, [(place, text)])
    connection.execute(update(ArticleRow).where(ArticleRow.id == article).values(found=place))


def add(connection: Connection, texts: Sequence[tuple[int, SearchText]]) -> None:
    """Take texts into the index at rowids that are free."""
    rows = [{"key": place, "stems": one.stems, "parts": one.parts} for place, one in texts]
    connection.execute(insert(SearchTextRow), rows)
    connection.exec_driver_sql(
        f"INSERT INTO {FULL_TEXT}(rowid, stems, starts, grams) VALUES (?, ?, ?, ?)",
        [(place, *_columns(one)) for place, one in texts],
    )


def remove(connection: Connection, article: ArticleId) -> None:
    """Take an article out of the index."""
    held = _held(connection, article)
    if held is not None:
        _take_out(connection, held)


_Held = Row[int, str, str]


def _take_out(connection: Connection, held: _Held) -> None:
    """Take a text out of the index, which wants to be told what it held."""
    connection.exec_driver_sql(
        f"INSERT INTO {FULL_TEXT}({FULL_TEXT}, rowid, stems, starts, grams) "
        "VALUES ('delete', ?, ?, ?, ?)",
        (held.key, *_columns(_text(held))),
    )
    connection.execute(delete(SearchTextRow).where(SearchTextRow.key == held.key))


def _held(connection: Connection, article: ArticleId) -> _Held | None:
    text = SearchTextRow
    wanted = select(text.key, text.stems, text.parts).join(ArticleRow, ArticleRow.found == text.key)
    return connection.execute(wanted.where(ArticleRow.id == article)).one_or_none()


def _text(held: _Held) -> SearchText:
    return SearchText(held.stems, held.parts)


def _taken(connection: Connection, key: int) -> bool:
    wanted = select(SearchTextRow.key).where(SearchTextRow.key == key)
    return connection.execute(wanted).first() is not None


def recreate(connection: Connection) -> None:
    """Make the index anew and empty; this also heals a damaged one."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {FULL_TEXT}")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5({FULL_TEXT_FORM})")
