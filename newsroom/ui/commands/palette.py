"""The command palette: search the articles or run a command, all from the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.summary import ArticleQuery, ArticleSummary
from newsroom.ui.commands.command import Command
from newsroom.ui.commands.matching import NAMED, Match, matches
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.fonts import font
from newsroom.ui.look.labels import Label
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.states import STATE_ICONS, STATE_WORDS
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    BAR,
    BASE,
    CARD_RADIUS,
    ICON_TEXT,
    META,
    PALETTE_ROWS,
    PALETTE_WIDTH,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    TABLE_ROW,
    Ink,
)

RECENT = "palette-recent"
"""The key under which this laptop keeps the ids of the commands run last, newest first."""
_RECENT = 8
_ARTICLES = 6
_TYPING_MS = 80
_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be chosen: an article by its id, or a command by its own."""

    words: str
    side: str
    icon: str
    command: str = ""
    article: str = ""


def command_rows(found: Sequence[Match]) -> tuple[Row, ...]:
    """Show commands as rows."""
    return tuple(
        Row(one.command.words, _key(one.command.key), one.command.icon, command=one.command.id)
        for one in found
    )


def ranked(found: Sequence[Match], articles: tuple[Row, ...], typed: str) -> tuple[Row, ...]:
    """Put the commands that somebody has named above the articles, the rest below them.

    Articles arrive a moment later and may hold the word anywhere in their text; they must not take
    the place of a command that somebody has named and is about to run.
    """
    rows = command_rows(found)
    named = sum(one.grade <= NAMED for one in found) if typed.strip() else 0
    return (*rows[:named], *articles, *rows[named:])


def article_rows(found: Sequence[ArticleSummary]) -> tuple[Row, ...]:
    """Show articles as rows."""
    return tuple(
        Row(
            one.headline or "Untitled",
            STATE_WORDS[one.state],
            STATE_ICONS[one.state],
            article=one.id,
        )
        for one in found
    )


