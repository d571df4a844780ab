"""Buttons of every kind: words, icons, menus, segments, filters."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
)

from newsroom.ui.look.fitting import fit
from newsroom.ui.look.focus import one_stop
from newsroom.ui.look.fonts import font
from newsroom.ui.look.scale import grown, tall
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tips import plain_tip
from newsroom.ui.look.tokens import (
    BASE,
    BUTTON,
    CHIP,
    FILTER,
    ICON_BAR,
    ICON_META,
    ICON_TEXT,
    META,
    SPACE_8,
    Ink,
    Type,
)


class Kind(StrEnum):
    """What a button is, which decides how it looks."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"
    CHIP = "chip"
    FILTER = "filter"
    SEGMENT = "segment"
    TAB = "tab"
    SEEK = "seek"
    WORDS = "words"


_HEIGHTS = {Kind.CHIP: CHIP, Kind.FILTER: FILTER, Kind.LINK: CHIP}
_TYPES = {
    Kind.PRIMARY: Type(BASE.family, BASE.size, BASE.line, 600),
    Kind.PLAIN: Type(BASE.family, BASE.size, BASE.line, 500),
    Kind.CHIP: Type(META.family, META.size, META.line, 500),
    Kind.LINK: Type(META.family, META.size, META.line, 500),
    Kind.FILTER: Type(META.family, META.size, META.line, 500),
    Kind.SEGMENT: Type(META.family, META.size, META.line, 500),
}
_AIR = 4
"""Makes a button's icon wider than high: half of it is what Qt's gap lacks before the words."""
_ICON_GAP = 6
"""What Qt leaves between a button's icon and its words."""
_SEAM = 2
"""Pixels around each segment."""


class Button(QPushButton):
    """A button with words, and an icon where it helps."""

    def __init__(self, theme: Theme, words: str, kind: Kind = Kind.PLAIN, icon: str = "") -> None:
        super().__init__(words)
        self.kind = kind
        self.setProperty("kind", kind.value)
        fit(self, role=_TYPES.get(kind, BASE), height=_HEIGHTS.get(kind, BUTTON))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if icon:
            ink = Ink.ON_ACCENT if kind is Kind.PRIMARY else Ink.INK_2
            self.setIcon(theme.icon(icon, ink, Ink.ACCENT if kind is Kind.SEGMENT else None))
            side = ICON_META if kind is Kind.CHIP else ICON_TEXT
            fit(self, icon=(side + _AIR, side))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.isCheckable():
            return hint
        bold = font(_TYPES.get(self.kind, BASE))
        bold.setWeight(bold.Weight.DemiBold)
        extra = QFontMetrics(bold).horizontalAdvance(self.text()) - QFontMetrics(
            self.font()
        ).horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, extra), hint.height())


class ElidedLink(Button):
    """A link that is cut with an ellipsis where room lacks; its tooltip has it whole."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words, Kind.LINK)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(CHIP, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = _paint_cut(self, self.width() - SPACE_8)
        self.setToolTip("" if whole else plain_tip(self.text()))


class IconButton(QToolButton):
    """A button of only an icon; its words are its accessible name and its tooltip."""

    def __init__(self, theme: Theme, icon: str, words: str, shortcut: str = "") -> None:
        super().__init__()
        self._theme = theme
        fit(self, side=BUTTON, icon=(ICON_BAR, ICON_BAR))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_words(icon, words, shortcut)

    def show_words(self, icon: str, words: str, shortcut: str = "") -> None:
        """Show another icon with its own words and key."""
        self.setIcon(self._theme.icon(icon, Ink.INK_2, Ink.ACCENT))
        self.setAccessibleName(words)
        self.setToolTip(with_key(words, shortcut))


def with_key(words: str, shortcut: str) -> str:
    """Write a tooltip: the words, and the key as this system spells it."""
    if not shortcut:
        return words
    key = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({key})"


class MenuButton(Button):
    """A button that opens a menu, with a small arrow at its right."""

    def __init__(self, theme: Theme, words: str, kind: Kind = Kind.PLAIN, icon: str = "") -> None:
        super().__init__(theme, words, kind, icon)
        self._theme = theme
        self.choices = QMenu(self)
        self.setProperty("opens", True)
        # A click must leave the keyboard in the text, where writing goes on after the choice.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        """Open the menu, which Qt is not told of: its padding is lost on a button with a menu."""
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        icon = self.iconSize().width() + _ICON_GAP if not self.icon().isNull() else 0
        return QSize(2 * SPACE_8 + icon + words + SPACE_8 // 2 + grown(ICON_TEXT), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = grown(ICON_TEXT)
        icon = self.iconSize().width() + _ICON_GAP if not self.icon().isNull() else 0
        _paint_cut(self, self.width() - 2 * SPACE_8 - icon - side)
        painter = QPainter(self)
        left = self.width() - side - SPACE_8 // 2
        mark = QRect(left, (self.height() - side) // 2, side, side)
        self._theme.draw(painter, mark, "mdi6.chevron-down", Ink.INK_2)
        painter.end()


def _paint_cut(button: QPushButton, room: int) -> bool:
    """Paint a button with its words cut to so many pixels; tell whether they are whole."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = button.fontMetrics().elidedText(
        button.text(), Qt.TextElideMode.ElideRight, max(0, room)
    )
    painter = QStylePainter(button)
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
    painter.end()
    return option.text == button.text()


class Segments(QFrame):
    """A row of buttons of which exactly one is pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parts: tuple[tuple[str, str, str], ...]) -> None:
        """Take (key, words, icon) for each part; the first one is pressed."""
        super().__init__()
        self.setProperty("segments", True)
        fit(self, height=BUTTON)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _, _ in parts]
        self._line = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(_SEAM, _SEAM, _SEAM, _SEAM)
        row.setSpacing(_SEAM)
        for number, (_, words, icon) in enumerate(parts):
            button = Button(theme, words, Kind.SEGMENT, icon)
            button.setCheckable(True)
            fit(button, height=BUTTON - 2 * _SEAM)
            self._group.addButton(button, number)
            row.addWidget(button, 1)
        self._group.button(0).setChecked(True)
        one_stop(self._group)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    @property
    def chosen_key(self) -> str:
        """The part that is pressed."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Press a part without telling anybody."""
        self._group.button(self._keys.index(key)).setChecked(True)


class FoldingSegments(Segments):
    """Segments that stand under each other where they have no room beside each other."""

    @property
    def folded(self) -> bool:
        """Whether they stand under each other."""
        return self._line.direction() is QBoxLayout.Direction.TopToBottom

    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() + _SEAM for button in self._group.buttons()]
        return QSize(sum(widths) + 2 * _SEAM, self.height())

    def minimumSizeHint(self) -> QSize:
        widths = [button.sizeHint().width() for button in self._group.buttons()]
        return QSize(max(widths) + 2 * _SEAM, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold; also after the text has grown, when the height is that of one line again."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < self.sizeHint().width()
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        lines = len(self._keys) if narrow else 1
        self.setFixedHeight(lines * (tall(BUTTON) - _SEAM) + _SEAM)
