"""Going to a part of the article, wherever it is folded away, and telling where one is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.ui.article.body_slot import BodySlot
from newsroom.ui.article.fields import ArticleFields
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.article.lead_card import LeadCard
from newsroom.ui.article.paper import Paper
from newsroom.ui.article.spots import enter_body, enter_field, spot_now
from newsroom.ui.spot import BODY, Spot


class Reaching(QObject):
    """Leads the keyboard to fields and blocks, and opens the further fields for that."""

    def __init__(
        self, fields: ArticleFields, slot: BodySlot, paper: Paper, fold: QWidget, details: QAction
    ) -> None:
        """Take the part of the paper that folds the further fields away, and its command."""
        super().__init__(paper)
        self._fields = fields
        self._slot = slot
        self._paper = paper
        self._fold = fold
        self._details = details
        fields.chips.details_wanted.connect(self.toggle_details)

    def toggle_details(self) -> None:
        """Open or close the further fields."""
        self._show_details(shown=self._fold.isHidden())

    def visit_details(self) -> None:
        """Open the further fields and go into the first; or close them, and go back to the text."""
        details = self._fields.details
        if self._fold.isHidden():
            self.toggle_details()
            details.sources.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if details.isAncestorOf(self._paper.window().focusWidget()):
            self._slot.caret_area()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.toggle_details()

    def unfold(self, field: QWidget) -> None:
        """Open what a field is folded away in, and leave the keyboard where it is."""
        if self._fields.details.isAncestorOf(field):
            self._show_details(shown=True)
        elif field is self._fields.lead.alt:
            self._fields.lead.unfold()

    def show_place(self, where: str) -> None:
        """Go to the place that a finding names."""
        head, _, rest = where.partition(":")
        number = rest.partition(":")[0]
        field = self._fields.named(head)
        if head == "body":
            self._slot.show_block(int(number) if number.isdigit() else 0)
        elif field is not None:
            self.unfold(field)
            self._enter(field)

    def go_to_spot(self, spot: Spot) -> None:
        """Put the caret at a spot of the story, as the page beside it names it."""
        field = self._fields.named(spot.part)
        if spot.part == BODY:
            enter_body(self._slot, self._paper, spot)
        elif field is not None:
            self.unfold(field)
            enter_field(field, self._paper, spot)

    def spot(self) -> Spot | None:
        """Tell where in the story the keyboard is; None for elsewhere."""
        return spot_now(self._slot, self._fields)

    def _show_details(self, *, shown: bool) -> None:
        self._fold.setVisible(shown)
        self._fields.chips.details.setChecked(shown)
        self._details.setChecked(shown)

    def _enter(self, part: QWidget) -> None:
        target = part.writing() if isinstance(part, LeadCard) else part
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(target, GrowingText | QLineEdit):
            target.selectAll()
        self._paper.show_part(part)
