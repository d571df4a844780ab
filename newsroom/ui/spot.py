"""A spot in a story: what the text and the page beside it both know under the same name."""

from __future__ import annotations

from dataclasses import dataclass

BODY = "body"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a part of a story: "body", or a field by the name that findings have for it.

    `block` counts the body's blocks from 0; `before` are the words between the beginning of the
    block or field and the spot; `share` how far down in it the spot lies, from 0 to 1.
    """

    part: str
    block: int = 0
    before: str = ""
    share: float = 0.0
