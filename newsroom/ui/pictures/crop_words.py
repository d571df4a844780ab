"""What is said of a picture's focal point and its crops, and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.domain.framing import (
    LEAST_CARD,
    LEAST_LEAD,
    WHOLE,
    FocalPoint,
    Framing,
    Shape,
    Size,
)
from newsroom.domain.workflow import State
from newsroom.ui.pictures.crop_frame import Area, Handle, pixels_of

SHAPE_WORDS = {
    Shape.FREE: "Free",
    Shape.WIDE: "16:9",
    Shape.CLASSIC: "4:3",
    Shape.SQUARE: "1:1",
}
_ACROSS, _DOWN = {-1: "left", 0: "", 1: "right"}, {-1: "top", 0: "", 1: "bottom"}
FIXED = (Shape.WIDE, Shape.CLASSIC, Shape.SQUARE)


def focal_words(focal: FocalPoint) -> str:
    """Say where the focal point is."""
    return f"Focal point {percent(focal.x)} from left, {percent(focal.y)} from top"


def area_words(shape: Shape, area: Area, *, own: bool) -> str:
    """Say what a shape shows; `own` tells that somebody cropped it."""
    name = SHAPE_WORDS[shape]
    if not own and shape is Shape.FREE:
        return "Free crop: the whole picture"
    where = (
        f"{percent(area.left)} from left, {percent(area.top)} from top, "
        f"{percent(area.width)} wide, {percent(area.height)} high"
    )
    follows = "" if own else ", following the focal point"
    return f"{name} crop {where}{follows}"


def handle_words(handle: Handle) -> str:
    """Say what the arrow keys move of a frame; nothing while it is the frame itself."""
    across, down = _ACROSS[handle[0]], _DOWN[handle[1]]
    if across and down:
        return f". Arrow keys move its {down} {across} corner"
    return f". Arrow keys move its {down or across} edge" if down or across else ""


def percent(value: int) -> str:
    """Write ten-thousandths in whole percent."""
    return f"{round(value * 100 / WHOLE)} %"


def warnings(framing: Framing, size: Size) -> tuple[str, ...]:
    """Say where a crop leaves too few pixels: for a lead, and for cards."""
    return tuple(_warnings(framing, size))


def _warnings(framing: Framing, size: Size) -> Iterator[str]:
    width, _ = pixels_of(framing, Shape.FREE, size)
    if width < LEAST_LEAD:
        yield f"{width:,} pixels wide: as a lead it looks soft below {LEAST_LEAD:,}."
    small = [
        SHAPE_WORDS[shape] for shape in FIXED if _area(pixels_of(framing, shape, size)) < LEAST_CARD
    ]
    if small:
        yield f"{' and '.join(small)}: under {LEAST_CARD:,} pixels, so no card shows it."


def _area(size: Size) -> int:
    return size[0] * size[1]


def stale_words(states: tuple[State, ...]) -> str:
    """Say how many approvals a change of the picture ends; empty for none."""
    count = sum(state in (State.APPROVED, State.PUBLISHED) for state in states)
    if not count:
        return ""
    return (
        "1 approved story becomes stale" if count == 1 else f"{count} approved stories become stale"
    )
