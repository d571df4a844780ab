"""What stands beside the text follows it: preview, pictures, checks, history."""

from __future__ import annotations

from PySide6.QtCore import QObject

from newsroom import desk as deeds
from newsroom.domain.article import Story
from newsroom.domain.changes import Changes
from newsroom.domain.findings import Finding, open_ones
from newsroom.domain.house import House
from newsroom.domain.ids import MemberId
from newsroom.domain.member import Member
from newsroom.domain.summary import Revision
from newsroom.domain.workflow import Decision
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.furnishing import Furniture
from newsroom.ui.inspector.article_pictures import uses
from newsroom.ui.inspector.history_list import events
from newsroom.ui.inspector.inspector import CHECKS, PICTURES
from newsroom.ui.keeping.article_desk import ArticleDesk


class Beside(QObject):
    """Keeps the inspector's panes true. A pane that is not on show is filled when it is."""

    def __init__(self, panes: Furniture, desk: ArticleDesk, link: DeskLink) -> None:
        super().__init__()
        self._panes = panes
        self._link = link
        self._house: House | None = None
        self._names: dict[MemberId, str] = {}
        self._story: Story | None = None
        self._previewed: Story | None = None
        desk.story_changed.connect(self._on_story)
        desk.found.connect(self._on_found)
        desk.opened.connect(self._ask_history)
        link.changed.connect(self._on_changed)
        panes.inspector.tab_changed.connect(self.refresh)
        panes.preview.appeared.connect(self.refresh)
        panes.editor.written.connect(panes.preview.await_story)
        panes.checks.show_requested.connect(panes.editor.reaching.show_place)
        panes.checks.answered.connect(self._on_answered)
        panes.checks.withdrawn.connect(self._on_withdrawn)
        panes.editor.checks_requested.connect(self._show_checks)

    def show_newsroom(self, house: House, members: tuple[Member, ...]) -> None:
        """Take the house's forms and the members' names."""
        self._house = house
        self._names = {member.id: member.name for member in members}
        self._panes.checks.show_names(self._names)
        self._ask_history()
        self._previewed = None
        self.refresh()

    def refresh(self) -> None:
        """Fill what is on show now."""
        if self._story is None:
            return
        if self._panes.preview.isVisible() and self._previewed is not self._story:
            self._previewed = self._story
            self._panes.preview.show_story(self._story)
        if self._house:
            told = uses(self._story, self._house)
            self._panes.pictures.show_uses(told)
            self._panes.inspector.show_count(PICTURES, len(told))

    def _on_story(self, story: Story) -> None:
        self._story = story
        self.refresh()

    def _on_found(self, found: tuple[Finding, ...]) -> None:
        self._panes.checks.show_findings(found, self._panes.editor.article or "")
        self._panes.editor.lead.show_findings(found)
        self._panes.inspector.show_count(CHECKS, len(open_ones(found)))

    def _on_answered(self, rule: str, where: str, reason: str) -> None:
        if article := self._panes.editor.article:
            self._link.write(
                lambda desk: deeds.checking.override(desk, article, rule, where, reason), by=self
            )

    def _on_withdrawn(self, rule: str, where: str) -> None:
        if article := self._panes.editor.article:
            self._link.write(
                lambda desk: deeds.checking.withdraw_override(desk, article, rule, where), by=self
            )

    def _show_checks(self) -> None:
        self._panes.articles.open_tab(CHECKS)

    def _on_changed(self, changes: Changes, by: object) -> None:
        article = self._panes.editor.article
        if article and article in changes.articles:
            self._ask_history()

    def _ask_history(self) -> None:
        article = self._panes.editor.article
        if article:
            self._link.history(article, self._on_history)

    def _on_history(self, told: tuple[tuple[Revision, ...], tuple[Decision, ...]]) -> None:
        revisions, decisions = told
        self._panes.history.list.show_events(events(revisions, decisions, self._names))
