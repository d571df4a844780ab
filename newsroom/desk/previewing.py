"""Preview: the page of a story, byte for byte as the export would write it."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.desk.pages import make_page, undated
from newsroom.desk.room import Desk
from newsroom.domain.article import Story
from newsroom.domain.ids import Sha256
from newsroom.export.page import Page


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
    def after(self) -> str:
        """What stands after the body's blocks."""
        return self.page.after


def preview(desk: Desk, story: Story) -> Preview:
    """Make the page of a story, saved or not."""
    with desk.library.reading() as view:
        return Preview(make_page(desk, view, undated(story, desk.now())))
