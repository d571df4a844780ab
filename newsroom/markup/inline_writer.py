"""The canonical spelling of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Flag, auto

from newsroom.domain.document import Break, FootnoteRef, Inline, Inlines, Mark, Text
from newsroom.markup.inline_form import NONE, grouped, normal, pieces, unbroken
from newsroom.markup.inline_tokens import WIDTHS

_FAMILIES = (
    ("*", frozenset({Mark.BOLD, Mark.ITALIC})),
    ("~", frozenset({Mark.STRIKE, Mark.SUB})),
    ("^", frozenset({Mark.SUP})),
)
_SIGNS = re.compile(r"[\\`*_~^\[\]<!]")
_BLOCK_START = re.compile(
    r"#{1,6}(?=[ \t]|$)"
    r"|>"
    r"|[-+*](?=[ \t]|$)"
    r"|-[- ]*$"
    r"|=+[ \t]*$"
    r"|:(?=[ \t]|::)"
    r"|[|:-][|:\- \t]*$"
)
_ATTRIBUTION_START = re.compile(r"--(?=[ \t]|$)")
_NUMBER_START = re.compile(r"(\d{1,9})([.)](?=[ \t]|$))")
_LABEL = re.compile(r"[^\w.-]+")
_ADDRESS = re.compile(r"(?:[^\s()<>\\\[\]\"'|`*_~^]|[_*~^'](?!$))+")


class Place(Flag):
    """Where a line stands: what else has to be escaped there."""

    PLAIN = 0
    BLOCK = auto()
    QUOTED = auto()
    LINK = auto()


def write_line(inlines: Iterable[Inline], place: Place = Place.BLOCK) -> str:
    """Spell the text of a block; a break is a backslash and a line feed."""
    return write_normal(normal(inlines), place)


def write_unbroken(inlines: Iterable[Inline], place: Place = Place.PLAIN) -> str:
    """Spell a heading, a title or a cell, in one line."""
    return write_normal(unbroken(inlines), place)


def write_normal(inlines: Inlines, place: Place) -> str:
    """Spell a line that is in its normal form."""
    rows: list[list[Inline]] = [[]]
    for one in inlines:
        if isinstance(one, Break):
            rows.append([])
        else:
            rows[-1].append(one)
    return "\\\n".join(_start(_row(row, place), place) for row in rows)


def label(text: str) -> str:
    """Give the label of a footnote in the letters that a label can have."""
    return _LABEL.sub("-", text) or "-"


def _start(row: str, place: Place) -> str:
    """Escape what would begin another block."""
    if Place.BLOCK not in place:
        return row
    if _BLOCK_START.match(row) or (Place.QUOTED in place and _ATTRIBUTION_START.match(row)):
        return "\\" + row
    return _NUMBER_START.sub(r"\1\\\2", row, count=1) if _NUMBER_START.match(row) else row


def _row(row: Sequence[Inline], place: Place) -> str:
    parts = list(pieces(row))
    result = []
    for index, part in enumerate(parts):
        if isinstance(part, FootnoteRef):
            result.append(f"[^{label(part.label)}]")
        else:
            result.append(_runs(part, place, index + 1 == len(parts)))
    return "".join(result)


def _runs(runs: list[Text], place: Place, at_end: bool) -> str:
    result = []
    marks: frozenset[Mark] = NONE
    groups = grouped(runs)
    for index, group in enumerate(groups):
        result.append(_switch(marks, group.outer))
        marks = group.outer
        last = at_end and index + 1 == len(groups)
        if group.link:
            text = _inside(group.runs, marks, place | Place.LINK)
            result.append(f"[{text}]({address(group.link)})")
        else:
            result.append(_text(group.runs[0], place, last))
    result.append(_switch(marks, NONE))
    return "".join(result)


def _inside(runs: tuple[Text, ...], outer: frozenset[Mark], place: Place) -> str:
    result = []
    marks = outer
    for run in runs:
        wanted = run.marks - {Mark.CODE}
        result.append(_switch(marks, wanted))
        result.append(_text(run, place, last=False))
        marks = wanted
    result.append(_switch(marks, outer))
    return "".join(result)


def _switch(before: frozenset[Mark], after: frozenset[Mark]) -> str:
    """Spell the change of marks: what only ends comes first, innermost first."""
    ends, starts = [], []
    for sign, family in _FAMILIES:
        changed = (before ^ after) & family
        spelled = sign * sum(WIDTHS[mark] for mark in changed)
        if changed & after:
            starts.append(spelled)
        else:
            ends.append(spelled)
    return "".join([*reversed(ends), *starts])


def _text(run: Text, place: Place, last: bool) -> str:
    if Mark.CODE in run.marks:
        return _code(run.text)
    text = run.text
    if _SIGNS.search(text):
        text = _SIGNS.sub(lambda found: _escaped(found, place, last), text)
    if run.marks & {Mark.SUB, Mark.SUP}:
        text = re.sub(r"(\s)", r"\\\1", text)
    return text


def _escaped(found: re.Match[str], place: Place, last: bool) -> str:
    sign, text, at = found[0], found.string, found.start()
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    match sign:
        case "*" | "~" | "^":
            needed = not (before.isspace() and after.isspace())
        case "_":
            needed = not (before.isalnum() and after.isalnum())
        case "]":
            needed = Place.LINK in place
        case "<":
            needed = not after or after.isalpha() or after in "/!?"
        case "!":
            needed = not after and not last
        case _:
            needed = True
    return "\\" + sign if needed else sign


def _code(text: str) -> str:
    lengths = {len(run) for run in re.findall(r"`+", text)}
    fence = "`" * next(size for size in range(1, len(lengths) + 2) if size not in lengths)
    spaced = text.startswith(" ") and text.endswith(" ") and not text.isspace()
    if spaced or text.startswith("`") or text.endswith("`"):
        text = f" {text} "
    return f"{fence}{text}{fence}"


def address(url: str) -> str:
    """Spell the address of a link or a picture."""
    if _ADDRESS.fullmatch(url):
        return url
    return "<" + re.sub(r"([\\<>`\[\]])", r"\\\1", url) + ">"


def quoted(text: str) -> str:
    """Spell a caption between quotation marks."""
    return '"' + re.sub(r'([\\"])', r"\\\1", text) + '"'


def bracketed(text: str) -> str:
    """Spell an alternative text between brackets."""
    return re.sub(r"([\\`<\[\]])", r"\\\1", text)
