"""The row of tools over the paper, made from the table of commands."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.look.bars import Rule, ToolRow
from newsroom.ui.look.controls import IconButton, Kind, MenuButton
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, SPACE_4, SPACE_8

STYLES = ("paragraph", "heading-2", "heading-3", "heading-4", "quote", "pull-quote")
_MARKS = ("format.bold", "format.italic", "format.link")
_BLOCKS = ("format.bullets", "format.quote", "insert.picture", "insert.fact-box")
_HISTORY = ("edit.undo", "edit.redo")
_MORE = (
    "format.strike", "format.sub", "format.sup", "format.code", "format.numbers",
    "format.pull-quote", "insert.table", "insert.embed", "insert.rule", "insert.footnote",
)  # fmt: skip
_STYLE_WIDTH = 116


class ArticleToolbar(ToolRow):
    """Block style, marks, blocks, undo; what stands at the caret is shown pressed."""

    def __init__(self, theme: Theme, actions: ActionTable) -> None:
        super().__init__("paper")
        self._actions = actions
        self.row.setSpacing(SPACE_4 // 2)
        self._style = MenuButton(theme, "Body text", Kind.PLAIN)
        fit(self._style, role=BASE, width=_STYLE_WIDTH)
        self._style.setAccessibleName("Style of the paragraph: Body text")
        self._style.choices.addActions([actions[f"format.{name}"] for name in STYLES])
        self._more = IconButton(theme, "mdi6.dots-horizontal", "More formatting")
        self._more.setMenu(actions.menu_of(QMenu(self._more), _MORE))
        self.add(self._style)
        self.row.addSpacing(SPACE_8)
        for names in (_MARKS, _BLOCKS, _HISTORY):
            if names is not _MARKS:
                self._add_rule()
            self.add(*(self._button(theme, actions[name]) for name in names))
            if names is _BLOCKS:
                self.add(self._more)
        self.stretch()
        self.add(self._button(theme, actions["view.source"]))
        actions["format.paragraph"].enabledChanged.connect(self._style.setEnabled)

    def show_caret(self, style: str, on: frozenset[str]) -> None:
        """Show the style of the paragraph at the caret, and what else holds there.

        Where the keyboard is in another field, nothing holds.
        """
        words = self._actions[f"format.{style if style in STYLES else STYLES[0]}"].text()
        if words != self._style.text():
            self._style.setText(words)
            self._style.setAccessibleName(f"Style of the paragraph: {words}")
        self._actions.show_caret(on if self._actions.situation.formatting else frozenset())

    def show_source(self, *, source: bool) -> None:
        """Show whether the body stands as Markdown."""
        self._actions["view.source"].setChecked(source)

    def _button(self, theme: Theme, action: QAction) -> QToolButton:
        button = IconButton(theme, "mdi6.circle-small", action.text())
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        return button

    def _add_rule(self) -> None:
        self.row.addSpacing(SPACE_8)
        self.add(Rule())
        self.row.addSpacing(SPACE_8)
