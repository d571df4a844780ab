"""Words that are shown: plain, elided, beside an icon, or standing in for an empty list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.few_lines import draw_lines
from newsroom.ui.look.fitting import fit, repolish
from newsroom.ui.look.scale import grown
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tips import plain_tip
from newsroom.ui.look.tokens import BASE, ICON_TEXT, META, SPACE_8, SPACE_12, SPACE_24, Ink, Type

_SMALL_TITLE = Type(META.family, META.size, META.line, 600)


class Label(QLabel):
    """Plain words in a type role and an ink."""

    def __init__(self, words: str = "", role: Type = BASE, ink: Ink = Ink.INK) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        fit(self, role=role)
        self.setProperty("ink", ink.value)

    def recolour(self, ink: Ink) -> None:
        """Show the words in another ink."""
        if self.property("ink") != ink.value:
            self.setProperty("ink", ink.value)
            repolish(self)


class ElidedLabel(Label):
    """Words on one line, cut with an ellipsis where room lacks; the tooltip has them whole."""

    cut = Qt.TextElideMode.ElideRight

    def __init__(self, words: str = "", role: Type = BASE, ink: Ink = Ink.INK) -> None:
        super().__init__(words, role, ink)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.text(), self.cut, self.width())
        if shown != "…":
            painter.drawText(self.rect(), int(self.alignment()), shown)
        painter.end()
        self.setToolTip("" if shown == self.text() else plain_tip(self.text()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class TitleLabel(ElidedLabel):
    """A title on one line; where room lacks on two smaller ones, of which the last may be cut."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        high = 2 * grown(_SMALL_TITLE.line)
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = QRect(0, (self.height() - high) // 2, self.width(), high)
        draw_lines(painter, room, self.text(), _SMALL_TITLE, 2)
        painter.end()
        self.setToolTip(plain_tip(self.text()))


class AsideLabel(ElidedLabel):
    """Words that may be missing: on one line where they have room, else not at all."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)


class PathLabel(ElidedLabel):
    """A path on one line; where room lacks it is cut in its middle, for its end says most."""

    cut = Qt.TextElideMode.ElideMiddle


class _Mark(QWidget):
    """An icon in an ink, drawn for the screen that it is seen on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = ""
        self._ink = Ink.INK
        fit(self, square=ICON_TEXT)

    def show_icon(self, icon: str, ink: Ink) -> None:
        """Show another icon, or the same in another ink."""
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.draw(painter, self.rect(), self._icon, self._ink)
        painter.end()


class IconLabel(QWidget):
    """Words with an icon before them, both in one ink."""

    def __init__(
        self, theme: Theme, icon: str, words: str = "", role: Type = META, ink: Ink = Ink.INK_2
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._ink = ink
        self._said: tuple[str, str, Ink] | None = None
        self._mark = _Mark(theme)
        self.label = Label(words, role, ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8 - 2)
        row.addWidget(self._mark)
        row.addWidget(self.label)
        self.say(words, icon, ink)

    def say(self, words: str, icon: str = "", ink: Ink | None = None) -> None:
        """Show other words, and another icon and ink where given."""
        wanted = (words, icon or self._icon, ink or self._ink)
        if wanted == self._said:
            return
        self._said = wanted
        _, self._icon, self._ink = wanted
        self.label.setText(words)
        self.label.recolour(self._ink)
        self.setAccessibleName(words)
        self._mark.show_icon(self._icon, self._ink)


class EmptyState(QWidget):
    """One line and one action where there is nothing to list."""

    wanted = Signal()

    def __init__(self, theme: Theme, words: str = "", action: str = "") -> None:
        super().__init__()
        self._line = Label(words, BASE, Ink.INK_3)
        self._line.setWordWrap(True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(theme, action, Kind.PLAIN)
        self._button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_12)
        column.addStretch(1)
        column.addWidget(self._line)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.say(words, action)

    def say(self, words: str, action: str = "") -> None:
        """Show another line, and another action; no words for the action hide its button."""
        self._line.setText(words)
        self._button.setText(action)
        self._button.setVisible(bool(action))
