"""The press: the themes of this installation, each loaded once."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from newsroom.domain.document import Block
from newsroom.domain.errors import Unavailable

if TYPE_CHECKING:
    from newsroom.desk.as_written import WrittenBlocks
    from newsroom.export.keeping import BlockCache
    from newsroom.export.theme import Theme

_KEPT_BLOCKS = 20_000
"""Some 20 MB of HTML: a hundred long stories."""


class Press:
    """Gives themes by name out of a folder that holds a folder for each; any thread may ask."""

    def __init__(self, themes: Path) -> None:
        self._themes = themes
        self._loaded: dict[str, Theme] = {}
        self._lock = Lock()
        self._blocks: dict[object, str] = {}
        self._written: dict[Block, Block] = {}

    @property
    def blocks(self) -> BlockCache:
        """The HTML of blocks that were set before; emptied when it has grown large."""
        if len(self._blocks) > _KEPT_BLOCKS:
            self._blocks = {}
        return self._blocks

    @property
    def written(self) -> WrittenBlocks:
        """Blocks as they were read back before; emptied when there are many."""
        if len(self._written) > _KEPT_BLOCKS:
            self._written = {}
        return self._written

    def theme(self, name: str) -> Theme:
        """Give a theme; raises `Unavailable` when this copy of the program does not carry it."""
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = self._load(name)
            return self._loaded[name]

    def _load(self, name: str) -> Theme:
        from newsroom.export.theme import load_theme  # Nobody waits for templates to write.

        folder = self._themes / name
        if not folder.is_dir():
            raise Unavailable(
                f"The house asks for the theme {name!r}, which is not installed.",
                hint="Name another theme in the house file.",
            )
        return load_theme(folder)
