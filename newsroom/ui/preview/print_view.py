"""The page as it is printed: laid out on paper by the browser, shown sheet by sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPalette, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.ui.look.bars import ToolRow
from newsroom.ui.look.controls import Button
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_16, Ink

_PACE_MS = 400
"""How long somebody must pause before the paper is laid out anew."""

Print = Callable[[Callable[[QByteArray], None]], None]
"""Lays the page out on paper and calls back with a PDF."""


class PrintView(QWidget):
    """Shows the printed page while it is on show; `save_wanted` asks for it as a file."""

    save_wanted = Signal()
    drawn = Signal()

    def __init__(self, theme: Theme, print_page: Print) -> None:
        super().__init__()
        self._print = print_page
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PACE_MS)
        self._timer.timeout.connect(self._ask)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.sheets = QPdfView(self)
        self.sheets.setAccessibleName("The page as printed")
        self.sheets.setPageMode(QPdfView.PageMode.MultiPage)
        self.sheets.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.sheets.setDocument(self._document)
        self.sheets.setDocumentMargins(QMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16))
        self.sheets.setPageSpacing(SPACE_16)
        self._theme = theme
        # Qt gives widgets their former palette back after a change of style sheet.
        theme.theme_changed.connect(self._dress_afterwards)
        self._dress()
        save = Button(theme, "Save as PDF…", icon="mdi6.file-pdf-box")
        save.clicked.connect(self.save_wanted)
        self._words = Label("A4", META, Ink.INK_2)
        tools = ToolRow("pane")
        tools.add(self._words)
        tools.stretch()
        tools.add(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self.sheets, 1)

    def _dress_afterwards(self) -> None:
        QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        """Lay the sheets on the desk; they stay white."""
        palette = self.sheets.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(self._theme.palette.desk))
        self.sheets.setPalette(palette)

    @property
    def document(self) -> QPdfDocument:
        """The sheets on show."""
        return self._document

    def page_changed(self) -> None:
        """Lay the page out anew, once nobody types."""
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _ask(self) -> None:
        self._number += 1
        number = self._number
        self._print(lambda data: self._show(number, data))

    def _show(self, number: int, data: QByteArray) -> None:
        """Put the new sheets in place of the old ones in one step, at the same scroll place."""
        if number != self._number or not self.isVisible():
            return
        scrolled = self.sheets.verticalScrollBar().value()
        former, old = self._document, self._buffer
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.sheets.setDocument(self._document)
        self.sheets.verticalScrollBar().setValue(scrolled)
        former.deleteLater()
        old.deleteLater()
        count = self._document.pageCount()
        self._words.setText(f"A4 · {count} page{'' if count == 1 else 's'}")
        self.drawn.emit()
