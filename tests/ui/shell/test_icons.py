"""Every icon that the window asks for is in QtAwesome's fonts, and is drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

import newsroom.ui
from newsroom.ui.look.glyphs import paint_glyph

SOURCE = Path(newsroom.ui.__file__).parent
NAMED = re.compile(r"[\"'](?P<name>(?:mdi6|fa6b)\.[a-z0-9-]+)[\"']")


def drawn(name: str) -> QImage:
    picture = QImage(20, 20, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_glyph(painter, picture.rect(), name, "#0B5C85")
    painter.end()
    return picture


def ink(picture: QImage) -> set[str]:
    """List the colours of what is wholly covered."""
    dots = (picture.pixelColor(x, y) for x in range(20) for y in range(20))
    return {dot.name() for dot in dots if dot.alpha() == 255}


def test_every_icon_of_the_window_is_drawn_in_its_ink(qapp: QApplication) -> None:
    names = {
        found["name"] for path in SOURCE.rglob("*.py") for found in NAMED.finditer(path.read_text())
    }
    assert len(names) > 80
    blank = {name for name in names if not drawn(name).bits().tobytes().strip(b"\0")}
    assert blank == set()
    assert ink(drawn("mdi6.circle")) == {"#0b5c85"}


def test_an_icon_is_as_high_as_its_place(qapp: QApplication) -> None:
    picture = drawn("mdi6.square")
    column = [picture.pixelColor(10, y).alpha() > 128 for y in range(20)]
    assert 14 <= sum(column) <= 20


def test_an_unknown_icon_is_a_fault(qapp: QApplication) -> None:
    picture = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    with pytest.raises(KeyError):
        paint_glyph(painter, QRect(0, 0, 8, 8), "mdi6.there-is-none", QColor("black").name())
    painter.end()
