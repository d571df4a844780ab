"""Foresee an export: which pages of a folder would be new, which would change, which would not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newsroom.desk.pages import make_page
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import ArticleId
from newsroom.export.manifest import FileKind, Manifest, read_manifest

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.export.page import Page


class Step(StrEnum):
    """What an export would do to a page."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A story's page in the folder: `path` leads to its `index.html` from there."""

    article: ArticleId
    path: PurePosixPath
    step: Step


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an export would do: page by page, and how many other pages it would not touch."""

    pages: tuple[Foreseen, ...]
    others: int

    def count(self, step: Step) -> int:
        """Count the pages to which the same would be done; those left alone are the same."""
        known = sum(page.step is step for page in self.pages)
        return known + self.others if step is Step.SAME else known


def foresee(desk: Desk, articles: Sequence[ArticleId], out: Path) -> Outlook:
    """Compare the pages of some articles with what a folder's manifest says of it.

    Writes nothing. Raises `Conflict` where the manifest is damaged.
    """
    manifest = _manifest(out)
    with desk.library.reading() as view:
        pages = [make_page(desk, view, view.story(article)) for article in articles]
    foreseen = tuple(Foreseen(page.article, page.path, _step(page, manifest)) for page in pages)
    written = {path for path, record in manifest.items() if record.kind is FileKind.PAGE}
    return Outlook(foreseen, len(written - {page.path for page in pages}))


def _manifest(out: Path) -> Manifest:
    try:
        return read_manifest(out)
    except NotFound:
        return {}


def _step(page: Page, manifest: Manifest) -> Step:
    record = manifest.get(page.path)
    if record is None:
        return Step.NEW
    return Step.SAME if record.sha256 == page.fingerprint else Step.UPDATE
