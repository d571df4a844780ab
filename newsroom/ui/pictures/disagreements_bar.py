"""Where a file's standards say different things: what each says, and a choice for each field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.picture import Claim, Disagreement
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import ElidedLabel, IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_4, SPACE_8, SPACE_12, Ink, Type
from newsroom.ui.pictures.record_fields import field_words
from newsroom.ui.pictures.value_words import value_words

STANDARDS = ("XMP", "IIM", "Exif")
_BOLD = Type(META.family, META.size, META.line, 600)
_NOTHING = "—"


class DisagreementsBar(Surface):
    """A bar that opens a table. `chosen` carries field and standard, `all_chosen` a standard."""

    chosen = Signal(str, str)
    all_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("stale")
        self.setAccessibleName("Disagreements in the file")
        self._theme = theme
        self._shown: tuple[Disagreement, ...] = ()
        self.buttons: dict[tuple[str, str], Button] = {}
        self._words = IconLabel(theme, "mdi6.not-equal-variant", "", BASE, Ink.AMBER)
        self._words.label.setWordWrap(True)
        self.turn = Button(theme, "Compare", Kind.LINK)
        self.turn.clicked.connect(self._on_turned)
        self.all_xmp = Button(theme, "Choose all XMP", Kind.LINK)
        self.all_xmp.clicked.connect(partial(self.all_chosen.emit, "XMP"))
        self._table = QWidget()
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self._words, 1)
        head.addWidget(self.all_xmp)
        head.addWidget(self.turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        self._column.setSpacing(SPACE_4)
        self._column.addLayout(head)
        self._column.addWidget(self._table)
        self._table.hide()
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says; empty while it is not there."""
        return "" if self.isHidden() else self._words.label.text()

    def show_disagreements(self, found: tuple[Disagreement, ...]) -> None:
        """Show other disagreements; none take the bar away."""
        if found == self._shown:
            return
        had_keys = self._table.isAncestorOf(QApplication.focusWidget() or self)
        self._shown = found
        count = len(found)
        self._words.say(
            f"The file’s standards disagree about {count} field{'s' if count != 1 else ''}"
        )
        self.all_xmp.setVisible(any("XMP" in _claims(one) for one in found))
        self._fill()
        self.setVisible(bool(found))
        if had_keys and self.buttons:
            next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        opened = not self._table.isHidden()
        former, self._table = self._table, QWidget()
        self.buttons = {}
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, SPACE_4, 0, 0)
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(SPACE_4)
        for column, words in enumerate(("Field", *STANDARDS)):
            grid.addWidget(Label(words, META, Ink.INK_2), 0, column)
            grid.setColumnStretch(column, 1 if column else 0)
        for row, one in enumerate(self._shown, 1):
            grid.addWidget(Label(field_words(one.field), _BOLD), row, 0)
            claims = _claims(one)
            for column, standard in enumerate(STANDARDS, 1):
                part = self._choice(one, claims[standard]) if standard in claims else _gap()
                grid.addWidget(part, row, column)
        self._column.replaceWidget(former, self._table)
        former.hide()
        former.deleteLater()
        self._open(opened and bool(self._shown))

    def _choice(self, found: Disagreement, claim: Claim) -> QWidget:
        said = value_words(claim.value, found.field) or _NOTHING
        button = Button(self._theme, "Take", Kind.LINK)
        name = f"{field_words(found.field)}: take what {claim.standard} says, “{said}”"
        button.setAccessibleName(name)
        button.clicked.connect(partial(self.chosen.emit, found.field, claim.standard))
        self.buttons[found.field, claim.standard] = button
        words = ElidedLabel(said, META, Ink.INK)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.setMinimumWidth(1)
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(words, 1)
        row.addWidget(button)
        return cell

    def _on_turned(self) -> None:
        self._open(self._table.isHidden())

    def _open(self, opened: bool) -> None:
        self._table.setVisible(opened)
        self.turn.setText("Hide" if opened else "Compare")


def _claims(found: Disagreement) -> dict[str, Claim]:
    return {one.standard: one for one in reversed(found.claims)}


def _gap() -> Label:
    return Label(_NOTHING, META, Ink.INK_3)
