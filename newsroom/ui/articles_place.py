"""The place where stories are written: list, editor and inspector, and how they fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from newsroom.ui.articles.list_pane import ArticleListPane
from newsroom.ui.frame.drawer import Drawer
from newsroom.ui.keeping.session import Session
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.scale import grown, shrunk
from newsroom.ui.look.tokens import (
    EDITOR_LEAST,
    FOLD_INSPECTOR,
    FOLD_LIST,
    FOLD_RAIL,
    INSPECTOR,
    INSPECTOR_LEAST,
    LIST,
    LIST_LEAST,
    STRIP,
)

if TYPE_CHECKING:
    from newsroom.ui.article.article_pane import ArticlePane
    from newsroom.ui.inspector.inspector import Inspector


class ArticlesPlace(Surface):
    """Three panes side by side; below the widths of the tokens a pane becomes a drawer.

    The list stands alone at first, with room left beside it for what `complete` brings.
    `rejoined` tells that a neighbour was asked for while the editor stood alone.
    """

    widths_changed = Signal()
    rejoined = Signal()

    editor: ArticlePane
    inspector: Inspector

    def __init__(self, articles: ArticleListPane) -> None:
        super().__init__("chrome")
        self.list = articles
        self._middle: QWidget = Surface("pane")
        self._side: QWidget = Surface("pane")
        self._strip: QWidget = Surface("pane")
        self._strip.setProperty("edge", "left")
        fit(self._strip, across=STRIP)
        self._list_width = LIST
        self._inspector_width = INSPECTOR
        self._window = 0
        self._alone = False
        self._stood: tuple[bool, bool] = (True, True)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for pane in (articles, self._middle, self._side):
            self._splitter.addWidget(pane)
        self._bear()
        self._splitter.splitterMoved.connect(self._on_moved)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._splitter, 1)
        self._row.addWidget(self._strip)
        self._inspector_drawer = Drawer(self, Qt.Edge.RightEdge)
        self._list_drawer = Drawer(self, Qt.Edge.LeftEdge)
        self._splitter.splitterMoved.connect(lambda *_: self.widths_changed.emit())
        self._strip.hide()

    def complete(self, editor: ArticlePane, inspector: Inspector) -> None:
        """Take in the editor and the inspector, each where room was left for it."""
        self.editor, self.inspector = editor, inspector
        former = (self._middle, self._side, self._strip)
        self._splitter.replaceWidget(self._splitter.indexOf(self._middle), editor)
        if self._splitter.indexOf(self._side) >= 0:
            self._splitter.replaceWidget(self._splitter.indexOf(self._side), inspector)
        else:
            self._inspector_drawer.hold(inspector)
        self._row.replaceWidget(self._strip, inspector.strip)
        self._middle, self._side, self._strip = editor, inspector, inspector.strip
        for blank in former:
            blank.setParent(None)
            blank.deleteLater()
        inspector.strip.opened.connect(self._on_strip)
        self._inspector_drawer.closed.connect(lambda: inspector.strip.show_tab(None))
        self._bear()
        self.fold(self._window)

    def _bear(self) -> None:
        """Let the middle take what room there is, and the side not less than it needs."""
        self._middle.setMinimumWidth(EDITOR_LEAST)
        fit(self._side, least=INSPECTOR_LEAST)
        self._splitter.setStretchFactor(self._splitter.indexOf(self._middle), 1)

    @property
    def inspector_folded(self) -> bool:
        """Whether the inspector is a strip now."""
        return self._window < grown(FOLD_INSPECTOR)

    @property
    def list_folded(self) -> bool:
        """Whether the list is a drawer now."""
        return self._window < grown(FOLD_LIST)

    def fold(self, window: int) -> None:
        """Take the form for a window of this width."""
        self._window = window
        if self._alone:
            return
        self._strip.setVisible(self.inspector_folded)
        self._put(self._side, 2, self._inspector_drawer, folded=self.inspector_folded)
        self._put(self.list, 0, self._list_drawer, folded=self.list_folded)
        self._share()

    def _put(self, pane: QWidget, place: int, drawer: Drawer, *, folded: bool) -> None:
        inside = self._splitter.indexOf(pane) >= 0
        if folded and inside:
            drawer.hold(pane)
        elif not folded and not inside:
            drawer.close_drawer()
            self._splitter.insertWidget(min(place, self._splitter.count()), pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(self._middle), 1)

    def _share(self) -> None:
        list_width = grown(LIST_LEAST if self._window < grown(FOLD_RAIL) else self._list_width)
        widths: dict[QWidget | None, int] = {
            self.list: list_width,
            self._side: grown(self._inspector_width),
        }
        panes = [self._splitter.widget(number) for number in range(self._splitter.count())]
        fixed = sum(widths.get(pane, 0) for pane in panes)
        rest = max(EDITOR_LEAST, self._splitter.width() - fixed - len(panes) + 1)
        self._splitter.setSizes([widths.get(pane, rest) for pane in panes])

    def stand_alone(self, *, alone: bool) -> None:
        """Show the editor alone, or its neighbours again as they stood and as wide."""
        if alone is self._alone:
            return
        neighbours = (self.list, self.inspector)
        if alone:
            for drawer in (self._list_drawer, self._inspector_drawer):
                drawer.close_drawer()
            self._stood = (not self.list.isHidden(), not self.inspector.isHidden())
            self.inspector.strip.hide()
        self._alone = alone
        for pane, stood in zip(neighbours, self._stood, strict=True):
            pane.setVisible(stood and not alone)
        if not alone:
            self.fold(self._window)

    def _rejoin(self) -> None:
        if self._alone:
            self.stand_alone(alone=False)
            self.rejoined.emit()

    def toggle_inspector(self) -> None:
        """Show the inspector, or put it away."""
        self._rejoin()
        if not self.inspector_folded:
            self.inspector.setVisible(self.inspector.isHidden())
        elif self._inspector_drawer.isVisible():
            self._inspector_drawer.close_drawer()
        else:
            self._on_strip(self.inspector.tab)

    def open_tab(self, tab: str) -> None:
        """Show a tab of the inspector, in whatever form it has now."""
        self._rejoin()
        if self.inspector_folded:
            if self._inspector_drawer.isHidden() or self.inspector.tab != tab:
                self._on_strip(tab)
            return
        self.inspector.show()
        self.inspector.show_tab(tab)

    def toggle_list(self) -> None:
        """Show the list, or put it away."""
        self._rejoin()
        if not self.list_folded:
            self.list.setVisible(self.list.isHidden())
        elif self._list_drawer.isVisible():
            self._list_drawer.close_drawer()
        else:
            self._list_drawer.open_in(self._area(), grown(self._list_width))

    def show_list(self) -> None:
        """Make the list visible, in whatever form."""
        self._rejoin()
        if self.list.isHidden() or (self.list_folded and self._list_drawer.isHidden()):
            self.toggle_list()

    def article_chosen(self) -> None:
        """Give the room back to the text when an article was chosen from the drawer."""
        self._list_drawer.close_drawer()

    def panes(self) -> list[QWidget]:
        """Give the panes on show, from left to right; a strip is one too."""
        parts = (self.list, self.editor, self.inspector, self.inspector.strip)
        return [one for one in parts if one.isVisible()]

    @property
    def _writing(self) -> QWidget | None:
        """The body in the form it has now; None while no article is open."""
        return self.editor.slot.caret_area()[0] if self.editor.article else None

    @property
    def first_stop(self) -> QWidget:
        """Where work begins: the text, or the list while no article is open."""
        return self._writing or self.list.view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape from what stands beside the text into the text."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.go_back()

    def go_back(self) -> None:
        """Close the drawer that is open, or give the keyboard back to the text."""
        if not self.close_drawer() and (writing := self._writing):
            writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> bool:
        """Close the drawer that is open; give whether there was one."""
        for drawer in (self._inspector_drawer, self._list_drawer):
            if drawer.isVisible():
                drawer.close_drawer()
                return True
        return False

    def restore(self, session: Session) -> None:
        """Take the widths that were chosen by hand."""
        self._list_width = max(LIST_LEAST, session.list_width or LIST)
        self._inspector_width = max(INSPECTOR_LEAST, session.inspector_width or INSPECTOR)
        self._share()

    @property
    def list_width(self) -> int:
        """The width chosen for the list."""
        return self._list_width

    @property
    def inspector_width(self) -> int:
        """The width chosen for the inspector."""
        return self._inspector_width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for drawer, width in (
            (self._inspector_drawer, grown(self._inspector_width)),
            (self._list_drawer, grown(self._list_width)),
        ):
            if drawer.isVisible():
                drawer.fit(self._area(), width)

    def _area(self) -> QRect:
        corner = self._splitter.mapTo(self, QPoint(0, 0))
        return QRect(corner, self._splitter.size())

    def _on_strip(self, tab: str) -> None:
        if self._inspector_drawer.isVisible() and self.inspector.tab == tab:
            self._inspector_drawer.close_drawer()
            return
        self.inspector.show_tab(tab)
        self.inspector.strip.show_tab(tab)
        if self._inspector_drawer.isHidden():
            self._inspector_drawer.open_in(self._area(), grown(self._inspector_width))

    def _on_moved(self) -> None:
        if self._splitter.indexOf(self.list) >= 0 and self._window >= grown(FOLD_RAIL):
            self._list_width = shrunk(self.list.width())
        if self._splitter.indexOf(self._side) >= 0:
            self._inspector_width = shrunk(self._side.width())
