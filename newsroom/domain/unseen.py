"""Signs in a text that nobody sees, and what a text is on one line."""

from __future__ import annotations

import re

_IDLE = re.compile("\u00ad|\u200b(?=[\\s\u200b]|$)|(?:(?<=\\s)|^)\u200b")
"""Soft hyphens, which no reader sees, and empty signs by which programs keep a line open."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffc]")
_WHITE = re.compile(r"\s+")
_HARD = frozenset({"\u00a0", "\u202f", "\u2007"})


def without_idle(text: str) -> str:
    """Take out the signs that only say where a line may end."""
    return text if text.isascii() else _IDLE.sub("", text)


def on_one_line(text: str) -> str:
    """Put a text on one line: a space for any white space, where a hard one stands alone it stays.

    Control characters and other signs without a look are dropped.
    """
    return _WHITE.sub(_space, without_idle(_CONTROLS.sub("", text))).strip()


def _space(found: re.Match[str]) -> str:
    return found[0] if found[0] in _HARD else " "
