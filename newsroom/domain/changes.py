"""What a deed moved, so that every view can decide for itself whether to look again."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.domain.ids import ArticleId, PictureId


@dataclass(frozen=True, slots=True)
class Changes:
    """The articles and pictures that moved, and whether the house or its members did.

    `likenesses` says that it did which pictures count as alike.
    """

    articles: frozenset[ArticleId] = frozenset()
    pictures: frozenset[PictureId] = frozenset()
    house: bool = False
    members: bool = False
    likenesses: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.articles | other.articles,
            self.pictures | other.pictures,
            self.house or other.house,
            self.members or other.members,
            self.likenesses or other.likenesses,
        )

    def __bool__(self) -> bool:
        return bool(self.articles or self.pictures or self.house or self.members or self.likenesses)
