"""What other programs, or this one, left on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage, QImageWriter


def offered(mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> QMimeData:
    """Give what can be pasted; nothing at all is empty here, where Qt gives None for it."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData(mode)
    return QMimeData() if found is None else found


def as_png(image: QImage) -> bytes | None:
    """Write an image as PNG, which loses none of it; None where it is none."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return bytes(held.data()) if QImageWriter(buffer, b"png").write(image) else None
