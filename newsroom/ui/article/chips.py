"""The chips over the headline: section, language, and the way to the further fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.domain.article import Content
from newsroom.domain.house import House
from newsroom.domain.languages import language_words
from newsroom.ui.look.controls import Button, Kind, MenuButton
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_8


class Chips(QWidget):
    """What kind of story it is."""

    edited = Signal()
    details_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._house: House | None = None
        self._value = Content()
        self.section = MenuButton(theme, "Section", Kind.CHIP, "mdi6.tag-outline")
        self.language_chip = MenuButton(theme, "Language", Kind.CHIP, "mdi6.translate")
        self.details = Button(theme, "Details", Kind.CHIP, "mdi6.form-textbox")
        self.details.setCheckable(True)
        self.details.clicked.connect(self.details_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        for chip in (self.section, self.language_chip, self.details):
            row.addWidget(chip)
        row.addStretch(1)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        return self.section, self.language_chip, self.details

    @property
    def language(self) -> str:
        """The language of the story."""
        return self._value.language

    def show_house(self, house: House) -> None:
        """Offer a house's sections and languages."""
        self._house = house
        self._fill()

    def show_content(self, content: Content) -> None:
        """Show an article's section and language."""
        self._value = content
        self._fill()

    def put_into(self, content: Content) -> Content:
        """Give the content with the section and language chosen."""
        return replace(content, section=self._value.section, language=self._value.language)

    def _fill(self) -> None:
        if self._house is None:
            return
        spoken = self._house.in_language(self._value.language)
        section = spoken.section(self._value.section)
        self.section.setText(section.name if section else "Choose section")
        self.section.setAccessibleName(f"Section: {self.section.text()}")
        self.section.choices.clear()
        for one in spoken.sections:
            action = self.section.choices.addAction(one.name)
            self._offer(action, replace(self._value, section=one.slug))
        language = language_words(self._value.language)
        self.language_chip.setText(language or "Choose language")
        self.language_chip.setAccessibleName(f"Language: {self.language_chip.text()}")
        self.language_chip.choices.clear()
        for code in self._house.languages or (self._house.language,):
            action = self.language_chip.choices.addAction(language_words(code))
            self._offer(action, replace(self._value, language=code))

    def _offer(self, action: QAction, value: Content) -> None:
        action.setCheckable(True)
        action.setChecked(value == self._value)
        action.triggered.connect(lambda: self._choose(value))

    def _choose(self, value: Content) -> None:
        self._value = value
        self._fill()
        self.edited.emit()
