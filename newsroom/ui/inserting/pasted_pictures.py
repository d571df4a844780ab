"""Pictures that foreign text showed: taken in where they came along, offered where they did not."""

from __future__ import annotations

from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from newsroom.domain.document import Figure
from newsroom.domain.links import is_web_link
from newsroom.domain.pasted import Pasted, PastedPicture
from newsroom.ui.article.article_pane import ArticlePane
from newsroom.ui.body.body_clipboard import PasteReport, Shown
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import Presenter

if TYPE_CHECKING:
    from newsroom.desk.illustrating import Added


_ELSEWHERE = "pictures-elsewhere"
"""What the notice is about that offers to fetch pictures."""


class PastedPictures(QObject):
    """Brings the pictures of a paste to their places, and says what could not be kept.

    Their places go with the text on show: once another article stands there, nothing comes.
    """

    def __init__(self, link: DeskLink, pane: ArticlePane, presenter: Presenter) -> None:
        super().__init__()
        self._link = link
        self._pane = pane
        self._presenter = presenter
        self._steps = 0
        self._shows = 0
        pane.body.pasted.connect(self._on_pasted)

    def put_away(self) -> None:
        """Offer nothing more, and bring nothing that is on its way: another article comes."""
        self._shows += 1
        self._presenter.settle(_ELSEWHERE)

    def _on_pasted(self, report: PasteReport) -> None:
        self._steps = report.steps
        elsewhere: list[Shown] = []
        lost = 0
        for shown in report.shown:
            if is_web_link(shown.picture.address):
                elsewhere.append(shown)
            elif (source := _source(shown.picture)) is not None:
                self._add(source, shown)
            else:
                lost += 1
        self._tell(report.pasted, elsewhere, lost)

    def _tell(self, pasted: Pasted, elsewhere: list[Shown], lost: int) -> None:
        words = left_out(len(elsewhere), lost, pasted)
        if elsewhere:
            action = "Add it" if len(elsewhere) == 1 else "Add them"
            self._presenter.suggest(words, action, lambda: self._fetch(elsewhere), _ELSEWHERE)
        elif words:
            self._presenter.remark(words)

    def _fetch(self, elsewhere: list[Shown]) -> None:
        """Fetch pictures one after another, so that they come to their places in their order."""
        shows = self._shows
        waiting = list(elsewhere)

        def next_one() -> None:
            if waiting and self._shows == shows:
                shown = waiting.pop(0)
                self._link.fetch_picture(
                    shown.picture.address, lambda data: take(data, shown), fail
                )

        def take(data: bytes, shown: Shown) -> None:
            if self._shows == shows:
                self._add(data, shown)
            next_one()

        def fail(error: Exception) -> None:
            self._presenter.show(error)
            next_one()

        next_one()

    def _add(self, source: Path | bytes, shown: Shown) -> None:
        shows = self._shows

        def put(added: Added) -> None:
            if self._shows != shows:
                return
            picture = added.picture
            self._pane.learn_pictures({picture.id: picture})
            alt = shown.figure.alt or picture.record.alt
            figure = Figure(picture.id, alt, shown.figure.caption or picture.record.caption)
            self._steps = self._pane.body.put_shown(shown, figure, self._steps)

        self._link.add_picture(source, put)


def left_out(elsewhere: int, lost: int, pasted: Pasted) -> str:
    """Say what of a paste is not in the text, or is in it though nobody may want it."""
    said = []
    if elsewhere == 1:
        said.append("One picture lies on another site and was not fetched.")
    elif elsewhere:
        said.append(f"{elsewhere} pictures lie on another site and were not fetched.")
    if lost == 1:
        said.append("One picture could not be pasted: drop its file where it belongs.")
    elif lost:
        said.append(f"{lost} pictures could not be pasted: drop their files where they belong.")
    if pasted.comments:
        said.append(f"{pasted.comments} comment{'s' if pasted.comments > 1 else ''} left out.")
    if pasted.erased:
        said.append("Words deleted by tracked changes were left out.")
    if pasted.deleted:
        said.append("Words deleted by tracked changes were pasted struck through.")
    return " ".join(said)


def _source(picture: PastedPicture) -> Path | bytes | None:
    """Give the bytes of a picture, or its file where a program put it down for the clipboard.

    Other files on this laptop are never taken: the text that names them may come from a stranger.
    """
    if picture.data:
        return picture.data
    address = QUrl(picture.address)
    if address.scheme() != "file" or address.host() not in {"", "localhost"}:
        return None
    address.setHost("")  # Else Qt takes this computer for a share on the network.
    try:
        path = Path(address.toLocalFile()).resolve()
        kept = path.is_relative_to(Path(gettempdir()).resolve()) and path.is_file()
    except (OSError, ValueError):
        return None
    return path if kept else None
