"""The body as Markdown, for those who would rather see the marks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from newsroom.ui.look.fonts import font
from newsroom.ui.look.tokens import CARET, SOURCE


class SourceEdit(QPlainTextEdit):
    """Grows with its text inside the paper. `edited` tells of changes by a person only."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.setFont(font(SOURCE))
        self.setProperty("bare", True)
        self.setAccessibleName("Body as Markdown")
        self.setCursorWidth(CARET)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)

    def show_source(self, source: str) -> None:
        """Show a body's Markdown; undo begins anew."""
        self._showing = True
        self.setPlainText(source)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def _height(self) -> int:
        lines = max(8, round(self.document().size().height()))
        return (lines + 1) * self.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()
