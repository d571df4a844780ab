"""What to check in the story on the desk, each with the way to its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.findings import Finding, Severity
from newsroom.domain.ids import MemberId
from newsroom.ui.answering import AnswerRow, Answers, finding_mark, finding_words
from newsroom.ui.keeping.reasons import Reasons
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.labels import EmptyState
from newsroom.ui.look.scrolling import ScrollingColumn
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_8, SPACE_12, SPACE_16

_FIELD_WORDS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "section": "Section",
    "place": "Place",
    "byline": "Byline",
    "published": "Date and time",
    "body": "Body",
    "lead": "Lead picture",
    "sources": "Sources",
    "tags": "Tags",
    "slug": "Address",
    "embargo": "Embargo",
    "house": "The house",
}


def place_words(where: str) -> str:
    """Name a finding's place: "Headline", "Paragraph 3", "Picture in paragraph 3"."""
    head, _, rest = where.partition(":")
    number, _, deeper = rest.partition(":")
    if head == "body" and number.isdigit():
        noun = "Picture in block" if deeper else "Block"
        return f"{noun} {int(number) + 1}"
    if head == "picture":
        return "Picture"
    return _FIELD_WORDS.get(head, head)


class ChecksList(Surface):
    """The findings, what the house requires first. `show_requested` carries a finding's place.

    `answered` carries a rule, its place and the reason why its finding may stand; `withdrawn` the
    rule and the place of an answer that is taken back.
    """

    show_requested = Signal(str)
    answered = Signal(str, str, str)
    withdrawn = Signal(str, str)

    def __init__(self, theme: Theme, reasons: Reasons) -> None:
        super().__init__("pane")
        self.setAccessibleName("Checks")
        self._theme = theme
        self._found: tuple[Finding, ...] = ()
        self._names: Mapping[MemberId, str] = {}
        self._article = ""
        self.answers = Answers(reasons)
        self.answers.setParent(self)
        self._stack = QStackedWidget()
        self._area = ScrollingColumn(name="Checks")
        self._stack.addWidget(EmptyState(theme, "Nothing to check"))
        self._stack.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def found(self) -> tuple[Finding, ...]:
        """The findings on show."""
        return self._found

    def show_names(self, names: Mapping[MemberId, str]) -> None:
        """Take who is who, for telling who answered."""
        self._names = names

    def show_findings(self, found: Sequence[Finding], article: str = "") -> None:
        """Show other findings, perhaps of another article; the same ones stay as they are."""
        if (tuple(found), article) == (self._found, self._article):
            return
        self._found, self._article = tuple(found), article
        self.answers.begin()
        ground = Surface("pane")
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        column.setSpacing(0)
        for finding in self._found:
            column.addWidget(self._row(finding))
        column.addStretch(1)
        self._area.setWidget(ground)
        self.answers.resume()
        self._stack.setCurrentIndex(1 if self._found else 0)

    def _row(self, finding: Finding) -> QWidget:
        row = QFrame()
        row.setProperty("edge", "bottom")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        line.setSpacing(SPACE_8)
        required = finding.severity is Severity.ERROR
        under = place_words(finding.where)
        if required:
            under = f"{under} · required before approval"
        words = finding_words(finding, under)
        if finding.overridable:
            words.addWidget(self._answer(finding))
        show = Button(self._theme, "Show", Kind.LINK)
        show.setAccessibleName(f"Show {under}")
        show.clicked.connect(partial(self.show_requested.emit, finding.where))
        line.addWidget(finding_mark(self._theme, finding), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _answer(self, finding: Finding) -> AnswerRow:
        row = self.answers.row(self._theme, finding, self._names, self._article)
        row.answered.connect(partial(self.answered.emit, finding.rule, finding.where))
        row.withdrawn.connect(partial(self.withdrawn.emit, finding.rule, finding.where))
        return row
