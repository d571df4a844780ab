"""What kind a line is, and making it another: the toolbar's first box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.ui.body.blocks import (
    box_of,
    insert_after,
    insert_before,
    is_empty,
    line_in,
    one_step,
    remove_block,
    selected_blocks,
    set_line,
    standing_still,
)
from newsroom.ui.body.line import PLAIN, Box, Line, Role

Serial = Callable[[], int]
"""Gives a number never given before in the same text."""


class BlockKind(StrEnum):
    """The kinds of line a person may choose."""

    PARAGRAPH = "paragraph"
    H2 = "h2"
    H3 = "h3"
    H4 = "h4"
    QUOTE = "quote"
    PULL = "pull"
    FACTS = "facts"
    BULLETS = "bullets"
    NUMBERS = "numbers"


_LEVELS = {BlockKind.H2: 2, BlockKind.H3: 3, BlockKind.H4: 4}
_BOXES = {BlockKind.QUOTE: Box.QUOTE, BlockKind.PULL: Box.PULL, BlockKind.FACTS: Box.FACTS}
_LISTS = frozenset({BlockKind.BULLETS, BlockKind.NUMBERS})
_SAYING = frozenset({Box.QUOTE, Box.PULL})


def kind_of(line: Line) -> BlockKind | None:
    """Name the kind of a line; None for cards, footnotes and the cells of tables."""
    match line:
        case Line(role=Role.CARD | Role.FOOTNOTE | Role.CELL | Role.HEAD):
            return None
        case Line(role=Role.ITEM, ordered=ordered):
            return BlockKind.NUMBERS if ordered else BlockKind.BULLETS
        case Line(box=Box.QUOTE | Box.PULL | Box.FACTS as box):
            return BlockKind(box.value)
        case Line(role=Role.HEADING, level=level):
            return BlockKind(f"h{level}")
        case _:
            return BlockKind.PARAGRAPH


def set_kind(cursor: QTextCursor, kind: BlockKind, serial: Serial) -> None:
    """Make the lines of the selection another kind; a kind they all have is taken away."""
    blocks = [block for block in selected_blocks(cursor) if kind_of(line_in(block)) is not None]
    if not blocks:
        return
    lines = [line_in(block) for block in blocks]
    with one_step(cursor):
        if kind is BlockKind.FACTS and all(line.box is Box.FACTS for line in lines):
            unbox(blocks)
        elif all(kind_of(line) is kind for line in lines):
            _apply(cursor, blocks, BlockKind.PARAGRAPH, serial)
        else:
            _apply(cursor, blocks, kind, serial)


def _apply(
    cursor: QTextCursor, blocks: Sequence[QTextBlock], kind: BlockKind, serial: Serial
) -> None:
    if kind in _LISTS:
        _make_list(blocks, kind is BlockKind.NUMBERS, serial)
        return
    lines = [line_in(block) for block in blocks]
    if kind is BlockKind.PARAGRAPH and all(_is_fact_item(line) for line in lines):
        for block in blocks:
            set_line(block, Line(box=Box.FACTS, box_serial=line_in(block).box_serial))
        return
    box = _BOXES.get(kind, Box.NONE)
    if box in _SAYING and all(line.box in _SAYING for line in lines):
        _rename_boxes(blocks, box)
        return
    left = [block for block in blocks if _stays(block)]
    places = [QTextCursor(block) for block in left]
    unbox(blocks)
    _box([place.block() for place in places], kind, cursor, serial)


def _is_fact_item(line: Line) -> bool:
    return line.box is Box.FACTS and line.role is Role.ITEM


def _stays(block: QTextBlock) -> bool:
    """Whether a block outlives its box: an empty line for a title or a name does not."""
    return not (line_in(block).role in {Role.ATTRIBUTION, Role.TITLE} and is_empty(block))


def _rename_boxes(blocks: Sequence[QTextBlock], box: Box) -> None:
    for block in blocks:
        for inside in box_of(block):
            set_line(inside, replace(line_in(inside), box=box))


def unbox(blocks: Sequence[QTextBlock]) -> None:
    """Let the lines of every box that is touched stand by themselves."""
    inside = {one.position(): QTextCursor(one) for block in blocks for one in box_of(block)}
    for place in inside.values():
        block = place.block()
        line = line_in(block)
        if line.box is Box.NONE:
            continue
        if not _stays(block):
            remove_block(block)
        elif line.role is Role.ITEM:
            set_line(block, replace(line, box=Box.NONE, box_serial=0))
        else:
            set_line(block, PLAIN)


def _box(
    blocks: Sequence[QTextBlock], kind: BlockKind, cursor: QTextCursor, serial: Serial
) -> None:
    if not blocks:
        return
    match kind:
        case BlockKind.QUOTE:
            _say(blocks, Line(box=Box.QUOTE, box_serial=serial()), cursor)
        case BlockKind.PULL:
            for block in blocks:
                _say([block], Line(box=Box.PULL, box_serial=serial()), cursor)
        case BlockKind.FACTS:
            _make_facts(blocks, Line(box=Box.FACTS, box_serial=serial()))
        case _:
            line = Line(Role.HEADING, _LEVELS[kind]) if kind in _LEVELS else PLAIN
            for block in blocks:
                set_line(block, line)


def _say(blocks: Sequence[QTextBlock], line: Line, cursor: QTextCursor) -> None:
    """Quote some lines and add the line for who said it; the caret stays where it is."""
    for block in blocks:
        set_line(block, line)
    with standing_still(cursor):
        insert_after(blocks[-1], replace(line, role=Role.ATTRIBUTION))


def _make_facts(blocks: Sequence[QTextBlock], inside: Line) -> None:
    for block in blocks:
        line = line_in(block)
        boxed = replace(line, box=inside.box, box_serial=inside.box_serial)
        set_line(block, boxed if line.role is Role.ITEM else inside)
    insert_before(blocks[0], replace(inside, role=Role.TITLE))


def _make_list(blocks: Sequence[QTextBlock], ordered: bool, serial: Serial) -> None:
    """Make items, as further ones of the list above where there is one of the same sort."""
    blocks = [block for block in blocks if line_in(block).role is not Role.TITLE]
    unbox([block for block in blocks if line_in(block).box in _SAYING])
    above = line_in(blocks[0].previous()) if blocks else PLAIN
    joined = above.role is Role.ITEM and above.ordered is ordered
    number, start = (above.list_serial, above.start) if joined else (serial(), 1)
    for block in blocks:
        line = line_in(block)
        level = line.level if line.role is Role.ITEM else above.level if joined else 0
        item = Line(Role.ITEM, level, line.box, line.box_serial, ordered, start, number)
        set_line(block, item)
