"""Files that are dragged in from elsewhere stay where they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy, whatever is proposed.

    Who drags files out may propose a move, and deletes them when that is what was done; the
    library keeps a copy, and the original is the photographer's.
    """
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
