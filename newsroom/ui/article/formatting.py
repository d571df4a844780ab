"""What each formatting command does to the body, by the name it has in the table of commands."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.domain.document import Alignment, Mark
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.kinds import BlockKind
from newsroom.ui.body.state import EditState

_KINDS = {
    "paragraph": BlockKind.PARAGRAPH,
    "heading-2": BlockKind.H2,
    "heading-3": BlockKind.H3,
    "heading-4": BlockKind.H4,
    "bullets": BlockKind.BULLETS,
    "numbers": BlockKind.NUMBERS,
    "quote": BlockKind.QUOTE,
    "pull-quote": BlockKind.PULL,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_TABLE = (3, 3)
"""Rows below the header and columns of a table that is put in empty."""

_DEEDS: dict[str, Callable[[BodyEdit], None]] = {
    "fact-box": BodyEdit.insert_fact_box,
    "table": lambda body: body.insert_table(*_TABLE),
    "rule": BodyEdit.insert_rule,
    "paste-plain": BodyEdit.paste_plain,
    "footnote": BodyEdit.insert_footnote,
    "to-footnote": BodyEdit.cross_footnote,
    "row-above": lambda body: body.add_table_row(before=True),
    "row-below": BodyEdit.add_table_row,
    "column-before": lambda body: body.add_table_column(before=True),
    "column-after": BodyEdit.add_table_column,
    "remove-row": BodyEdit.remove_table_row,
    "remove-column": BodyEdit.remove_table_column,
    "remove-table": BodyEdit.remove_table,
    "align-left": lambda body: body.align_table_column(Alignment.LEFT),
    "align-center": lambda body: body.align_table_column(Alignment.CENTER),
    "align-right": lambda body: body.align_table_column(Alignment.RIGHT),
    "align-none": lambda body: body.align_table_column(Alignment.NONE),
    "correct": BodyEdit.correct_typography,
    "typographic": BodyEdit.toggle_typographic,
    "move-up": lambda body: body.move_block(up=True),
    "move-down": lambda body: body.move_block(up=False),
}


def apply(body: BodyEdit, name: str) -> bool:
    """Run a command that needs no question; give whether there is one of this name."""
    if name in _KINDS:
        body.set_block_kind(_KINDS[name])
    elif name in {mark.value for mark in Mark}:
        body.toggle_mark(Mark(name))
    elif name in _DEEDS:
        _DEEDS[name](body)
    else:
        return False
    return True


def caret_words(state: EditState) -> tuple[str, frozenset[str]]:
    """Name the style of the line at the caret, and the commands that are on there."""
    style = _NAMES.get(state.kind, "") if state.kind else ""
    on = {mark.value for mark in state.marks} | {style}
    if state.link:
        on.add("link")
    if state.in_fact_box:
        on.add("fact-box")
    return style, frozenset(on)
