"""What a pasted text is gathered as, before lists, quotations and headings have their form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.domain.document import (
    Block,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Mark,
    Opaque,
    Paragraph,
    Quote,
    Rule,
    Text,
    lines,
)
from newsroom.markup.inline_form import joined, unbroken
from newsroom.markup.paste_lists import DeepLists, LevelItem, as_lists, continued, hung_below

_LEAST, _MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Code:
    """A text whose every space and line end counts."""

    text: str


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A paragraph that looks like a quotation; neighbours are one quotation."""

    inlines: Inlines


Part = Block | LevelItem | DeepLists | Code | QuoteLine
Gathered = Block | Code


def gathered(parts: Iterable[Part]) -> list[Gathered]:
    """Make lists of neighbouring items and quotations of neighbouring lines."""
    result: list[Gathered] = []
    items: list[LevelItem] = []
    said: list[Inlines] = []
    hung = False
    for part in [*parts, None]:
        if not isinstance(part, LevelItem) and items:
            result.extend(_with_openings(items))
            items = []
        if not isinstance(part, QuoteLine) and said:
            result.append(Quote(tuple(said)))
            said = []
        if isinstance(part, LevelItem):
            items.append(part)
        elif isinstance(part, QuoteLine):
            said.append(part.inlines)
        elif isinstance(part, DeepLists | ListBlock):
            hung = _append_list(result, part, hung=hung)
            continue
        elif part is not None:
            result.append(part)
        hung = False
    return result


def _append_list(result: list[Gathered], part: DeepLists | ListBlock, *, hung: bool) -> bool:
    """Add lists; deep ones belong to the list before, which goes on after them.

    `hung` says whether the last list holds such deep ones at its end; gives whether it does then.
    """
    last = result[-1] if result else None
    if isinstance(part, DeepLists) and isinstance(last, ListBlock):
        result[-1] = hung_below(last, part)
        return True
    if isinstance(part, DeepLists):
        result.extend(part.lists)
        return False
    whole = continued(last, part) if hung and isinstance(last, ListBlock) else None
    result[len(result) - (whole is not None) :] = [whole or part]
    return False


def _with_openings(items: Sequence[LevelItem]) -> Iterator[Block]:
    """Give what goes on no item as paragraphs, then the lists."""
    at = 0
    while at < len(items) and items[at].goes_on:
        yield Paragraph(items[at].inlines)
        at += 1
    yield from as_lists(items[at:])


def flat(parts: Iterable[Gathered]) -> tuple[list[Inlines], list[Figure]]:
    """Give the lines of a text that has to stand in one line, and the pictures it holds."""
    found: list[Inlines] = []
    pictures: list[Figure] = []
    for part in parts:
        if isinstance(part, Figure):
            pictures.append(part)
        elif isinstance(part, Code):
            found.extend((Text(line),) for line in part.text.splitlines() if line.strip())
        else:
            found.extend(line for line in lines((part,)) if line)
    return found, pictures


def one_line(parts: Iterable[Gathered]) -> tuple[Inlines, list[Figure]]:
    """Give a text as one line without breaks, and the pictures it holds."""
    found, pictures = flat(parts)
    return unbroken(joined(found)), pictures


def without_bold(inlines: Iterable[Inline]) -> Inlines:
    """Drop the bold of a heading, which is its look."""
    return unbroken(
        Text(one.text, one.marks - {Mark.BOLD}, one.link) if isinstance(one, Text) else one
        for one in inlines
    )


def is_bold(inlines: Inlines) -> bool:
    """Whether every run of a line is bold."""
    return all(Mark.BOLD in one.marks for one in inlines if isinstance(one, Text))


def finished(parts: Sequence[Gathered], notes: Sequence[Footnote]) -> tuple[Block, ...]:
    """Give blocks: headings on the levels that a body has, notes at the end without their rule."""
    levels = _levels({part.level for part in parts if isinstance(part, Heading)})
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Heading):
            blocks.append(Heading(levels[part.level], part.inlines))
        else:
            blocks.append(_fenced(part.text) if isinstance(part, Code) else part)
    while notes and blocks and isinstance(blocks[-1], Rule):
        del blocks[-1]
    return (*blocks, *notes)


def _levels(used: set[int]) -> dict[int, int]:
    """Map the levels in use to those of a body: as they are where that keeps their order."""
    given = sorted(used)
    if len(given) > _MOST - _LEAST + 1:
        return {level: min(_LEAST + rank, _MOST) for rank, level in enumerate(given)}
    result: dict[int, int] = {}
    last = _LEAST - 1
    for rank, level in enumerate(given):
        last = max(min(max(level, _LEAST), _MOST - (len(given) - 1 - rank)), last + 1)
        result[level] = last
    return result


def _fenced(text: str) -> Opaque:
    fence = "```"
    while fence in text:
        fence += "`"
    return Opaque(f"{fence}\n{text}\n{fence}")
