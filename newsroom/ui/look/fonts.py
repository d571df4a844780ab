"""The bundled families, and type roles as Qt fonts."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from newsroom.ui.look.scale import scale
from newsroom.ui.look.tokens import Family, Type

_log = logging.getLogger(__name__)
_FALLBACK = {
    Family.SANS: QFont.StyleHint.SansSerif,
    Family.SERIF: QFont.StyleHint.Serif,
    Family.MONO: QFont.StyleHint.Monospace,
}


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Load every TrueType and OpenType file of a folder and give the families found.

    A folder that is missing gives none: the system's own families then stand in.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".ttf", ".otf"})
    families: list[str] = []
    for path in files:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            _log.warning("The font file %s cannot be read.", path)
            continue
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


def font(role: Type) -> QFont:
    """Give the font of a role as large as text is now, with tabular numbers; a copy to change."""
    return QFont(_made(role, scale()))


@cache
def _made(role: Type, factor: float) -> QFont:
    """Make a font once: Qt takes a millisecond to match one with features."""
    made = QFont(role.family.value)
    made.setStyleHint(_FALLBACK[role.family])
    made.setPixelSize(round(role.size * factor))
    made.setWeight(QFont.Weight(role.weight) if role.weight in _NAMED else QFont.Weight.DemiBold)
    if role.tracking:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + role.tracking)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


_NAMED = {weight.value for weight in QFont.Weight}
"""PySide takes only named weights; 640, between two of them, is drawn as demi-bold."""
