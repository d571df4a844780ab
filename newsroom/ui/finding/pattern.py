"""What is sought: words or a pattern, and where a text has it.

The engine of patterns is Qt's: it gives up where one would take for ever, which Python's does not.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from newsroom.domain.errors import Refused
from newsroom.ui.body.card_words import CardPart

_WALLS = re.compile("[\u2029\ufdd0\ufdd1\ufffc\n]")
"""What no match reaches over: the end of a line, the edge of a table, a card, a footnote's mark."""
_ALIKE = (" \u00a0\u202f", "'\u2019\u2018", '"\u201c\u201d\u201e\u00ab\u00bb', "-\u2011")
"""What is typed on a keyboard, and what typography makes of it."""
_GROUP = re.compile(r"[$\\](?:(\d{1,2})|([$\\]))")
_WHOLE = r"(?<!\w)(?:{})(?!\w)"
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
    """A place of a text, in Qt's counting; a pattern's match knows its groups too.

    For a match in the words of a card the place is that of the card, and `part` tells where in it.
    """

    start: int
    end: int
    part: CardPart | None = None
    found: QRegularExpressionMatch | None = field(default=None, compare=False, repr=False)

    def group(self, number: int) -> str:
        """Give what a group of the pattern holds, the whole match for 0."""
        return self.found.captured(number) if self.found else ""


def matches(wanted: Wanted, text: str) -> list[Match]:
    """List where a text, as Qt's documents give it raw, has what is sought.

    Raises `Refused` for a pattern that is none, or that gives up on this text.
    """
    if not wanted.words:
        return []
    return _of_pattern(wanted, text) if wanted.regex else _of_words(wanted, text)


def _of_words(wanted: Wanted, text: str) -> list[Match]:
    """Look for plain words: no match can take long, so Python's engine, the quicker one, does."""
    source = "".join(_typed(char) for char in unicodedata.normalize("NFC", wanted.words))
    if wanted.whole:
        source = _WHOLE.format(source)
    expression = re.compile(source, re.NOFLAG if wanted.case else re.IGNORECASE)
    places = [found.span() for found in expression.finditer(text)]
    if units(text) == len(text):
        return [Match(start, end) for start, end in places]
    wide = [at for at, char in enumerate(text) if char > "\uffff"]
    return [
        Match(start + bisect_left(wide, start), end + bisect_left(wide, end))
        for start, end in places
    ]


def _typed(char: str) -> str:
    for alike in _ALIKE:
        if char == alike[0]:
            return f"[{alike}]"
    return re.escape(char)


def compiled(wanted: Wanted) -> QRegularExpression:
    """Make the expression of a pattern. Raises `Refused` where it is none."""
    source = unicodedata.normalize("NFC", wanted.words)
    if wanted.whole:
        source = _WHOLE.format(source)
    options = _OPTIONS.UseUnicodePropertiesOption
    if not wanted.case:
        options |= _OPTIONS.CaseInsensitiveOption
    made = QRegularExpression(source, options)
    if not made.isValid():
        raise Refused(f"Not a pattern yet: {made.errorString()}.")
    return made


def _of_pattern(wanted: Wanted, text: str) -> list[Match]:
    expression = compiled(wanted)
    found: list[Match] = []
    start = 0
    for line in _WALLS.split(text):
        found += _in_line(expression, start, line)
        start += units(line) + 1
    return found


def units(text: str) -> int:
    """Count as Qt does: a letter outside the basic plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def spliced(text: str, changes: Sequence[tuple[Match, str]]) -> str:
    """Give a text with other words in the place of matches, which come in the order of the text."""
    raw = text.encode("utf-16-le", "surrogatepass")
    parts, done = [], 0
    for match, words in changes:
        parts += [raw[done : 2 * match.start], words.encode("utf-16-le", "surrogatepass")]
        done = 2 * match.end
    return b"".join((*parts, raw[done:])).decode("utf-16-le", "surrogatepass")


def _in_line(expression: QRegularExpression, start: int, line: str) -> Iterator[Match]:
    found = expression.globalMatch(line)
    if not found.isValid():
        raise Refused("This pattern takes too long on this text. Try a simpler one.")
    while found.hasNext():
        match = found.next()
        if match.capturedLength():
            yield Match(start + match.capturedStart(), start + match.capturedEnd(), found=match)


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
        return match.group(number)

    return _GROUP.sub(fill, template)
