"""Preview: the page of a story, byte for byte as the export would write it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.as_written import as_written
from newsroom.desk.pages import make_page, originals_of, undated
from newsroom.domain.article import Story
from newsroom.domain.document import Document, Footnote
from newsroom.domain.errors import NotFound, Unavailable
from newsroom.domain.framing import Box
from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.shared import SharedPage
from newsroom.export.assets import rendition_path
from newsroom.export.copies import Copies
from newsroom.export.folder import write_site
from newsroom.export.shared import read_shared
from newsroom.markup.notes import number_notes

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.export.page import Page

_DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """A copy that networks are shown: of which picture, which part of it, and its path in the
    site. The same part of the same picture looks the same, whatever its credit says."""

    picture: PictureId
    box: Box | None
    path: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A page that was not written: its bytes, and the parts that it is put together from.

    `fingerprint` is the SHA-256 of `html`, taken where the page was made: of a long story that is
    too much for the thread of a window.
    """

    page: Page
    document: Document
    fingerprint: Sha256

    @property
    def html(self) -> bytes:
        """The bytes that the export would write."""
        return self.page.html

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

    @property
    def shared(self) -> SharedPage:
        """What search engines and networks read in these bytes."""
        return read_shared(self.page.before)

    @property
    def shared_copy(self) -> SharedCopy | None:
        """The copy of a picture that the head of the page names, if any."""
        named = self.shared.picture.rpartition("/")[2]
        return next(
            (
                SharedCopy(name, one.box, str(rendition_path(one)))
                for name, one in self.page.renditions
                if one.name == named
            ),
            None,
        )

    def block_of(self, element: int, note: int = 0) -> int | None:
        """Tell which block of the story stands in an element of the body, both counted from 0.

        In the list of footnotes, which comes last, `note` tells which of them, counted from 1.
        """
        shown = [place for place, html in enumerate(self.page.blocks) if html]
        if not 0 <= element < len(shown):
            return None
        if shown[element] < len(self.document.blocks):
            return shown[element]
        notes = number_notes(self.document).notes
        return notes[note - 1].place if 0 < note <= len(notes) else None

    def element_of(self, block: int) -> int:
        """Tell in which element of the body a block stands, or the last one before it if in none.

        A footnote stands in the list of them all.
        """
        blocks = self.document.blocks
        listed = block < len(blocks) and isinstance(blocks[block], Footnote)
        before = self.page.blocks if listed else self.page.blocks[: block + 1]
        return max(0, sum(map(bool, before)) - 1)


def preview(desk: Desk, story: Story, *, draft: bool = False) -> Preview:
    """Make the page of a story, saved or not; `draft` marks it as one, as in a draft's export."""
    story = replace(story, document=as_written(story.document, desk.press.written))
    with desk.library.reading() as view:
        page = make_page(desk, view, undated(story, desk.now()), draft=draft)
    return Preview(page, story.document, page.fingerprint)


def write_draft(desk: Desk, story: Story) -> Path:
    """Write the page of a story, saved or not, marked as a draft, for a browser; give its path.

    It lies in the cache, in a folder of the story's own, written as the export writes. Raises as
    `newsroom.export.folder.write_site` does.
    """
    page = preview(desk, story, draft=True).page
    out = desk.tools.cache / _DRAFTS / story.id
    return write_site([page], out, originals_of(desk), desk.tools.cache).pages[0]


def write_file(path: Path, data: bytes) -> None:
    """Write a file that a person asked for; raises `Unavailable` where the disk refuses."""
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unavailable(
            f"{path} cannot be written: {reason}.", hint="Choose another folder, or make room."
        ) from error


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
