"""The very copy of a picture that networks are shown, for the cards that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from newsroom import desk as deeds
from newsroom.ui.desk_link import DeskLink

if TYPE_CHECKING:
    from newsroom.desk.previewing import Preview, SharedCopy


class SocialPicture(QObject):
    """Holds the copy that the head of a page names; `arrived` tells that another one is here.

    It is encoded once for each part of a picture that is shown, not for each word of its alt text
    that is typed: what else the file says cannot be seen on a card.
    """

    arrived = Signal()

    def __init__(self, link: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._wanted: SharedCopy | None = None
        self.pixmap = QPixmap()

    def show_preview(self, preview: Preview) -> None:
        """Fetch the copy that a page names, where it shows something else than the last one."""
        copy, former = preview.shared_copy, self._wanted
        same = copy and former and (copy.picture, copy.box) == (former.picture, former.box)
        if same:
            return
        if copy is None or former is None or copy.picture != former.picture:
            self.pixmap = QPixmap()
        self._wanted = copy
        if copy is not None:
            self._fetch(preview, copy)

    def _fetch(self, preview: Preview, copy: SharedCopy) -> None:
        self._link.picture(
            lambda desk: deeds.previewing.preview_file(desk, preview, copy.path),
            lambda served: self._on_copy(copy, served[1]),
            lambda _error: self._on_none(copy),
        )

    def _on_copy(self, copy: SharedCopy, data: bytes) -> None:
        if copy is self._wanted and self.pixmap.loadFromData(data):
            self.arrived.emit()

    def _on_none(self, copy: SharedCopy) -> None:
        """Leave the cards grey; the next page asks again."""
        if copy is self._wanted:
            self._wanted = None
