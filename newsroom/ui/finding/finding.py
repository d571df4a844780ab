"""Find and replace over the fields of the article: from match to match, one or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from newsroom.domain.errors import Refused
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.finding.find_bar import FindBar
from newsroom.ui.finding.hits import Hit, Hits
from newsroom.ui.finding.joint import Joining, JointStep
from newsroom.ui.finding.pattern import replacement
from newsroom.ui.finding.sought import Sought, sought
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.look.theme import Theme

_PAUSE_MS = 120
"""How long after a key in the text its matches are counted anew."""
_KEPT = "The page's address is not replaced: readers may have it already. Change it in Details."


class Finding(QObject):
    """Looks through the words of the article, from the headline to the last card of the body.

    The body is looked through in whichever form it is on show; in the rich one its cards are, too.
    The page's address is looked through and kept: readers and links know it, and it is made of
    other letters than the words.
    """

    def __init__(self, theme: Theme, pane: ArticlePane, presenter: Presenter) -> None:
        super().__init__(pane)
        self._theme = theme
        self._pane = pane
        self._presenter = presenter
        self._fields: list[Sought] = []
        self._here = 0
        self._hits = Hits()
        self._fault = ""
        self._joint: JointStep | None = None
        self.bar = FindBar(theme)
        self.bar.hide()
        pane.add_bar(self.bar)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_PAUSE_MS)
        self._counting.timeout.connect(self._count)
        self._connect()

    def _connect(self) -> None:
        bar, pane = self.bar, self._pane
        bar.wanted_changed.connect(self._on_wanted)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self.replace_one)
        bar.all_wanted.connect(self.replace_all)
        bar.closed.connect(self.close)
        pane.written.connect(self._on_written)
        scrolling = pane.paper.verticalScrollBar()
        scrolling.valueChanged.connect(self._show)
        scrolling.rangeChanged.connect(self._show)
        self._theme.theme_changed.connect(self._show)

    def open(self, *, replacing: bool) -> None:
        """Show the bar; a few selected words are what is sought."""
        self._look_where()
        place = self._fields[self._here]
        chosen = place.chosen
        self.bar.ask(self._chosen_words(), replacing=replacing)
        place.choose(chosen)
        self._on_wanted()

    def close(self) -> bool:
        """Put the bar away and give the keyboard to the match; give whether there was a bar."""
        if self.bar.isHidden():
            return False
        self.bar.hide()
        self._counting.stop()
        place = self._fields[self._here]
        chosen = place.chosen
        self._clear()
        place.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        place.choose(chosen)
        return True

    def renew(self) -> None:
        """Look anew: another article is on the desk, or the body turned to its other form."""
        self._part()
        if self.bar.isVisible():
            self._clear()
            self._look_where()
            self._count()

    def step(self, by: int) -> None:
        """Go to the next match, or to the one before; past the last one begins the first."""
        self._look_where()
        self._count()
        if not self._hits:
            self.open(replacing=False)
            return
        hits, chosen, number = self._hits, self._fields[self._here].chosen, self._selected()
        if number is not None:
            self._go((number + by) % len(hits))
        elif by > 0:
            self._go(hits.after(self._here, chosen.end))
        else:
            self._go(hits.before(self._here, chosen.start))

    def replace_one(self) -> None:
        """Replace the match that is selected and go on; where none is, go to the next."""
        self._count()
        number = self._selected()
        if number is not None and not self._can_replace(self._hits[number]):
            self._presenter.tell(_KEPT)
        elif number is not None and not self._replace([self._hits[number]]):
            return
        self.step(1)

    def replace_all(self) -> None:
        """Replace every match as one step of undo, whichever of its fields is asked for it."""
        if self.bar.isHidden():
            self.open(replacing=True)
            return
        self._count()
        found = [self._hits[number] for number in range(len(self._hits))]
        hits = [hit for hit in found if self._can_replace(hit)]
        if found and not hits:
            self._presenter.tell(_KEPT)
        elif hits and self._replace(hits):
            joint = self._joint
            words = _replaced(len(hits), len(found) - len(hits))
            self._presenter.tell(words, "Undo", joint.undo if joint else None)

    def _can_replace(self, hit: Hit) -> bool:
        return self._fields[hit.field].can_replace

    def _replace(self, hits: Sequence[Hit]) -> bool:
        """Replace matches, all of which may be; give whether the replacement could be made."""
        wanted, template = self.bar.wanted, self.bar.template.text()
        try:
            words = [(hit, replacement(wanted, hit.match, template)) for hit in hits]
        except Refused as fault:
            self.bar.show_fault(fault.message)
            return False
        joining = Joining()
        for number, place in enumerate(self._fields):
            changes = [(hit.match, new) for hit, new in words if hit.field == number]
            if changes:
                with joining.changing(place.text):
                    place.replace(changes)
        self._part()
        self._joint = joining.done(self)
        self._count()
        return True

    def _part(self) -> None:
        """Let the fields of the last replacement be undone one by one from now on."""
        if self._joint is not None:
            self._joint.end()
            self._joint.deleteLater()
            self._joint = None

    def _look_where(self) -> None:
        """Take the fields as they are on show, and begin in the one that has the keyboard."""
        pane = self._pane
        body = pane.slot.source if pane.slot.source_on else pane.body
        lead = [pane.lead.caption, pane.lead.alt] if pane.lead.figure else []
        dateline, details = pane.fields.dateline, pane.fields.details
        lines = (dateline.place, dateline.byline, details.sources, details.tags, details.slug)
        edits = (pane.headline, pane.standfirst, *lines, *lead, body)
        if tuple(place.edit for place in self._fields) != edits:
            self._fields = [sought(edit, kept=edit is details.slug) for edit in edits]
            self._here = len(edits) - 1
        for number, edit in enumerate(edits):
            if edit is QApplication.focusWidget():
                self._here = number

    def _chosen_words(self) -> str:
        words = self._fields[self._here].selected_words
        return words if words.isprintable() else ""

    def _on_wanted(self) -> None:
        self._count()
        if self._hits:
            self._go(self._hits.after(self._here, self._fields[self._here].chosen.start))

    def _on_written(self) -> None:
        if self.bar.isVisible():
            self._counting.start()

    def _count(self) -> None:
        """Look through every field anew."""
        wanted = self.bar.wanted
        try:
            self._hits = Hits([place.matches(wanted) for place in self._fields])
            self._fault = ""
        except Refused as fault:
            self._hits = Hits()
            self._fault = fault.message
        self._show()

    def _show(self) -> None:
        """Show how many there are, and highlight those that can be seen."""
        if self.bar.isHidden():
            return
        if self._fault:
            self.bar.show_fault(self._fault)
        else:
            number = self._selected()
            self.bar.show_count(0 if number is None else number + 1, len(self._hits))
        for number, place in enumerate(self._fields):
            place.show(self._hits.between(number, *place.seen()), self._theme.palette)

    def _clear(self) -> None:
        for place in self._fields:
            place.show((), self._theme.palette)

    def _selected(self) -> int | None:
        return self._hits.number_of(self._here, self._fields[self._here].chosen)

    def _go(self, number: int) -> None:
        hit = self._hits[number]
        if hit.field != self._here:
            self._fields[self._here].let_go()
        self._here = hit.field
        place = self._fields[hit.field]
        self._pane.reaching.unfold(place.edit)
        where = place.choose(hit.match)
        self._pane.paper.follow(place.edit, where)
        self._show()


def _replaced(count: int, kept: int) -> str:
    words = "1 match replaced." if count == 1 else f"{count:,} matches replaced."
    return f"{words} {_KEPT}" if kept else words
