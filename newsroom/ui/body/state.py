"""What a toolbar shows of the place where the caret stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from newsroom.domain.document import Mark
from newsroom.ui.body.blocks import CELLS, line_at
from newsroom.ui.body.kinds import BlockKind, kind_of
from newsroom.ui.body.line import Box, Line, Role
from newsroom.ui.body.marks import link_at, marks_at


@dataclass(frozen=True, slots=True)
class EditState:
    """The kind of the line, None where there is no choice; the marks and link of the text."""

    kind: BlockKind | None
    marks: frozenset[Mark]
    link: str
    in_list: bool
    in_table: bool
    in_fact_box: bool


def in_table(line: Line) -> bool:
    """Whether a line is a cell's; Qt is not asked for its table, as in `marks.link_at`."""
    return line.role in CELLS


def state_at(cursor: QTextCursor) -> EditState:
    """Read the state at the caret or over the selection."""
    line = line_at(cursor)
    return EditState(
        kind=kind_of(line),
        marks=marks_at(cursor),
        link=link_at(cursor),
        in_list=line.role is Role.ITEM,
        in_table=in_table(line),
        in_fact_box=line.box is Box.FACTS,
    )
