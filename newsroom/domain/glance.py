"""What a first look into a library sees, before it is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.domain.house import House
from newsroom.domain.member import Member
from newsroom.domain.summary import ArticleSummary


@dataclass(frozen=True, slots=True)
class Glance:
    """A library as it was left: its house, who works on this laptop, and the list's first rows.

    `articles` are the articles changed last, the newest first; `total` counts those in the list;
    `remembered` is what this laptop kept in its local state, by key.
    """

    house: House
    me: Member
    members: tuple[Member, ...]
    articles: tuple[ArticleSummary, ...]
    total: int
    remembered: Mapping[str, str]
