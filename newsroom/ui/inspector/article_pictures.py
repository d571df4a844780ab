"""The pictures of the article on the desk: how each is used here, and who gets the credit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.article import Story
from newsroom.domain.house import House
from newsroom.domain.ids import PictureId
from newsroom.domain.lines import credit_line
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import EmptyState, IconLabel, Label
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import CARD_CAPTION, META, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Ink
from newsroom.ui.thumbnails import CroppedPicture, Thumbnails

_SIZE = QSize(96, 64)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a picture, in words."""

    picture: PictureId
    where: str
    caption: str
    alt: str
    credit: str


def uses(story: Story, house: House) -> tuple[Use, ...]:
    """List how a story uses pictures, in reading order."""
    lead = story.content.lead
    told = []
    for figure in story.figures:
        picture = story.pictures.get(figure.picture)
        credit = credit_line(picture.record, house, story.content.language) if picture else ""
        where = "lead" if figure is lead else "body"
        told.append(Use(figure.picture, where, figure.caption, figure.alt, credit))
    return tuple(told)


class ArticlePictures(Surface):
    """A row for each use. `picture_requested` asks for a picture's record."""

    picture_requested = Signal(str)

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__("pane")
        self.setAccessibleName("Pictures of this article")
        self._theme = theme
        self._thumbnails = thumbnails
        self._uses: tuple[Use, ...] = ()
        self._stack = QStackedWidget()
        self._area = ScrollingColumn(name="Pictures of this article")
        self._stack.addWidget(EmptyState(theme, "This article has no pictures yet"))
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_uses(self, told: tuple[Use, ...]) -> None:
        """Show other uses; the same ones stay as they are."""
        if told == self._uses:
            return
        self._uses = told
        ground = Surface("pane")
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        column.setSpacing(0)
        for use in told:
            column.addWidget(self._row(use))
        column.addStretch(1)
        self._area.setWidget(ground)
        self._stack.setCurrentIndex(1 if told else 0)

    def _row(self, use: Use) -> QWidget:
        row = QFrame()
        row.setProperty("edge", "bottom")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        line.setSpacing(SPACE_12)
        picture = CroppedPicture(self._thumbnails, _SIZE)
        picture.setAccessibleName(use.alt or "Picture without alt text")
        picture.show_picture(use.picture)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(use), 1)
        return row

    def _words(self, use: Use) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        caption = Label(use.caption or "No caption", CARD_CAPTION)
        caption.setWordWrap(True)
        if not use.caption:
            caption.recolour(Ink.INK_3)
        words.addWidget(caption)
        words.addWidget(self._mark(use.credit, "Credit is missing"))
        words.addWidget(self._mark("Alt text" if use.alt else "", "Alt text is missing"))
        edit = Button(self._theme, "Edit credit", Kind.LINK)
        edit.clicked.connect(lambda: self.picture_requested.emit(use.picture))
        below = QHBoxLayout()
        below.setSpacing(SPACE_8)
        below.addWidget(edit)
        below.addStretch(1)
        words.addLayout(below)
        return words

    def _mark(self, words: str, missing: str) -> IconLabel:
        if not words:
            return IconLabel(self._theme, "mdi6.alert-outline", missing, META, Ink.AMBER)
        mark = IconLabel(self._theme, "mdi6.check", words, META, Ink.GREEN)
        mark.label.recolour(Ink.INK_2)
        return mark
