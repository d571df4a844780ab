"""A place that does nothing for what moves while nobody sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent

from newsroom.ui.look.bars import Surface


class CatchingUp(Surface):
    """Looks again at once while it is on show, else when it comes on show.

    A save every second would otherwise compare and render for nobody, and the typing would wait.
    """

    def __init__(self, surface: str, look: Callable[[], None]) -> None:
        """Take what shows how the library stands now."""
        super().__init__(surface)
        self._look = look
        self.behind = False

    def catch_up(self) -> None:
        """Look again now, or when somebody sees it."""
        self.behind = not self.isVisible()
        if not self.behind:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again if anything moved meanwhile."""
        super().showEvent(event)
        if self.behind:
            self.catch_up()
