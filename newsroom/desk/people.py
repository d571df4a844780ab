"""The members of the house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.desk.opening import member_body
from newsroom.domain.changes import Changes
from newsroom.domain.entry import EntryKind
from newsroom.domain.errors import Refused
from newsroom.domain.ids import MemberId

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

_KEY = re.compile(r"[0-9a-f]{64}")


def add_member(desk: Desk, name: str, key: str) -> Changes:
    """Take a person into the house, by name and public key (64 hexadecimal digits).

    From two members on, nobody may approve a story of their own.
    """
    if not name.strip():
        raise Refused("A member needs a name.")
    if not _KEY.fullmatch(key):
        raise Refused(
            "That is not a member's key.", hint="A key is 64 digits from 0 to 9 and a to f."
        )
    with desk.library.writing() as work:
        body = member_body(MemberId(key), name.strip())
        changes = work.add(desk.pen.sign(EntryKind.MEMBER, body, work.newsroom_id()))
        work.commit()
    return changes
