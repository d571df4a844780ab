"""The third palette: the system's own colours, with lines and without tints.

What the system offers is taken as it is wherever letters stand out from it by 7:1. Where they do
not, as in systems that ask for no high contrast, black or white stands in.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from newsroom.domain.workflow import State
from newsroom.ui.look.tokens import Palette, PillInk

ENOUGH = 7.0
"""The ratio of contrast that text has at least (WCAG 2.2, 1.4.6)."""
_BLACK, _WHITE = "#000000", "#FFFFFF"
_TINT_STEPS = (0.2, 0.16, 0.12)
"""How much ink a selection may hold, the most that leaves its text readable first."""
_FAINT = 0.5
"""How much ink there is in a line that divides, and in what cannot be used now."""


def ratio(one: str, other: str) -> float:
    """Tell how much two colours stand out from each other, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def contrast_palette(system: QPalette) -> Palette:
    """Make the palette of high contrast from the system's."""
    role = QPalette.ColorRole
    paper = _colour(system, role.Base)
    ink = _readable(_colour(system, role.Text), paper)
    window = _colour(system, role.Window)
    chrome = window if ratio(ink, window) >= ENOUGH else paper
    accent, selected = _accent(system, ink, (paper, chrome))
    fill, on_fill = _fill(system, ink, paper)
    return Palette(
        dark=_luminance(paper) < _luminance(ink),
        contrast=True,
        chrome=chrome,
        pane=chrome,
        paper=paper,
        desk=chrome,
        hover=paper,
        selected=selected,
        line=_blend(paper, ink, _FAINT),
        control_line=ink,
        field_line=ink,
        ink=ink,
        ink_2=ink,
        ink_3=ink,
        accent=accent,
        accent_fill=fill,
        accent_hover=fill,
        on_accent=on_fill,
        red=ink,
        amber=ink,
        amber_mark=ink,
        amber_tint=paper,
        green=ink,
        green_tint=paper,
        added_tint=paper,
        added=ink,
        removed_tint=paper,
        removed=ink,
        disabled=_blend(paper, ink, _FAINT),
        badge=paper,
        pills=dict.fromkeys(State, PillInk(paper, ink)),
    )


def _accent(system: QPalette, ink: str, grounds: tuple[str, ...]) -> tuple[str, str]:
    """Give the accent and the ground of what is selected, on which ink and accent both stand."""
    role = QPalette.ColorRole
    for accent in (_colour(system, role.Highlight), _colour(system, role.Link), ink):
        for part in _TINT_STEPS:
            selected = _blend(grounds[0], ink, part)
            letters = [ratio(accent, ground) for ground in (*grounds, selected)]
            if min(*letters, ratio(ink, selected)) >= ENOUGH:
                return accent, selected
    return ink, grounds[0]


def _fill(system: QPalette, ink: str, paper: str) -> tuple[str, str]:
    role = QPalette.ColorRole
    fill, on_fill = _colour(system, role.Highlight), _colour(system, role.HighlightedText)
    if ratio(fill, on_fill) >= ENOUGH:
        return fill, on_fill
    return ink, paper


def _readable(ink: str, ground: str) -> str:
    if ratio(ink, ground) >= ENOUGH:
        return ink
    return max((_BLACK, _WHITE), key=lambda one: ratio(one, ground))


def _colour(palette: QPalette, role: QPalette.ColorRole) -> str:
    return palette.color(QPalette.ColorGroup.Active, role).name().upper()


def _blend(ground: str, ink: str, part: float) -> str:
    mixed = (
        round(low + (high - low) * part)
        for low, high in zip(_parts(ground), _parts(ink), strict=True)
    )
    return QColor(*mixed).name().upper()


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    made = QColor(colour)
    return made.red(), made.green(), made.blue()


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
