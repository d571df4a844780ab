"""The page as it will look where it is shared: four cards, and what they will lack or cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from newsroom.domain.shared import SharedPage, hints
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel
from newsroom.ui.look.overlay_bar import OverlayBar
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import META, SPACE_8, SPACE_16, SPACE_24, Ink
from newsroom.ui.preview.sheet import Sheet
from newsroom.ui.preview.social_cards import KINDS, Kind
from newsroom.ui.preview.social_picture import SocialPicture

if TYPE_CHECKING:
    from newsroom.desk.previewing import Preview

_PACE_MS = 150
"""How often, at most, the cards are drawn anew while somebody types."""
_WIDEST = 520


class SocialCard(QWidget):
    """One card; screen readers hear what it says."""

    def __init__(self, kind: Kind, picture: SocialPicture) -> None:
        super().__init__()
        self._kind = kind
        self._picture = picture
        self._page = SharedPage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fit(self, most=_WIDEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        picture.arrived.connect(self.update)

    def show_shared(self, page: SharedPage) -> None:
        """Show another page."""
        if page == self._page:
            return
        self._page = page
        shown = f"picture: {page.alt or 'without alt text'}" if page.picture else "no picture"
        self.setAccessibleName(f"{self._kind.words}: {page.headline or 'no headline yet'}")
        self.setAccessibleDescription(f"{page.host}. {page.description} {shown}".strip())
        self.fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as what is drawn."""
        sheet = Sheet(None, QRectF(0, 0, self.width(), 0))
        self._kind.draw(sheet, self._page, None)
        if self.height() != round(sheet.y):
            self.setFixedHeight(round(sheet.y))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        self._kind.draw(Sheet(painter, QRectF(self.rect())), self._page, self._picture.pixmap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#DADDE1"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class SocialView(QScrollArea):
    """Shows what the head of the exported page says, as each place shows it."""

    def __init__(self, theme: Theme, picture: SocialPicture) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        picture.setParent(self)
        self._preview: Preview | None = None
        self._said: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PACE_MS)
        self._timer.timeout.connect(self._draw)
        self.setAccessibleName("The page where it is shared")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hints = QWidget()
        self._hint_column = QVBoxLayout(self._hints)
        self._hint_column.setContentsMargins(0, 0, 0, 0)
        self._hint_column.setSpacing(SPACE_8)
        self.cards = tuple(SocialCard(kind, picture) for kind in KINDS)
        ground = Surface("desk")
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_24)
        column.setSpacing(SPACE_8)
        column.addWidget(self._hints)
        for kind, card in zip(KINDS, self.cards, strict=True):
            column.addSpacing(SPACE_8)
            column.addWidget(IconLabel(theme, kind.icon, kind.words, META, Ink.INK_2))
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(ground)
        OverlayBar(self)
        for card in self.cards:
            theme.theme_changed.connect(card.fit)

    @property
    def hints(self) -> tuple[str, ...]:
        """What is said of the page."""
        return self._said

    def show_preview(self, preview: Preview) -> None:
        """Show another page, now if the cards have rested, else in a moment."""
        self._preview = preview
        if self.isVisible() and not self._timer.isActive():
            self._draw()
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was written while nobody looked."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._preview is None or not self.isVisible():
            return
        page = self._preview.shared
        self._picture.show_preview(self._preview)
        for card in self.cards:
            card.show_shared(page)
            card.update()
        self._say(hints(page))

    def _say(self, said: tuple[str, ...]) -> None:
        if said == self._said:
            return
        self._said = said
        while (item := self._hint_column.takeAt(0)) is not None:
            former = item.widget()
            if former:
                former.deleteLater()
        for words in said:
            line = IconLabel(self._theme, "mdi6.information-outline", words, META, Ink.INK_2)
            line.label.setWordWrap(True)
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._hint_column.addWidget(line)
