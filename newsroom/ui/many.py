"""What is done to several articles at once: step by step, with one summary and a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom import desk as deeds
from newsroom.desk import browsing
from newsroom.domain.ids import ArticleId
from newsroom.ui.desk_link import DeskLink
from newsroom.ui.frame.presenter import Presenter, sentence
from newsroom.ui.furnishing import Furniture
from newsroom.ui.keeping.article_desk import ArticleDesk

if TYPE_CHECKING:
    from newsroom.desk.batching import Batch, Deed
    from newsroom.desk.room import Desk
    from newsroom.desk.searching import SavedSearch

STEP = 10
"""How many articles are done in one go, so that a save waits for no more than these."""

Articles = tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How a deed is told: while it goes on, when it is done to one or to several, and what else.

    `shared` follows where others know some of the articles, in its two forms parted by a bar: for
    one article, for several. `undo` is what takes it all back.
    """

    going: str
    done_one: str
    done: str
    shared: str = ""
    undo: Deed | None = None


class Many(QObject):
    """Does what the list wants for the articles chosen in it, in the lane of writing.

    `export_wanted` carries the articles that should be exported.
    """

    export_wanted = Signal(object)

    def __init__(
        self, panes: Furniture, desk: ArticleDesk, link: DeskLink, presenter: Presenter
    ) -> None:
        super().__init__()
        self._panes = panes
        self._desk = desk
        self._link = link
        self._presenter = presenter
        panes.list.deed_wanted.connect(self._on_deed)
        panes.list.tag_wanted.connect(self._on_tag)
        panes.list.open_row.emptied.connect(desk.put_away)
        panes.list.saved.removed.connect(self._on_search_removed)

    def bin(self, articles: Articles) -> None:
        """Move articles to the bin of this laptop."""
        self._leave(articles)
        self._run(_bin, articles, _BIN)

    def _on_deed(self, deed: str, articles: Articles) -> None:
        match deed:
            case "bin":
                self.bin(articles)
            case "submit":
                self._run(deeds.batching.submit_each, articles, _SUBMIT)
            case "export":
                self.export_wanted.emit(articles)
            case "restore":
                self._leave(articles)
                self._run(_restore, articles, _RESTORE)
            case "delete":
                self._ask_to_delete(articles)

    def _on_tag(self, tag: str, articles: Articles) -> None:
        telling = Telling(
            "Tagging",
            f"Tagged “{tag}”.",
            f"{{}} tagged “{tag}”.",
            "It must be approved again.|{} of them must be approved again.",
            lambda desk, done: deeds.batching.remove_tag(desk, done, tag),
        )
        self._run(lambda desk, some: deeds.batching.add_tag(desk, some, tag), articles, telling)

    def _leave(self, articles: Articles) -> None:
        if self._panes.editor.article in articles:
            self._panes.list.open_row.leave()

    def _ask_to_delete(self, articles: Articles) -> None:
        """Name what would be gone, and wait for the word."""
        if len(articles) > 1:
            self._offer_to_delete(f"{len(articles):,} drafts", articles)
            return
        self._link.read(
            lambda desk: browsing.summary(desk, articles[0]),
            lambda summary: self._offer_to_delete(f"“{summary.headline or 'Untitled'}”", articles),
        )

    def _offer_to_delete(self, named: str, articles: Articles) -> None:
        self._presenter.offer(
            f"Delete {named} for good? Nothing brings a deleted draft back.",
            ("Delete for good", lambda: self._delete(articles)),
        )

    def _delete(self, articles: Articles) -> None:
        self._leave(articles)
        if self._panes.editor.article in articles:
            self._desk.put_away()
        self._run(deeds.binning.delete_for_good, articles, _DELETE)

    def _run(self, deed: Deed, articles: Articles, telling: Telling) -> None:
        """Do it step by step, every word on the desk being on disk."""
        self._desk.keeper.when_saved(
            lambda: self._step(deed, articles, articles, deeds.batching.Batch(), telling)
        )

    def _step(
        self, deed: Deed, whole: Articles, left: Articles, done: Batch, telling: Telling
    ) -> None:
        if not left:
            self._tell(done, telling)
            return
        some, rest = left[:STEP], left[STEP:]
        if len(whole) > STEP:
            self._panes.list.bar.show_progress(telling.going, len(whole) - len(left), len(whole))
        self._link.write(
            lambda desk: deed(desk, some),
            lambda batch: self._step(deed, whole, rest, done | batch, telling),
            failed=partial(self._on_failed, done, telling),
        )

    def _on_failed(self, done: Batch, telling: Telling, error: Exception) -> None:
        """Tell what stopped it; what was done before stays done, and can be taken back."""
        if done.articles:
            self._tell(done, telling)
        self._presenter.show(error)

    def _tell(self, done: Batch, telling: Telling) -> None:
        self._panes.list.show_chosen()
        if self._panes.editor.article not in done.articles:
            self._panes.list.open_row.stay()
        count = len(done.articles)
        if not count and len(done.refused) == 1:
            self._presenter.show(done.refused[0])
            return
        words = [telling.done_one if count == 1 else telling.done.format(f"{count:,}")]
        if done.shared and telling.shared:
            words.append(_shared(telling.shared, len(done.shared), count))
        words.extend(_refusals(done))
        undo = self._undoing(telling, done.articles) if telling.undo and count else None
        self._presenter.tell(" ".join(words), "Undo" if undo else "", undo)

    def _undoing(self, telling: Telling, articles: Articles) -> Callable[[], None]:
        deed, back = telling.undo, Telling("Taking back", "Taken back.", "Taken back for {}.")
        assert deed is not None
        return lambda: self._run(deed, articles, back)

    def _on_search_removed(self, search: SavedSearch) -> None:
        self._presenter.tell(
            f"“{search.name}” removed.", "Undo", lambda: self._panes.list.saved.save(search)
        )


def _shared(words: str, shared: int, count: int) -> str:
    """Say of how many it is true; of a single article without a number."""
    one, several = words.split("|")
    return one if count == 1 else several.format(f"{shared:,}")


def _refusals(done: Batch) -> list[str]:
    if len(done.refused) > 1:
        return [f"{len(done.refused):,} were refused: {done.refused[0].message}"]
    return [sentence(error) for error in done.refused]


def _bin(desk: Desk, articles: Sequence[ArticleId]) -> Batch:
    return deeds.binning.put_in_bin(desk, articles)


def _restore(desk: Desk, articles: Sequence[ArticleId]) -> Batch:
    return deeds.binning.restore(desk, articles)


_BIN = Telling(
    "Moving to the bin",
    "Moved to the bin.",
    "{} moved to the bin.",
    "For everybody else it stays where it was.|For everybody else {} of them stay where they were.",
    _restore,
)
_RESTORE = Telling(
    "Restoring",
    "Restored.",
    "{} restored.",
    undo=_bin,
)
_SUBMIT = Telling("Submitting", "Submitted for approval.", "{} submitted for approval.")
_DELETE = Telling("Deleting", "Deleted for good.", "{} deleted for good.")
