"""Edit together: fields that are set on all chosen pictures; what is not touched stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from newsroom import desk as deeds
from newsroom.domain.record_faults import fault_of, fault_of_day
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.forms import line_field, under
from newsroom.ui.look.labels import Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_8, SPACE_12, SPACE_16, Ink
from newsroom.ui.pictures.shelf import one_line

if TYPE_CHECKING:
    from newsroom.desk.rewriting import Touched

_WIDTH = 560
_UNTOUCHED = "Leave as it is"
_LISTS = ("creator", "copyright_owner")
_FIELDS = {
    "credit": ("Credit line", _UNTOUCHED),
    "creator": ("Creator", "Several: part them with ;"),
    "source": ("Source", _UNTOUCHED),
    "copyright": ("Copyright", _UNTOUCHED),
    "copyright_owner": ("Copyright owner", "Several: part them with ;"),
    "usage_terms": ("Usage terms", _UNTOUCHED),
    "web_statement": ("Web statement", "https://"),
    "instructions": ("Instructions", _UNTOUCHED),
    "starts": ("Rights from", "2026-04-14"),
    "ends": ("Rights until", "2026-04-14"),
    "event": ("Event", _UNTOUCHED),
    "keywords": ("Keywords to add", "Several: part them with ;"),
}
_DATES = ("starts", "ends")


class TogetherForm(QDialog):
    """A few fields and one verb. `given` carries what was touched."""

    given = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, count: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Edit {count:,} pictures together")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        fit(self, least=_WIDTH)
        self._count = count
        self.fields = {name: line_field(words, hint) for name, (words, hint) in _FIELDS.items()}
        self.said = Label("", META, Ink.INK_2)
        self.said.setWordWrap(True)
        self.go = Button(theme, "Set on all", Kind.PRIMARY)
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go)
        cancel = Button(theme, "Cancel", Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        for field in self.fields.values():
            field.setMaxLength(4000)
            field.textEdited.connect(self._say)
        self._arrange(cancel)
        self._say()

    def touched(self) -> dict[str, str]:
        """Give the fields that were typed in, by name, as they stand."""
        return {
            name: one_line(field.text())
            for name, field in self.fields.items()
            if field.isModified() and (field.text().strip() or name != "keywords")
        }

    def _arrange(self, cancel: Button) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_12)
        for number, (name, field) in enumerate(self.fields.items()):
            grid.addWidget(under(_FIELDS[name][0], field), number // 2, number % 2)
        below = QHBoxLayout()
        below.setSpacing(SPACE_8)
        below.addStretch(1)
        below.addWidget(cancel)
        below.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addLayout(below)

    def _say(self, *_: object) -> None:
        touched = self.touched()
        fault = _fault(touched)
        self.said.setText(fault or _summary(touched, self._count))
        self.said.recolour(Ink.AMBER if fault else Ink.INK_2)
        self.go.setEnabled(bool(touched) and not fault)

    def _on_go(self) -> None:
        self.given.emit(_as_touched(self.touched()))
        self.accept()


def _summary(touched: Mapping[str, str], count: int) -> str:
    if not touched:
        return "Only the fields that you type in are set; the others stay as each picture has them."
    words = {name: _FIELDS[name][0].lower() for name in touched}
    filled = ", ".join(words[name] for name, said in touched.items() if said)
    emptied = ", ".join(words[name] for name, said in touched.items() if not said)
    parts = [f"Sets on {count:,} pictures: {filled}."] if filled else []
    parts += [f"Empties on {count:,} pictures: {emptied}."] if emptied else []
    return " ".join(parts)


def _fault(touched: Mapping[str, str]) -> str:
    for name, words in touched.items():
        fault = fault_of_day(words) if name in _DATES else fault_of(name, words)
        if fault:
            return f"{_FIELDS[name][0]}: {fault}"
    if touched.get("ends") and touched["ends"] < touched.get("starts", ""):
        return "The rights would end before they begin."
    return ""


def _as_touched(said: Mapping[str, str]) -> Touched:
    apart = (*_DATES, "keywords")
    fields = {
        name: _several(words) if name in _LISTS else words
        for name, words in said.items()
        if name not in apart
    }
    return deeds.rewriting.Touched(
        fields, said.get("starts"), said.get("ends"), _several(said.get("keywords", ""))
    )


def _several(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(";") if part.strip())
