"""The JSON that the commands answer with: these shapes are a promise to scripts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsroom.desk.crediting import RecordChange
from newsroom.domain.article import Story, content_to_json
from newsroom.domain.findings import Finding
from newsroom.domain.framing import framing_to_json
from newsroom.domain.picture import (
    FIELDS,
    Picture,
    cleaned_to_json,
    disagreements_to_json,
    value_to_json,
)
from newsroom.domain.summary import ArticleSummary, PictureSummary, PictureUse
from newsroom.domain.times import to_iso

Document = dict[str, Any]


def article_row(summary: ArticleSummary) -> Document:
    """Give an article as `list` shows it."""
    return {
        "id": summary.id,
        "headline": summary.headline,
        "state": summary.state.value,
        "section": summary.section,
        "language": summary.language,
        "place": summary.place,
        "published": to_iso(summary.published) or None,
        "words": summary.words,
        "minutes": summary.minutes,
        "revision": summary.revision,
        "binned": to_iso(summary.binned) or None,
    }


def article_whole(summary: ArticleSummary, story: Story) -> Document:
    """Give an article as `show` shows it: the row, every field, and the body as Markdown."""
    content = content_to_json(story.content)
    dates = {key: content[key] or None for key in ("published", "embargo")}
    return {**article_row(summary), **content, **dates}


def picture_row(summary: PictureSummary) -> Document:
    """Give a picture as `picture list` shows it."""
    return {**_picture(summary.picture), "uses": summary.uses}


def picture_whole(picture: Picture, uses: Iterable[PictureUse]) -> Document:
    """Give a picture as `picture show` shows it."""
    return {**_picture(picture), "used_in": [use.article for use in uses]}


def _picture(picture: Picture) -> Document:
    return {
        "id": picture.id,
        "sha256": picture.sha256,
        "file_name": picture.file_name,
        "media_type": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "framing": framing_to_json(picture.framing),
        **{name: value_to_json(getattr(picture.record, name)) for name in FIELDS},
        "disagreements": disagreements_to_json(picture.disagreements),
    }


def record_change(change: RecordChange) -> Document:
    """Give a change of a record as `picture history` shows it."""
    return {
        "entry": change.entry,
        "by": change.author.name,
        "time": to_iso(change.version.time),
        "fields": [
            {
                "field": one.field,
                "before": value_to_json(one.before),
                "after": value_to_json(one.after),
            }
            for one in change.fields
        ],
        "cleaned": cleaned_to_json(change.cleaned),
    }


def record_change_line(change: RecordChange) -> str:
    """Write a change of a record as a line for a person."""
    fields = ", ".join(one.field for one in change.fields) or "nothing"
    time = change.version.time.strftime("%Y-%m-%d %H:%M")
    return f"{change.entry[:8]}  {time}  {change.author.name or change.author.id[:8]}  {fields}"


def finding(found: Finding) -> Document:
    """Give a finding as `check` shows it."""
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "where": found.where,
        "message": found.message,
        "overridable": found.overridable,
        "reason": found.reason,
    }


def finding_line(found: Finding) -> str:
    """Write a finding as a line for a person."""
    reason = f"  Overridden: {found.reason}" if found.reason else ""
    return f"{found.severity.value:8} {found.where:16} {found.message}  [{found.rule}]{reason}"
