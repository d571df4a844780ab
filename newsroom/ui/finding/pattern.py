"""What is sought: words or a pattern, and where a text has it.

The engine is Qt's, whose patterns give up when they would take for ever, and whose places are
those of Qt's texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from newsroom.domain.errors import Refused

_WALLS = re.compile("[\u2029\ufdd0\ufdd1\ufffc\n]")
"""What no match reaches over: the end of a line, the edge of a table, a card, a footnote's mark."""
_ALIKE = (" \u00a0\u202f", "'\u2019\u2018", '"\u201c\u201d\u201e\u00ab\u00bb', "-\u2011")
"""What is typed on a keyboard, and what typography makes of it."""
_GROUP = re.compile(r"[$\\](?:(\d{1,2})|([$\\]))")
_OPTIONS = QRegularExpression.PatternOption


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is sought and how. `regex` takes the words for a regular expression."""

    words: str = ""
    case: bool = False
    whole: bool = False
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place of a text, in Qt's counting, and the groups found there, the whole of it first."""

    start: int
    end: int
    groups: tuple[str, ...]


def compiled(wanted: Wanted) -> QRegularExpression:
    """Make the expression. Raises `Refused` where it is not a pattern."""
    words = unicodedata.normalize("NFC", wanted.words)
    source = words if wanted.regex else "".join(_typed(char) for char in words)
    if wanted.whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    options = _OPTIONS.UseUnicodePropertiesOption
    if not wanted.case:
        options |= _OPTIONS.CaseInsensitiveOption
    made = QRegularExpression(source, options)
    if not made.isValid():
        fault = made.errorString()
        raise Refused(f"Not a pattern yet: {fault}.")
    return made


def _typed(char: str) -> str:
    for alike in _ALIKE:
        if char in alike:
            return f"[{alike}]" if char == alike[0] else char
    return QRegularExpression.escape(char)


def matches(wanted: Wanted, text: str) -> list[Match]:
    """List where a text, as Qt's documents give it raw, has what is sought.

    Raises `Refused` for a pattern that is none, or that gives up on this text.
    """
    if not wanted.words:
        return []
    expression = compiled(wanted)
    return [match for start, line in _lines(text) for match in _in_line(expression, start, line)]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text at its walls; give each part and where it begins in Qt's counting."""
    start = 0
    for line in _WALLS.split(text):
        yield start, line
        start += units(line) + 1


def units(text: str) -> int:
    """Count as Qt does: a letter outside the basic plane is two."""
    return (
        len(text) + sum(1 for char in text if char > "\uffff") if not text.isascii() else len(text)
    )


def _in_line(expression: QRegularExpression, start: int, line: str) -> Iterator[Match]:
    found = expression.globalMatch(line)
    if not found.isValid():
        raise Refused("This pattern takes too long on this text. Try a simpler one.")
    while found.hasNext():
        match = found.next()
        if match.capturedLength():
            left = match.capturedStart()
            yield Match(start + left, start + left + match.capturedLength(), _groups(match))


def _groups(match: QRegularExpressionMatch) -> tuple[str, ...]:
    return tuple(match.captured(number) for number in range(match.lastCapturedIndex() + 1))


def replacement(wanted: Wanted, match: Match, template: str) -> str:
    """Write what comes in place of a match; a pattern's `$1` or `\\1` is what its group holds.

    Raises `Refused` for a group that the pattern does not have.
    """
    if not wanted.regex:
        return template
    count = compiled(wanted).captureCount()

    def fill(mark: re.Match[str]) -> str:
        if mark[2]:
            return mark[2]
        number = int(mark[1])
        if number > count:
            raise Refused(f"The pattern has no group {number}.")
        return match.groups[number] if number < len(match.groups) else ""

    return _GROUP.sub(fill, template)
