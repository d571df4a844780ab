"""Before you approve: the checks, the pictures, and what a signature would bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.document import Figure
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.house import House
from newsroom.domain.languages import language_words
from newsroom.domain.lines import credit_line
from newsroom.domain.reading import word_count
from newsroom.domain.workflow import State
from newsroom.ui.look.bars import PaneHeader, Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.marks import CounterBadge
from newsroom.ui.look.scale import grown
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tips import plain_tip
from newsroom.ui.look.tokens import (
    BASE,
    CARD_CAPTION,
    DECIDING,
    FIGURE,
    HASH,
    META,
    PANE_TITLE,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Family,
    Ink,
    Type,
)
from newsroom.ui.review.comparison_view import Thumbnails
from newsroom.ui.thumbnails import SentPicture

if TYPE_CHECKING:
    from newsroom.desk.reviewing import Review

_SECTION = Type(Family.SANS, 13, 20, 600)

_THUMB = (84, 56)
_LOW = 560
"""Below this height the card scrolls as a whole."""
_HASH_GROUP, _HASH_GROUPS = 4, 8
_WITH_THE_WRITER = frozenset({State.STALE, State.RETURNED, State.DRAFT})
"""Where nothing can be decided before somebody submits the story (again)."""

_NOTHING = "Checks, the credit of every picture and what an approval binds are shown here."


class DecisionCard(Surface):
    """The right side of the review place.

    `approve_wanted`, `return_wanted` (with the note) and `submit_wanted` are wishes; the place
    carries them out.
    """

    approve_wanted = Signal()
    submit_wanted = Signal()
    return_wanted = Signal(str)
    note_typed = Signal(str)

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__("pane")
        self._theme = theme
        self._thumbnails = thumbnails
        self.setAccessibleName("Before you approve")
        self._lists = QVBoxLayout()
        self._lists.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self._lists.setSpacing(SPACE_8)
        self._binding = Binding(theme)
        self._binding.approve.clicked.connect(self.approve_wanted)
        self._binding.submit.clicked.connect(self.submit_wanted)
        self._binding.give_back.clicked.connect(self.return_with_note)
        self._binding.note.textChanged.connect(self._on_note)
        self._build()
        theme.theme_changed.connect(self._fold)

    def _build(self) -> None:
        self.header = PaneHeader("pane")
        self.header.add(Label("Before you approve", PANE_TITLE))
        self.header.stretch()
        inside = Surface("pane")
        self._scrolled = QVBoxLayout(inside)
        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.addLayout(self._lists, 1)
        self._scroll = ScrollingColumn(inside, name="Checks and pictures")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)
        for holder in (self._scrolled, self._foot):
            holder.setSpacing(0)
        self._foot.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        self._foot.addWidget(self._binding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Let the binding scroll with the rest where it would leave the rest no room."""
        low = self.height() < grown(_LOW)
        if low == (self._foot.indexOf(self._binding) < 0):
            return
        room = self._scrolled if low else self._foot
        room.addWidget(self._binding)
        self._scrolled.setContentsMargins(
            *((SPACE_16, 0, SPACE_16, SPACE_16) if low else (0, 0, 0, 0))
        )
        margin = 0 if low else SPACE_16
        self._lists.setContentsMargins(margin, SPACE_16, margin, SPACE_16)

    def stops(self) -> tuple[QWidget, ...]:
        """Give what takes the keyboard, in order."""
        binding = self._binding
        return (self._scroll, binding.note, binding.give_back, binding.approve, binding.submit)

    def show_note(self, note: str) -> None:
        """Show a note that was typed before, telling nobody."""
        self._binding.note.blockSignals(True)
        self._binding.note.setPlainText(note)
        self._binding.note.blockSignals(False)

    def show_review(self, review: Review, house: House) -> None:
        """Show what a decision about this story would be about; the note stays as it is."""
        _empty(self._lists)
        self._list_checks(review.findings)
        self._list_pictures(review, house)
        self._lists.addStretch(1)
        self._binding.show_review(review)
        self._binding.show()

    def hold(self) -> None:
        """Let nothing be decided while another story is on its way."""
        self._binding.hold()

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        _empty(self._lists)
        told = Label(_NOTHING, BASE, Ink.INK_3)
        told.setWordWrap(True)
        self._lists.addWidget(told)
        self._lists.addStretch(1)
        self._binding.hide()

    def _heading(self, words: str, count: int, *, amber: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(Label(words, _SECTION))
        badge = CounterBadge(self._theme, calm=not amber, amber=amber)
        badge.show_count(count)
        row.addWidget(badge)
        row.addStretch(1)
        self._lists.addLayout(row)

    def _list_checks(self, findings: tuple[Finding, ...]) -> None:
        self._heading("Checks", len(findings), amber=True)
        for finding in findings:
            grave = finding.severity is Severity.ERROR
            icon = "mdi6.close-octagon-outline" if grave else "mdi6.alert-outline"
            line = IconLabel(
                self._theme, icon, finding.message, BASE, Ink.RED if grave else Ink.AMBER
            )
            line.label.setWordWrap(True)
            line.label.recolour(Ink.INK)
            self._lists.addWidget(line)
        if not findings:
            self._lists.addWidget(
                IconLabel(self._theme, "mdi6.check", "Nothing to check", BASE, Ink.GREEN)
            )

    def _list_pictures(self, review: Review, house: House) -> None:
        story = review.story
        if not story.figures:
            return
        self._lists.addSpacing(SPACE_16)
        self._heading("Pictures and credits", len(story.figures), amber=False)
        for number, figure in enumerate(story.figures):
            if number:
                self._lists.addWidget(_rule())
            picture = story.pictures.get(figure.picture)
            credit = credit_line(picture.record, house, story.content.language) if picture else ""
            row = PictureRow(self._theme, figure, credit)
            self._thumbnails(figure.picture, row.thumb.show_data)
            self._lists.addWidget(row)

    def _on_note(self) -> None:
        self.note_typed.emit(self._binding.note.toPlainText())

    def return_with_note(self) -> None:
        """Return the story with the note that was typed; ask for one where there is none."""
        note = self._binding.note.toPlainText().strip()
        if note:
            self.return_wanted.emit(note)
        else:
            self._binding.ask_for_note()


class PictureRow(QWidget):
    """One use of a picture: its caption, its credit, and what readers would miss."""

    def __init__(self, theme: Theme, figure: Figure, credit: str) -> None:
        super().__init__()
        self._theme = theme
        self.thumb = SentPicture(*_THUMB)
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_4)
        caption = Label(figure.caption or figure.alt or "No caption", CARD_CAPTION)
        caption.setWordWrap(True)
        lines.addWidget(caption)
        if credit:
            told = Label(credit, META, Ink.INK_2)
            told.setWordWrap(True)
            lines.addWidget(told)
        else:
            lines.addWidget(
                IconLabel(theme, "mdi6.alert-outline", "Credit is missing", META, Ink.AMBER)
            )
        has = QHBoxLayout()
        has.setSpacing(SPACE_12)
        has.addWidget(self._has("Alt text", bool(figure.alt)))
        has.addWidget(self._has("Caption", bool(figure.caption)))
        has.addStretch(1)
        lines.addLayout(has)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        row.setSpacing(SPACE_12)
        row.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)

    def _has(self, words: str, there: bool) -> IconLabel:
        if there:
            return IconLabel(self._theme, "mdi6.check", words, META, Ink.GREEN)
        return IconLabel(self._theme, "mdi6.alert-outline", f"{words} is missing", META, Ink.AMBER)


