"""Cutting a picture from the place of the pictures: opened over it, saved, with a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from newsroom import desk as deeds
from newsroom.domain.framing import Framing
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Picture
from newsroom.domain.workflow import State
from newsroom.ui.desk_link import DeskLink, ignore
from newsroom.ui.look.notice import NoticeBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures.crop_editor import CropEditor
from newsroom.ui.pictures.crop_words import stale_words
from newsroom.ui.pictures.shelf import name_of

_SIDE = 1600
"""Pixels of the longer side that is worked on: sharp on a screen of twice the usual density."""
_TOPIC = "crop"


class Cropping(QObject):
    """Shows the editor in the place of what lies under it, while a picture is cut."""

    def __init__(self, theme: Theme, link: DeskLink, under: QWidget, notice: NoticeBar) -> None:
        super().__init__(under)
        self._link = link
        self._under = under
        self._notice = notice
        self._states: tuple[State, ...] = ()
        self._return_to: QWidget | None = None
        self.editor = CropEditor(theme)
        place = under.parentWidget()
        layout = place.layout() if place else None
        assert layout is not None
        layout.addWidget(self.editor)
        self.editor.hide()
        self.editor.kept.connect(self._on_kept)
        self.editor.closed.connect(self.close)

    def open(self, picture: Picture, return_to: QWidget | None = None) -> None:
        """Cut a picture; the keyboard goes back to `return_to` afterwards."""
        self._return_to = return_to
        self._states = ()
        editor, name = self.editor, picture.id
        editor.begin(picture)
        editor.show()
        self._under.hide()
        editor.stage.setFocus(Qt.FocusReason.OtherFocusReason)
        self._link.thumbnail(name, _SIDE, lambda data: self._on_pixmap(name, data))
        self._link.read(
            lambda desk: deeds.illustrating.where_used(desk, name),
            lambda uses: self._on_states(name, tuple(use.state for use in uses)),
            "crop-uses",
            ignore,
        )

    def close(self) -> None:
        """Show again what lies under the editor."""
        if self.editor.isHidden():
            return
        self._under.show()
        if self._return_to is not None:
            self._return_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()

    def look_elsewhere(self, picture: Picture | None) -> None:
        """Leave when another picture is asked for, unless something would be lost by that."""
        cut = self.editor.picture
        if cut and (picture is None or picture.id != cut.id) and not self.editor.changed:
            self.close()

    def _on_pixmap(self, name: PictureId, data: bytes) -> None:
        pixmap = QPixmap()
        if self._shows(name) and pixmap.loadFromData(data):
            self.editor.show_pixmap(pixmap)

    def _on_states(self, name: PictureId, states: tuple[State, ...]) -> None:
        if self._shows(name):
            self._states = states
            self.editor.show_states(states)

    def _shows(self, name: PictureId) -> bool:
        return self.editor.picture is not None and self.editor.picture.id == name

    def _on_kept(self, framing: Framing) -> None:
        picture = self.editor.picture
        assert picture is not None
        stale = stale_words(self._states)
        words = f"“{name_of(picture)}” is cut anew" + (f": {stale}." if stale else ".")

        def done() -> None:
            if self._shows(picture.id):
                self.close()
            self._notice.tell(words, "Undo", lambda: self._undo(picture), _TOPIC)

        self._save(picture.id, framing, done)

    def _undo(self, picture: Picture) -> None:
        def done() -> None:
            self._notice.tell(f"“{name_of(picture)}” is cut as it was.", topic=_TOPIC)

        self._save(picture.id, picture.framing, done)

    def _save(self, name: PictureId, framing: Framing, done: Callable[[], None]) -> None:
        self._link.write(
            lambda desk: deeds.illustrating.frame(desk, name, framing), lambda _: done()
        )
