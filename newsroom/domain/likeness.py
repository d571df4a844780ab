"""Two pictures that look alike, whichever of them is named first."""

from __future__ import annotations

from newsroom.domain.ids import PictureId

Pair = tuple[PictureId, PictureId]
"""Two pictures, in the order of their ids, so that a pair has one spelling."""


def pair_of(one: PictureId, other: PictureId) -> Pair:
    """Give the pair of two pictures."""
    return (one, other) if one <= other else (other, one)
