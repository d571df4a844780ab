"""The body as Markdown, for those who would rather see the marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.tokens import CARET, SOURCE

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


class SourceEdit(QPlainTextEdit):
    """Grows with its text inside the paper. `edited` tells of changes by a person only."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        fit(self, role=SOURCE)
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

    def replace_source(self, source: str) -> None:
        """Put another body's Markdown in, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(source)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def text(self) -> str:
        """Give the Markdown, every character of it: Qt's own way turns hard spaces into soft."""
        return self.document().toRawText().translate(_LINE_ENDS)

    @property
    def caret(self) -> int:
        """The caret's place in the text, counted in characters."""
        return len(self._before(self.textCursor().position()))

    def put_caret(self, place: int) -> None:
        """Put the caret at a place."""
        cursor = self.textCursor()
        cursor.setPosition(_units(self.text()[:place]))
        self.setTextCursor(cursor)

    def go_to(self, start: int, end: int) -> None:
        """Select a part of the text."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(_units(text[:end]))
        cursor.setPosition(_units(text[:start]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _before(self, position: int) -> str:
        cursor = self.textCursor()
        cursor.setPosition(0)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text of the program."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

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


def _units(text: str) -> int:
    """Count as Qt does: a letter outside the basic plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
