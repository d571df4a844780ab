"""The room at work: what every command does, and how the panes hear of one another."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from newsroom import desk as deeds
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.settings import Appearance
from newsroom.ui.articles.saved import saved_search, search_command
from newsroom.ui.beside import Beside
from newsroom.ui.commands.action_table import ActionTable
from newsroom.ui.commands.undoing import Undoing
from newsroom.ui.editor_tools import EditorTools
from newsroom.ui.far_places import FarPlaces
from newsroom.ui.first_sight import FirstSight
from newsroom.ui.frame.announcing import Announcements
from newsroom.ui.frame.places import Place
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.furnishing import Furniture
from newsroom.ui.going_back import GoingBack
from newsroom.ui.house.housekeeping import Housekeeping
from newsroom.ui.imprinting import Imprinting
from newsroom.ui.inserting.inserting import Inserting
from newsroom.ui.inspector.inspector import HISTORY
from newsroom.ui.judging import Judging
from newsroom.ui.keeping.article_desk import ArticleDesk
from newsroom.ui.keeping.leaving import Leaving
from newsroom.ui.keeping.recovery import Recovery, RecoveryBar
from newsroom.ui.keeping.remembering import Remembering
from newsroom.ui.many import Many
from newsroom.ui.together import Together

if TYPE_CHECKING:
    from newsroom.desk.sitting import BroughtBack
    from newsroom.ui.commands.palette import CommandPalette


class Room(QObject):
    """Does what the table of commands asks for, in one window on one library.

    `library_wanted` and `passphrase_wanted` reach beyond it; `closed` tells that all is on disk.
    """

    library_wanted = Signal()
    passphrase_wanted = Signal()
    closed = Signal()

    def __init__(self, sight: FirstSight, library: Path) -> None:
        """Furnish what is seen of a window with all the rest, on the library in a folder."""
        super().__init__()
        self._window = window = sight.window
        self._theme = theme = sight.theme
        self._link = link = sight.link
        self.is_closed = False
        self.presenter = Presenter(window.notice)
        self.actions = ActionTable(theme, self, window)
        self.panes = Furniture(sight, self.actions, library)
        self.desk = ArticleDesk(_application(), self.panes.editor, link, self.presenter)
        self.inserting = Inserting(
            theme, link, self.panes.editor, self.panes.thumbnails, self.presenter
        )
        self.tools = EditorTools(
            theme, window, self.panes, self.actions, link=link, presenter=self.presenter
        )
        self.many = Many(self.panes, self.desk, link, self.presenter)
        self._beside = Beside(self.panes, self.desk, link)
        tidings = sight.tidings
        tidings.told.connect(self.panes.editor.show_house)
        tidings.told.connect(self._beside.show_newsroom)
        self.together = Together(self.panes, self.presenter, _application())
        self._housekeeping = Housekeeping(link, self.presenter)
        tidings.told.connect(self._housekeeping.show_house)
        self._undoing = Undoing(_application(), window)
        self.going_back = GoingBack(self.panes.history, self.desk, link, self.presenter)
        self._undoing.heed(self.going_back.step)
        self._judging = Judging(window, self.panes, self.actions, self._undoing)
        self.leaving = Leaving(
            self.desk.keeper,
            (self.panes.records, self.panes.jotter),
            link,
            self.presenter,
            self.close,
            pastes=self.panes.editor.body.awaiting,
            window=window,
        )
        self.recovery_bar = RecoveryBar(theme)
        window.put_bar(self.recovery_bar)
        self.recovery = Recovery(self.recovery_bar, link)
        self.actions.fill(window.menu)
        self.actions.menu_of(window.house_menu, ("newsroom.open", "go.settings"))
        self.announcements = Announcements(window, self.desk)
        self.far_places = FarPlaces(
            self.panes,
            announcements=self.announcements,
            housekeeping=self._housekeeping,
            tidings=tidings,
        )
        self._connect()
        self.recovery_bar.told.connect(self.announcements.say)
        self._imprinting = Imprinting(link)
        self._remembering = Remembering(sight, self.panes, self.desk)
        tidings.repeat()
        tidings.ask()
        link.read(lambda _: deeds.opening.place_warning(library), self._on_warning)

    def _connect(self) -> None:
        panes, desk, window, link = self.panes, self.desk, self._window, self._link
        link.failed.connect(self.presenter.show)
        panes.list.open_requested.connect(self._on_open_requested)
        panes.list.new_requested.connect(self.new_article)
        panes.editor.new_requested.connect(self.new_article)
        self.going_back.brought.connect(self._judging.judge)
        self.recovery_bar.look_wanted.connect(self._on_look_wanted)
        panes.inspector.tab_changed.connect(lambda _: self.going_back.refresh())
        desk.opened.connect(self._on_opened)
        desk.summary_changed.connect(self._judging.show_summary)
        desk.obstacle_changed.connect(self._judging.show_obstacle)
        desk.keeper.unsaved.connect(window.top_bar.show_saving)
        desk.keeper.saved.connect(self._on_saved)
        desk.keeper.stuck.connect(window.top_bar.show_stuck)
        panes.jotter.stuck.connect(self.presenter.show_unsaved)
        panes.jotter.settled.connect(self._on_settled)
        window.top_bar.palette_wanted.connect(self.show_palette)
        window.place_changed.connect(self._on_place)
        for flush in (desk.keeper.flush, panes.jotter.flush):
            window.left.connect(flush)
        window.close_wanted.connect(self.quit)
        self.far_places.place_wanted.connect(self.go_to)
        self.far_places.article_wanted.connect(self._on_open_requested)
        self.far_places.use_wanted.connect(self._on_use_wanted)
        self.far_places.picture_wanted.connect(self._on_picture_requested)
        panes.pictures.picture_requested.connect(self._on_picture_requested)
        panes.editor.lead.record_wanted.connect(self._on_picture_requested)
        self.inserting.figures.record_wanted.connect(self._on_picture_requested)
        self.desk.found.connect(self.inserting.figures.show_findings)
        self.many.export_wanted.connect(self._on_export_wanted)

    @cached_property
    def palette(self) -> CommandPalette:
        """The command palette, made when it is first asked for."""
        from newsroom.ui.commands.palette import CommandPalette

        palette = CommandPalette(self._theme, self._link, self._window)
        palette.command_chosen.connect(self._run)
        palette.article_chosen.connect(self._on_open_requested)
        return palette

    def new_article(self) -> None:
        """Begin an article."""
        self.go_to(Place.ARTICLES)
        self.desk.new()

    def go_to(self, place: Place) -> None:
        """Go to a place, with the keyboard."""
        self._window.enter_place(place)

    def find_article(self) -> None:
        """Give the keyboard to the search over the articles."""
        self.go_to(Place.ARTICLES)
        self.panes.articles.show_list()
        self.panes.list.seek()

    def submit(self) -> None:
        """Send the open article to review."""
        self.desk.submit()

    def bin_articles(self) -> None:
        """Move what is chosen in the list, or the open article, to the bin."""
        chosen = self.panes.list.chosen.ids
        article = self.panes.editor.article
        if len(chosen) > 1 or article:
            self.many.bin(chosen if len(chosen) > 1 or article is None else (article,))

    def save_version(self) -> None:
        """Save the open article as a version."""
        self.desk.save_version()

    def undo(self) -> None:
        """Take back the last step in the field that has the keyboard."""
        self._undoing.undo()

    def redo(self) -> None:
        """Do it again."""
        self._undoing.redo()

    def tool(self, name: str) -> None:
        """Run a tool around the text."""
        self.tools.run(name)

    def format(self, name: str) -> None:
        """Run a formatting command."""
        self.inserting.format(name)
        self.panes.editor.caret.show()
        self._remembering.note()

    def insert_picture(self) -> None:
        """Put a picture where the caret stands."""
        self.inserting.insert_picture()

    def choose_lead(self) -> None:
        """Choose the lead picture."""
        self.inserting.choose_lead()

    def toggle_source(self) -> None:
        """Show the body as Markdown, or rich again."""
        self.panes.editor.toggle_source()
        self.tools.finding.renew()
        self._judging.judge()

    def toggle_details(self) -> None:
        """Open the further fields and go there, or close them and go back."""
        self.panes.editor.reaching.visit_details()

    def look_back(self) -> None:
        """Give the keyboard to the slider over what the article was."""
        self.panes.articles.open_tab(HISTORY)
        self.panes.history.enter()

    def toggle_inspector(self) -> None:
        """Show or hide what stands beside the text."""
        self.panes.articles.toggle_inspector()

    def look(self, name: str) -> None:
        """Look at the page in another way."""
        self.together.look(name)

    def toggle_list(self) -> None:
        """Show or hide the list."""
        self.panes.articles.toggle_list()

    def next_pane(self, step: int) -> None:
        """Give the keyboard to another pane."""
        self._window.next_pane(step)

    def approve(self) -> None:
        """Approve the story on show in the review place."""
        self.panes.review.approve()

    def return_story(self) -> None:
        """Return that story with the note that was typed, or ask for one."""
        self.panes.review.show_side("decision")
        self.panes.review.card.return_with_note()

    def next_change(self, step: int) -> None:
        """Go to the next change of that story, or the one before."""
        self.panes.review.next_change(step)

    def add_pictures(self) -> None:
        """Ask for picture files to add to the library."""
        self.go_to(Place.PICTURES)
        self.panes.library_pictures.choose_files()

    def use_picture(self) -> None:
        """Put the picture on show into the open article."""
        self.panes.library_pictures.detail.use_in_article()

    def picture(self, name: str) -> None:
        """Do something with the picture on show, such as to cut it."""
        self.panes.library_pictures.tools.run(name)

    def many_pictures(self, name: str) -> None:
        """Search the pictures, add a folder of them, or do something with the chosen ones."""
        self.go_to(Place.PICTURES)
        self.panes.library_pictures.tool(name)

    def export(self) -> None:
        """Export what is ticked."""
        self.panes.publish.export()

    def choose_export_folder(self) -> None:
        """Ask for the folder to export into."""
        self.go_to(Place.PUBLISH)
        self.panes.publish.ask_for_folder()

    def show_palette(self) -> None:
        """Open the command palette."""
        searches = self.panes.list.saved.searches
        commands = (*self.actions.possible(), *map(search_command, searches))
        self.palette.open(commands, QApplication.focusWidget())

    def show_menu(self) -> None:
        """Open the menu of every command."""
        self._window.open_menu()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from newsroom.ui.commands.key_sheet import KeySheet

        KeySheet(self._window).open()

    def choose_appearance(self, appearance: Appearance) -> None:
        """Be light or dark, or follow the system."""
        self._theme.choose(appearance)

    def resize_text(self, by: int) -> None:
        """Draw text larger, smaller, or at 0 as large as usual."""
        self._theme.resize_text(by)

    def open_library(self) -> None:
        """Ask for another library, everything of this one being on disk."""
        self.desk.keeper.when_saved(self.library_wanted.emit)

    def protect_key(self) -> None:
        """Ask for a passphrase."""
        self.passphrase_wanted.emit()

    def quit(self) -> None:
        """Close once everything is on disk; until then the notice tells what holds it up."""
        self.leaving.ask()

    def close(self) -> None:
        """Close the window now, once."""
        if self.is_closed:
            return
        self.is_closed = True
        self.desk.stop()
        self._remembering.stop()
        self._imprinting.stop()
        self.going_back.stop()
        self.together.stop()
        self.far_places.stop()
        self.panes.records.flush()
        self.recovery.end()
        self.panes.jotter.stop()
        self.panes.preview.closing()
        self._window.let_close()
        self.closed.emit()

    def _run(self, name: str) -> None:
        if search := saved_search(name):
            self.go_to(Place.ARTICLES)
            self.panes.articles.show_list()
            self.panes.list.show_search(search)
        else:
            self.actions[name].trigger()

    def _on_export_wanted(self, articles: tuple[ArticleId, ...]) -> None:
        self.go_to(Place.PUBLISH)
        self.panes.publish.choose(articles)

    def _on_open_requested(self, article: str) -> None:
        self.go_to(Place.ARTICLES)
        self.panes.articles.article_chosen()
        self.desk.open(ArticleId(article))

    def _on_use_wanted(self, picture: str) -> None:
        self.go_to(Place.ARTICLES)
        self.inserting.use(picture)

    def _on_picture_requested(self, picture: str) -> None:
        self.go_to(Place.PICTURES)
        self.panes.library_pictures.show_picture(PictureId(picture))

    def _on_look_wanted(self, brought: BroughtBack) -> None:
        self._on_open_requested(brought.article)
        self.panes.articles.open_tab(HISTORY)
        self.going_back.show(brought.article, brought.opened)

    def _on_opened(self, article: ArticleId | None) -> None:
        self.panes.list.open_row.show(article)
        self.inserting.put_away()
        self.tools.show_article(article)
        self._judging.judge()

    def _on_warning(self, warning: str) -> None:
        if warning:
            self.presenter.remark(warning)

    def _on_settled(self) -> None:
        if not self.desk.keeper.dirty:
            self.presenter.settle_unsaved()

    def _on_saved(self, article: str, at: datetime) -> None:
        if not self.desk.keeper.dirty:
            self._window.top_bar.show_saved()

    def _on_place(self, place: Place) -> None:
        self.desk.keeper.flush()
        self._judging.judge()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
