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
from newsroom.markup.paste.lists import DeepLists, LevelItem, as_items, as_lists

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
        if not isinstance(part, QuoteLine) and said:
            result.append(Quote(tuple(said)))
            said = []
        if isinstance(part, DeepLists) or (hung and isinstance(part, ListBlock)):
            items.extend(_hung(part, result, items))
            hung = True
            continue
        if not isinstance(part, LevelItem) and items:
            result.extend(_with_openings(items))
            items = []
            hung = False
        if isinstance(part, LevelItem):
            items.append(part)
        elif isinstance(part, QuoteLine):
            said.append(part.inlines)
        elif part is not None:
            result.append(part)
    return result


def _hung(
    part: DeepLists | ListBlock, result: list[Gathered], items: Sequence[LevelItem]
) -> Iterator[LevelItem]:
    """Spell lists as items, so that deep ones find what they belong to: the list before them."""
    if isinstance(part, ListBlock):
        yield from as_items(part, 1)
        return
    if not items and result and isinstance(before := result[-1], ListBlock):
        del result[-1]
        yield from as_items(before, 1)
    for block in part.lists:
        yield from as_items(block, part.depth + 1)


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
