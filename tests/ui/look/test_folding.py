"""What is too long for its room: titles take two lines, segments fold, links are cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsroom.settings import Appearance
from newsroom.ui.look.controls import ElidedLink, FoldingSegments
from newsroom.ui.look.labels import TitleLabel
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tips import plain_tip
from newsroom.ui.look.tokens import PANE_TITLE

PARTS = (("a", "As the system", ""), ("b", "Light", ""), ("c", "High contrast", ""))
TITLE = "The upper valley in March, before the thaw"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    yield Theme(qapp, Appearance.LIGHT)
    qapp.setStyleSheet("")


def rows_of_ink(part: QWidget) -> list[int]:
    """List the runs of rows in which something is drawn, by their height."""
    image = part.grab().toImage()
    ground = image.pixelColor(0, 0)
    inked = [
        any(image.pixelColor(x, y) != ground for x in range(image.width()))
        for y in range(image.height())
    ]
    runs = "".join("x" if ink else " " for ink in inked).split()
    return [len(run) for run in runs]


@pytest.mark.parametrize(("width", "lines"), [(400, 1), (160, 2)])
def test_a_title_takes_two_lines_where_one_is_too_short(
    theme: Theme, qtbot: QtBot, width: int, lines: int
) -> None:
    title = TitleLabel(TITLE, PANE_TITLE)
    qtbot.addWidget(title)
    title.resize(width, 48)
    assert len([run for run in rows_of_ink(title) if run > 6]) == lines
    assert bool(title.toolTip()) is (lines == 2)


def test_segments_stand_under_each_other_where_they_are_too_wide(
    theme: Theme, qtbot: QtBot
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    segments = FoldingSegments(theme, PARTS)
    segments.setParent(holder)
    segments.resize(segments.sizeHint())
    holder.show()
    assert not segments.folded
    one_line = segments.height()
    segments.resize(segments.minimumSizeHint().width(), one_line)
    assert segments.folded
    assert segments.height() > 2 * one_line
    segments.resize(segments.sizeHint().width(), segments.height())
    assert not segments.folded
    assert segments.height() == one_line


def test_a_link_that_is_cut_has_its_words_whole_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    link = ElidedLink(theme, TITLE)
    column.addWidget(link)
    holder.resize(600, 60)
    holder.grab()
    assert link.toolTip() == ""
    holder.resize(120, 60)
    holder.grab()
    assert link.width() < 120
    assert link.toolTip() == plain_tip(TITLE)
    assert link.text() == TITLE


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_what_an_empty_field_says_is_as_dark_as_notes_are(
    theme: Theme, qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit | QTextEdit]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.show()
    assert field.palette().placeholderText().color() == QColor(theme.palette.ink_3)
