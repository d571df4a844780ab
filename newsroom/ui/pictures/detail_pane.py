"""One picture: what it is, who hears, reads and is credited, and where it is used."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.changes import Changes
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import PictureId
from newsroom.domain.lines import day_in_short
from newsroom.domain.picture import Picture, Value
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Footer, PaneHeader, Surface
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.labels import ElidedLabel, EmptyState, IconLabel, TitleLabel
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, PANE_TITLE, SPACE_16, SPACE_24, Ink
from newsroom.ui.pictures.facts import Facts
from newsroom.ui.pictures.fold import Fold, KeptFolds, kept_fold
from newsroom.ui.pictures.gathering import Gathered, gather
from newsroom.ui.pictures.lookalike_bar import LookalikeBar
from newsroom.ui.pictures.record_deeds import RecordDeeds
from newsroom.ui.pictures.record_form import RecordForm
from newsroom.ui.pictures.record_keeper import RecordKeeper
from newsroom.ui.pictures.record_sections import RecordSections
from newsroom.ui.pictures.shelf import name_of
from newsroom.ui.thumbnails import Thumbnails

FOLDS = "pictures-folds"
"""The key under which this laptop keeps which parts of the pane stand open."""
_ANY_HEIGHT = (1 << 24) - 1
"""Qt's own greatest height, which PySide has no name for."""
_SAVED = "mdi6.content-save-check-outline"
_UNSAVED = "mdi6.content-save-edit-outline"


class Standing(StrEnum):
    """How the record stands by the grid: whole, folded to its header, or in the grid's place."""

    WHOLE = "whole"
    SHUT = "shut"
    OVER = "over"


_TURNS = {
    Standing.SHUT: ("mdi6.chevron-up", "Open the record", "Return"),
    Standing.OVER: ("mdi6.chevron-down", "Back to the pictures", "Esc"),
}


