"""The glyphs of icons: drawn from the fonts that QtAwesome ships, without the package's code.

Its import and the dozen fonts that it loads with its first icon take a quarter of a second of every
start; the two fonts that our icons come from take ten milliseconds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

_FILES = {
    "mdi6": ("materialdesignicons6-webfont-", "materialdesignicons6-webfont-charmap-"),
    "fa6b": ("fontawesome6-brands-webfont-", "fontawesome6-brands-webfont-charmap-"),
}
"""How the font and the list of its glyphs begin, by QtAwesome's prefix."""


@dataclass(frozen=True, slots=True)
class _GlyphFont:
    """A font of icons: its family, and the glyphs by name, each as its code in hexadecimal."""

    family: str
    codes: dict[str, str]


def paint_glyph(painter: QPainter, rect: QRect, name: str, tint: str) -> None:
    """Paint an icon as high as a rectangle, in its middle; `tint` is `#RRGGBB`.

    `name` is QtAwesome's, such as `mdi6.eye-outline`. Raises `KeyError` for one that there is not.
    """
    prefix, _, glyph = name.partition(".")
    font = _font(prefix)
    letters = QFont(font.family)
    letters.setPixelSize(max(1, rect.height()))
    painter.save()
    painter.setPen(QColor(tint))
    painter.setFont(letters)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), chr(int(font.codes[glyph], 16)))
    painter.restore()


@cache
def _font(prefix: str) -> _GlyphFont:
    """Load a font once for as long as the program runs, as Qt keeps it."""
    font_file, codes_file = (_file(beginning) for beginning in _FILES[prefix])
    number = QFontDatabase.addApplicationFont(str(font_file))
    families = QFontDatabase.applicationFontFamilies(number)
    return _GlyphFont(families[0], json.loads(codes_file.read_text(encoding="utf-8")))


def _file(beginning: str) -> Path:
    """Find a file of QtAwesome by its name, of which the end is a version."""
    found = find_spec("qtawesome")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("QtAwesome, whose fonts hold the icons, is not installed.")
    folder = Path(found.submodule_search_locations[0]) / "fonts"
    return next(path for path in sorted(folder.iterdir()) if _is(path.stem, beginning))


def _is(stem: str, beginning: str) -> bool:
    return stem.startswith(beginning) and stem[len(beginning) :][:1].isdigit()
