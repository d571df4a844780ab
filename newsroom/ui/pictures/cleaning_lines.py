"""What cleaning did to a record on arrival: a quiet line for each field, with the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.cleaning import reason_of
from newsroom.domain.picture import Cleaned, CreditRecord, Value
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_4, SPACE_8, Ink
from newsroom.ui.pictures.record_fields import field_words
from newsroom.ui.pictures.value_words import value_words


@dataclass(frozen=True, slots=True)
class CleanedField:
    """A field that cleaning changed and nobody did since: what it held before, and why."""

    field: str
    before: Value
    words: str
    why: str


def cleaned_fields(
    done: Iterable[Cleaned], arrived: CreditRecord, record: CreditRecord
) -> tuple[CleanedField, ...]:
    """Tell what cleaning did, field by field; one that somebody changed since is left out."""
    steps: dict[str, list[Cleaned]] = {}
    for one in done:
        steps.setdefault(one.field, []).append(one)
    return tuple(
        CleanedField(
            field,
            taken[0].before,
            told(
                field,
                value_words(taken[0].before, field),
                value_words(getattr(record, field), field),
            ),
            " ".join(dict.fromkeys(filter(None, (reason_of(one.step) for one in taken)))),
        )
        for field, taken in steps.items()
        if getattr(record, field) == getattr(arrived, field) != taken[0].before
    )


def told(field: str, before: str, after: str) -> str:
    """Say what was done to a field in a sentence."""
    name = field_words(field)
    if not before:
        return f"{name} was filled: “{after}”."
    if before.split() == after.split():
        return f"Spaces were tidied in the {name.lower()}."
    if after and before.endswith(after):
        return f"“{before.removesuffix(after)}” was taken away from the {name.lower()}."
    return f"{name} was “{before}” and was written as “{after}”."


class CleaningLines(QWidget):
    """The lines. `undone` carries a field and what it held before."""

    undone = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[CleanedField, ...] = ()
        self.buttons: list[Button] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """The sentences on show."""
        return tuple(one.words for one in self._shown)

    def show_fields(self, fields: tuple[CleanedField, ...]) -> None:
        """Show what was done to other fields; the same ones stay as they are."""
        self.setVisible(bool(fields))
        if fields == self._shown:
            return
        self._shown = fields
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(one) for one in fields]

    def _row(self, one: CleanedField) -> QWidget:
        line = IconLabel(self._theme, "mdi6.broom", one.words, META, Ink.INK_2)
        line.label.setWordWrap(True)
        line.setToolTip(one.why)
        line.setAccessibleDescription(one.why)
        undo = Button(self._theme, "Undo", Kind.LINK)
        undo.setAccessibleName(f"Undo: {one.words}")
        undo.clicked.connect(partial(self.undone.emit, one.field, one.before))
        self.buttons.append(undo)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_8)
        inside.addWidget(line, 1)
        inside.addWidget(undo)
        self._column.addWidget(row)
        return row
