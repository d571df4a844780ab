"""A place that does nothing for what moves while nobody sees it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from newsroom.ui.look.bars import Surface


class CatchingUp(Surface):
    """Looks again at once while it is on show, else when it comes on show.

    A save every second would otherwise compare and render for nobody, and the typing would wait.
    """

    behind = False

    def catch_up(self) -> None:
        """Look again now, or when somebody sees it."""
        self.behind = not self.isVisible()
        if not self.behind:
            self.look_again()

    def look_again(self) -> None:
        """Show what stands in the library now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Look again if anything moved meanwhile."""
        super().showEvent(event)
        if self.behind:
            self.catch_up()
