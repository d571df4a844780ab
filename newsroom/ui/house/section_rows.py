"""The sections of a house, a field for each; the address of a section stays when its name moves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsroom.domain.errors import Refused
from newsroom.domain.house import Section
from newsroom.domain.slug import slugify
from newsroom.ui.look.controls import Button, IconButton
from newsroom.ui.look.forms import beside, line_field
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_8


class SectionRows(QWidget):
    """One row for each section; `edited` tells that a person changed one."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self.add = Button(theme, "Add section", icon="mdi6.plus")
        self.add.clicked.connect(self._on_add)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def fields(self) -> list[QLineEdit]:
        """The fields with the names, from top to bottom."""
        return [row.field for row in self._rows]

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """Show other sections."""
        for row in tuple(self._rows):
            self._take_away(row)
        for section in sections:
            self._put(section)

    def sections(self) -> tuple[Section, ...]:
        """Give the sections as they are named now; raises `Refused` for a name without letters."""
        return tuple(row.section() for row in self._rows)

    def _on_add(self) -> None:
        row = self._put(Section("", ""))
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _put(self, section: Section) -> _Row:
        row = _Row(self._theme, section)
        row.field.textEdited.connect(self.edited)
        row.remove.clicked.connect(lambda: self._on_remove(row))
        before = self._rows[-1].remove if self._rows else None
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        if before is not None:
            QWidget.setTabOrder(before, row.field)
        QWidget.setTabOrder(row.field, row.remove)
        QWidget.setTabOrder(row.remove, self.add)
        return row

    def _on_remove(self, row: _Row) -> None:
        place = self._rows.index(row)
        self._take_away(row)
        near = self._rows[min(place, len(self._rows) - 1)].field if self._rows else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _take_away(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    def __init__(self, theme: Theme, section: Section) -> None:
        super().__init__()
        self._slug = section.slug
        self.field = line_field("Name of a section")
        self.field.setText(section.name)
        self.remove = IconButton(theme, "mdi6.close", "Take this section away")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside(self.field, self.remove))

    def section(self) -> Section:
        name = self.field.text().strip()
        slug = self._slug or slugify(name)
        if not slug:
            raise Refused("A section has no name.", hint="Name it, or take it away.")
        return Section(slug, name)
