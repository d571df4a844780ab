"""Spots of a story found in the editor: the keyboard put there, and where it is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from newsroom.ui.article.body_slot import BodySlot
from newsroom.ui.article.fields import ArticleFields
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.article.lead_card import LeadCard
from newsroom.ui.article.paper import Paper
from newsroom.ui.article.source_places import place_shown
from newsroom.ui.spot import Spot

_FIELDS = ("headline", "standfirst", "place", "byline", "lead", "sources", "tags")
"""The fields that can be seen on a page."""


def enter_body(slot: BodySlot, paper: Paper, spot: Spot) -> None:
    """Put the caret at a spot of the body."""
    part, _ = slot.caret_area()
    part.setFocus(Qt.FocusReason.MouseFocusReason)
    slot.put_caret_after(spot.block, spot.before)
    paper.follow(*slot.caret_area())


def enter_field(field: QWidget, paper: Paper, spot: Spot) -> None:
    """Put the caret at a spot of a field; of a picture, into its caption."""
    if isinstance(field, LeadCard):
        field = field.caption
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    if isinstance(field, GrowingText):
        cursor = QTextCursor(field.document())
        shown = field.toPlainText()
        place = shown[: place_shown(shown, spot.before)]
        cursor.setPosition(len(place.encode("utf-16-le", "surrogatepass")) // 2)
        field.setTextCursor(cursor)
    elif isinstance(field, QLineEdit):
        field.setCursorPosition(place_shown(field.text(), spot.before))
    paper.show_part(field)


def spot_now(slot: BodySlot, fields: ArticleFields) -> Spot | None:
    """Tell where in the story the keyboard is; None for elsewhere."""
    focus = QApplication.focusWidget()
    for name in _FIELDS:
        field = fields.named(name)
        if focus is not None and field is not None and _holds(field, focus):
            return Spot(name)
    return slot.caret_spot() if slot.caret_area()[0] is focus else None


def _holds(part: QWidget, focus: QWidget) -> bool:
    return part is focus or part.isAncestorOf(focus)
