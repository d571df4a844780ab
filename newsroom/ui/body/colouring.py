"""Fonts and colours of the text, derived from its meaning block by block.

They are laid over the text and are no part of it: they change with the theme and leave no trace
in the undo stack.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QBrush, QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from newsroom.domain.document import Mark
from newsroom.ui.body.formats import line_of, link_of, marks_of
from newsroom.ui.body.line import PLAIN, Box, Line, Role
from newsroom.ui.body.look import BodyLook
from newsroom.ui.body.measures import MONO, Setting, setting

_BOLD = 700
_CODE_SHRINK = 0.88


class Colouring(QSyntaxHighlighter):
    """Sets each line in the font of its role and each run in the colour of its marks."""

    def __init__(self, document: QTextDocument, look: BodyLook) -> None:
        super().__init__(document)
        self._look = look
        self.met_other = True
        """Whether a block was laid out that is not a plain paragraph with words; set back by who
        asks."""

    def set_look(self, look: BodyLook) -> None:
        """Draw everything anew in other colours."""
        self._look = look
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Lay the fonts and colours over one block."""
        block = self.currentBlock()
        line = line_of(block.blockFormat())
        if line is not PLAIN or not text:
            self.met_other = True
        if not text:
            return
        runs = block.textFormats()
        # What nearly every key falls into is left as it is at once.
        if line is PLAIN and len(runs) == 1 and not runs[0].format.propertyCount():
            return
        chosen = setting(line)
        chosen = replace(chosen, size=round(chosen.size * self._look.scale))
        base = _base(line, chosen, self._look)
        for run in runs:
            if base is None and not link_of(run.format) and not marks_of(run.format):
                continue
            self.setFormat(run.start, run.length, self._run(run.format, base, chosen))

    def _run(
        self, run: QTextCharFormat, base: QTextCharFormat | None, chosen: Setting
    ) -> QTextCharFormat:
        made = QTextCharFormat(base) if base is not None else QTextCharFormat()
        marks = marks_of(run)
        if Mark.BOLD in marks:
            made.setFontWeight(_BOLD)
        if Mark.CODE in marks:
            made.setFontFamilies([MONO])
            made.setProperty(
                QTextCharFormat.Property.FontPixelSize, round(chosen.size * _CODE_SHRINK)
            )
            made.setBackground(QColor(self._look.pane))
        if link_of(run):
            made.setForeground(QBrush(QColor(self._look.accent)))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(self._look.accent))
        return made


def _base(line: Line, chosen: Setting, look: BodyLook) -> QTextCharFormat | None:
    """Make what holds for a whole line; None where the text's own default does."""
    if line.role in {Role.TEXT, Role.ITEM} and line.box is Box.NONE:
        return None
    made = QTextCharFormat()
    made.setFontFamilies([chosen.family])
    made.setProperty(QTextCharFormat.Property.FontPixelSize, chosen.size)
    if chosen.weight != QFont.Weight.Normal:
        made.setFontWeight(chosen.weight)
    if line.role in {Role.ATTRIBUTION, Role.FOOTNOTE, Role.HEAD}:
        made.setForeground(QBrush(QColor(look.ink_2)))
    return made
