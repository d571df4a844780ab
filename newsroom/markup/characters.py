"""Characters that may stand in a body."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_WHITE_LINES = re.compile(r"\s*\n\s*")
_PIECE = 200_000
"""Characters that are looked at in one go: no other thread of Python moves in the meantime."""


def clean_source(source: str) -> str:
    """Clean a text of several lines, and empty the blank ones."""
    return _BLANK_LINES.sub("", clean_text(source))


def clean_line(text: str) -> str:
    """Clean a text that has to stand in one line."""
    if text.isprintable():
        return text
    return _WHITE_LINES.sub(" ", clean_text(text)).replace("\t", " ")


def clean_text(text: str) -> str:
    """Make every line end a line feed and drop control characters.

    A lone surrogate cannot be written to any file and becomes the replacement character.
    """
    text = text.replace("\r\n", "\n")
    return "".join([_clean(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)])


def _clean(piece: str) -> str:
    if piece.replace("\n", "").isprintable():
        return piece
    piece = _LINE_ENDS.sub("\n", piece)
    piece = _FORBIDDEN.sub("", piece)
    return _SURROGATES.sub("\ufffd", piece)
