"""One factor for text: how it is bounded, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from newsroom.ui.look.controls import Button, IconButton, Kind
from newsroom.ui.look.fitting import fit, refit
from newsroom.ui.look.fonts import font
from newsroom.ui.look.forms import line_field
from newsroom.ui.look.leading import lead
from newsroom.ui.look.scale import grown, rounded, scale, set_scale, shrunk, tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, HEADLINE, TEXT_MOST, TEXT_SIZES


@pytest.fixture(autouse=True)
def usual_size(qapp: QApplication) -> Iterator[None]:
    yield
    set_scale(1)
    qapp.setStyleSheet("")


@given(st.floats(0.1, 5))
def test_the_factor_stays_within_one_and_two(wanted: float) -> None:
    set_scale(wanted)
    assert 1 <= scale() <= TEXT_MOST / 100


@given(st.floats(1, 2), st.integers(1, 3000))
def test_what_grew_and_is_kept_comes_back(factor: float, pixels: int) -> None:
    set_scale(factor)
    assert abs(shrunk(grown(pixels)) - pixels) <= 1
    assert grown(pixels) >= pixels


@given(st.floats(1, 2))
def test_a_row_grows_by_its_line_and_keeps_its_air(factor: float) -> None:
    set_scale(factor)
    assert tall(BUTTON) - grown(BASE.line) == BUTTON - BASE.line


@pytest.mark.parametrize(
    ("ratio", "factor"), [(0.8, 1), (1.0, 1), (1.09, 1), (1.25, 1.25), (1.51, 1.5), (2.0, 2)]
)
def test_a_system_font_counts_where_it_is_plainly_larger(ratio: float, factor: float) -> None:
    assert rounded(ratio) == factor


def test_sizes_are_chosen_one_after_another(qapp: QApplication) -> None:
    theme = Theme(qapp)
    seen = [theme.text_size]
    for _ in range(len(TEXT_SIZES) + 1):
        theme.resize_text(1)
        seen.append(theme.text_size)
    assert tuple(dict.fromkeys(seen)) == TEXT_SIZES
    assert scale() == 2
    theme.resize_text(-1)
    assert theme.text_size == TEXT_SIZES[-2]
    theme.resize_text(0)
    assert (theme.text_size, scale()) == (100, 1)


def test_parts_that_stand_already_grow_and_shrink(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    parts: list[QWidget] = [Button(theme, "Export", Kind.PRIMARY, "mdi6.tray-arrow-up")]
    parts += [line_field("Place"), IconButton(theme, "mdi6.menu", "Menu")]
    for part in parts:
        qtbot.addWidget(part)
        part.show()
    before = [(part.height(), part.font().pixelSize()) for part in parts]
    for _ in TEXT_SIZES:
        theme.resize_text(1)
    for part, (height, pixels) in zip(parts, before, strict=True):
        assert part.height() == height + BASE.line
        if not isinstance(part, IconButton):
            assert part.font().pixelSize() == 2 * pixels
    theme.resize_text(0)
    assert [(part.height(), part.font().pixelSize()) for part in parts] == before


def test_a_new_style_brings_no_old_font_back(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    field = line_field("Place")
    qtbot.addWidget(field)
    field.show()
    for _ in TEXT_SIZES:
        theme.resize_text(1)
    qapp.setStyleSheet(qapp.styleSheet() + "QLineEdit { color: red; }")
    field.style().unpolish(field)
    field.style().polish(field)
    assert field.font().pixelSize() == 2 * BASE.size


def test_an_empty_field_of_many_lines_writes_its_hint_as_large_as_its_text(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(qapp)
    field = QPlainTextEdit()
    field.setPlaceholderText("Say what can be seen")
    qtbot.addWidget(field)
    fit(field, role=BASE)
    field.show()
    qtbot.waitExposed(field)
    for _ in TEXT_SIZES[1:]:
        theme.resize_text(1)
        assert field.viewport().font().pixelSize() == field.font().pixelSize() == grown(BASE.size)


def test_measures_are_merged_and_kept(qapp: QApplication, qtbot: QtBot) -> None:
    part = QPushButton()
    qtbot.addWidget(part)
    fit(part, width=100)
    fit(part, height=BUTTON, icon=(16, 12))
    set_scale(1.5)
    refit([part])
    assert part.size() == QSize(150, tall(BUTTON))
    assert part.iconSize() == QSize(24, 18)


def test_line_heights_grow_without_a_step_of_undo(qapp: QApplication, qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(400, 300)
    edit.show()
    cursor = edit.textCursor()
    form = cursor.blockFormat()
    form.setLineHeight(HEADLINE.line, form.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(form)
    cursor.insertText("Snow closes the road to the pass. " * 9)
    steps = edit.document().availableUndoSteps()

    def line() -> float:
        edit.document().documentLayout().blockBoundingRect(edit.document().begin())
        layout = edit.document().begin().layout()
        return layout.lineAt(1).y() - layout.lineAt(0).y()

    lead(edit, 2)
    assert line() == pytest.approx(2 * HEADLINE.line, abs=1)
    lead(edit, 1)
    assert line() == pytest.approx(HEADLINE.line, abs=1)
    assert edit.document().availableUndoSteps() == steps


def test_a_font_is_made_for_each_factor(qapp: QApplication) -> None:
    assert font(BASE).pixelSize() == BASE.size
    set_scale(2)
    assert font(BASE).pixelSize() == 2 * BASE.size
