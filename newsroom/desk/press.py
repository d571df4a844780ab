"""The press: the themes of this installation, each loaded once."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from newsroom.domain.errors import Unavailable
from newsroom.export.theme import Theme, load_theme


class Press:
    """Gives themes by name out of a folder that holds a folder for each; any thread may ask."""

    def __init__(self, themes: Path) -> None:
        self._themes = themes
        self._loaded: dict[str, Theme] = {}
        self._lock = Lock()

    def theme(self, name: str) -> Theme:
        """Give a theme; raises `Unavailable` when this copy of the program does not carry it."""
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = self._load(name)
            return self._loaded[name]

    def _load(self, name: str) -> Theme:
        folder = self._themes / name
        if not folder.is_dir():
            raise Unavailable(
                f"The house asks for the theme {name!r}, which is not installed.",
                hint="Name another theme in the house file.",
            )
        return load_theme(folder)
