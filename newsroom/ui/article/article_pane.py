"""The editor pane: one article, all its fields, shown and given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.article import Content, Story
from newsroom.domain.document import Document, Figure
from newsroom.domain.house import House
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.lines import credit_line
from newsroom.domain.picture import Picture
from newsroom.domain.summary import ArticleSummary
from newsroom.ui.article.body_slot import BodySlot, body_look, body_tools
from newsroom.ui.article.bringing import Step
from newsroom.ui.article.caret_notes import CaretNotes
from newsroom.ui.article.caret_sight import CaretSight
from newsroom.ui.article.fields import ArticleFields
from newsroom.ui.article.footer import ArticleFooter
from newsroom.ui.article.header import ArticleHeader
from newsroom.ui.article.merging import Known
from newsroom.ui.article.paper import Paper
from newsroom.ui.article.reaching import Reaching
from newsroom.ui.article.steps import lead_keys
from newsroom.ui.article.toolbar import ArticleToolbar
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.look import FigureInfo
from newsroom.ui.body.words import WordCount
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.look.bars import Surface
from newsroom.ui.look.labels import EmptyState
from newsroom.ui.look.theme import Theme
from newsroom.ui.look.tokens import (
    EDITOR_LEAST,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.drafting import OpenArticle

_MENU = ("article.version", "article.lead", "view.details", "view.source")


class ArticlePane(Surface):
    """Shows an article. `edited` tells that a person changed something; `content` gives it.

    `written` comes after one or more of these, as soon as they are painted: for what can wait that
    long. An edit that was not told of before another article came is told of no more.
    """

    edited = Signal()
    written = Signal()
    new_requested = Signal()
    checks_requested = Signal()
    caret_changed = Signal()
    escaped = Signal()

    def __init__(
        self, theme: Theme, link: DeskLink, actions: ActionTable, thumbnails: Thumbnails
    ) -> None:
        super().__init__("paper")
        self.setAccessibleName("Editor")
        self.setMinimumWidth(EDITOR_LEAST)
        self._theme = theme
        self._thumbnails = thumbnails
        self._house: House | None = None
        self._scrolled = 0
        self._word_count = WordCount()
        self._open: ArticleId | None = None
        self._known = Known(Content(), Content())
        self._pictures: dict[PictureId, Picture] = {}
        self.header = ArticleHeader(
            theme, actions["article.submit"], actions.menu_of(QMenu(self), _MENU)
        )
        self.toolbar = ArticleToolbar(theme, actions)
        self.paper = Paper()
        self.footer = ArticleFooter(theme)
        self.fields = ArticleFields(theme, thumbnails, link.now)
        self.headline = self.fields.headline
        self.standfirst = self.fields.standfirst
        self.lead = self.fields.lead
        body = BodyEdit(body_look(theme.palette), body_tools(self._figure_info, link))
        self.slot = BodySlot(body, link.read_body, link.write_body)
        self.caret = CaretNotes(self.slot, self.toolbar, self.footer, actions, self)
        self._sight = CaretSight(self.paper, self.slot)
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._empty = EmptyState(theme, "Choose an article, or begin one", "New article")
        self._stack = QStackedWidget()
        self._arrange(actions["view.details"])
        self._connect()
        lead_keys(self.fields, (self.body, self.slot.source), self)

    @property
    def body(self) -> BodyEdit:
        """The rich editor."""
        return self.slot.body

    @property
    def article(self) -> ArticleId | None:
        """The article on show."""
        return self._open

    def _arrange(self, details: QAction) -> None:
        self.paper.add(self.fields.chips, SPACE_8)
        self.paper.add(self.headline, SPACE_8)
        self.paper.add(self.standfirst, SPACE_12)
        self.paper.add(self.fields.dateline, SPACE_12)
        fold = self.paper.add(self.fields.details, SPACE_16)
        fold.hide()
        self.reaching = Reaching(self.fields, self.slot, self.paper, fold, details)
        self.paper.add(self.lead, SPACE_4)
        self.paper.add_wide(self.slot)
        writing = QWidget()
        self._column = column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.toolbar):
            column.addWidget(part)
        column.addWidget(self.paper, 1)
        column.addWidget(self.footer)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(writing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the tools and the paper, under those that are there."""
        self._column.insertWidget(self._column.indexOf(self.paper), bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Escape, which no field takes for itself."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.fields.edited.connect(self.edited)
        self.fields.edited.connect(self._speak)
        self.slot.edited.connect(self.edited)
        self.edited.connect(self._painting.start)
        self._painting.timeout.connect(self.written)
        self.headline.done.connect(lambda: _enter(self.standfirst))
        self.standfirst.done.connect(lambda: _enter(self.body))
        self._empty.wanted.connect(self.new_requested)
        self.footer.checks_wanted.connect(self.checks_requested)
        self.slot.caret_moved.connect(self._on_caret)
        self.caret.changed.connect(self.caret_changed)
        self.body.dragging.connect(lambda place: self.paper.follow(self.body, place))
        self._thumbnails.arrived.connect(self.body.refresh_figures)
        self._theme.theme_changed.connect(self._on_theme)

    def show_house(self, house: House) -> None:
        """Write in the forms of a house from now on."""
        self._house = house
        self.fields.show_house(house)
        self._speak()
        self._show_credits()

    def show_article(self, opened: OpenArticle) -> None:
        """Show an article as the desk gave it."""
        story = opened.story
        self._painting.stop()
        self._open = story.id
        self._pictures = dict(story.pictures)
        if story.content.lead is None and self.lead.isAncestorOf(self.window().focusWidget()):
            self.slot.on_show().setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.show_content(story.content)
        self._speak()
        self.slot.show_document(story.document)
        self._known = Known(story.content, self._now())
        self._show_credits()
        self.show_summary(opened.summary)
        self.footer.show_saved(opened.saved_at)
        self.footer.show_length(opened.summary.words, self.fields.language)
        self.footer.show_chosen(0)
        self._stack.setCurrentIndex(1)
        self.paper.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Give the keyboard to the headline, as for an article just begun."""
        self.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self, opened: OpenArticle) -> bool:
        """Take over what moved on disk, except where somebody wrote since it was last read.

        Gives whether something stands in the fields that the disk does not have.
        """
        story = opened.story
        before = self._now()
        news = self._known.news(before, story.content)
        self._pictures.update(story.pictures)
        if news != before:
            self.fields.renew(news)
            self._speak()
        if news.body != before.body:
            self.slot.show_document(story.document)
        self._known = self._known.renewed(before, self._now(), story.content)
        self._show_credits()
        self.show_summary(opened.summary)
        return self.content() != story.content

    def take_back(self, content: Content, document: Document) -> None:
        """Show words that were typed here before and are not on disk yet."""
        self.fields.show_content(content)
        self._speak()
        self.slot.show_document(document)
        self._show_credits()

    def bring(self, content: Content, document: Document, step: Step | None = None) -> None:
        """Put other words into the fields as a person's own edit, a step of undo for each."""
        self.fields.bring(content, step)
        self.slot.bring(document, step)
        self._show_credits()
        self.edited.emit()

    def settle(self, content: Content) -> None:
        """Take note of what is on disk now, as `content` gave it."""
        self._known = self._known.saved(content)

    def stop(self) -> None:
        """Tell of no edit any more; the window is closing."""
        self._painting.stop()
        self._sight.stop()

    def show_nothing(self) -> None:
        """Show that no article is on the desk."""
        self._painting.stop()
        self._open = None
        self._stack.setCurrentIndex(0)

    def show_summary(self, summary: ArticleSummary) -> None:
        """Show where the article stands."""
        self.header.show_summary(summary)

    def content(self) -> Content:
        """Give what should be on disk: every field as it stands, the untouched as they were."""
        return self._known.written(self._now())

    def _now(self) -> Content:
        return replace(self.fields.put_into(Content()), body=self.slot.markdown())

    def story(self) -> Story:
        """Give the story as it stands, for the preview; its body is in the document alone."""
        assert self._open is not None
        story = Story(self._open, self.fields.put_into(Content()), self.slot.document())
        used = {figure.picture for figure in story.figures} & self._pictures.keys()
        return replace(story, pictures={name: self._pictures[name] for name in used})

    def learn_pictures(self, found: dict[PictureId, Picture]) -> None:
        """Take pictures and their credits, and show them where they are used."""
        self._pictures.update(found)
        self._show_credits()

    @property
    def pictures(self) -> dict[PictureId, Picture]:
        """The pictures that are known here."""
        return self._pictures

    def set_lead(self, figure: Figure | None) -> None:
        """Put another lead picture in, as a person's own edit."""
        self.lead.show_figure(figure)
        self._show_credits()
        self.edited.emit()

    def toggle_source(self) -> None:
        """Show the body as Markdown, or rich again; the caret stays at its height if it can."""
        height = self.paper.height_of(*self.slot.caret_area())
        scrolled = self.paper.verticalScrollBar().value()
        source = self.slot.toggle_source()
        self.toolbar.show_source(source=source)
        if source:
            self._scrolled = scrolled

        def settle() -> None:
            if not source and self.slot.untouched:
                self.paper.verticalScrollBar().setValue(self._scrolled)
            else:
                self.paper.keep_at(height, *self.slot.caret_area())

        QTimer.singleShot(0, self, settle)

    def _show_credits(self) -> None:
        figure = self.lead.figure
        self.lead.show_credit(self.credit(figure.picture) if figure else "")
        self.body.refresh_figures()

    def credit(self, name: PictureId) -> str:
        """Give the credit line of a picture as the house prints it, empty where there is none."""
        picture = self._pictures.get(name)
        if picture is None or self._house is None:
            return ""
        return credit_line(picture.record, self._house, self.fields.language)

    def _figure_info(self, figure: Figure) -> FigureInfo:
        credit = self.credit(figure.picture)
        return FigureInfo(self._thumbnails.pixmap(figure.picture), credit, not credit)

    def _speak(self) -> None:
        """Let the body be written in the language of the story."""
        house = self._house.language if self._house else ""
        self.body.language = self.fields.language or house

    def show_length(self) -> None:
        """Count the words of the story and show how long it is."""
        words = self._word_count.count(self.slot.document())
        self.footer.show_length(words, self.fields.language)

    def _on_caret(self, part: QWidget, place: QRect) -> None:
        # Whoever chooses all of a text does something with it, and goes on reading where they are.
        if part.hasFocus() and not self.slot.is_all_chosen:
            self.paper.follow(part, place)
        self.caret.moved()

    def _on_theme(self) -> None:
        self.body.set_look(body_look(self._theme.palette))

    def show_saved(self, at: datetime) -> None:
        """Say when the text reached the disk."""
        self.footer.show_saved(at)


def _enter(part: QWidget) -> None:
    part.setFocus(Qt.FocusReason.TabFocusReason)
