"""A hold on one figure of the text while it is edited elsewhere, wherever the text moves it."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from newsroom.domain.document import Figure
from newsroom.ui.body.blocks import card_places, one_step
from newsroom.ui.body.formats import card_format
from newsroom.ui.body.inserting import card_at

_KEEP = QTextCursor.MoveMode.KeepAnchor


class CardHold:
    """Writes a figure again and again; the text takes it all back as one step."""

    def __init__(self, document: QTextDocument, place: int) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._cursor.setPosition(place)
        self._steps: int | None = None

    @property
    def place(self) -> int:
        """Where the figure stands now."""
        return self._cursor.position()

    def figure(self) -> Figure | None:
        """Give the figure as it is in the text; None where it is gone."""
        if self.place not in card_places(self._cursor.block()):
            return None
        card = card_at(self._document, self.place)
        return card if isinstance(card, Figure) else None

    def write(self, figure: Figure) -> None:
        """Put a figure in its place, in one step with what was written there right before."""
        joined = self._steps == self._document.availableUndoSteps()
        cursor = QTextCursor(self._cursor)
        with one_step(cursor, joined=joined):
            cursor.setPosition(self.place)
            cursor.setPosition(self.place + 1, _KEEP)
            cursor.setCharFormat(card_format(figure))
        self._steps = self._document.availableUndoSteps()
