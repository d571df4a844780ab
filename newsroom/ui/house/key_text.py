"""A key in full: it breaks wherever the line ends, and is copied as the one word that it is."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.scale import grown
from newsroom.ui.look.tokens import HASH, Ink

_LEAST = 160


class KeyText(QTextEdit):
    """Shows a key, which can be selected, in as many lines as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("bare", True)
        self.setProperty("ink", Ink.INK_2.value)
        self.document().setDocumentMargin(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fit(self, role=HASH)

    def show_key(self, key: str) -> None:
        """Show another key."""
        self.setPlainText(key)
        self.updateGeometry()
        self._fit_height()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.toPlainText())
        return QSize(wide + 2 * self.frameWidth() + 1, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(_LEAST), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        wanted = ceil(self.document().size().height()) + 2 * self.frameWidth()
        if self.height() != wanted:
            self.setFixedHeight(wanted)
