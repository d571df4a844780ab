"""What of a window stands first: its size, its names, and the list of articles in its place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from newsroom.domain.glance import Glance
from newsroom.ui.articles.list_pane import ArticleListPane
from newsroom.ui.articles.sections import Sections
from newsroom.ui.articles_place import ArticlesPlace
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.places import Place
from newsroom.ui.frame.tidings import Tidings
from newsroom.ui.keeping.session import KEY, Session, session_from_text
from newsroom.ui.look.theme import Theme
from newsroom.ui.main_window import MainWindow


class FirstSight(QObject):
    """The forepart of a window, which can be painted before the rest of it is made.

    `session` is how the window stood the last time.
    """

    def __init__(self, window: MainWindow, theme: Theme, link: DeskLink) -> None:
        super().__init__()
        self.window = window
        self.theme = theme
        self.link = link
        self.session = session_from_text(link.recall(KEY))
        self.sections = Sections()
        self.list = ArticleListPane(theme, link, self.sections)
        self.articles = ArticlesPlace(self.list)
        self.tidings = Tidings(window, self.sections, link)
        window.put(Place.ARTICLES, self.articles)
        _size(window, self.session)
        self.articles.restore(self.session)
        self.articles.fold(window.width())
        window.resized.connect(self.articles.fold)

    @property
    def is_complete(self) -> bool:
        """Whether it shows the place where the window was left: the list is what is looked for."""
        return self.session.place == Place.ARTICLES.value

    def show_glance(self, glance: Glance) -> None:
        """Show what a first look saw, until the desk is there and tells all of it."""
        self.tidings.show(glance.house, glance.me, glance.members)
        self.list.show_first(glance.articles, glance.total)


def _size(window: MainWindow, session: Session) -> None:
    if session.width and session.height:
        window.take_size(session.width, session.height)
    if session.maximised:
        window.setWindowState(window.windowState().WindowMaximized)
