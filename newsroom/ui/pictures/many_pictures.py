"""What is done with all chosen pictures at once: each as one deed, with a way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom import desk as deeds
from newsroom.desk import browsing
from newsroom.domain.errors import NewsroomError
from newsroom.domain.house import House
from newsroom.domain.ids import PictureId
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import sentence
from newsroom.ui.look.theme import Theme
from newsroom.ui.pictures import chosen_bar
from newsroom.ui.pictures.grid_pane import GridPane
from newsroom.ui.pictures.sheets import Sheets
from newsroom.ui.pictures.together_form import TogetherForm

if TYPE_CHECKING:
    from newsroom.desk.rewriting import Rewritten, Touched
    from newsroom.desk.using import Binned

Names = tuple[PictureId, ...]
_TOPIC = "pictures-many"


class ManyPictures(QObject):
    """Does what the bar under the grid offers. `leaving` asks for what is typed to be saved first.

    Every deed is one unit of work in the lane of writing, and one undo takes it back.
    """

    leaving = Signal()

    def __init__(self, theme: Theme, link: DeskLink, grid: GridPane) -> None:
        super().__init__(grid)
        self._theme = theme
        self._link = link
        self._grid = grid
        self.sheets = Sheets(link, grid)
        self._deeds: dict[str, Callable[[Names], None]] = {
            chosen_bar.EDIT: self._ask,
            chosen_bar.BIN: self._bin,
            chosen_bar.RESTORE: self._restore,
        }
        grid.deed_wanted.connect(self.do)
        grid.preset_wanted.connect(self.use_preset)

    def ask_house(self) -> None:
        """Ask which presets the house has."""
        self._link.read(browsing.house, self._on_house, "picture-presets", self._on_no_house)

    def do(self, deed: str) -> None:
        """Do something with the chosen pictures; a contact sheet may show all that are listed."""
        self.leaving.emit()
        if deed == chosen_bar.SHEET:
            self.sheets.ask()
        elif not self._grid.marked.count:
            self._grid.notice.tell("Choose pictures first", topic=_TOPIC)
        elif (deed == chosen_bar.RESTORE) != self._grid.binned and deed != chosen_bar.EDIT:
            where = "in the bin already" if self._grid.binned else "not in the bin"
            self._grid.notice.tell(f"These pictures are {where}", topic=_TOPIC)
        elif self._grid.marked.known:
            self._deeds[deed](self._grid.marked.ids)

    def use_preset(self, preset: str) -> None:
        """Put a preset of the house over the chosen records."""
        self.leaving.emit()
        names = self._grid.marked.ids
        words = f"{preset} set on {{}}"
        self._write(lambda desk: deeds.rewriting.preset_on_all(desk, names, preset), words)

    def _ask(self, names: Names) -> None:
        form = TogetherForm(self._theme, self._grid, len(names))
        form.given.connect(partial(self._set, names))
        form.open()

    def _set(self, names: Names, touched: Touched) -> None:
        words = "Record set on {}"
        self._write(lambda desk: deeds.rewriting.set_on_all(desk, names, touched), words)

    def _write(self, deed: Callable[..., Rewritten], words: str) -> None:
        self._grid.bar.show_busy("Saving")
        self._link.write(deed, partial(self._on_rewritten, words), failed=self._on_failed)

    def _on_rewritten(self, words: str, done: Rewritten) -> None:
        self._free()
        count = len(done.moved)
        if not count:
            self._grid.notice.tell("These records say that already", topic=_TOPIC)
            return
        undo = partial(self._take_back, done)
        self._grid.notice.tell(words.format(_pictures(count)), "Undo", undo, _TOPIC)

    def _take_back(self, done: Rewritten) -> None:
        self._link.write(lambda desk: deeds.rewriting.take_back(desk, done), failed=self._on_failed)

    def _bin(self, names: Names) -> None:
        self._grid.bar.show_busy("Moving to the bin")
        self._link.write(
            lambda desk: deeds.using.put_pictures_in_bin(desk, names),
            self._on_binned,
            failed=self._on_failed,
        )

    def _on_binned(self, done: Binned) -> None:
        self._free()
        self._grid.go_on_from(done.pictures)
        count = len(done.pictures)
        moved = f"{_pictures(count)} moved to the bin" if count else ""
        if not done.refused:
            undo = partial(self._put_back, done.pictures)
            self._grid.notice.tell(moved, "Undo", undo, _TOPIC)
            return
        refused = [*map(sentence, done.refused[:2])]
        more = len(done.refused) - len(refused)
        refused += [f"And {more:,} more are used."] if more else []
        words = " ".join(([f"{moved}."] if moved else []) + refused)
        self._grid.notice.warn(words, _TOPIC)

    def _restore(self, names: Names) -> None:
        self._put_back(names)
        self._grid.notice.tell(f"{_pictures(len(names))} restored", topic=_TOPIC)

    def _put_back(self, names: Names) -> None:
        self._link.write(
            lambda desk: deeds.using.restore_pictures(desk, names), failed=self._on_failed
        )

    def _free(self) -> None:
        marked = self._grid.marked
        self._grid.bar.show_count(marked.count, binned=self._grid.binned, ready=marked.known)

    def _on_failed(self, error: Exception) -> None:
        self._free()
        if isinstance(error, NewsroomError):
            self._grid.notice.warn(sentence(error), _TOPIC)
        else:
            self._link.failed.emit(error)

    def _on_house(self, house: House) -> None:
        self.sheets.house = house.name
        self._grid.bar.show_presets([preset.name for preset in house.pictures.presets])

    def _on_no_house(self, error: Exception) -> None:
        self._grid.bar.show_presets([])


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count:,} pictures"
