"""Links where they stand: shown at a click, asked for by a key, opened, taken away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from newsroom.domain.errors import Refused
from newsroom.domain.links import completed, is_safe_link
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.linking.link_popover import LinkPopover
from newsroom.ui.look.theme import Theme


class Linking(QObject):
    """Keeps the popover at the link that the caret is in."""

    def __init__(self, theme: Theme, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._body = pane.body
        self._url = ""
        self.popover = LinkPopover(theme)
        self.popover.setParent(pane)
        self.popover.given.connect(self._on_given)
        self.popover.edit_wanted.connect(self.ask)
        self.popover.open_wanted.connect(self._open)
        self.popover.remove_wanted.connect(self._remove)
        self.popover.left.connect(self._give_back)
        self.popover.home = pane.slot.on_show
        self._body.link_clicked.connect(self._on_clicked)
        self._body.cursorPositionChanged.connect(self._on_caret)
        self._body.edited.connect(self.put_away)

    def ask(self) -> None:
        """Ask where the selection leads, or the link at the caret, or what shall be put there."""
        if self._body.isReadOnly():
            return
        self._url = self._body.current_state().link
        words = self._body.textCursor().selectedText().strip()
        address = self._url or (completed(words) if is_safe_link(completed(words)) else "")
        self.popover.ask(address, linked=bool(self._url), opens=_opens(self._url))
        self._place()
        self.popover.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Close the popover; the keyboard stays where it is."""
        if self.popover.isVisible():
            self.popover.put_away()

    def _on_clicked(self, at_once: bool) -> None:
        self._url = self._body.current_state().link
        if at_once:
            self._open()
            return
        self.popover.tell(self._url, opens=_opens(self._url))
        self._place()

    def _place(self) -> None:
        self._pane.paper.lay_over(self.popover, *self._pane.slot.caret_area())

    def _on_caret(self) -> None:
        """Close when the caret goes elsewhere; typing an address does not move it."""
        if self.popover.isHidden():
            return
        if self.popover.editing or self._body.current_state().link != self._url:
            self.popover.put_away()

    def _on_given(self, typed: str) -> None:
        address = completed(typed)
        try:
            self._body.set_link(address, typed)
        except Refused as fault:
            self.popover.show_fault(f"{fault.message} {fault.hint}".strip())
            return
        self.put_away()
        self._give_back()

    def _remove(self) -> None:
        self._body.set_link("")
        self.put_away()
        self._give_back()

    def _open(self) -> None:
        if _opens(self._url):
            QDesktopServices.openUrl(QUrl(self._url))

    def _give_back(self) -> None:
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)


def _opens(address: str) -> bool:
    """Whether an address says by itself where it leads, without the page it stands on."""
    return is_safe_link(address) and bool(QUrl(address).scheme())
