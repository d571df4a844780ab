"""How large text is drawn: one factor, which every size of type and every height of a row follows.

The factor holds for the whole program, as Qt's own font does, and is kept beside it: in the
application. The tokens are pixels at a factor of 1.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from newsroom.ui.look.tokens import BASE, TEXT_MOST

_KEPT = "text_scale"
_USUAL = {"windows": 12.0, "cocoa": 13.0}
_USUAL_ELSEWHERE = 44 / 3
"""Pixels of a system's own font before anybody enlarges it; 11 points elsewhere."""
_STEP = 0.05
_NOTICED = 0.1
"""A system font larger by less than this part is a matter of taste, not of sight."""


def scale() -> float:
    """Give the factor in force, from 1 to 2."""
    app = QCoreApplication.instance()
    kept = app.property(_KEPT) if app else None
    return kept if isinstance(kept, float) else 1.0


def set_scale(wanted: float) -> bool:
    """Put a factor in force, kept within 1 and 2; tell whether it is another one."""
    app = QCoreApplication.instance()
    bounded = float(min(max(wanted, 1), TEXT_MOST / 100))
    if app is None or bounded == scale():
        return False
    app.setProperty(_KEPT, bounded)
    return True


def grown(pixels: int) -> int:
    """Give a size that grows as letters do, in pixels."""
    return round(pixels * scale())


def shrunk(pixels: int) -> int:
    """Give the token's size of one that has grown: what is kept between starts, or by hand."""
    return round(pixels / scale())


def tall(height: int, line: int = BASE.line) -> int:
    """Give a height that holds a line: the line grows, the air around it stays."""
    return height + grown(line) - line


def system_scale() -> float:
    """Tell how much larger than usual the system's font is; 1 where it is not larger."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = _USUAL.get(QGuiApplication.platformName(), _USUAL_ELSEWHERE)
    return rounded(QFontInfo(font).pixelSize() / usual)


def rounded(ratio: float) -> float:
    """Round a ratio to steps, and one that is hardly above 1, or below it, to 1."""
    return round(round(ratio / _STEP) * _STEP, 2) if ratio >= 1 + _NOTICED else 1.0
