"""Footnotes that meet others of the same label when they are put into a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from newsroom.domain.document import (
    Block,
    FactBox,
    Footnote,
    FootnoteRef,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    PullQuote,
    Quote,
    Table,
)

Change = Callable[[Inlines], Inlines]


def relabelled(blocks: Iterable[Block], taken: set[str]) -> list[Block]:
    """Give footnotes whose label is taken the lowest free number, and their references with them.

    A reference whose note does not come along keeps its label: the story may have the note.
    """
    found = list(blocks)
    new: dict[str, str] = {}
    for block in found:
        if isinstance(block, Footnote) and block.label not in new:
            label = block.label
            if label in taken:
                used = taken | set(new.values())
                label = next(str(one) for one in range(1, len(used) + 2) if str(one) not in used)
            new[block.label] = label
    if all(old == label for old, label in new.items()):
        return found
    return [_renamed(block, new) for block in found]


def _renamed(block: Block, new: Mapping[str, str]) -> Block:
    def change(inlines: Inlines) -> Inlines:
        return tuple(
            FootnoteRef(new.get(one.label, one.label)) if isinstance(one, FootnoteRef) else one
            for one in inlines
        )

    if isinstance(block, Footnote):
        return Footnote(new[block.label], change(block.inlines))
    return _changed(block, change)


def _changed(block: Block, change: Change) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, inlines=change(block.inlines))
        case ListBlock():
            return _changed_list(block, change)
        case Quote(paragraphs, attribution):
            return Quote(tuple(map(change, paragraphs)), change(attribution))
        case PullQuote(inlines, attribution):
            return PullQuote(change(inlines), change(attribution))
        case FactBox(title, inner):
            return FactBox(change(title), tuple(_changed_aside(one, change) for one in inner))
        case Table(header, rows, alignments):
            filled = tuple(tuple(map(change, row)) for row in rows)
            return Table(tuple(map(change, header)), filled, alignments)
        case _:
            return block


def _changed_list(block: ListBlock, change: Change) -> ListBlock:
    items = tuple(
        replace(
            item,
            inlines=change(item.inlines),
            sublists=tuple(_changed_list(one, change) for one in item.sublists),
        )
        for item in block.items
    )
    return replace(block, items=items)


def _changed_aside(block: Paragraph | ListBlock, change: Change) -> Paragraph | ListBlock:
    if isinstance(block, ListBlock):
        return _changed_list(block, change)
    return Paragraph(change(block.inlines))
