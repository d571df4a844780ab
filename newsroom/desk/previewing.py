"""Preview: the page of a story, byte for byte as the export would write it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsroom.desk.pages import make_page, originals_of, undated
from newsroom.desk.room import Desk
from newsroom.domain.article import Story
from newsroom.domain.errors import NotFound
from newsroom.domain.ids import Sha256
from newsroom.export.assets import rendition_path
from newsroom.export.copies import Copies
from newsroom.export.folder import write_site
from newsroom.export.page import Page

_DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Preview:
    """A page that was not written: its bytes, and the parts that it is put together from."""

    page: Page

    @property
    def html(self) -> bytes:
        """The bytes that the export would write."""
        return self.page.html

    @property
    def fingerprint(self) -> Sha256:
        """The SHA-256 of those bytes."""
        return self.page.fingerprint

    @property
    def before(self) -> str:
        """What stands before the body's blocks."""
        return self.page.before

    @property
    def blocks(self) -> tuple[str, ...]:
        """The body's blocks, each an element or more of HTML."""
        return self.page.blocks

    @property
    def data(self) -> str:
        """The text of the element `#story-data`, which moves with nearly every word."""
        return self.page.data

    @property
    def after(self) -> str:
        """What stands after the body's blocks."""
        return self.page.after


def preview(desk: Desk, story: Story) -> Preview:
    """Make the page of a story, saved or not."""
    with desk.library.reading() as view:
        return Preview(make_page(desk, view, undated(story, desk.now())))


def write_draft(desk: Desk, story: Story) -> Path:
    """Write the page of a story, saved or not, marked as a draft, for a browser; give its path.

    It lies in the cache, in a folder of the story's own, written as the export writes. Raises as
    `newsroom.export.folder.write_site` does.
    """
    with desk.library.reading() as view:
        page = make_page(desk, view, undated(story, desk.now()), draft=True)
    out = desk.tools.cache / _DRAFTS / story.id
    return write_site([page], out, originals_of(desk), desk.tools.cache).pages[0]


def preview_file(desk: Desk, preview: Preview, path: str) -> tuple[str, bytes]:
    """Give a file that the page shows, by its path in the exported folder: its type, its bytes.

    A copy of a picture is encoded when somebody looks at it, and kept for the export. Raises
    `NotFound` for anything that is not part of the page.
    """
    for asset in preview.page.assets:
        if str(asset.path) == path:
            return asset.media_type, asset.data
    for name, rendition in preview.page.renditions:
        if str(rendition_path(rendition)) == path:
            copies = Copies(desk.tools.cache, originals_of(desk))
            return rendition.media_type, copies.get(name, rendition)
    raise NotFound(f"The page has no file {path}.")
