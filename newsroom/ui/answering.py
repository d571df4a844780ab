"""Answering for a finding where it stands: a line for the reason, or the reason and who gave it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.findings import Finding, Severity
from newsroom.domain.ids import MemberId
from newsroom.domain.override import subject_of
from newsroom.ui.frame.small_line import SmallLine
from newsroom.ui.keeping.reasons import Key, Reasons
from newsroom.ui.look.controls import Button, Kind
from newsroom.ui.look.fitting import fit
from newsroom.ui.look.labels import IconLabel, Label
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import BASE, COMPACT, META, SPACE_4, SPACE_8, Ink

ANSWER = "Answer with a reason…"


class AnswerRow(QWidget):
    """Under a finding: the way to answer for it, or what somebody answered and the way back.

    `answered` carries the reason, `withdrawn` nothing. Escape leaves the line, Return answers.
    """

    answered = Signal(str)
    withdrawn = Signal()

    def __init__(self, theme: Theme, finding: Finding, names: Mapping[MemberId, str]) -> None:
        super().__init__()
        self._said = IconLabel(theme, "mdi6.comment-text-outline", "", META, Ink.INK_2)
        self._said.label.setWordWrap(True)
        self.open = Button(theme, ANSWER, Kind.LINK)
        self.open.setAccessibleName(f"Answer with a reason: {finding.message}")
        self.withdraw = Button(theme, "Withdraw", Kind.LINK)
        self.withdraw.setAccessibleName(f"Withdraw the answer: {finding.message}")
        self.reason = SmallLine("The reason why it may stand", "Why it may stand")
        self.give = Button(theme, "Answer")
        fit(self.give, height=COMPACT)
        self._line = QWidget()
        self._arrange()
        self._connect()
        if finding.reason:
            who = names.get(finding.by, "") if finding.by else ""
            self._said.say(f"{who or 'Somebody'} answers for it: “{finding.reason}”")
        self._said.setVisible(bool(finding.reason))
        self.withdraw.setVisible(bool(finding.reason))
        self.open.setVisible(not finding.reason)
        self._line.hide()

    @property
    def said(self) -> str:
        """What was answered and by whom; empty while nothing was."""
        return "" if self._said.isHidden() else self._said.label.text()

    @property
    def answerable(self) -> bool:
        """Whether nobody answered yet."""
        return self.withdraw.isHidden()

    @property
    def typed(self) -> str | None:
        """What stands in the line that is open; None while none is."""
        return None if self._line.isHidden() else self.reason.text()

    def resume(self, typed: str, *, focused: bool) -> None:
        """Go on with a reason that was being typed."""
        self._begin()
        self.reason.setText(typed)
        if focused:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._said)
        for part in (self.open, self.withdraw):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._line)

    def _connect(self) -> None:
        self.open.clicked.connect(self._on_open)
        self.withdraw.clicked.connect(self.withdrawn)
        self.give.clicked.connect(self._on_given)
        self.reason.returnPressed.connect(self._on_given)
        self.reason.textChanged.connect(self._judge)
        self.reason.escaped.connect(self._on_escaped)

    def _begin(self) -> None:
        self.open.hide()
        self._line.show()
        self._judge()

    def _judge(self) -> None:
        self.give.setEnabled(bool(self.reason.text().strip()))

    def _on_open(self) -> None:
        self._begin()
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_given(self) -> None:
        if self.reason.text().strip():
            self.answered.emit(self.reason.text().strip())

    def _on_escaped(self) -> None:
        self.open.show()
        self.open.setFocus(Qt.FocusReason.TabFocusReason)
        self._line.hide()
        self.reason.clear()


class Answers(QObject):
    """The answers of a list that is filled anew while somebody may be typing one."""

    def __init__(self, reasons: Reasons) -> None:
        super().__init__()
        self.rows: dict[Key, AnswerRow] = {}
        self._reasons = reasons
        self._held: Key | None = None
        reasons.found.connect(self.resume)

    def row(
        self, theme: Theme, finding: Finding, names: Mapping[MemberId, str], article: str = ""
    ) -> AnswerRow:
        """Make the row under a finding, of an article where the list is about several."""
        self._reasons.look_up()
        made = AnswerRow(theme, finding, names)
        rule, subject = finding.rule, f"{article}:{subject_of(finding.where)}"
        key = (rule, subject, sum(key[:2] == (rule, subject) for key in self.rows))
        made.reason.textChanged.connect(partial(self._reasons.note, key))
        self.rows[key] = made
        return made

    def begin(self) -> None:
        """Forget the rows; what is being typed in them is kept."""
        typing = (key for key, row in self.rows.items() if row.reason.hasFocus())
        self._held = next(typing, None)
        self.rows = {}

    def resume(self) -> None:
        """Go on with what was being typed, where its finding is there and unanswered."""
        for key, row in self.rows.items():
            words = self._reasons.typed(key)
            if row.answerable and (words or key == self._held) and row.typed != words:
                row.resume(words, focused=key == self._held)
            elif not row.answerable:
                self._reasons.note(key, "")


def finding_mark(theme: Theme, finding: Finding) -> IconLabel:
    """Make the sign before a finding: required by the house, answered for, or worth a look."""
    if finding.reason:
        sign, ink, words = "mdi6.check-circle", Ink.GREEN, "Answered for"
    elif finding.severity is Severity.ERROR:
        sign, ink, words = "mdi6.alert-circle-outline", Ink.RED, "Required by the house"
    else:
        sign, ink, words = "mdi6.alert-outline", Ink.AMBER, "Worth a look"
    mark = IconLabel(theme, sign, "", BASE, ink)
    mark.setAccessibleName(words)
    return mark


def finding_words(finding: Finding, under: str) -> QVBoxLayout:
    """Lay out what a finding says, and where that is."""
    message = Label(finding.message, BASE)
    message.setWordWrap(True)
    words = QVBoxLayout()
    words.setSpacing(SPACE_4 // 2)
    words.addWidget(message)
    if under:
        words.addWidget(Label(under, META, Ink.INK_3))
    return words
