"""The code of places where nobody has been, read while nobody waits for it.

What the window's code needs of others is read in a lane. The window's own modules are read in its
thread, one at a time: each defines classes of Qt, and PySide keeps the table of those without a
lock while Qt, in the window's thread, looks into it without the interpreter's. A class that came
into being in a lane could end the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer

from newsroom.ui.lanes import Lanes

BETWEEN_MS = 20
"""Milliseconds between two modules: none takes longer than eight, so that a key never waits."""
_DEEDS = ("drafting", "previewing", "reviewing", "sitting", "agreeing", "publishing")
_PLACES = ("pictures", "review", "publish", "house")


class ReadingAhead(QObject):
    """Reads what the first click anywhere would wait for."""

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._modules = _of_places()
        self._timer = QTimer(self, interval=BETWEEN_MS)
        self._timer.timeout.connect(self._read_one)

    def begin(self) -> None:
        """Read the deeds first: they are most of it, and hold up nobody."""
        self._lanes.read(_read_deeds, self._on_deeds, self._on_failed)

    def _on_deeds(self, _: None) -> None:
        self._timer.start()

    def _on_failed(self, _: Exception) -> None:
        """Take it as it is: what cannot be read now says so when it is needed."""

    def _read_one(self) -> None:
        module = next(self._modules, None)
        if module is None:
            self._timer.stop()
        else:
            import_module(module)


def _read_deeds() -> None:
    for deed in _DEEDS:
        import_module(f"newsroom.desk.{deed}")


def _of_places() -> Iterator[str]:
    for place in _PLACES:
        package = import_module(f"newsroom.ui.{place}")
        for module in iter_modules(package.__path__):
            yield f"{package.__name__}.{module.name}"
