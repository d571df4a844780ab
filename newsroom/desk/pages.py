"""Pages made of stories: the one way to a page, for the preview and for the export alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsroom.domain.article import Story
from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Conflict
from newsroom.domain.fingerprint import fingerprints
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.domain.workflow import Decision, Verdict
from newsroom.export.page import Page, PageStamp, render_page

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.export.copies import Originals
    from newsroom.store.view import View


def make_page(desk: Desk, view: View, story: Story, *, draft: bool = False) -> Page:
    """Make the page of a story as it would be written now."""
    house = view.house()
    stamp = stamp_of(view, story, desk.now(), draft=draft)
    press = desk.press
    return render_page(story, house, press.theme(house.theme), stamp, press.blocks)


def stamp_of(view: View, story: Story, now: datetime, *, draft: bool) -> PageStamp:
    """Date a page: when it was published, and when it was changed after that.

    A first publication was not changed, so the preview of a draft and the page after approval are
    the same bytes. The time comes from the ledger and the draft, so that exporting twice writes the
    same page twice.
    """
    decisions = view.decisions(story.id)
    published = story.content.published or now.replace(microsecond=0)
    changed = _changed(view, story, now) if _differs(decisions, story) else published
    return PageStamp(published=published, modified=max(published, changed), draft=draft)


def _differs(decisions: Sequence[Decision], story: Story) -> bool:
    """Whether a reader has seen this story in another form."""
    seen = [one for one in decisions if one.verdict is Verdict.PUBLISHED]
    return bool(seen) and seen[0].bound not in fingerprints(story)


def _changed(view: View, story: Story, now: datetime) -> datetime:
    saved = _text_changed(view, story.id, story, now)
    credited = [view.picture_history(name)[-1].time for name in story.pictures]
    return max([saved, *credited]).replace(microsecond=0)


def _text_changed(view: View, article: ArticleId, story: Story, now: datetime) -> datetime:
    for revision in reversed(view.revisions(article)):
        if revision.content == story.content:
            return revision.time
    return now


def undated(story: Story, moment: datetime) -> Story:
    """Give a story without a date the date that its submission would give it."""
    if story.content.published:
        return story
    return replace(story, content=replace(story.content, published=moment.replace(microsecond=0)))


def originals_of(desk: Desk) -> Originals:
    """Give the bytes of pictures and the credit records to write into their copies.

    It raises `Conflict` for bytes that are not those that came in: approvals bind them.
    """

    def original(name: PictureId) -> tuple[bytes, CreditRecord]:
        with desk.library.reading() as view:
            picture = view.picture(name)
        data = desk.library.originals.read(picture.sha256)
        if sha256_of(data) != picture.sha256:
            raise Conflict(
                f"The original of “{picture.file_name}” was changed on this disk, so it is not the "
                "picture that came in.",
                hint="Add the picture's file again, or copy it back from a backup.",
            )
        return data, picture.record

    return original
