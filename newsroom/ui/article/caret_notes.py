"""What holds at the caret, told in toolbar and footer: a moment after a key, never in its time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.domain.reading import word_count
from newsroom.ui.article.body_slot import BodySlot
from newsroom.ui.article.footer import ArticleFooter
from newsroom.ui.article.formatting import caret_words
from newsroom.ui.article.toolbar import ArticleToolbar
from newsroom.ui.commands.action_table import ActionTable

_COUNTING_MS = 60
"""How long a selection may still grow before its words are counted."""
_JUDGING_MS = 40
"""How long after a key the toolbar and the commands say what holds now."""


class CaretNotes(QObject):
    """Follows the caret of a body. `changed` tells that other commands may make sense now."""

    changed = Signal()

    def __init__(
        self,
        slot: BodySlot,
        toolbar: ArticleToolbar,
        footer: ArticleFooter,
        actions: ActionTable,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._slot = slot
        self._toolbar = toolbar
        self._footer = footer
        self._actions = actions
        self._counting = QTimer(self, singleShot=True, interval=_COUNTING_MS)
        self._counting.timeout.connect(self._count_chosen)
        self._judging = QTimer(self, singleShot=True, interval=_JUDGING_MS)
        self._judging.timeout.connect(self._judge)
        slot.selection_changed.connect(self._counting.start)
        slot.body.currentCharFormatChanged.connect(self._judge)
        slot.body.selectionChanged.connect(self._judge)
        slot.edited.connect(self._judge_soon)

    def moved(self) -> None:
        """Note that the caret has moved; where an edit moved it, that is judged with the edit."""
        if not self._judging.isActive():
            self._judge()

    def show(self) -> None:
        """Show in the toolbar what holds at the caret."""
        body = self._slot.body
        self._toolbar.show_caret(*caret_words(body.current_state()))
        self._actions["edit.typographic"].setChecked(body.typographic)

    def _judge_soon(self) -> None:
        """Judge the edits of a moment once."""
        if not self._judging.isActive():
            self._judging.start()

    def _judge(self) -> None:
        self._judging.stop()
        self.show()
        self.changed.emit()

    def _count_chosen(self) -> None:
        self._footer.show_chosen(word_count(self._slot.chosen()))
