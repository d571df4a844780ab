"""The signs of a line: where text, code, links, references and switches of marks stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import Enum, auto

from newsroom.domain.document import Mark

_SIGN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<hard>\\\n|[ ]{2,}\n)"
    r"|(?P<space>\\[^\S\n])"
    r"|(?P<code>`+)"
    r"|(?P<reference>\[\^[\w.-]+\])"
    r"|(?P<address><(?:https?://|mailto:)[^\s<>]+>)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<switch>\*+|_+|~+|\^+)"
    r"|(?P<soft>[ ]?\n)"
)
_DESTINATION = re.compile(
    r"\([ \n]*+(?:<(?P<angle>(?:[^<>\\\n]|\\.){0,2000}+)>"
    r"|(?P<bare>(?:[^\s()<>\\]|\\[^\s]|\((?:[^\s()<>\\]|\\[^\s])*+\)){0,2000}+))"
    r"(?:[ \n]++(?P<title>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'))?[ \n]*+\)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")

SWITCHES = {
    ("*", 1): (Mark.ITALIC,),
    ("*", 2): (Mark.BOLD,),
    ("*", 3): (Mark.BOLD, Mark.ITALIC),
    ("_", 1): (Mark.ITALIC,),
    ("_", 2): (Mark.BOLD,),
    ("_", 3): (Mark.BOLD, Mark.ITALIC),
    ("~", 1): (Mark.SUB,),
    ("~", 2): (Mark.STRIKE,),
    ("~", 3): (Mark.STRIKE, Mark.SUB),
    ("^", 1): (Mark.SUP,),
}
WIDTHS = {Mark.BOLD: 2, Mark.ITALIC: 1, Mark.STRIKE: 2, Mark.SUB: 1, Mark.SUP: 1}


class Kind(Enum):
    TEXT = auto()
    CODE = auto()
    SPACE = auto()
    BREAK = auto()
    REFERENCE = auto()
    IMAGE = auto()
    SWITCH = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(slots=True)
class Token:
    """A sign or the text between two signs.

    `link` is set on the brackets that turned out to hold a link, and on an image; `title` is what
    follows in quotes there. `opens` and `closes` are what a switch turned out to do.
    """

    kind: Kind
    text: str
    end: int
    link: str = ""
    title: str = ""
    alt: str = ""
    may_open: bool = False
    may_close: bool = False
    opens: set[Mark] = field(default_factory=set)
    closes: set[Mark] = field(default_factory=set)


def unescape(text: str) -> str:
    """Drop the backslash before every escaped sign."""
    return _ESCAPE.sub(r"\1", text)


def tokens(source: str) -> list[Token]:
    """Divide a line into tokens; every character is in one of them."""
    return _Scan(source).run()


class _Scan:
    """One pass over a line, in time that grows with its length only."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens: list[Token] = []
        self.brackets: list[int] = []
        self.ticks: dict[int, list[int]] | None = None

    def run(self) -> list[Token]:
        at = 0
        while found := _SIGN.search(self.source, at):
            self._text(at, found.start())
            at = self._sign(found)
        self._text(at, len(self.source))
        pair_switches(self.tokens)
        return self.tokens

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self.tokens.append(Token(Kind.TEXT, self.source[start:end], end))

    def _add(self, kind: Kind, text: str, end: int) -> int:
        self.tokens.append(Token(kind, text, end))
        return end

    def _sign(self, found: re.Match[str]) -> int:
        text, end = found[0], found.end()
        match found.lastgroup:
            case "escape":
                return self._add(Kind.TEXT, text[1], end)
            case "hard":
                return self._add(Kind.BREAK, "", end)
            case "soft":
                return self._add(Kind.TEXT, " ", end)
            case "space":
                return self._add(Kind.SPACE, text[1], end)
            case "code":
                return self._code(text, end)
            case "reference":
                return self._add(Kind.REFERENCE, text[2:-1], end)
            case "address":
                return self._address(text, end)
            case "open":
                self.brackets.append(len(self.tokens))
                return self._add(Kind.OPEN, text, end)
            case "close":
                return self._close(end)
            case _:
                return self._switch(found)

    def _code(self, fence: str, end: int) -> int:
        close = self._closing_ticks(len(fence), end)
        if close < 0:
            return self._add(Kind.TEXT, fence, end)
        text = re.sub(r" ?\n", " ", self.source[end:close])
        if text.startswith(" ") and text.endswith(" ") and not text.isspace():
            text = text[1:-1]
        return self._add(Kind.CODE, text, close + len(fence))

    def _closing_ticks(self, length: int, after: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for found in _TICKS.finditer(self.source):
                self.ticks.setdefault(len(found[0]), []).append(found.start())
        starts = self.ticks.get(length, [])
        index = bisect_left(starts, after)
        return starts[index] if index < len(starts) else -1

    def _address(self, text: str, end: int) -> int:
        address = text[1:-1]
        self.tokens.append(Token(Kind.OPEN, "", end, link=address))
        self.tokens.append(Token(Kind.TEXT, address.removeprefix("mailto:"), end))
        self.tokens.append(Token(Kind.CLOSE, "", end, link=address))
        return end

    def _close(self, end: int) -> int:
        found = _DESTINATION.match(self.source, end) if self.brackets else None
        opener = self.brackets.pop() if self.brackets else -1
        link = ""
        if found:
            link = unescape(found["bare"] if found["angle"] is None else found["angle"]).strip()
        if not found or not link or opener < 0:
            return self._add(Kind.TEXT, "]", end)
        title = unescape(found["title"][1:-1]) if found["title"] else ""
        if self.tokens[opener].text == "![":
            return self._image(opener, end, found, link, title)
        if not self._holds_text(opener):
            return self._add(Kind.TEXT, "]", end)
        self.tokens[opener].link = link
        self.tokens.append(Token(Kind.CLOSE, "]", found.end(), link=link, title=title))
        # A link cannot stand in a link: the brackets around this one are text.
        self.brackets = [one for one in self.brackets if self.tokens[one].text == "!["]
        return found.end()

    def _image(self, opener: int, close: int, found: re.Match[str], link: str, title: str) -> int:
        start = self.tokens[opener].end
        alt = unescape(self.source[start : close - 1])
        source = self.source[start - 2 : found.end()]
        del self.tokens[opener:]
        self.tokens.append(Token(Kind.IMAGE, source, found.end(), link, title, alt))
        return found.end()

    def _holds_text(self, opener: int) -> bool:
        """Whether a link would hold a character to carry its address, and no image."""
        inside = self.tokens[opener + 1 :]
        if any(token.kind is Kind.IMAGE for token in inside):
            return False
        return any(
            token.kind in {Kind.TEXT, Kind.CODE} and not token.text.isspace() for token in inside
        )

    def _switch(self, found: re.Match[str]) -> int:
        text, start, end = found[0], found.start(), found.end()
        before = self.source[start - 1] if start else " "
        after = self.source[end] if end < len(self.source) else " "
        token = Token(Kind.SWITCH, text, end)
        token.may_open = not after.isspace()
        token.may_close = not before.isspace()
        if text[0] == "_":
            token.may_open &= not before.isalnum()
            token.may_close &= not after.isalnum()
        self.tokens.append(token)
        return end


def pair_switches(line: list[Token]) -> None:
    """Pair what turns a mark on with what turns it off; a switch left alone is text.

    White space that is not escaped ends a subscript or superscript that is still open, so that
    `10^3 and 10^6` stays what it is.
    """
    opened: dict[tuple[str, Mark], Token] = {}
    for token in line:
        if token.kind is Kind.SWITCH:
            _pair(token, opened)
        elif token.kind is Kind.BREAK or (
            token.kind is Kind.TEXT and any(letter.isspace() for letter in token.text)
        ):
            opened.pop(("~", Mark.SUB), None)
            opened.pop(("^", Mark.SUP), None)


def _pair(token: Token, opened: dict[tuple[str, Mark], Token]) -> None:
    sign = token.text[0]
    for mark in SWITCHES.get((sign, len(token.text)), ()):
        key = (sign, mark)
        if key in opened and token.may_close:
            opened.pop(key).opens.add(mark)
            token.closes.add(mark)
        elif token.may_open:
            opened[key] = token