class DetailPane(Surface):
    """Shows and edits one picture's record. `step_wanted` carries -1 or 1.

    `picture_shown` carries another picture as it comes on show, or None; `refreshed` one that is
    on show, as it stands in the library by now.
    """

    step_wanted = Signal(int)
    use_wanted = Signal(str)
    picture_shown = Signal(object)
    refreshed = Signal(object)

    def __init__(
        self, theme: Theme, link: DeskLink, thumbnails: Thumbnails, keeper: RecordKeeper
    ) -> None:
        super().__init__("pane")
        self.setAccessibleName("Picture and its credit")
        self._link = link
        self._keeper = keeper
        self._picture: Picture | None = None
        self.turn = IconButton(theme, *_TURNS[Standing.SHUT])
        self.turn.hide()
        self.title = TitleLabel("", PANE_TITLE)
        self.back = IconButton(theme, "mdi6.chevron-left", "Previous picture", "Alt+Left")
        self.on = IconButton(theme, "mdi6.chevron-right", "Next picture", "Alt+Right")
        self.crop = Button(theme, "Crop", icon="mdi6.crop")
        self.use = Button(theme, "Use in article", Kind.PRIMARY, "mdi6.text-box-plus-outline")
        self.facts = Facts(theme, thumbnails)
        self._theme = theme
        self._folds = KeptFolds(link, FOLDS)
        self.form = RecordForm(theme, self._folds)
        self.deeds = RecordDeeds(link, keeper, lambda: self.picture)
        self.deeds.setParent(self)
        self.sections = RecordSections(theme, link, self._folds, self.deeds)
        self.lookalikes = LookalikeBar(theme, thumbnails)
        self._saved = IconLabel(theme, _SAVED, "", META, Ink.GREEN)
        self._stack = QStackedWidget()
        self._header = PaneHeader("pane")
        self._footer = Footer("pane")
        self._below = QVBoxLayout()
        self._arrange(theme)
        self._connect()
        self.show_nothing()

    @property
    def picture(self) -> PictureId | None:
        """The picture on show."""
        return self._picture.id if self._picture else None

    @property
    def saved_words(self) -> str:
        """What the footer says about the disk."""
        return self._saved.label.text()

    def show_picture(self, picture: Picture) -> None:
        """Show a picture at once, as far as it is known, and ask for the rest."""
        if self.picture != picture.id:
            record = self._keeper.over(picture.id, picture.record)
            self._picture = picture
            self.facts.show_picture(picture)
            self.facts.show_open(0)
            self.form.begin(record)
            self.sections.begin(picture)
            self._saved.setVisible(False)
            self._area.verticalScrollBar().setValue(0)
            self._show_title()
            self.picture_shown.emit(picture)
        self._stack.setCurrentIndex(1)
        self._enable(True)
        self.ask(picture.id)

    def ask(self, picture: PictureId) -> None:
        """Ask how a picture stands, and show it when the answer comes."""
        answered = partial(self._on_gathered, self._keeper.confirmed)
        failed = partial(self._on_missing, picture)
        self._link.read(partial(gather, picture), answered, "picture-detail", failed)

    def show_nothing(self) -> None:
        """Show that no picture is chosen."""
        self._picture = None
        self.title.setText("")
        self._saved.setVisible(False)
        self._stack.setCurrentIndex(0)
        self._enable(False)
        self.picture_shown.emit(None)

    def stand(self, how: Standing) -> None:
        """Show everything, or the header alone; where it has the grid's place there is a way back.

        While only the header is in sight, the pane is no higher than that.
        """
        shut = how is Standing.SHUT
        self._stack.setVisible(not shut)
        self._footer.setVisible(not shut)
        self.setMaximumHeight(self._header.maximumHeight() if shut else _ANY_HEIGHT)
        self.turn.setVisible(how in _TURNS)
        if how in _TURNS:
            self.turn.show_words(*_TURNS[how])

    def show_below(self, part: QWidget) -> None:
        """Bring a part below the record into sight, as soon as it has its place there."""
        QTimer.singleShot(0, part, partial(self._area.ensureWidgetVisible, part, 0, SPACE_24))

    def enter(self) -> None:
        """Give the keyboard to the field that needs it first."""
        if self._picture:
            name = "alt" if self._picture.record.credit else "credit"
            self.form.box(name).setFocus(Qt.FocusReason.TabFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Look again when the picture on show, an article or the house moved."""
        shown = self._picture
        if shown and (shown.id in changes.pictures or changes.articles or changes.house):
            self.ask(shown.id)

    def add_section(self, title: str, part: QWidget) -> Fold:
        """Put a part that folds below the record, after those that stand there."""
        fold = kept_fold(self._theme, self._folds, title, part, opened=True)
        self._below.addWidget(fold)
        return fold

    def _arrange(self, theme: Theme) -> None:
        self._header.add(self.turn)
        self._header.row.addWidget(self.title, 1)
        self._header.add(self.back, self.on, self.crop, self.use)
        inside = Surface("pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        self._below.setSpacing(SPACE_16)
        # Tab goes through the parts in the order in which they come into the pane.
        for part in (self.facts, *self.sections.above, self.lookalikes, self.sections.presets):
            column.addWidget(part)
        column.addWidget(self.form)
        column.addLayout(self._below)
        for below in self.sections.below:
            self._below.addWidget(below)
        column.addStretch(1)
        self._area = ScrollingColumn(inside)
        self._stack.addWidget(EmptyState(theme, "Choose a picture to see who gets the credit"))
        self._stack.addWidget(self._area)
        self._footer.add(self._saved)
        words = "The original stays untouched; exports carry these values"
        promise = ElidedLabel(words, META, Ink.INK_2)
        promise.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._footer.row.addWidget(promise, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._footer)

    def _connect(self) -> None:
        self.sections.card.stood.connect(self.facts.show_credentials)
        # Their keys are in the table of commands: a button's own shortcut acts a tenth of a second
        # late, and what is typed meanwhile would go into the record of the picture before.
        self.back.clicked.connect(partial(self.step_wanted.emit, -1))
        self.on.clicked.connect(partial(self.step_wanted.emit, 1))
        self.use.clicked.connect(self.use_in_article)
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._keeper.flush)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.stuck.connect(self._on_stuck)

    def _enable(self, on: bool) -> None:
        for part in (self.back, self.on, self.crop, self.use):
            part.setEnabled(on)

    def use_in_article(self) -> None:
        """Ask for the picture on show to be put into the open article, its credit being saved."""
        if self._picture:
            self._keeper.flush()
            self.use_wanted.emit(self._picture.id)

    def _on_edited(self, name: str, value: Value) -> None:
        if self._picture is None:
            return
        self._keeper.touch(self._picture.id, name, value)
        self.facts.show_record(self._keeper.over(self._picture.id, self._picture.record))
        self._show_title()
        self._say("Not saved yet", _UNSAVED, Ink.INK_3)

    def _on_saved(self, picture: PictureId, values: object, at: datetime) -> None:
        if picture == self.picture and not self._keeper.unsaved(picture):
            self._say_saved(at)

    def _on_stuck(self, picture: PictureId, error: Exception) -> None:
        if picture == self.picture:
            self._say("Not saved. What you typed is kept here", "mdi6.alert-outline", Ink.AMBER)
        self._link.failed.emit(error)

    def _on_gathered(self, confirmed: int, gathered: Gathered) -> None:
        name = gathered.picture.id
        if name != self.picture:
            return
        if confirmed != self._keeper.confirmed:
            # Something was saved while this answer was under way: it may be older than the boxes.
            self.ask(name)
            return
        unsaved = self._keeper.unsaved(name)
        self._picture = gathered.picture
        self.form.show_record(gathered.picture.record, lambda field: field not in unsaved)
        self.form.show_house(gathered.house)
        record = self._keeper.over(name, gathered.picture.record)
        self.facts.show_open(self.sections.show_gathered(gathered, record))
        self.facts.show_record(record)
        self.facts.show_added(gathered.added_by, gathered.added)
        self._show_title()
        self.refreshed.emit(gathered.picture)
        if not unsaved:
            self._say_saved(gathered.saved)

    def _on_missing(self, picture: PictureId, error: Exception) -> None:
        if isinstance(error, NotFound) and picture == self.picture:
            self.show_nothing()
        self._link.failed.emit(error)

    def _show_title(self) -> None:
        if self._picture:
            self.title.setText(name_of(self._picture))

    def _say_saved(self, at: datetime) -> None:
        self._say(f"Saved {_moment(at, self._link.now())}", _SAVED, Ink.GREEN)

    def _say(self, words: str, icon: str, ink: Ink) -> None:
        self._saved.say(words, icon, ink)
        if ink is Ink.GREEN:
            self._saved.label.recolour(Ink.INK_2)
        self._saved.setVisible(True)


def _moment(at: datetime, now: datetime) -> str:
    local = at.astimezone()
    if local.date() == now.astimezone().date():
        return f"{local:%H:%M:%S}"
    return f"{day_in_short(local, now.astimezone())}, {local:%H:%M:%S}"
