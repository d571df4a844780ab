"""The fields around the body, as one: shown, taken over, given back, reached by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import Content
from newsroom.domain.house import House
from newsroom.domain.typography import Habits
from newsroom.ui.article.bringing import Step, bring
from newsroom.ui.article.chips import Chips
from newsroom.ui.article.dateline_row import DatelineRow
from newsroom.ui.article.details import Details
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.article.lead_card import LeadCard
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import HEADLINE, STANDFIRST, Ink
from newsroom.ui.thumbnails import Thumbnails


class ArticleFields(QObject):
    """Everything of an article but its body. `edited` tells of changes by a person only."""

    edited = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.chips = Chips(theme)
        self.headline = GrowingText("Headline", HEADLINE)
        self.standfirst = GrowingText("Standfirst", STANDFIRST, Ink.INK_2)
        self.dateline = DatelineRow(theme, now)
        self.details = Details(theme, now)
        self.lead = LeadCard(theme, thumbnails)
        for part in (self.chips, self.headline, self.standfirst):
            part.edited.connect(self.edited)
        for row in (self.dateline, self.details, self.lead):
            row.edited.connect(self.edited)

    @property
    def language(self) -> str:
        """The language of the story."""
        return self.chips.language

    def speak_as(self, speech: Callable[[], Habits | None]) -> None:
        """Set quotes and dashes in headline, standfirst and captions by the same habits."""
        for field in (self.headline, self.standfirst, self.lead.caption, self.lead.alt):
            field.speech = speech

    def show_house(self, house: House) -> None:
        """Write in the forms of a house from now on."""
        for part in (self.chips, self.dateline, self.details):
            part.show_house(house)

    def show_content(self, content: Content) -> None:
        """Show another article; nothing typed into the former one can come back by undo."""
        self.chips.show_content(content)
        self.headline.show_words(content.headline)
        self.standfirst.show_words(content.standfirst)
        self.dateline.show_content(content)
        self.details.show_content(content)
        self.lead.show_figure(content.lead)

    def renew(self, content: Content) -> None:
        """Show other values of the same article; a field that has its value already stays still."""
        now = self.put_into(content)
        self.chips.show_content(content)
        if now.headline != content.headline:
            self.headline.show_words(content.headline)
        if now.standfirst != content.standfirst:
            self.standfirst.show_words(content.standfirst)
        self.dateline.renew(content)
        self.details.renew(content)
        if self.lead.figure != content.lead:
            self.lead.show_figure(content.lead)

    def bring(self, content: Content, step: Step | None) -> None:
        """Show other values; every text remembers what it held, and keeps its own undo."""
        self.chips.show_content(content)
        bring(self.headline, content.headline, step)
        bring(self.standfirst, content.standfirst, step)
        self.dateline.bring(content, step)
        self.details.bring(content, step)
        self.lead.bring(content.lead, step)

    def put_into(self, content: Content) -> Content:
        """Give the content with what stands in the fields."""
        content = replace(
            content,
            headline=self.headline.words(),
            standfirst=self.standfirst.words(),
            lead=self.lead.figure,
        )
        for part in (self.chips, self.dateline, self.details):
            content = part.put_into(content)
        return content

    def named(self, name: str) -> QWidget | None:
        """Find the field of a finding's name; None for a name that is no field's."""
        return {
            "headline": self.headline,
            "standfirst": self.standfirst,
            "section": self.chips.section,
            "language": self.chips.language_chip,
            "place": self.dateline.place,
            "published": self.dateline.time,
            "byline": self.dateline.byline,
            "sources": self.details.sources,
            "tags": self.details.tags,
            "slug": self.details.slug,
            "embargo": self.details.time,
            "lead": self.lead,
        }.get(name)
