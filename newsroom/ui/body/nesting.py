"""Moving the items of a list in and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.ui.body.blocks import line_in, one_step, selected_blocks, set_line
from newsroom.ui.body.kinds import Serial
from newsroom.ui.body.line import PLAIN, Line, Role

DEEPEST = 5


def indent(cursor: QTextCursor, serial: Serial) -> bool:
    """Nest the items of the selection under the one above; False where there is none."""
    family = _family(selected_blocks(cursor))
    if not family:
        return False
    line, above = line_in(family[0]), line_in(family[0].previous())
    nests = above.role is Role.ITEM and above.box_serial == line.box_serial
    if not nests or above.level < line.level or line.level >= DEEPEST:
        return False
    with one_step(cursor):
        for block in family:
            own = line_in(block)
            deeper = replace(own, level=own.level + 1)
            if own.level == line.level:
                deeper = _joined(block, deeper, serial)
            set_line(block, deeper)
    return True


def outdent(cursor: QTextCursor) -> bool:
    """Move the items of the selection one depth out; from the first depth, out of the list."""
    family = _family(selected_blocks(cursor))
    if not family:
        return False
    top = line_in(family[0]).level
    with one_step(cursor):
        for block in family:
            own = line_in(block)
            set_line(block, _further_out(block, own, own.level == top))
    return True


def _further_out(block: QTextBlock, line: Line, leads: bool) -> Line:
    if line.level == 0:
        return replace(PLAIN, box=line.box, box_serial=line.box_serial)
    out = replace(line, level=line.level - 1)
    around = _sibling(block.previous(), out.level) if leads else None
    if around is None:
        return out
    return replace(out, ordered=around.ordered, start=around.start, list_serial=around.list_serial)


def _joined(block: QTextBlock, line: Line, serial: Serial) -> Line:
    """Make an item a further one of the list above it at its depth, or the first of a new one."""
    sibling = _sibling(block.previous(), line.level)
    if sibling is None:
        return replace(line, list_serial=serial(), start=1)
    return replace(
        line, ordered=sibling.ordered, start=sibling.start, list_serial=sibling.list_serial
    )


def _sibling(block: QTextBlock, level: int) -> Line | None:
    while block.isValid() and (line := line_in(block)).role is Role.ITEM:
        if line.level == level:
            return line
        if line.level < level:
            return None
        block = block.previous()
    return None


def _family(blocks: Sequence[QTextBlock]) -> list[QTextBlock]:
    """List the items among some blocks, and those nested under the last of them."""
    items = [block for block in blocks if line_in(block).role is Role.ITEM]
    if not items:
        return []
    top = min(line_in(block).level for block in items)
    below = items[-1].next()
    while below.isValid() and (line := line_in(below)).role is Role.ITEM and line.level > top:
        items.append(below)
        below = below.next()
    return items
