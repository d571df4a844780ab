"""Letters stand out from what they stand on, in every palette."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from newsroom.domain.workflow import State
from newsroom.ui.look.contrast import ENOUGH, contrast_palette, ratio
from newsroom.ui.look.tokens import DARK, LIGHT, Ink, Palette, colour

READABLE = 4.5
VISIBLE = 3.0
GROUNDS = ("chrome", "pane", "paper", "hover", "selected")
TINTED = (
    ("on_accent", "accent_fill"),
    ("on_accent", "accent_hover"),
    ("amber", "amber_tint"),
    ("green", "green_tint"),
    ("added", "added_tint"),
    ("removed", "removed_tint"),
    ("ink_2", "badge"),
)
ROLES = ("Window", "Base", "Text", "WindowText", "Highlight", "HighlightedText", "Link")
role = QPalette.ColorRole
COLOURS = st.builds("#{:06X}".format, st.integers(0, 0xFFFFFF))


def pairs(palette: Palette) -> Iterator[tuple[str, str]]:
    """Give every pair of letters and ground that is drawn, but for the fainter notes on tints."""
    for ink in (Ink.INK, Ink.INK_2, Ink.ACCENT):
        for ground in GROUNDS:
            yield colour(palette, ink), getattr(palette, ground)
    for ground in ("chrome", "pane", "paper"):
        yield palette.ink_3, getattr(palette, ground)
    for letters, ground in TINTED:
        yield getattr(palette, letters), getattr(palette, ground)
    for state in State:
        yield palette.pills[state].text, palette.pills[state].tint


def system(**colours: str) -> QPalette:
    made = QPalette()
    for name, value in colours.items():
        made.setColor(role[name], QColor(value))
    return made


NIGHT = system(
    Window="#000000", Base="#000000", Text="#FFFFFF", WindowText="#FFFFFF",
    Highlight="#1AEBFF", HighlightedText="#000000", Link="#FFFF00",
)  # fmt: skip
USUAL = system(
    Window="#EFEFEF", Base="#FFFFFF", Text="#000000", WindowText="#000000",
    Highlight="#308CC6", HighlightedText="#FFFFFF", Link="#0000FF",
)  # fmt: skip
FADED = system(
    Window="#777777", Base="#808080", Text="#8A8A8A", WindowText="#8A8A8A",
    Highlight="#909090", HighlightedText="#989898", Link="#858585",
)  # fmt: skip


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert ratio("#FFFFFF", "#777777") == ratio("#777777", "#FFFFFF")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_can_be_read_in_our_palettes(palette: Palette) -> None:
    for letters, ground in pairs(palette):
        assert ratio(letters, ground) >= READABLE, (letters, ground)
    assert ratio(palette.field_line, palette.paper) >= VISIBLE


@pytest.mark.parametrize("given_palette", [NIGHT, USUAL], ids=["night", "usual"])
def test_letters_stand_out_sevenfold_in_high_contrast(given_palette: QPalette) -> None:
    palette = contrast_palette(given_palette)
    for letters, ground in pairs(palette):
        assert ratio(letters, ground) >= ENOUGH, (letters, ground)
    for line in (palette.field_line, palette.control_line, palette.accent, palette.line):
        assert ratio(line, palette.paper) >= VISIBLE


@given(st.lists(COLOURS, min_size=len(ROLES), max_size=len(ROLES)))
def test_no_system_s_colours_make_letters_fainter(colours: list[str]) -> None:
    given_colours = dict(zip(ROLES, colours, strict=True))
    palette = contrast_palette(system(**given_colours))
    base = given_colours["Base"]
    # Between black and white there is a grey from which neither stands out by more than 4.58.
    best = max(ratio(base, "#000000"), ratio(base, "#FFFFFF"))
    least = min(ENOUGH, best) - 0.01
    for letters, ground in pairs(palette):
        assert ratio(letters, ground) >= least, (letters, ground)


def test_high_contrast_takes_the_system_s_colours_and_drops_tints() -> None:
    palette = contrast_palette(NIGHT)
    assert palette.contrast
    assert palette.dark
    assert (palette.paper, palette.ink, palette.accent) == ("#000000", "#FFFFFF", "#1AEBFF")
    assert (palette.accent_fill, palette.on_accent) == ("#1AEBFF", "#000000")
    tints = {palette.amber_tint, palette.green_tint, palette.added_tint, palette.removed_tint}
    assert tints | {ink.tint for ink in palette.pills.values()} == {palette.paper}
    assert palette.selected != palette.paper


def test_a_system_without_contrast_gets_black_or_white() -> None:
    palette = contrast_palette(FADED)
    assert palette.ink == "#000000"
    assert ratio(palette.on_accent, palette.accent_fill) == ratio(palette.ink, palette.paper)
