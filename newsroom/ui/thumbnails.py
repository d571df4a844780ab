"""Small pictures: fetched once in the background, kept, shown wherever a picture stands."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from newsroom.domain.errors import Refused
from newsroom.domain.ids import PictureId
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.tokens import CARD_RADIUS

SIDE, FINE_SIDE = 400, 600
"""Pixels of the longer side: sharp in a card of 168 at twice the density, and at thrice."""
_FINE = 2.0
"""Above this density of the screen, the larger thumbnails are fetched, and fewer are kept."""
_KEPT, _FINE_KEPT = 200, 100
AGAIN_MS = 3000
"""How long a picture that could not be read is left alone: a disk that was away comes back."""


class Thumbnails(QObject):
    """The thumbnails of the library; `arrived` carries the id of the one that can be shown now."""

    arrived = Signal(str)

    def __init__(self, link: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._kept: OrderedDict[PictureId, QPixmap] = OrderedDict()
        self._asked: set[PictureId] = set()
        fine = QGuiApplication.primaryScreen().devicePixelRatio() > _FINE
        self._side, self._most = (FINE_SIDE, _FINE_KEPT) if fine else (SIDE, _KEPT)

    def pixmap(self, picture: PictureId) -> QPixmap | None:
        """Give a thumbnail if it is here; else ask for it, once, and say so when it arrives."""
        if picture in self._kept:
            self._kept.move_to_end(picture)
            return self._kept[picture]
        if picture not in self._asked:
            self._asked.add(picture)
            self._link.thumbnail(
                picture,
                self._side,
                lambda data: self._on_data(picture, data),
                lambda error: self._on_failed(picture, error),
            )
        return None

    def _on_failed(self, picture: PictureId, error: Exception) -> None:
        """Ask again after a while, where waiting may help: a damaged picture stays damaged."""
        if not isinstance(error, Refused):
            self._wait_for(picture)

    def _wait_for(self, picture: PictureId) -> None:
        # A single shot would outlive the window: it has no parent to end with.
        wait = QTimer(self, singleShot=True, interval=AGAIN_MS)
        wait.timeout.connect(lambda: self._ask_again(picture))
        wait.timeout.connect(wait.deleteLater)
        wait.start()

    def _ask_again(self, picture: PictureId) -> None:
        self._asked.discard(picture)
        self.arrived.emit(picture)

    def _on_data(self, picture: PictureId, data: bytes) -> None:
        self._asked.discard(picture)
        made = QPixmap()
        if not made.loadFromData(data):
            return
        self._kept[picture] = made
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        self.arrived.emit(picture)


class CroppedPicture(QWidget):
    """A picture filling a fixed size, cut to it from the middle."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        size: QSize,
        radius: int = CARD_RADIUS - 1,
        *,
        flush: bool = False,
    ) -> None:
        """Take the size; `flush` leaves the corners at the right square, for a card's left side,
        and lets the picture grow with the card's text."""
        super().__init__()
        self._thumbnails = thumbnails
        self._picture: PictureId | None = None
        self._radius = radius
        self._flush = flush
        if flush:
            fit(self, size=(size.width(), size.height()))
        else:
            self.setFixedSize(size)
        thumbnails.arrived.connect(self._on_arrived)

    def show_picture(self, picture: PictureId | None) -> None:
        """Show a picture, as soon as it is here."""
        self._picture = picture
        self.update()

    def _on_arrived(self, picture: str) -> None:
        if picture == self._picture:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pixmap = self._thumbnails.pixmap(self._picture) if self._picture else None
        if pixmap is None:
            return
        cut = cut_to(pixmap, self.size(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect(), self._radius, self._radius)
        if self._flush:
            shape.addRect(self.rect().adjusted(self.width() // 2, 0, 0, 0))
            shape.setFillRule(Qt.FillRule.WindingFill)
        painter.setClipPath(shape)
        painter.drawPixmap(0, 0, cut)
        painter.end()


class SentPicture(QWidget):
    """A small picture of a fixed size, which somebody sends the bytes of."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setFixedSize(width, height)

    def show_data(self, data: bytes) -> None:
        """Show a picture from the bytes of its file; what is none is not shown."""
        if self._picture.loadFromData(data):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture.isNull():
            painter = QPainter(self)
            painter.drawPixmap(0, 0, cut_to(self._picture, self.size(), self.devicePixelRatioF()))
            painter.end()


def cut_to(whole: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """Cut a picture to a size from its middle, sharp on a screen of a pixel ratio."""
    wanted = size * ratio
    filled = whole.scaled(
        wanted,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (filled.width() - wanted.width()) // 2
    top = (filled.height() - wanted.height()) // 2
    cut = filled.copy(left, top, wanted.width(), wanted.height())
    cut.setDevicePixelRatio(ratio)
    return cut
