"""Changing the house from the window: saved as it was typed, with a way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from newsroom import desk as deeds
from newsroom.domain.errors import NewsroomError
from newsroom.domain.house import House
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.house.house_form import HouseForm


class Housekeeping(QObject):
    """Carries what the form of the house wants to the desk, once there is one."""

    def __init__(self, link: DeskLink, presenter: Presenter) -> None:
        super().__init__()
        self._form: HouseForm | None = None
        self._link = link
        self._presenter = presenter
        self._house: House | None = None

    def heed(self, form: HouseForm) -> None:
        """Serve the form of the house."""
        self._form = form
        form.change_wanted.connect(self._on_change_wanted)
        if self._house:
            form.show_house(self._house)

    def show_house(self, house: House) -> None:
        """Take over the house as it stands."""
        self._house = house
        if self._form:
            self._form.show_house(house)

    def _on_change_wanted(self, wanted: House) -> None:
        former = self._house
        self._save(wanted, "The house is saved. Pages say so when they are exported again.", former)

    def _save(self, wanted: House, words: str, former: House | None) -> None:
        def saved(_: object) -> None:
            if former is None:
                self._presenter.tell(words)
            else:
                self._presenter.tell(words, "Undo", lambda: self._undo(former))

        self._link.write(
            lambda desk: deeds.keeping.change_house(desk, wanted), saved, None, self._failed
        )

    def _undo(self, former: House) -> None:
        self._save(former, "The house is as it was.", None)

    def _failed(self, error: Exception) -> None:
        if self._form and isinstance(error, NewsroomError):
            self._form.show_fault(error)
        self._presenter.show(error)
