"""What the mouse does in the body beside putting the caret: moving blocks, dropping, links."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from newsroom.domain.document import Figure
from newsroom.ui.body import inserting, moving, pasting
from newsroom.ui.body.blocks import line_in, one_step
from newsroom.ui.body.body_clipboard import BodyClipboard
from newsroom.ui.body.body_typing import BodyTools
from newsroom.ui.body.cards import column_width, gutter
from newsroom.ui.body.gaps import DropLine, Landing, block_at, edge, gap_at, top_of
from newsroom.ui.body.handle import Handle
from newsroom.ui.body.inserting import holds_figure
from newsroom.ui.body.line import CARD, Line, Role
from newsroom.ui.body.look import BodyLook
from newsroom.ui.body.marks import link_at
from newsroom.ui.taking import take_copy

_MARGIN = 8
"""How far left of the text the handle ends."""


class BodyHands(BodyClipboard):
    """Takes what is done with the mouse.

    Signals: `files_dropped` with paths and the `Landing` they came to; `link_clicked` where
    somebody clicked on a link, whose place the caret has; `dragging` with the place in the widget
    that should stay in sight.
    """

    files_dropped = Signal(list, object)
    link_clicked = Signal(bool)
    dragging = Signal(QRect)

    def __init__(self, look: BodyLook, tools: BodyTools, parent: QWidget | None = None) -> None:
        super().__init__(look, tools, parent)
        self._unit = moving.Unit(0, 0)
        self._handle = Handle(self.viewport(), look.ink_3)
        self._drop_line = DropLine(self, look.accent)
        self.viewport().setMouseTracking(True)
        self._handle.dragged.connect(self._on_dragged)
        self._handle.dropped.connect(self._on_handle_dropped)
        self._handle.given_up.connect(self._drop_line.hide)
        self.textChanged.connect(self._handle.hide)

    @property
    def handle(self) -> Handle:
        """What moves the block beside which it stands."""
        return self._handle

    def set_look(self, look: BodyLook) -> None:
        """Draw in other colours."""
        super().set_look(look)
        self._handle.ink = look.ink_3
        self._drop_line.accent = look.accent

    def card_area(self, place: int) -> QRect:
        """Give where the card at a position is drawn in the widget."""
        block = self.document().findBlock(place)
        top = edge(self, block.blockNumber())
        size = QSize(
            round(column_width(self.document())), edge(self, block.blockNumber(), lower=True) - top
        )
        return QRect(QPoint(round(gutter(self.document())), top) + self.viewport().pos(), size)

    def move_block(self, *, up: bool) -> None:
        """Move the lines of the caret or selection over their neighbour."""
        self._do(lambda cursor: moving.step(cursor, up=up))

    def insert_figure_at(self, landing: Landing, figure: Figure) -> None:
        """Put a figure into a gap; the caret stays where it is."""
        if self.isReadOnly():
            return
        caret = self.textCursor()
        with one_step(caret):
            line = landing.open()
            inserting.insert_blocks(line, [figure], self._serial)
        self._settle(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the handle beside the block under the mouse."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.point_at(event.position().toPoint())

    def point_at(self, place: QPoint) -> None:
        """Show the handle of the block beside a place of the view."""
        block = block_at(self, place.y())
        if self.isReadOnly() or self.document().isEmpty():
            self._handle.hide()
            return
        unit = moving.unit_of(block)
        if unit == self._unit and self._handle.isVisible():
            return
        self._unit = unit
        area = self.cursorRect(QTextCursor(self.document().findBlockByNumber(unit.first)))
        is_card = line_in(block).role is Role.CARD
        top = top_of(self, unit) + _MARGIN if is_card else area.center().y() - 11
        self._handle.move(_MARGIN, max(0, top))
        self._handle.show()

    def leaveEvent(self, event: object) -> None:
        """Take the handle away with the mouse."""
        if not self._handle.held:
            self._handle.hide()

    def _on_dragged(self, y: int) -> None:
        gap = gap_at(self, y, self._moving())
        self._drop_line.show_at(gap)
        self.dragging.emit(QRect(0, y, 1, 1))

    def _moving(self) -> Line:
        return line_in(self.document().findBlockByNumber(self._unit.first))

    def _on_handle_dropped(self, y: int) -> None:
        self._drop_line.hide()
        self._handle.hide()
        gap = gap_at(self, y, self._moving())
        unit = self._unit
        self._do(lambda cursor: moving.move(cursor, unit, gap))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the figure that was clicked on, or tell of a click on a link."""
        super().mouseReleaseEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if holds_figure(cursor) and not self.isReadOnly():
            self._activate(cursor)
            return
        if link_at(cursor) and self.textCursor().position() == cursor.position():
            at_once = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.link_clicked.emit(at_once)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files in, whatever they are: those that are no pictures are refused in words."""
        if _files(event.mimeData()) and not self.isReadOnly():
            take_copy(event)
            return
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where files would land."""
        if _files(event.mimeData()) and not self.isReadOnly():
            self._drop_line.show_at(gap_at(self, round(event.position().y()), CARD))
            take_copy(event)
            return
        super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where they would have landed."""
        self._drop_line.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of files, and the gap between blocks that they came to."""
        self._drop_line.hide()
        files = _files(event.mimeData())
        if not files or self.isReadOnly():
            super().dropEvent(event)
            return
        take_copy(event)
        gap = gap_at(self, round(event.position().y()), CARD)
        self.files_dropped.emit(files, Landing.at(self, gap))


def _files(mime: QMimeData) -> list[Path]:
    """List the files of this computer that are offered; our own fragments bring none."""
    if mime.hasFormat(pasting.NATIVE):
        return []
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
