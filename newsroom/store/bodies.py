"""What the entries of each kind say, read with suspicion.

An entry may come from another version or another hand. Each reader gives a value, or None where
the body does not say what its kind must say; such an entry stays in the ledger and is left out of
the views.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import Content, content_from_json
from newsroom.domain.canonical import Json
from newsroom.domain.entry import Entry, SignedEntry
from newsroom.domain.framing import framing_from_json
from newsroom.domain.ids import ArticleId, EntryId, MemberId, NewsroomId, PictureId, Sha256
from newsroom.domain.ids import picture_id as name_of
from newsroom.domain.likeness import Pair, pair_of
from newsroom.domain.member import Member, Role
from newsroom.domain.override import Override
from newsroom.domain.picture import (
    Cleaned,
    Picture,
    cleaned_from_json,
    disagreements_from_json,
    record_from_json,
)
from newsroom.domain.times import from_iso, ledger_time
from newsroom.domain.workflow import Decision, Verdict

Body = Mapping[str, Json]

_HASH = re.compile(r"[0-9a-f]{64}")
_LARGEST = 2**53
"""JSON's largest whole number that every reader agrees on (RFC 8785, RFC 7493)."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a revision entry says."""

    article: ArticleId
    content: Content
    parents: tuple[EntryId, ...]


def read_entry(canonical: bytes, entry_id: str, signature: bytes) -> SignedEntry:
    """Give back an entry from its canonical bytes."""
    data = json.loads(canonical)
    entry = Entry(
        kind=data["kind"],
        body=data["body"],
        author=MemberId(data["author"]),
        time=data["time"],
        newsroom=NewsroomId(data["newsroom"]),
    )
    return SignedEntry(entry, EntryId(entry_id), signature)


def said_at(entry: Entry) -> str | None:
    """Give an entry's time as the ledger writes it, so that it sorts as text."""
    moment = from_iso(entry.time)
    try:
        return ledger_time(moment) if moment else None
    except (OverflowError, ValueError):
        return None


def moment_of(time: str) -> datetime:
    """Read a time that `said_at` wrote."""
    return datetime.fromisoformat(time)


def newsroom_name(body: Body) -> str:
    """Read the name that a newsroom began with."""
    return _text(body, "name") or ""


def house_data(body: Body) -> Body | None:
    """Read the house of a house entry."""
    house = body.get("house")
    return house if isinstance(house, dict) else None


def member(body: Body) -> Member | None:
    """Read a member; a role that this version does not know is left out."""
    member_id, name, roles = _text(body, "id"), _text(body, "name"), body.get("roles")
    if not member_id or name is None:
        return None
    known = {role.value for role in Role}
    names = roles if isinstance(roles, list) else []
    return Member(
        MemberId(member_id),
        name,
        frozenset(Role(role) for role in names if isinstance(role, str) and role in known),
    )


def revision(body: Body) -> Saved | None:
    """Read a saved content of an article."""
    article, content, parents = _text(body, "article"), body.get("content"), body.get("parents")
    if not article or not isinstance(content, dict):
        return None
    names = parents if isinstance(parents, list) else []
    return Saved(
        ArticleId(article),
        content_from_json(content),
        tuple(EntryId(parent) for parent in names if isinstance(parent, str)),
    )


def decision(entry_id: EntryId, entry: Entry, time: str) -> Decision | None:
    """Read a decision; a verdict that this version does not know is none."""
    body = entry.body
    article, about = _text(body, "article"), _text(body, "revision")
    verdict, bound = _text(body, "verdict"), _text(body, "bound")
    if not article or about is None or bound is None or verdict not in list(Verdict):
        return None
    return Decision(
        id=entry_id,
        article=ArticleId(article),
        revision=EntryId(about),
        verdict=Verdict(verdict),
        bound=Sha256(bound),
        by=entry.author,
        time=moment_of(time),
        note=_text(body, "note") or "",
        own=body.get("own") is True,
    )


def picture(body: Body) -> Picture | None:
    """Read a picture. Its id must be that of its bytes, or one picture could pass for another."""
    sha256, record = _text(body, "sha256"), body.get("record")
    framing = body.get("framing")
    width, height, size = (_count(body, key) for key in ("width", "height", "size"))
    if not sha256 or not _HASH.fullmatch(sha256) or not isinstance(record, dict):
        return None
    if None in (width, height, size) or body.get("picture") != name_of(Sha256(sha256)):
        return None
    return Picture(
        id=PictureId(name_of(Sha256(sha256))),
        sha256=Sha256(sha256),
        media_type=_text(body, "media_type") or "",
        width=width or 0,
        height=height or 0,
        file_name=_text(body, "file_name") or "",
        size=size or 0,
        record=record_from_json(record),
        disagreements=disagreements_from_json(body.get("disagreements")),
        framing=framing_from_json(framing if isinstance(framing, dict) else {}),
    )


def cleaned(body: Body) -> tuple[Cleaned, ...]:
    """Read what cleaning did to a record when its picture arrived."""
    return cleaned_from_json(body.get("cleaned"))


def likeness(body: Body) -> tuple[Pair, bool] | None:
    """Read of which two pictures somebody says that they differ, or that they do not."""
    named, differ = body.get("pictures"), body.get("differ")
    names = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
    if len(names) != 2 or names[0] == names[1] or not isinstance(differ, bool):
        return None
    return pair_of(PictureId(names[0]), PictureId(names[1])), differ


def override(entry_id: EntryId, entry: Entry, time: str) -> Override | None:
    """Read a word that a finding may stand."""
    body = entry.body
    article, rule, subject = (_text(body, key) for key in ("article", "rule", "subject"))
    if not article or not rule or subject is None:
        return None
    return Override(
        id=entry_id,
        article=ArticleId(article),
        rule=rule,
        subject=subject,
        reason=_text(body, "reason") or "",
        by=entry.author,
        time=moment_of(time),
    )


def _text(body: Body, key: str) -> str | None:
    value = body.get(key)
    return value if isinstance(value, str) else None


def _count(body: Body, key: str) -> int | None:
    value = body.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= _LARGEST else None
