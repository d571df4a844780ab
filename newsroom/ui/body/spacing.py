"""The space below a line, where it depends on what follows: the end of a list or of a box.

It is kept in the blocks' formats, as all space in Qt's text is, and set right in the same step of
undo as the change that moved the end.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from newsroom.ui.body.blocks import line_in
from newsroom.ui.body.line import PLAIN, Box, Line, Role, joins
from newsroom.ui.body.measures import BOX_PADDING, setting

_LIST_END = 14
_BOX_END = 2 * BOX_PADDING


def below(line: Line, following: Line | None) -> int:
    """Give the space below a line that `following` comes after, in pixels."""
    if line.box is Box.FACTS and (following is None or not joins(line, line, following)):
        return _BOX_END
    if line.role is Role.ITEM and line.box is Box.NONE and _ends_list(following):
        return _LIST_END
    return setting(line).bottom


def _ends_list(following: Line | None) -> bool:
    return following is None or following.role is not Role.ITEM


def is_settled(block: QTextBlock) -> bool:
    """Whether the space below a block is as it should be."""
    return block.blockFormat().bottomMargin() == _wanted(block)


def settle(first: QTextBlock, last: int) -> None:
    """Set the space right below each block from one on, up to the position `last`."""
    block, line = first, line_in(first)
    while block.isValid() and block.position() <= last:
        following = block.next()
        next_line = line_in(following) if following.isValid() else None
        wanted = below(line, next_line)
        if block.blockFormat().bottomMargin() != wanted:
            change = QTextBlockFormat()
            change.setBottomMargin(wanted)
            QTextCursor(block).mergeBlockFormat(change)
        block, line = following, next_line or PLAIN


def _wanted(block: QTextBlock) -> int:
    following = block.next()
    return below(line_in(block), line_in(following) if following.isValid() else None)
