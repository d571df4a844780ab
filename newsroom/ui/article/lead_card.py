"""The lead picture: what it shows, what is said under it, and who gets the credit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from newsroom.domain.document import Figure
from newsroom.domain.findings import Finding
from newsroom.domain.ids import PictureId
from newsroom.ui.article.bringing import Step, bring
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.article.use_words import (
    ALT,
    BOX_NAMES,
    CAPTION,
    CREDIT,
    UseRemark,
    about_use,
    name_label,
)
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    CARD_CAPTION,
    META,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    Ink,
    Type,
)
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

PICTURE = QSize(168, 112)


class LeadCard(QWidget):
    """A card with the lead picture, or the way to choose one. `wanted` asks for a picture."""

    edited = Signal()
    wanted = Signal()
    record_wanted = Signal(str)
    removed = Signal(object)

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._figure: Figure | None = None
        self._none = Button(theme, "Add lead picture", Kind.CHIP, "mdi6.image-plus")
        self._none.clicked.connect(self.wanted)
        self._card = Surface("card")
        self._picture = CroppedPicture(thumbnails, PICTURE, flush=True)
        self.caption = GrowingText("Caption: everyone reads it", CARD_CAPTION)
        self.caption.setAccessibleName(BOX_NAMES[CAPTION])
        self.alt = GrowingText("Alt text", META)
        self.alt.setAccessibleName(BOX_NAMES[ALT])
        self.remarks = {box: UseRemark(theme) for box in (CAPTION, ALT, CREDIT)}
        self._names = {box: name_label(theme, box) for box in (CAPTION, ALT)}
        self._alt_row = QWidget()
        self._credit = IconLabel(theme, "mdi6.check", "", META, Ink.INK_2)
        self._alt_mark = IconLabel(theme, "mdi6.check", "Alt text", META, Ink.INK_2)
        self._pencil = IconButton(theme, "mdi6.pencil-outline", "Edit caption and alt text")
        self._pencil.setCheckable(True)
        self._menu_button = IconButton(theme, "mdi6.dots-horizontal", "Lead picture")
        self._fill_menu()
        self._arrange()
        self._pencil.toggled.connect(self._on_editing)
        for field in (self.caption, self.alt):
            field.edited.connect(self._on_edited)
        self.show_figure(None)

    @property
    def figure(self) -> Figure | None:
        """The lead as it stands in the card."""
        return self._figure

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        return self._none, self.caption, self.alt, self._pencil, self._menu_button

    def show_figure(self, figure: Figure | None) -> None:
        """Show a use of a picture, or none."""
        self._picture.show_picture(figure.picture if figure else None)
        self._figure = figure
        self.show_findings(())
        self._card.setVisible(figure is not None)
        self._none.setVisible(figure is None)
        self.caption.show_words(figure.caption if figure else "")
        self.alt.show_words(figure.alt if figure else "")
        self._mark_alt()

    def bring(self, figure: Figure | None, step: Step | None) -> None:
        """Show another use; the words under the same picture keep their undo."""
        if figure is None or self._figure is None or figure.picture != self._figure.picture:
            self.show_figure(figure)
            return
        bring(self.caption, figure.caption, step)
        bring(self.alt, figure.alt, step)
        self._figure = figure
        self._mark_alt()

    def show_credit(self, credit: str) -> None:
        """Show the credit line as it will be printed; empty for a picture without."""
        if credit:
            self._credit.say(credit, "mdi6.check", Ink.GREEN)
            self._credit.label.recolour(Ink.INK_2)
        else:
            self._credit.say("Credit is missing", "mdi6.alert-outline", Ink.AMBER)

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Say under each box what the checks say of this use."""
        picture = self._figure.picture if self._figure else PictureId("")
        for box, messages in about_use(found, "lead", picture).items():
            self.remarks[box].show_messages(messages)

    def writing(self) -> QWidget:
        """Show every field of the card, and give where to begin: a caption, or a picture."""
        if self._figure is None:
            return self._none
        self._pencil.setChecked(True)
        return self.caption

    def unfold(self) -> None:
        """Show the alt text too, and leave the keyboard where it is."""
        with QSignalBlocker(self._pencil):
            self._pencil.setChecked(True)
        self._show_names(shown=True)

    def _show_names(self, *, shown: bool) -> None:
        self._alt_row.setVisible(shown)
        self._names[CAPTION].setVisible(shown)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(Label("Lead picture", Type(META.family, 11, 14), Ink.INK_3), 1)
        for button in (self._pencil, self._menu_button):
            fit(button, side=24, icon=(14, 14))
            top.addWidget(button)
        alt = QHBoxLayout(self._alt_row)
        alt.setContentsMargins(0, SPACE_4, 0, 0)
        alt.addWidget(self._names[ALT], 0, Qt.AlignmentFlag.AlignTop)
        alt.addWidget(self.alt, 1)
        self._alt_row.hide()
        marks = QHBoxLayout()
        marks.setSpacing(SPACE_12)
        self._credit.label.setWordWrap(True)
        marks.addWidget(self._credit, 1)
        marks.addWidget(self._alt_mark)
        words = QVBoxLayout()
        words.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, SPACE_8)
        words.setSpacing(0)
        words.addLayout(top)
        words.addWidget(self._names[CAPTION])
        words.addWidget(self.caption)
        words.addWidget(self.remarks[CAPTION])
        words.addWidget(self._alt_row)
        words.addWidget(self.remarks[ALT])
        words.addSpacing(SPACE_8)
        words.addStretch(1)
        words.addLayout(marks)
        words.addWidget(self.remarks[CREDIT])
        self._names[CAPTION].hide()
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill_menu(self) -> None:
        menu = QMenu(self._menu_button)
        menu.addAction("Change picture").triggered.connect(self.wanted)
        menu.addAction("Edit credit").triggered.connect(self._on_record_wanted)
        menu.addAction("Remove").triggered.connect(self._remove)
        self._menu_button.setMenu(menu)

    def _on_record_wanted(self) -> None:
        if self._figure:
            self.record_wanted.emit(self._figure.picture)

    def _remove(self) -> None:
        former = self._figure
        self.show_figure(None)
        self.removed.emit(former)

    def _on_editing(self, editing: bool) -> None:
        self._show_names(shown=editing)
        if editing:
            self.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        if self._figure is None:
            return
        self._figure = replace(self._figure, caption=self.caption.words(), alt=self.alt.words())
        self._mark_alt()
        self.edited.emit()

    def _mark_alt(self) -> None:
        if self._figure and self._figure.alt:
            self._alt_mark.say("Alt text", "mdi6.check", Ink.GREEN)
            self._alt_mark.label.recolour(Ink.INK_2)
        else:
            self._alt_mark.say("Alt text is missing", "mdi6.alert-outline", Ink.AMBER)
