"""How long an article shall become: asked for in the footer, kept on this laptop only."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.controls import Button
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import Label
from newsroom.ui.look.popover import Popover
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, BUTTON, SPACE_8, SPACE_12

_MOST = 99_999
_WIDTH = 80
_RETURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TargetPopover(Popover):
    """One number. `given` carries it, 0 for none."""

    given = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Word target")
        self.field = QLineEdit()
        fit(self.field, role=BASE, width=_WIDTH, height=BUTTON)
        self.field.setValidator(QIntValidator(0, _MOST, self.field))
        self.field.setAccessibleName("Word target; empty for none")
        self.field.setPlaceholderText("None")
        button = Button(theme, "Set target")
        button.clicked.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_8)
        for part in (Label("Word target"), self.field, button):
            row.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return."""
        if event.key() in _RETURNS:
            self._give()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(int(self.field.text() or 0))


class WordTarget(QObject):
    """Shows the target of the article on the desk, and keeps another one."""

    def __init__(self, theme: Theme, pane: ArticlePane, link: DeskLink) -> None:
        super().__init__(pane)
        self._pane = pane
        self._link = link
        self._target = 0
        self._before: QWidget | None = None
        self.popover = TargetPopover(theme)
        self.popover.setParent(pane)
        self.popover.given.connect(self._on_given)
        self.popover.left.connect(self._give_back)
        self.popover.home = pane.slot.on_show
        pane.footer.target_wanted.connect(self.ask)

    def ask(self) -> None:
        """Ask how long the article shall become."""
        if not self.popover.isAncestorOf(QApplication.focusWidget() or self._pane):
            self._before = QApplication.focusWidget()
        self.popover.field.setText(str(self._target or ""))
        self.popover.resize(self.popover.sizeHint())
        footer = self._pane.footer
        corner = footer.mapTo(self._pane, footer.words_corner())
        self.popover.move(corner - QPoint(0, self.popover.height() + SPACE_8))
        self.popover.show()
        self.popover.raise_()
        self.popover.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.popover.field.selectAll()

    def show_article(self, article: ArticleId | None) -> None:
        """Fetch the target of another article, if there is one."""
        self.popover.put_away()
        self._show(0)
        if article is None:
            return

        def fetched(kept: str | None) -> None:
            if self._pane.article == article:
                self._show(int(kept) if kept and kept.isdecimal() else 0)

        self._link.read(
            lambda desk: browsing.remembered(desk, _key(article)), fetched, "word-target"
        )

    def _on_given(self, target: int) -> None:
        article = self._pane.article
        if article:
            self._link.remember(_key(article), str(target or ""))
            self._show(target)
        self.popover.put_away()
        self._give_back()

    def _show(self, target: int) -> None:
        self._target = target
        self._pane.footer.show_target(target)

    def _give_back(self) -> None:
        before, self._before = self._before, None
        target = before if before is not None and before.isVisible() else self._pane.body
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _key(article: ArticleId) -> str:
    return f"word-target.{article}"
