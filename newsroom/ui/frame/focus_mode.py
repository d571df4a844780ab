"""Nothing but the text: what stands around it goes, and comes back as it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.frame.places import Place
from newsroom.ui.furnishing import Furniture
from newsroom.ui.main_window import MainWindow


class FocusMode(QObject):
    """Hides rail, list, inspector and tools; dims the paragraphs that are not written in."""

    def __init__(self, window: MainWindow, panes: Furniture, actions: ActionTable) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._action = actions["view.focus"]
        self.on = False
        window.place_changed.connect(self._on_place)
        panes.articles.rejoined.connect(self.leave)

    def toggle(self) -> None:
        """Turn it on, or off again."""
        self._set(on=not self.on)

    def leave(self) -> bool:
        """Turn it off; give whether it was on."""
        was = self.on
        if was:
            self._set(on=False)
        return was

    def _set(self, *, on: bool) -> None:
        self.on = on
        editor = self._panes.editor
        within = editor.isAncestorOf(QApplication.focusWidget() or self._window)
        self._window.rail.setVisible(not on)
        editor.toolbar.setVisible(not on)
        self._panes.articles.stand_alone(alone=on)
        editor.body.dim(on=on)
        self._action.setChecked(on)
        if on and not within:
            editor.slot.caret_area()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place(self, place: Place) -> None:
        if place is not Place.ARTICLES:
            self.leave()
