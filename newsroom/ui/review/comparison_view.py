"""The story as a reviewer reads it: what came is underlined, what went is struck."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFrame,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from newsroom.domain.comparison import Comparison
from newsroom.domain.ids import PictureId
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import CARD_RADIUS, COLUMN, SPACE_8, SPACE_24
from newsroom.ui.review.compared_page import (
    CARD_GAP,
    CARD_PADDING,
    CHANGED,
    QUOTED,
    THUMB,
    ComparedPage,
    picture_name,
)

_BAR = 3
_VISIT_ABOVE = 48
"""How far below the top edge a visited change comes to stand, in pixels."""
_LEAST = 320

Thumbnails = Callable[[PictureId, Callable[[bytes], None]], None]
"""Fetches a JPEG of a picture and calls back on this thread."""


class ComparisonView(QTextEdit):
    """Shows a comparison, with its changes or clean."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._comparison = Comparison(())
        self._paper: QTextDocument | None = None
        self._clean = False
        self._stops: list[int] = []
        self._stop = -1
        self._awaited: set[PictureId] = set()
        self.setReadOnly(True)
        self.setProperty("bare", True)
        self.setMinimumWidth(_LEAST)
        self.setAccessibleName("The story, compared with the last approved version")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.theme_changed.connect(self._dress)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another story."""
        self._comparison = comparison
        self._write()
        self._stop = -1
        self.verticalScrollBar().setValue(0)

    def show_clean(self, clean: bool) -> None:
        """Show only what stands now, or what changed as well."""
        self._clean = clean
        self._stop = -1
        self._write()

    @property
    def changes(self) -> int:
        """How many places the arrows can visit."""
        return len(self._stops)

    @property
    def change(self) -> int:
        """Which change the reader stands at, counted from 1; 0 before the first."""
        return self._stop + 1

    @property
    def still(self) -> bool:
        """Whether every picture of the story on show has come."""
        return not self._awaited

    def go(self, step: int) -> None:
        """Go to the next change or the one before."""
        if not self._stops:
            return
        self._stop = max(0, min(len(self._stops) - 1, self._stop + step))
        block = self.document().findBlockByNumber(self._stops[self._stop])
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(max(0, round(top) - _VISIT_ABOVE))

    def _dress(self) -> None:
        where = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(where)

    def _write(self) -> None:
        document = QTextDocument(self)
        page = ComparedPage(document, self._theme.palette, clean=self._clean)
        page.write(self._comparison)
        self._stops = page.stops
        former, self._paper = self._paper, document
        self.setDocument(document)
        if former is not None and shiboken6.isValid(former):
            former.deleteLater()
        self._awaited = set(page.pictures)
        for picture in dict.fromkeys(page.pictures):
            self._fetch(document, picture)

    def _fetch(self, document: QTextDocument, picture: PictureId) -> None:
        self._thumbnails(picture, lambda data: self._on_thumbnail(document, picture, data))

    def _on_thumbnail(self, document: QTextDocument, picture: PictureId, data: bytes) -> None:
        image = QImage.fromData(data)
        if document is not self.document() or image.isNull():
            return
        kind = QTextDocument.ResourceType.ImageResource
        ratio = self.devicePixelRatioF()
        self._awaited.discard(picture)
        document.addResource(kind, QUrl(picture_name(picture)), _cut(image, ratio))
        document.markContentsDirty(0, document.characterCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(0, (self.width() - grown(COLUMN) - 2 * SPACE_24) // 2)
        if side != self.viewportMargins().left():
            self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        for card in _cards(self.document()):
            self._paint_card(painter, card)
        self._paint_bars(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_card(self, painter: QPainter, card: QTextFrame) -> None:
        palette = self._theme.palette
        # Qt gives a table's rectangle with the corner of its first cell, inside gap and padding.
        inside = self.document().documentLayout().frameBoundingRect(card)
        whole = inside.translated(-CARD_PADDING, -CARD_PADDING - CARD_GAP)
        rect = whole.adjusted(0.5, CARD_GAP + 0.5, -0.5, -CARD_GAP - 0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.line)))
        painter.setBrush(QColor(palette.pane))
        painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
        if card.frameFormat().property(CHANGED):
            self._paint_bar(painter, SPACE_8, rect)

    def _paint_bars(self, painter: QPainter) -> None:
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            rect = layout.blockBoundingRect(block)
            if form.property(CHANGED):
                self._paint_bar(painter, SPACE_8, rect)
            if form.property(QUOTED):
                bar = QRectF(SPACE_24, rect.top(), _BAR, rect.height())
                painter.fillRect(bar, QColor(self._theme.palette.accent))
            block = block.next()

    def _paint_bar(self, painter: QPainter, left: int, rect: QRectF) -> None:
        bar = QRectF(left, rect.top(), _BAR, rect.height())
        painter.fillRect(bar, QColor(self._theme.palette.field_line))


def change_words(here: int, total: int) -> str:
    """Say at which change a reader stands, or how many there are; 0 is before the first."""
    if here:
        return f"Change {here} of {total}"
    if total:
        return "1 change" if total == 1 else f"{total} changes"
    return "No changes"


def _cards(document: QTextDocument) -> Iterator[QTextFrame]:
    yield from document.rootFrame().childFrames()


def _cut(image: QImage, ratio: float) -> QImage:
    """Fill the thumbnail's room, cutting what lies over at the longer sides."""
    wide, high = round(THUMB[0] * ratio), round(THUMB[1] * ratio)
    keep = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(wide, high, keep, smooth)
    left, top = (scaled.width() - wide) // 2, (scaled.height() - high) // 2
    cut = scaled.copy(left, top, wide, high)
    cut.setDevicePixelRatio(ratio)
    return cut