def _key(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class CommandPalette(Surface):
    """Lies over the window while it is open; Esc puts it away and gives the keyboard back."""

    command_chosen = Signal(str)
    article_chosen = Signal(str)

    def __init__(self, theme: Theme, link: DeskLink, window: QWidget) -> None:
        super().__init__("paper", window)
        self.setProperty("popup", True)
        self._link = link
        self._window = window
        self._before: QWidget | None = None
        self._commands: tuple[Command, ...] = ()
        self._articles: tuple[Row, ...] = ()
        self._stepped: Row | None = None
        self._awaiting = False
        self._returned = False
        self._named = False
        self._recent = (link.recall(RECENT) or "").split()
        self._model = _Rows(self)
        self._field = QLineEdit()
        fit(self._field, role=BASE, height=BAR - SPACE_8)
        self._field.setProperty("bare", True)
        self._field.setPlaceholderText("Search or run a command")
        self._field.setAccessibleName("Search or run a command")
        self._field.installEventFilter(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_RowDelegate(theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(1)
        self._list.setAccessibleName("What was found")
        self._list.clicked.connect(self._choose)
        self._nothing = Label("Nothing matches these words", BASE, Ink.INK_3)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fit(self._nothing, height=TABLE_ROW)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._field.textChanged.connect(self._on_text)
        self.hide()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What can be chosen now."""
        return self._model.rows

    def open(self, commands: tuple[Command, ...], focused: QWidget | None) -> None:
        """Open with what makes sense now."""
        self._commands = commands
        self._before = focused
        self._articles = ()
        self._field.clear()
        self.show()
        self._show_rows()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be as high as what can be chosen; beyond a number of rows they scroll."""
        window = self._window
        rows = min(max(1, self._model.rowCount()), PALETTE_ROWS)
        edges = self.contentsMargins() + self._list.contentsMargins()
        height = tall(BAR) + rows * tall(TABLE_ROW) + SPACE_16 + edges.top() + edges.bottom()
        height = min(height, window.height() - SPACE_16)
        width = min(grown(PALETTE_WIDTH), window.width() - 2 * SPACE_16)
        self.setGeometry((window.width() - width) // 2, SPACE_8 - 1, width, height)

    def put_away(self) -> None:
        """Close, and give the keyboard back to where it was.

        It is given back before the palette hides: Qt would pass it on to whatever stands next,
        and the page in the preview answers that by showing its skip link.
        """
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self._close()

    def _close(self) -> None:
        """Hide, and choose nothing any more."""
        self._typing.stop()
        self._returned = False
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self._close()
        return False

    def _on_key(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Escape:
                self.put_away()
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_return()
            case _:
                return False
        return True

    def _on_return(self) -> None:
        """Choose the row that stands out; where articles are still to come, once they are there.

        A row that was stepped to, or a command that was named, is what is meant whatever comes.
        """
        if self._awaiting and self._stepped is None and not self._named:
            self._returned = True
            self._typing.stop()
            self._ask()
        else:
            self._choose(self._list.currentIndex())

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = (self._list.currentIndex().row() + by) % rows
            self._list.setCurrentIndex(self._model.index(row))
            self._stepped = self._model.rows[row]

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(_ROW)
        if not isinstance(row, Row):
            return
        self.put_away()
        if row.article:
            self.article_chosen.emit(row.article)
        else:
            self._note(row.command)
            self.command_chosen.emit(row.command)

    def _note(self, command: str) -> None:
        """Keep what was run last, for the next time somebody looks for it."""
        rest = [one for one in self._recent if one != command]
        self._recent = [command, *rest][:_RECENT]
        self._link.remember(RECENT, " ".join(self._recent))

    def _on_text(self) -> None:
        self._stepped, self._awaiting, self._returned = None, True, False
        self._show_rows()
        self._typing.start()

    def _ask(self) -> None:
        words = self._field.text().strip()
        if words:
            query = ArticleQuery(words, limit=_ARTICLES)
            self._link.articles(query, self._on_articles, "palette", self._on_no_articles)
        else:
            self._on_articles(())

    def _on_no_articles(self, error: Exception) -> None:
        """Offer the commands alone."""
        self._on_articles(())
        self._link.failed.emit(error)

    def _on_articles(self, found: tuple[ArticleSummary, ...]) -> None:
        self._articles = article_rows(found) if self._field.text().strip() else ()
        self._awaiting = False
        self._show_rows()
        self._nothing.setVisible(not self.rows)
        if self._returned:
            self._returned = False
            self._choose(self._list.currentIndex())

    def _show_rows(self) -> None:
        typed = self._field.text()
        found = matches(self._commands, typed, self._recent)
        self._model.show_rows(ranked(found, self._articles, typed))
        self._named = bool(typed.strip()) and any(one.grade <= NAMED for one in found)
        here = self.rows.index(self._stepped) if self._stepped in self.rows else 0
        self._list.setCurrentIndex(self._model.index(here))
        self._list.setVisible(bool(self.rows))
        self._nothing.hide()
        self._fit()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}, {row.side}" if row.side else row.words
        return None


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, tall(TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROW)
        if not isinstance(row, Row):
            return
        palette = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.selected))
            painter.drawRoundedRect(option.rect, CARD_RADIUS, CARD_RADIUS)
        inner = option.rect.adjusted(SPACE_12, 0, -SPACE_12, 0)
        icon = grown(ICON_TEXT)
        mark = QRect(inner.left(), inner.top() + (inner.height() - icon) // 2, icon, icon)
        self._theme.draw(painter, mark, row.icon, Ink.INK_2)
        side = QFontMetrics(font(META)).horizontalAdvance(row.side)
        painter.setFont(font(META))
        painter.setPen(QColor(palette.ink_3))
        painter.drawText(inner, int(_RIGHT), row.side)
        room = inner.adjusted(icon + SPACE_12, 0, -side - SPACE_16, 0)
        words = QFontMetrics(font(BASE)).elidedText(
            row.words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font(BASE))
        painter.setPen(QColor(palette.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
