"""The inline stage: the source of a line becomes flat runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.domain.document import Break, FootnoteRef, Inline, Inlines, Mark, Text
from newsroom.markup.inline_form import NONE, normal, unbroken
from newsroom.markup.inline_tokens import WIDTHS, Kind, Token, tokens

_SIGNS = re.compile(r"[\\`*_~^\[\]<\n]")
_LINE_START = re.compile(r"\n[ \t]+")


@dataclass(frozen=True, slots=True)
class Image:
    """An image met in a line: its parts, and how it was spelled."""

    alt: str
    target: str
    caption: str
    source: str


def read_line(source: str) -> Inlines:
    """Read a line; an image in it stays as it was spelled."""
    return normal(_spelled(source))


def read_unbroken(source: str) -> Inlines:
    """Read a heading, a title or a cell, where a break is a space."""
    return unbroken(_spelled(source))


def read_pieces(source: str) -> tuple[Inline | Image, ...]:
    """Read a line with the images in it; not yet in normal form."""
    text = _LINE_START.sub("\n", source.strip())
    if not _SIGNS.search(text):
        return (Text(text),)
    return tuple(_emitted(tokens(text)))


def _spelled(source: str) -> Iterator[Inline]:
    for piece in read_pieces(source):
        yield Text(piece.source) if isinstance(piece, Image) else piece


def _emitted(line: list[Token]) -> Iterator[Inline | Image]:
    marks: Counter[Mark] = Counter()
    current: frozenset[Mark] = NONE
    link = ""
    for token in line:
        match token.kind:
            case Kind.TEXT:
                yield Text(token.text, current, link)
            case Kind.CODE:
                yield Text(token.text, current | {Mark.CODE}, link)
            case Kind.SPACE:
                escaped = current & {Mark.SUB, Mark.SUP}
                yield Text(token.text if escaped else "\\" + token.text, current, link)
            case Kind.BREAK:
                yield Break()
            case Kind.REFERENCE:
                yield FootnoteRef(token.text)
            case Kind.IMAGE:
                yield Image(token.alt, token.link, token.title, token.text)
            case Kind.OPEN:
                if not token.link:
                    yield Text(token.text, current, link)
                link = token.link or link
            case Kind.CLOSE:
                link = ""
                if token.title:
                    yield Text(f" ({token.title})", current)
            case Kind.SWITCH:
                marks.subtract(token.closes)
                current = frozenset(+marks)
                if rest := _left_over(token):
                    yield Text(rest, current, link)
                marks.update(token.opens)
                current = frozenset(+marks)


def _left_over(token: Token) -> str:
    used = sum(WIDTHS[mark] for mark in (*token.opens, *token.closes))
    return token.text[0] * (len(token.text) - used)
