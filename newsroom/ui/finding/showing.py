"""How a match is shown where it stands."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat

from newsroom.ui.look.tokens import Palette


def form_of(palette: Palette, *, here: bool) -> QTextCharFormat:
    """Give the form of a match; that of the one which is gone to stands out most."""
    form = QTextCharFormat()
    form.setBackground(QColor(palette.accent_fill if here else palette.amber_tint))
    form.setForeground(QColor(palette.on_accent if here else palette.ink))
    if not here:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(QColor(palette.amber_mark))
    return form
