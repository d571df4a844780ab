"""A figure's card as a form: its picture, caption, alt text, and the way to its credit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.document import Figure
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.article.use_words import (
    ALT,
    BOX_NAMES,
    CAPTION,
    CREDIT,
    UseRemark,
    name_label,
)
from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.popover import Popover
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    CARD_CAPTION,
    META,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    Ink,
)
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

PICTURE = QSize(97, 120)


class FigureEditor(Popover):
    """Lies over the card. `edited` comes with every change, for nothing typed may be lost."""

    edited = Signal()
    record_wanted = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__("Picture in the text")
        self._picture = CroppedPicture(thumbnails, PICTURE, flush=True)
        self.caption = GrowingText("Caption", CARD_CAPTION)
        self.caption.setAccessibleName(BOX_NAMES[CAPTION])
        self.alt = GrowingText("Alt text", META)
        self.alt.setAccessibleName(BOX_NAMES[ALT])
        self.remarks = {box: UseRemark(theme) for box in (CAPTION, ALT, CREDIT)}
        self._theme = theme
        self._credit = IconLabel(theme, "mdi6.check", "", META, Ink.INK_2)
        self.record = Button(theme, "", Kind.LINK)
        self._close = IconButton(theme, "mdi6.close", "Close", "Esc")
        self._arrange()
        for field in (self.caption, self.alt):
            field.edited.connect(self._on_edited)
        self.caption.done.connect(lambda: self.alt.setFocus(Qt.FocusReason.TabFocusReason))
        self.alt.done.connect(self.leave)
        self.record.clicked.connect(self.record_wanted)
        self._close.clicked.connect(self.leave)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        words.setSpacing(0)
        self._credit.label.setWordWrap(True)
        fit(self._close, side=24, icon=(14, 14))
        parts = (
            (CAPTION, self.caption, self._close),
            (ALT, self.alt, None),
            (CREDIT, self._credit, self.record),
        )
        for box, part, beside in parts:
            words.addLayout(self._head(box, part, beside))
            words.addSpacing(SPACE_4)
            words.addWidget(part)
            words.addWidget(self.remarks[box])
            words.addSpacing(SPACE_8 if box is not CREDIT else SPACE_4)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _head(self, box: str, part: QWidget, beside: QWidget | None) -> QHBoxLayout:
        name = name_label(self._theme, box)
        name.label.setBuddy(part)
        row = QHBoxLayout()
        row.addWidget(name, 1)
        if beside is not None:
            row.addWidget(beside)
        return row

    def show_remarks(self, said: dict[str, list[str]]) -> None:
        """Say under each box what the checks say of it."""
        for box, remark in self.remarks.items():
            remark.show_messages(said[box])
        self._grow()

    def show_figure(self, figure: Figure) -> None:
        """Show one use of a picture."""
        self._picture.show_picture(figure.picture)
        self.caption.show_words(figure.caption)
        self.alt.show_words(figure.alt)

    def words(self) -> tuple[str, str]:
        """Give caption and alt text as they stand in the fields."""
        return self.caption.words(), self.alt.words()

    def show_credit(self, credit: str) -> None:
        """Show the credit line as it will be printed; empty for a picture without."""
        if credit:
            self._credit.say(credit, "mdi6.check", Ink.GREEN)
            self._credit.label.recolour(Ink.INK_2)
        else:
            self._credit.say("Credit is missing", "mdi6.alert-outline", Ink.AMBER)
        self.record.setText("Edit credit" if credit else "Add credit")

    def leave(self) -> None:
        """Close, and give the keyboard back to the text."""
        self.put_away()
        self.left.emit()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        words = layout.heightForWidth(width) if layout else 0
        return max(self._picture.height() + 2, words)

    def event(self, event: QEvent) -> bool:
        """Grow with what a box needs, which it knows only once it has its width."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def _on_edited(self) -> None:
        self._grow()
        self.edited.emit()

    def _grow(self) -> None:
        if self.isVisible():
            self.resize(self.width(), self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Ctrl+Return too; what was typed is in the text already."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave()
            return
        super().keyPressEvent(event)
