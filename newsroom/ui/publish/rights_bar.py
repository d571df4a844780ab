"""The calm bar over Publish: pages that show pictures whose rights have ended, or end soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout

from newsroom import desk as deeds
from newsroom.desk import browsing, checking
from newsroom.domain.picture import Picture
from newsroom.ui.desk_link import DeskLink, ignore
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, ElidedLink
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_8, SPACE_16, Ink
from newsroom.ui.pictures.shelf import name_of
from newsroom.ui.pictures.use_row import UseRow
from newsroom.ui.pictures.use_words import SOON, rights_words

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.desk.using import PlaceUsed

_LIST = 232
_SHOW, _HIDE = "Show them", "Put away"


@dataclass(frozen=True, slots=True)
class Ending:
    """A picture whose rights end or have ended, and the pages that show it to readers."""

    picture: Picture
    pages: tuple[PlaceUsed, ...]
    ended: bool
    words: str


class _ListArea(QScrollArea):
    """As high as what it holds, up to a limit."""

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return QSize(200, min(inside.sizeHint().height() if inside else 0, grown(_LIST)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class RightsBar(Surface):
    """Gone while there is nothing to say. `picture_wanted` and `article_wanted` carry ids."""

    picture_wanted = Signal(str)
    article_wanted = Signal(str)

    def __init__(self, theme: Theme, link: DeskLink) -> None:
        super().__init__("pane")
        self.setProperty("edge", "bottom")
        self.setAccessibleName("Pictures whose rights end")
        self._theme = theme
        self._link = link
        self.found: tuple[Ending, ...] = ()
        self._line = IconLabel(theme, "mdi6.calendar-clock", "", BASE, Ink.AMBER)
        self._line.label.setWordWrap(True)
        self.show_them = Button(theme, _SHOW)
        self.show_them.setCheckable(True)
        self.rows: list[UseRow] = []
        self.links: list[Button] = []
        self._area = _ListArea()
        self._arrange()
        self.show_them.toggled.connect(self._on_toggled)
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says; empty while it is gone."""
        return "" if self.isHidden() else self._line.label.text()

    def look_again(self) -> None:
        """Ask which pages must change."""
        self._link.read(_endings, self._on_found, "rights-ending", ignore)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self._line, 1)
        top.addWidget(self.show_them, 0, Qt.AlignmentFlag.AlignTop)
        self._area.setWidgetResizable(True)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addLayout(top)
        column.addWidget(self._area)

    def _on_found(self, found: tuple[Ending, ...]) -> None:
        self._line.say(bar_words(found))
        self.setVisible(bool(found))
        if found != self.found:
            self.found = found
            self._fill()
        if not found:
            self.show_them.setChecked(False)

    def _on_toggled(self, on: bool) -> None:
        self._area.setVisible(on)
        self.show_them.setText(_HIDE if on else _SHOW)

    def _fill(self) -> None:
        inside = Surface("pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE_8, 0)
        column.setSpacing(0)
        self.rows, self.links = [], []
        for one in self.found:
            words = f"{name_of(one.picture)} · {one.words}"
            link = ElidedLink(self._theme, words)
            link.clicked.connect(partial(self._want_picture, one.picture))
            self.links.append(link)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            for page in one.pages:
                row = UseRow(self._theme, page)
                row.clicked.connect(partial(self._want_article, page))
                self.rows.append(row)
                column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.updateGeometry()

    def _want_picture(self, picture: Picture) -> None:
        self.picture_wanted.emit(picture.id)

    def _want_article(self, page: PlaceUsed) -> None:
        self.article_wanted.emit(page.article)


def bar_words(found: Sequence[Ending]) -> str:
    """Count the pages, each once: those of ended rights, and those of rights that end soon."""
    ended = {page.article for one in found if one.ended for page in one.pages}
    soon = {page.article for one in found if not one.ended for page in one.pages} - ended
    said = [_pages(len(ended), "have ended")] * bool(ended)
    if soon:
        words = _pages(len(soon), f"end within {SOON.days} days")
        said.append(words)
    return " ".join(f"{one}." for one in said)


def _pages(count: int, what: str) -> str:
    if count == 1:
        return f"1 page shows a picture whose rights {what}"
    return f"{count:,} pages show pictures whose rights {what}"


def _endings(desk: Desk) -> tuple[Ending, ...]:
    today = checking.today(desk, browsing.house(desk))
    found = deeds.using.pages_of_ending_rights(desk, (today + SOON).isoformat())
    endings = (
        _ending(browsing.picture(desk, name), places, today) for name, places in found.items()
    )
    return tuple(one for one in endings if one.pages)


def _ending(picture: Picture, places: Sequence[PlaceUsed], today: date) -> Ending:
    pages = tuple(one for one in places if one.ran is not None)
    ends = picture.record.rights.ends
    words = rights_words(ends, today, ()).removesuffix(".")
    return Ending(picture, pages, ends < today.isoformat(), words[:1].lower() + words[1:])
