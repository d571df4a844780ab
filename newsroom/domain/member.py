"""A member of the house: a name, a key, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.ids import MemberId


class Role(StrEnum):
    REPORTER = "reporter"
    EDITOR = "editor"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Member:
    """A person by name; `id` is the public key that their entries are signed with."""

    id: MemberId
    name: str
    roles: frozenset[Role] = frozenset(Role)


def initials(name: str) -> str:
    """Give the letters shown on an avatar: of the first and the last word of a name."""
    words = name.split()
    picked = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in picked).upper()
