"""What is to be looked at in a picture, story by story, with the way to answer for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.findings import Finding
from newsroom.domain.ids import MemberId
from newsroom.ui.answering import Answers, finding_mark, finding_words
from newsroom.ui.keeping.reasons import Reasons
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import SPACE_8
from newsroom.ui.pictures.shelf import one_line

if TYPE_CHECKING:
    from newsroom.desk.assessing import FoundInStory


class FindingsList(QWidget):
    """The findings. An answer belongs to the story: a picture that none uses has none to give.

    `answered` carries an article, a rule, its place and the reason; `withdrawn` all but the reason.
    """

    answered = Signal(str, str, str, str)
    withdrawn = Signal(str, str, str)

    def __init__(self, theme: Theme, reasons: Reasons) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[FoundInStory, ...] = ()
        self.answers = Answers(reasons)
        self.answers.setParent(self)
        reasons.setParent(self)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def messages(self) -> tuple[str, ...]:
        """What the findings on show say."""
        return tuple(one.message for story in self._shown for one in story.found)

    def show_found(self, found: tuple[FoundInStory, ...], names: Mapping[MemberId, str]) -> None:
        """Show other findings; the same ones stay as they are."""
        if found == self._shown:
            return
        self._shown = found
        self.answers.begin()
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(story, one, names) for story in found for one in story.found]
        for row in self._rows:
            self._column.addWidget(row)
        self.answers.resume()

    def _row(self, story: FoundInStory, finding: Finding, names: Mapping[MemberId, str]) -> QWidget:
        row = QFrame()
        row.setProperty("edge", "bottom")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        line.setSpacing(SPACE_8)
        where = f"In “{one_line(story.headline) or 'Untitled'}”" if story.article else ""
        words = finding_words(finding, where)
        if finding.overridable and story.article:
            answer = self.answers.row(self._theme, finding, names, story.article)
            given = (story.article, finding.rule, finding.where)
            answer.answered.connect(partial(self.answered.emit, *given))
            answer.withdrawn.connect(partial(self.withdrawn.emit, *given))
            words.addWidget(answer)
        line.addWidget(finding_mark(self._theme, finding), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return row