class Binding(Surface):
    """The card that says exactly what an approval binds, with the two deciding buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("sheet")
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(SPACE_16)
        self._figures.setVerticalSpacing(0)
        self._hash = Label("", HASH, Ink.INK)
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hash.setAccessibleName("Fingerprint of the story")
        words = "Signed with your key, on this laptop. Change one letter, one credit or one picture"
        promise = Label(f"{words} and the approval turns stale.", META, Ink.INK_2)
        promise.setWordWrap(True)
        self._who = IconLabel(theme, "mdi6.account-multiple-outline", "", META, Ink.GREEN)
        self._who.label.setWordWrap(True)
        self.note = QPlainTextEdit()
        fit(self.note, role=BASE, block=60)
        self.note.setPlaceholderText("A note for the writer, if you return the story")
        self.note.setAccessibleName("Note for the writer")
        self.note.setTabChangesFocus(True)
        self.give_back = Button(theme, "Return with note", icon="mdi6.arrow-u-left-top")
        self.approve = Button(theme, "Approve", Kind.PRIMARY, "mdi6.check-decagram-outline")
        self.submit = Button(theme, "Submit for approval", Kind.PRIMARY, "mdi6.send-outline")
        for button in (self.give_back, self.approve, self.submit):
            fit(button, height=DECIDING)
        self.submit.hide()
        self._arrange(theme, promise)

    def _arrange(self, theme: Theme, promise: QWidget) -> None:
        title = IconLabel(
            theme, "mdi6.fingerprint", "Your approval binds exactly this", PANE_TITLE, Ink.ACCENT
        )
        title.label.recolour(Ink.INK)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        for button in (self.give_back, self.approve, self.submit):
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(title)
        column.addLayout(self._figures)
        for part in (_boxed(self._hash), promise, self._who, self.note):
            column.addWidget(part)
        column.addLayout(buttons)

    def show_review(self, review: Review) -> None:
        """Show what a signature would be put under now."""
        content = review.story.content
        figures = {
            "words": f"{word_count(review.story.document):,}",
            "pictures": str(len({one.picture for one in review.story.figures})),
            "language": language_words(content.language) or "–",
            "version": str(review.number),
        }
        _empty(self._figures)
        for column, (label, value) in enumerate(figures.items()):
            self._figures.addWidget(Label(value, FIGURE), 0, column)
            self._figures.addWidget(Label(label, META, Ink.INK_2), 1, column)
        starts = range(0, _HASH_GROUP * _HASH_GROUPS, _HASH_GROUP)
        self._hash.setText(" ".join(review.bound[at : at + _HASH_GROUP] for at in starts))
        self._hash.setToolTip(review.bound)
        if review.obstacle:
            self._who.say(review.obstacle, "mdi6.lock-outline", Ink.AMBER)
        else:
            self._who.say("You may approve this story.", "mdi6.account-check-outline", Ink.GREEN)
        self.approve.setEnabled(not review.obstacle)
        self.approve.setToolTip(plain_tip(review.obstacle))
        waiting = review.state is State.IN_REVIEW
        again = review.state in _WITH_THE_WRITER
        self.submit.setVisible(again)
        self.submit.setEnabled(again)
        for button in (self.give_back, self.approve):
            button.setVisible(not again)
        self.give_back.setEnabled(waiting)
        self.note.setVisible(waiting)

    def hold(self) -> None:
        """Take every decision away."""
        for button in (self.approve, self.give_back, self.submit):
            button.setEnabled(False)

    def ask_for_note(self) -> None:
        """Ask for the note without which nothing is returned."""
        self._who.say("Say what should change.", "mdi6.comment-text-outline", Ink.AMBER)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)


def _rule() -> Surface:
    line = Surface("line")
    line.setFixedHeight(1)
    return line


def _boxed(words: QWidget) -> Surface:
    box = Surface("well")
    row = QHBoxLayout(box)
    row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
    row.addWidget(words)
    return box


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty_row(inner)


def _empty_row(layout: object) -> None:
    assert isinstance(layout, QHBoxLayout | QVBoxLayout | QGridLayout)
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    layout.deleteLater()
