"""The page at the width of a phone, a tablet or a desktop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.ui.look.bars import Surface
from newsroom.ui.look.labels import Label
from newsroom.ui.look.tokens import BASE, SPACE_24, Ink

if TYPE_CHECKING:
    from newsroom.ui.preview.page_view import PageView

_MARGIN = 16
_NO_PAGE = "The page of the article that is open is shown here."


@dataclass(frozen=True, slots=True)
class Device:
    """A width to look at a page in, in CSS pixels; bars that take none of it lie over the page."""

    key: str
    words: str
    icon: str
    width: int
    bars: bool = False


DEVICES = (
    Device("phone", "Phone", "mdi6.cellphone", 390),
    Device("tablet", "Tablet", "mdi6.tablet", 768),
    Device("desktop", "Desktop", "mdi6.monitor", 1280, bars=True),
)


class DeviceStage(QWidget):
    """Gives the browser a device's width, made smaller as a whole where there is less room.

    The browser is covered until its first page comes: without one it is a white sheet, in the dark
    as well.
    """

    def __init__(self) -> None:
        super().__init__()
        self._device = DEVICES[0]
        self._view: PageView | None = None
        self._words = Label(_NO_PAGE, BASE, Ink.INK_3)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cover: Surface | None = Surface("desk", self)
        row = QHBoxLayout(self._cover)
        row.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        row.addWidget(self._words)

    def await_page(self) -> None:
        """Cover the browser without words until its first page comes."""
        if self._cover is not None:
            self._words.clear()

    def say_why(self, words: str) -> None:
        """Say on the cover why no page comes."""
        if self._cover is not None:
            self._words.setText(words)

    def uncover(self) -> None:
        """Let the page be seen."""
        if self._cover is not None:
            if self._view is not None:
                self._view.setEnabled(True)
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def hold(self, view: PageView) -> None:
        """Take the browser, which comes later than the room that it is given."""
        self._view = view
        view.setParent(self)
        self._fit()
        view.show()
        if self._cover is not None:
            self._cover.raise_()
            # The keyboard must not go where nobody sees it.
            view.setEnabled(False)

    def choose(self, device: Device) -> None:
        """Take another device."""
        self._device = device
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def _fit(self) -> None:
        view = self._view
        if view is None:
            return
        room = self.size() - QSize(_MARGIN * 2 * (self._device is not DEVICES[0]), 0)
        scale = min(1.0, room.width() / self._device.width)
        width = min(room.width(), round(self._device.width * scale))
        left = (self.width() - width) // 2
        view.show_scroll_bars(self._device.bars)
        view.setGeometry(left, _MARGIN, width, max(0, self.height() - _MARGIN))
        view.setZoomFactor(max(0.25, scale))
