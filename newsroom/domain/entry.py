"""The ledger's entries: the one source of truth, only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.canonical import Json, canonical_bytes, sha256_of
from newsroom.domain.ids import EntryId, MemberId, NewsroomId


class EntryKind(StrEnum):
    """The kinds this version understands. An entry of another kind is kept, not dropped."""

    NEWSROOM = "newsroom"
    MEMBER = "member"
    HOUSE = "house"
    REVISION = "revision"
    PICTURE = "picture"
    DECISION = "decision"
    NOTE = "note"
    OVERRIDE = "override"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement by a member, before it is signed.

    `time` is as `times.ledger_time` writes it. `newsroom` is empty only in the first entry, of
    kind `newsroom`, whose id is the newsroom's id.
    """

    kind: str
    body: Mapping[str, Json]
    author: MemberId
    time: str
    newsroom: NewsroomId


@dataclass(frozen=True, slots=True)
class SignedEntry:
    """An entry, its id, and its author's Ed25519 signature (64 bytes) over its canonical bytes."""

    entry: Entry
    id: EntryId
    signature: bytes


def entry_bytes(entry: Entry) -> bytes:
    """Give the canonical bytes of an entry: RFC 8785 JSON of its five fields, text in NFC."""
    return canonical_bytes(
        {
            "kind": entry.kind,
            "body": dict(entry.body),
            "author": entry.author,
            "time": entry.time,
            "newsroom": entry.newsroom,
        }
    )


def entry_id(entry: Entry) -> EntryId:
    """Name an entry by the SHA-256 of its canonical bytes."""
    return EntryId(sha256_of(entry_bytes(entry)))
