"""Line heights and margins of Qt's documents that follow the text.

They are part of a document's formats and of what can be undone, so they stay what they are; the
layout multiplies them by the resolution of its paint device, and that one is chosen here.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QTextEdit

_INCH = 0.0254
"""Metres."""


def lead(edit: QTextEdit, factor: float) -> None:
    """Lay out what an editor shows with line heights and margins multiplied by a factor."""
    device = edit.viewport() if factor == 1 else _device(round(_resolution() * factor))
    document = edit.document()
    layout = document.documentLayout()
    if layout.paintDevice() is not device:
        layout.setPaintDevice(device)
        document.markContentsDirty(0, document.characterCount())


def led(document: QTextDocument) -> float:
    """Tell by how much line heights and margins of a document are multiplied."""
    return document.documentLayout().paintDevice().logicalDpiY() / _resolution()


def _resolution() -> float:
    return QGuiApplication.primaryScreen().logicalDotsPerInchY()


@cache
def _device(resolution: int) -> QImage:
    """Make a device of a resolution, in dots per inch; layouts hold it without owning it."""
    made = QImage(1, 1, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(round(resolution / _INCH))
    made.setDotsPerMeterY(round(resolution / _INCH))
    return made
