"""Small pictures: fetched once in the background, kept, shown wherever a picture stands."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from newsroom import desk as deeds
from newsroom.domain.changes import Changes
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.ids import PictureId
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.tokens import CARD_RADIUS

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Pixels
    from newsroom.desk.room import Desk

SIDE, FINE_SIDE = 400, 600
"""Pixels of the longer side: sharp in a card of 168 at twice the density, and at thrice."""
_FINE = 2.0
"""Above this density of the screen, the larger thumbnails are fetched, and fewer are kept."""
_KEPT, _FINE_KEPT = 200, 100
_AT_ONCE = 4
"""How many are fetched at a time: enough for the lanes, so few that what is asked later, and so is
on show, need not wait for what has scrolled away."""
_WAITING = 96
"""How many wait at most; the ones asked for first are given up, and are asked for when drawn."""
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
        self._lacking: set[PictureId] = set()
        self._fetching = 0
        self._wanted: dict[PictureId, None] = {}
        self._waiting: dict[PictureId, None] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        fine = QGuiApplication.primaryScreen().devicePixelRatio() > _FINE
        link.changed.connect(self._on_changed)
        self._side, self._most = (FINE_SIDE, _FINE_KEPT) if fine else (SIDE, _KEPT)

    def pixmap(self, picture: PictureId) -> QPixmap | None:
        """Give a thumbnail if it is here; else ask for it, once, and say so when it arrives."""
        if picture in self._kept:
            self._kept.move_to_end(picture)
            return self._kept[picture]
        if picture not in self._asked:
            self._wanted[picture] = None
            self._turn.start()
        return None

    @property
    def still(self) -> bool:
        """Whether everything that was asked for is here, or cannot be had."""
        return not (self._wanted or self._waiting or self._fetching)

    def drop_but(self, wanted: Collection[PictureId]) -> None:
        """Give up what waits to be fetched and is not wanted any more."""
        self._wanted = {one: None for one in self._wanted if one in wanted}
        self._waiting = {one: None for one in self._waiting if one in wanted}

    def _on_turn(self) -> None:
        """Let what was just asked for go before what waits, in the order in which it was drawn."""
        wanted, self._wanted = self._wanted, {}
        self._waiting = dict.fromkeys([*wanted, *self._waiting][:_WAITING])
        self._fetch()

    def _fetch(self) -> None:
        """Fetch some at a time."""
        while self._waiting and self._fetching < _AT_ONCE:
            picture = next(iter(self._waiting))
            del self._waiting[picture]
            if picture not in self._asked:
                self._asked.add(picture)
                self._fetching += 1
                self._ask(picture)

    def _ask(self, picture: PictureId) -> None:
        side = self._side
        self._link.picture(
            lambda desk: _pixels(desk, picture, side),
            lambda pixels: self._on_pixels(picture, pixels),
            lambda error: self._on_failed(picture, error),
        )

    def _on_failed(self, picture: PictureId, error: Exception) -> None:
        """Ask again after a while, where waiting may help: a damaged picture stays damaged."""
        self._fetching -= 1
        if not isinstance(error, Refused):
            self._wait_for(picture)
        self._fetch()

    def _on_changed(self, changes: Changes, _by: object) -> None:
        for picture in self._lacking & changes.pictures:
            self._lacking.discard(picture)
            self._ask_again(picture)

    def _wait_for(self, picture: PictureId) -> None:
        # A single shot would outlive the window: it has no parent to end with.
        wait = QTimer(self, singleShot=True, interval=AGAIN_MS)
        wait.timeout.connect(lambda: self._ask_again(picture))
        wait.timeout.connect(wait.deleteLater)
        wait.start()

    def _ask_again(self, picture: PictureId) -> None:
        self._asked.discard(picture)
        self.arrived.emit(picture)

    def _on_pixels(self, picture: PictureId, pixels: Pixels | None) -> None:
        self._fetching -= 1
        if pixels is None:
            # It comes with news of it, if it comes at all.
            self._lacking.add(picture)
        else:
            self._asked.discard(picture)
            self._kept[picture] = QPixmap.fromImage(image_of(pixels))
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
            self.arrived.emit(picture)
        self._fetch()


def image_of(pixels: Pixels) -> QImage:
    """Give decoded pixels as an image of its own.

    One that lay on the bytes would give them back to Python whenever Qt lets go of it: from within
    its own code, or after Python has ended.
    """
    width, height = pixels.width, pixels.height
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _pixels(desk: Desk, picture: PictureId, side: int) -> Pixels | None:
    """Decode a thumbnail in the lane that fetched it, so that the window does not wait for it.

    Gives None where the library has no record of the picture. Raises `NotFound` where its file
    alone is away.
    """
    try:
        return deeds.illustrating.thumbnail_pixels(desk, picture, side)
    except NotFound:
        if _is_known(desk, picture):
            raise
        return None


def _is_known(desk: Desk, picture: PictureId) -> bool:
    try:
        deeds.browsing.picture(desk, picture)
    except NotFound:
        return False
    return True


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

    @property
    def shown(self) -> bool:
        """Whether the picture has come."""
        return not self._picture.isNull()

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
