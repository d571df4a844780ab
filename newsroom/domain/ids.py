"""Identifiers, each a type of its own so that one cannot stand where another belongs."""

from __future__ import annotations

from typing import NewType

from newsroom.domain.errors import NotFound

ArticleId = NewType("ArticleId", str)
"""20 lower-case hexadecimal digits, drawn at random when the article is made."""

PictureId = NewType("PictureId", str)
"""The first 20 hexadecimal digits of the SHA-256 of the picture's bytes: the same bytes are the
same picture on every laptop."""

Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""

EntryId = NewType("EntryId", str)
"""The SHA-256 of an entry's canonical bytes, 64 lower-case hexadecimal digits."""

MemberId = NewType("MemberId", str)
"""A person's Ed25519 public key, 64 lower-case hexadecimal digits."""

NewsroomId = NewType("NewsroomId", str)
"""The id of the ledger's first entry, of kind `newsroom`."""

PICTURE_ID_LENGTH = 20
ARTICLE_ID_LENGTH = 20


def picture_id(sha256: Sha256) -> PictureId:
    """Name a picture by the hash of its bytes."""
    return PictureId(sha256[:PICTURE_ID_LENGTH])


def only_match(prefix: str, matches: list[str], noun: str) -> str:
    """Choose the one id that a prefix names.

    Raises `NotFound` when none or several fit; `noun` is the word shown, such as "article".
    """
    if not prefix:
        raise NotFound(f"An empty id names no {noun}.", hint="Type the beginning of an id.")
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise NotFound(f"There is no {noun} {prefix!r} in this library.")
    shown = ", ".join(matches[:5])
    raise NotFound(f"{prefix!r} names more than one {noun}: {shown}.", hint="Type more of the id.")
