"""Pictures and other things put into the text: what is asked first, and where they land."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Embed, Figure
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import Picture
from newsroom.domain.typography import HABITS, Habits
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.article.asking import ask_embed
from newsroom.ui.article.formatting import apply
from newsroom.ui.article.growing import GrowingText
from newsroom.ui.body import pasting
from newsroom.ui.body.gaps import Landing
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.figures.figures import Figures
from newsroom.ui.frame.presenter import Presenter
from newsroom.ui.inserting.paste_sign import PasteSign
from newsroom.ui.inserting.pasted_pictures import PastedPictures
from newsroom.ui.inserting.picture_chooser import PictureChooser
from newsroom.ui.linking.linking import Linking
from newsroom.ui.look.theme import Theme
from newsroom.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added

_TOLD = 3
"""How many of the files that were left out are named."""


def figure_of(picture: Picture) -> Figure:
    """Begin a use of a picture with the alt text and caption of its record."""
    return Figure(picture.id, picture.record.alt, picture.record.caption)


def no_pictures(names: Sequence[str]) -> str:
    """Say of files that they are no pictures, in one sentence."""
    if len(names) == 1:
        return f"{names[0]} is not a picture and was left out."
    told = list(names[:_TOLD])
    rest = len(names) - len(told)
    told += [f"{rest} more"] if rest else []
    listed = ", ".join(told[:-1])
    return f"{len(names)} files are not pictures and were left out: {listed} and {told[-1]}."


class Inserting(QObject):
    """Carries out what the commands of the editor ask for."""

    def __init__(
        self,
        theme: Theme,
        link: DeskLink,
        pane: ArticlePane,
        thumbnails: Thumbnails,
        presenter: Presenter,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._link = link
        self._pane = pane
        self._thumbnails = thumbnails
        self._presenter = presenter
        self.linking = Linking(theme, pane)
        self.figures = Figures(theme, pane, thumbnails)
        pane.lead.wanted.connect(self.choose_lead)
        pane.lead.removed.connect(self._on_lead_removed)
        pane.body.embed_activated.connect(self._on_embed)
        pane.body.pictures_dropped.connect(self._on_dropped)
        pane.fields.speak_as(self._habits)
        for field in (self.figures.editor.caption, self.figures.editor.alt):
            field.speech = self._habits
        self._pasted = PastedPictures(link, pane, presenter)
        self._paste_sign = PasteSign(pane.body.awaiting, presenter)
        pane.body.files_dropped.connect(self._on_files)

    def _habits(self) -> Habits | None:
        return self._pane.body.habits

    def put_away(self) -> None:
        """Close what lies over the text: another article comes."""
        self.linking.put_away()
        self.figures.put_away()
        self._pasted.put_away()

    def format(self, name: str) -> None:
        """Run a formatting command by its name in the table."""
        match name:
            case "link":
                self.linking.ask()
            case "embed":
                ask_embed(self._theme, self._pane, Embed(""), self._pane.body.insert_embed)
            case "correct" if isinstance(field := QApplication.focusWidget(), GrowingText):
                if habits := HABITS.get(self._pane.body.language):
                    field.correct_typography(habits)
            case _:
                apply(self._pane.body, name)

    def insert_picture(self) -> None:
        """Ask for a picture and put it where the caret stands."""
        self._choose().chosen.connect(self._put_picture)

    def choose_lead(self) -> None:
        """Ask for a picture and make it the lead."""
        self._choose().chosen.connect(self._put_lead)

    def use(self, name: str) -> None:
        """Put a picture of the library where the caret stands, by its id."""
        self._link.saved_picture(PictureId(name), partial(self._put_found, self._pane.article))

    def _put_found(self, article: ArticleId | None, picture: Picture) -> None:
        """Put a picture into the article that was open when it was asked for, and no other."""
        if article is None or self._pane.article != article:
            self._presenter.tell("Open the article first in which to use the picture.")
            return
        self._put_picture(picture)

    def _choose(self) -> PictureChooser:
        chooser = PictureChooser(self._theme, self._link, self._thumbnails, self._pane)
        chooser.open()
        return chooser

    def _put_picture(self, picture: Picture) -> None:
        self._pane.learn_pictures({picture.id: picture})
        self._pane.body.insert_figure(figure_of(picture))

    def _put_lead(self, picture: Picture) -> None:
        self._pane.learn_pictures({picture.id: picture})
        self._pane.set_lead(figure_of(picture))

    def _on_lead_removed(self, figure: Figure | None) -> None:
        self._pane.edited.emit()
        article = self._pane.article

        def put_back() -> None:
            if self._pane.article == article:
                self._pane.set_lead(figure)

        self._presenter.tell("Lead picture removed.", "Undo", put_back)

    def _on_embed(self, position: int, embed: Embed) -> None:
        ask_embed(
            self._theme,
            self._pane,
            embed,
            lambda changed: self._pane.body.replace_embed(position, changed),
        )

    def _on_files(self, files: list[Path], landing: Landing) -> None:
        """Put pictures into the gap they were dropped in, in their order; refuse other files."""
        others = [path.name for path in files if not pasting.is_picture(path)]
        if others:
            self._presenter.tell(no_pictures(others))
        body = self._pane.body
        pictures = [path for path in files if pasting.is_picture(path)]
        self._add(pictures, lambda figure: body.insert_figure_at(landing, figure))

    def _on_dropped(self, sources: list[Path | bytes], position: int) -> None:
        """Put pasted pictures where the caret stood, one below the other."""
        body = self._pane.body
        place = QTextCursor(body.document())
        place.setPosition(position)

        def put(figure: Figure) -> None:
            body.insert_figure(figure, place.position())
            place.setPosition(body.textCursor().position())

        self._add(sources, put)

    def _add(self, sources: Sequence[Path | bytes], put: Callable[[Figure], None]) -> None:
        """Add pictures to the library and put each into the text, if that is still the same."""
        article = self._pane.article

        def added(one: Added) -> None:
            if self._pane.article != article:
                return
            self._pane.learn_pictures({one.picture.id: one.picture})
            put(figure_of(one.picture))
            if one.warnings:
                self._presenter.tell(" ".join(one.warnings))

        for source in sources:
            self._link.add_picture(source, added)
