"""What other programs, or this one, left on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication


def offered(mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> QMimeData:
    """Give what can be pasted; nothing at all is empty here, where Qt gives None for it."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData(mode)
    return QMimeData() if found is None else found
