"""Full-text search of articles, newest first.

Two FTS5 indexes read one table of text: stems (Russian and English words by their stem) and parts
(any three characters in a row: Kazakh, names, pieces of words). A word of a query is found by
either; all words must be found. Words of one or two characters are found as beginnings.

Indexing 20,000 words costs 100 ms, too much for every second of typing. So a draft is saved with
`indexed` off, and until something else writes to its article, its text is matched here in Python
by the same rule.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, column, delete, func, select, table, true, union
from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.article import Story
from newsroom.domain.document import plain_text
from newsroom.domain.ids import ArticleId
from newsroom.store.models import FULL_TEXT, ArticleRow, SearchTextRow
from newsroom.store.stemming import fold, stem_all, words

_STEMS = table("search_stems", column("rowid"), column("search_stems"))
_PARTS = table("search_parts", column("rowid"), column("search_parts"))
_TRIGRAM = 3


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


def key_of(article: ArticleId) -> int:
    """Give an article's number in the indexes: 63 bits of a hash, the same on every laptop."""
    return int.from_bytes(hashlib.sha256(article.encode()).digest()[:8]) >> 1


def text_of(story: Story) -> SearchText:
    """Collect what can be found of a story; the credits are those of its pictures now."""
    content = story.content
    used = {figure.picture for figure in story.figures}
    printed = [p.record.credit for name, p in sorted(story.pictures.items()) if name in used]
    lead = content.lead.caption if content.lead else ""
    lines = (content.headline, content.standfirst, lead, content.byline, *content.tags, *printed)
    parts = fold("\n".join((*lines, plain_text(story.document))))
    return SearchText(" ".join(stem_all(words(parts))), parts)


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
    """Whether a text has every term: the rule of `condition`, for text that is not indexed."""
    stems = set(text.stems.split())
    return all(_has(term, stems, text.parts) for term in asked)


def _has(term: Term, stems: set[str], parts: str) -> bool:
    if term.stem and len(term.text) < _TRIGRAM:
        return any(stem.startswith(term.text) for stem in stems)
    return term.stem in stems or term.text in parts


def condition(asked: Sequence[Term]) -> ColumnElement[bool]:
    """Give the condition on `articles` that keeps those whose indexed text has every term."""
    found: ColumnElement[bool] = true()
    for term in asked:
        found &= _found(term)
    return found


def _found(term: Term) -> ColumnElement[bool]:
    # Every term is letters and digits, so a quoted string cannot be anything but a string to FTS5.
    if not term.stem:
        held = select(SearchTextRow.key).where(func.instr(SearchTextRow.parts, term.text) > 0)
        return ArticleRow.key.in_(held)
    by_stem = select(_STEMS.c.rowid)
    if len(term.text) < _TRIGRAM:
        beginning = by_stem.where(_STEMS.c.search_stems.op("MATCH")(f'"{term.text}"*'))
        return ArticleRow.key.in_(beginning)
    stem = by_stem.where(_STEMS.c.search_stems.op("MATCH")(f'"{term.stem}"'))
    part = select(_PARTS.c.rowid).where(_PARTS.c.search_parts.op("MATCH")(f'"{term.text}"'))
    return ArticleRow.key.in_(union(stem, part))


def put(connection: Connection, key: int, text: SearchText) -> None:
    """Index the text of an article in place of what was there."""
    if _indexed(connection, key) == text:
        return
    remove(connection, key)
    row = {"key": key, "stems": text.stems, "parts": text.parts}
    connection.execute(insert(SearchTextRow), row)
    for name, (source, _) in FULL_TEXT.items():
        connection.exec_driver_sql(
            f"INSERT INTO {name}(rowid, {source}) VALUES (?, ?)", (key, row[source])
        )


def remove(connection: Connection, key: int) -> None:
    """Take an article out of the indexes, which want to be told what they held."""
    held = _indexed(connection, key)
    if held is None:
        return
    for name, (source, _) in FULL_TEXT.items():
        connection.exec_driver_sql(
            f"INSERT INTO {name}({name}, rowid, {source}) VALUES ('delete', ?, ?)",
            (key, getattr(held, source)),
        )
    connection.execute(delete(SearchTextRow).where(SearchTextRow.key == key))


def _indexed(connection: Connection, key: int) -> SearchText | None:
    row = connection.execute(
        select(SearchTextRow.stems, SearchTextRow.parts).where(SearchTextRow.key == key)
    ).one_or_none()
    return SearchText(row.stems, row.parts) if row else None


def recreate(connection: Connection) -> None:
    """Make both indexes anew and empty; this also heals a damaged one."""
    for name, (source, tokenizer) in FULL_TEXT.items():
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5("
            f"{source}, content='search_texts', content_rowid='key', tokenize='{tokenizer}')"
        )
