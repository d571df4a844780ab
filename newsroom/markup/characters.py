"""Characters that may stand in a body."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_WHITE_LINES = re.compile(r"\s*\n\s*")


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
    text = _LINE_ENDS.sub("\n", text)
    text = _FORBIDDEN.sub("", text)
    return _SURROGATES.sub("\ufffd", text)
