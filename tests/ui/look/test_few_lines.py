"""Words on a few lines: a name without blanks goes on in the next line, and ends whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from newsroom.ui.look.few_lines import draw_lines
from newsroom.ui.look.tokens import BASE

WIDE, HIGH = 200, 60


@pytest.fixture
def paper(qapp: QApplication) -> QImage:
    image = QImage(WIDE + 40, HIGH, QImage.Format.Format_Grayscale8)
    image.fill(255)
    return image


def drawn(paper: QImage, words: str) -> list[tuple[int, int]]:
    """Draw on two lines; give where there is ink."""
    painter = QPainter(paper)
    draw_lines(painter, QRect(0, 0, WIDE, HIGH), words, BASE, 2)
    painter.end()
    places = ((x, y) for y in range(HIGH) for x in range(paper.width()))
    return [(x, y) for x, y in places if paper.pixelColor(x, y).lightness() < 128]


def test_a_name_without_blanks_goes_on_in_the_next_line(paper: QImage) -> None:
    ink = drawn(paper, "IMG_20260428_river_flood_almaty_region_bridge_5123.jpeg")
    assert max(y for _, y in ink) > BASE.line
    assert max(x for x, _ in ink) < WIDE


def test_short_words_take_one_line(paper: QImage) -> None:
    assert max(y for _, y in drawn(paper, "A hall")) < BASE.line
