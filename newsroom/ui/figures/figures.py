"""Opening the figures of the body and writing back what is changed in them, key by key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor

from newsroom.domain.document import Figure
from newsroom.domain.findings import Finding
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.article.use_words import about_use
from newsroom.ui.body.card_hold import CardHold
from newsroom.ui.body.reaching import index_at
from newsroom.ui.figures.figure_editor import FigureEditor
from newsroom.ui.look.theme import Theme
from newsroom.ui.thumbnails import Thumbnails


class Figures(QObject):
    """Keeps the editor over the card that is open. `record_wanted` carries a picture's id."""

    record_wanted = Signal(str)

    def __init__(self, theme: Theme, pane: ArticlePane, thumbnails: Thumbnails) -> None:
        super().__init__(pane)
        self._pane = pane
        self._hold: CardHold | None = None
        self._writing = False
        self._found: tuple[Finding, ...] = ()
        self.editor = FigureEditor(theme, thumbnails)
        self.editor.setParent(pane)
        self.editor.edited.connect(self._on_edited)
        self.editor.record_wanted.connect(self._on_record_wanted)
        self.editor.left.connect(self._give_back)
        self.editor.home = pane.slot.on_show
        pane.body.figure_activated.connect(self._open)
        pane.body.cursorPositionChanged.connect(self._on_caret)
        pane.body.textChanged.connect(self._on_text)

    def put_away(self) -> None:
        """Close the editor; what was typed is in the text."""
        self.editor.put_away()
        self._hold = None

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Take what the checks say; what is about the open card is said in it."""
        self._found = found
        self._remark()

    def _remark(self) -> None:
        figure = self._hold.figure() if self._hold else None
        if self._hold is None or figure is None:
            return
        index = index_at(self._pane.body.document(), self._hold.place)
        self.editor.show_remarks(about_use(self._found, f"body:{index}", figure.picture))

    def _open(self, index: int, figure: Figure) -> None:
        body = self._pane.body
        if body.isReadOnly():
            return
        self.put_away()
        hold = body.hold_figure(index)
        body.put_caret_at(hold.place)
        self._hold = hold
        self.editor.show_figure(figure)
        self.editor.show_credit(self._pane.credit(figure.picture))
        self._remark()
        self._pane.paper.lay_on(self.editor, body, body.card_area(hold.place))
        self.editor.caption.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.caption.moveCursor(QTextCursor.MoveOperation.End)

    def _on_edited(self) -> None:
        figure = self._hold.figure() if self._hold else None
        if self._hold is None or figure is None:
            self.put_away()
            return
        caption, alt = self.editor.words()
        self._writing = True
        try:
            self._hold.write(replace(figure, caption=caption, alt=alt))
        finally:
            self._writing = False

    def _on_text(self) -> None:
        """Show what became of the words elsewhere, as by replacing or by undo in the text."""
        if self._hold is None or self._writing:
            return
        figure = self._hold.figure()
        if figure is None:
            self.put_away()
        elif (figure.caption, figure.alt) != self.editor.words():
            self.editor.show_figure(figure)

    def _on_caret(self) -> None:
        """Close when somebody clicked elsewhere in the text."""
        if self._pane.body.hasFocus() and self.editor.isVisible():
            self.put_away()

    def _on_record_wanted(self) -> None:
        figure = self._hold.figure() if self._hold else None
        self.put_away()
        if figure:
            self.record_wanted.emit(figure.picture)

    def _give_back(self) -> None:
        self._hold = None
        self._pane.body.setFocus(Qt.FocusReason.OtherFocusReason)
