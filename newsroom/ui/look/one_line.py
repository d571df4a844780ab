"""A field of one line: whatever is pasted or dropped into it comes in as words on one line."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QLineEdit

from newsroom.domain.unseen import on_one_line
from newsroom.ui.clipboard import offered
from newsroom.ui.taking import take_copy

_PASTE = "edit-paste"
"""Qt's name for the line of its menu."""


def pasted_line(mime: QMimeData) -> str:
    """Give the words of the clipboard on one line; markup is read where there is nothing else.

    A space at an end stays, so that the words do not grow together with those beside them.
    """
    text = mime.text()
    if not mime.hasText() and mime.hasHtml():
        text = QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    before, after = text[:1] == " ", text[-1:] == " "
    line = on_one_line(text)
    return f"{' ' * before}{line}{' ' * after}" if line else line


class OneLine(QLineEdit):
    """A field of one line. Qt's own would keep the line ends of what is pasted, unseen."""

    def paste(self) -> None:
        """Paste in the place of what is selected."""
        self._insert(offered())

    def _insert(self, mime: QMimeData) -> None:
        if not self.isReadOnly():
            self.insert(pasted_line(mime))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu, with our way to paste."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == _PASTE:
                action.triggered.disconnect()
                action.triggered.connect(self._on_paste)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _on_paste(self) -> None:
        self.paste()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paste what is selected elsewhere where the middle button is used for that."""
        clipboard = QGuiApplication.clipboard()
        if event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self._insert(offered(QClipboard.Mode.Selection))
            return
        super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put in what was dropped where it was dropped; words of this field are moved by Qt."""
        if event.source() is self or self.isReadOnly():
            super().dropEvent(event)
            return
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self._insert(event.mimeData())
        if event.mimeData().hasUrls():
            take_copy(event)
        else:
            event.acceptProposedAction()
