"""Names of sections, as the house calls them in each of its languages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from newsroom.domain.house import House


class Sections(QObject):
    """Gives the name of a section in a language; the slug where the house has no name for it."""

    learnt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[tuple[str, str], str] = {}

    def learn_house(self, house: House) -> None:
        """Take the names that a house gives its sections in each of its languages."""
        self._names = {
            (section.slug, language): section.name
            for language in ("", *house.languages)
            for section in house.in_language(language).sections
        }
        self.learnt.emit()

    def __call__(self, section: str, language: str) -> str:
        return self._names.get((section, language)) or self._names.get((section, ""), section)
