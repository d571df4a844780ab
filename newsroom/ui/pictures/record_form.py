"""The credit record of one picture, field by field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.picture import CreditRecord
from newsroom.domain.record_faults import fault_of
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, META, SPACE_4, SPACE_8, SPACE_16, Ink, Type
from newsroom.ui.pictures.boxes import Box, LineBox, TextBox, name_for
from newsroom.ui.pictures.record_keeper import Value

ALT_MOST = 250
"""Characters of an alt text that screen readers say in one breath; more is told, not refused."""
_LABELS = 166
_THREE_COLUMNS = 500
_BOLD = Type(BASE.family, BASE.size, BASE.line, 600)
_SMALL = (
    ("creator", "Creator", "Several: part them with ;"),
    ("source", "Source", ""),
    ("copyright", "Copyright", ""),
    ("usage_terms", "Usage terms", ""),
    ("web_statement", "Web statement", "https://"),
    ("created", "Date taken", "2026-04-14"),
    ("place", "Place", ""),
)


class RecordForm(QWidget):
    """Three boxes that say whom a text is for, and the small print.

    `edited` carries the name of a field and its value when a person changed it; `left` says that
    the keyboard left a field.
    """

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._boxes: dict[str, Box] = {}
        self._faults: dict[str, IconLabel] = {}
        self._columns = 0
        self._count = Label("", META, Ink.INK_3)
        self._cells: list[QWidget] = []
        self._small = QGridLayout()
        self._small.setHorizontalSpacing(SPACE_16)
        self._small.setVerticalSpacing(SPACE_8 + SPACE_4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for row in self._readers(theme):
            column.addLayout(row)
        column.addSpacing(SPACE_8)
        column.addLayout(self._small)
        for name, words, hint in _SMALL:
            self._cells.append(self._cell(theme, name, words, hint))
        self._place_cells(3)
        self._connect()

    def box(self, name: str) -> Box:
        """Give the box of a field of the record."""
        return self._boxes[name]

    def faults(self) -> dict[str, str]:
        """Tell what is said beside each field that can be wrong; empty where nothing is."""
        return {
            name: "" if fault.isHidden() else fault.label.text()
            for name, fault in self._faults.items()
        }

    def show_record(self, record: CreditRecord, untouched: Callable[[str], bool]) -> None:
        """Show a record of the same picture as it came in, but for fields that a person touched."""
        for name, box in self._boxes.items():
            if untouched(name):
                box.show_words(text_of(record, name), fresh=False)
        self._judge()

    def begin(self, record: CreditRecord) -> None:
        """Show the record of another picture."""
        for name, box in self._boxes.items():
            box.show_words(text_of(record, name), fresh=True)
        self._judge()

    def show_prefix(self, prefix: str) -> None:
        """Show how the house begins a credit line."""
        credit = self._boxes["credit"]
        assert isinstance(credit, LineBox)
        credit.put_before(prefix.strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cells(3 if self.width() >= _THREE_COLUMNS else 2)

    def _readers(self, theme: Theme) -> list[QHBoxLayout]:
        return [
            self._reader(
                theme,
                ("alt", "A blind reader hears", "mdi6.ear-hearing"),
                TextBox("A blind reader hears: alt text", "Say what can be seen"),
                self._count,
            ),
            self._reader(
                theme,
                ("caption", "Everyone reads", "mdi6.eye-outline"),
                TextBox("Everyone reads: caption", "Who, what, where, when"),
                Label("Caption for new uses", META, Ink.INK_3),
            ),
            self._reader(
                theme,
                ("credit", "Gets the credit", "mdi6.account-circle-outline"),
                LineBox("Gets the credit: credit line", "Who made it / who lent it"),
                None,
            ),
        ]

    def _reader(
        self, theme: Theme, who: tuple[str, str, str], box: Box, below: Label | None
    ) -> QHBoxLayout:
        name, words, icon = who
        self._boxes[name] = box
        head = IconLabel(theme, icon, words, _BOLD, Ink.ACCENT)
        head.label.recolour(Ink.INK)
        head.label.setBuddy(box)
        labels = QWidget()
        fit(labels, width=_LABELS)
        inside = QVBoxLayout(labels)
        inside.setContentsMargins(0, SPACE_4 + 1, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(head)
        if below is not None:
            below.setIndent(SPACE_16 + SPACE_8 - 2)
            below.setWordWrap(True)
            inside.addWidget(below)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(labels, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _cell(self, theme: Theme, name: str, words: str, hint: str) -> QWidget:
        box = LineBox(words, hint)
        fault = IconLabel(theme, "mdi6.alert-outline", "", META, Ink.AMBER)
        fault.label.setWordWrap(True)
        fault.hide()
        self._boxes[name] = box
        self._faults[name] = fault
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(name_for(box, words))
        column.addWidget(box)
        column.addWidget(fault)
        column.addStretch(1)
        return cell

    def _place_cells(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self._cells):
            self._small.addWidget(cell, number // columns, number % columns)
        for column in range(3):
            self._small.setColumnStretch(column, 1 if column < columns else 0)

    def _connect(self) -> None:
        for name, box in self._boxes.items():
            changed = box.textEdited if isinstance(box, LineBox) else box.edited
            changed.connect(partial(self._on_edited, name))
            box.left.connect(self.left)

    def _on_edited(self, name: str, *_: object) -> None:
        self._judge()
        self.edited.emit(name, value_of(name, self._boxes[name].words()))

    def _judge(self) -> None:
        length = len(self._boxes["alt"].words())
        self._count.setText(f"Alt text · {length} of {ALT_MOST}")
        self._count.recolour(Ink.AMBER if length > ALT_MOST else Ink.INK_3)
        for name, fault in self._faults.items():
            words = fault_of(name, self._boxes[name].words())
            if words != fault.label.text():
                fault.say(words)
            fault.setVisible(bool(words))


def text_of(record: CreditRecord, name: str) -> str:
    """Write a field of a record as its box shows it."""
    value = getattr(record, name)
    return "; ".join(value) if name == "creator" else str(value)


def value_of(name: str, words: str) -> Value:
    """Read a field of a record from its box."""
    if name != "creator":
        return words
    return tuple(part.strip() for part in words.split(";") if part.strip())
