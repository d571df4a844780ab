"""Keys lead from field to field: Tab, and Up and Down where the caret can go no further."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from newsroom.ui.article.fields import ArticleFields
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.keys import leaves_text

Field = QTextEdit | QPlainTextEdit | QLineEdit
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Steps(QObject):
    """Joins rows of fields, from the top down; the keys go to the first one in sight of a row."""

    def __init__(self, rows: Sequence[Sequence[Field]], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        for row in rows:
            for field in row:
                self._join(field)

    def _join(self, field: Field) -> None:
        """Hear of a field's keys; the body, where every event counts, asks by itself."""
        if isinstance(field, BodyEdit):
            field.step_out = partial(self._go, field)
        else:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key that would leave a field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()), 0)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not step or held != Qt.KeyboardModifier.NoModifier or not isinstance(watched, Field):
            return False
        return _at_edge(watched, step) and self._go(watched, step)

    def _go(self, field: Field, step: int) -> bool:
        here = next(number for number, row in enumerate(self._rows) if field in row)
        for row in self._rows[here + step :: step] if here + step >= 0 else ():
            target = next((one for one in row if one.isVisible()), None)
            if target is not None:
                _enter(target, step)
                return True
        return False


def _at_edge(field: Field, step: int) -> bool:
    """Whether no line of the field lies in the way of a step."""
    if isinstance(field, QLineEdit):
        return True
    return leaves_text(field.textCursor(), step)


def _enter(field: Field, step: int) -> None:
    """Go to the beginning of a field from above, to its end from below."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.setCursorPosition(0 if step > 0 else len(field.text()))
        return
    moves = QTextCursor.MoveOperation
    field.moveCursor(moves.Start if step > 0 else moves.End)


def lead_keys(fields: ArticleFields, body: Sequence[Field], parent: QObject) -> None:
    """Let Tab, Up and Down go through an article in the order in which a story is written."""
    dateline, details = fields.dateline, fields.details
    Steps(
        ((fields.headline,), (fields.standfirst,), (dateline.place, dateline.byline), body), parent
    )
    _chain(
        (
            *fields.chips.parts,
            *(fields.headline, fields.standfirst),
            *(dateline.place, dateline.time, dateline.byline),
            *(details.sources, details.tags, details.slug, details.time),
            *body,
            *fields.lead.parts,
        )
    )


def _chain(parts: Sequence[QWidget]) -> None:
    """Let Tab go from part to part in this order."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
