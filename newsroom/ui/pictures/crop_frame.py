"""The arithmetic of a crop under the hand: it moves, it is pulled at a handle, it keeps its shape.

Everything is in ten-thousandths of the picture's sides, as in `domain.framing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsroom.domain.framing import (
    SMALLEST,
    WHOLE,
    Crop,
    Framing,
    Shape,
    Size,
    cropped,
    frame_of,
)

STEP, STRIDE = WHOLE // 100, WHOLE // 10
"""What an arrow key moves, alone and with Shift."""

Handle = tuple[int, int]
"""Which edges are pulled: -1 left or top, 1 right or bottom, 0 neither."""

FRAME: Handle = (0, 0)
"""No edge alone: the frame as a whole is moved."""
CORNERS: tuple[Handle, ...] = ((-1, -1), (1, -1), (-1, 1), (1, 1))
EDGES: tuple[Handle, ...] = ((0, -1), (-1, 0), (1, 0), (0, 1))
_CLOCKWISE = ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0))


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends, from the left."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Where it ends, from the top."""
        return self.top + self.height


def shown_area(framing: Framing, shape: Shape, size: Size) -> Area:
    """Give what a shape shows of a picture of a size in pixels, cropped by somebody or not."""
    left, top, right, bottom = frame_of(framing, shape, size)
    across, down = WHOLE / size[0], WHOLE / size[1]
    x, y = round(left * across), round(top * down)
    found = Area(x, y, round(right * across) - x, round(bottom * down) - y)
    own = framing.crop(shape)
    # What is rounded to pixels at each step of a hand would creep.
    if own and _is_same(own, found, across, down):
        return Area(own.left, own.top, own.width, own.height)
    return found


def _is_same(crop: Crop, area: Area, across: float, down: float) -> bool:
    """Whether a crop and an area are the same but for two pixels."""
    wide, high = 2 * across + 1, 2 * down + 1
    return (
        abs(crop.left - area.left) <= wide
        and abs(crop.width - area.width) <= wide
        and abs(crop.top - area.top) <= high
        and abs(crop.height - area.height) <= high
    )


def handles_of(shape: Shape) -> tuple[Handle, ...]:
    """Tell where a shape can be pulled: one with a ratio at its corners only."""
    return CORNERS if shape.ratio else CORNERS + EDGES


def handle_after(shape: Shape, handle: Handle, step: int) -> Handle:
    """Give the next handle of a shape, clockwise from its top left corner, or the one before.

    The frame itself stands between the last and the first.
    """
    ring = [FRAME, *(one for one in _CLOCKWISE if one in handles_of(shape))]
    return ring[(ring.index(handle) + step) % len(ring)]


def slope_of(shape: Shape, size: Size) -> float | None:
    """Give height to width of a shape in ten-thousandths; None where it may be any."""
    ratio = shape.ratio
    return ratio[1] * size[0] / (ratio[0] * size[1]) if ratio else None


def moved(area: Area, across: int, down: int) -> Area:
    """Move an area; at an edge of the picture it stays."""
    left = _clamped(area.left + across, 0, WHOLE - area.width)
    top = _clamped(area.top + down, 0, WHOLE - area.height)
    return replace(area, left=left, top=top)


def pulled(area: Area, handle: Handle, across: int, down: int, slope: float | None) -> Area:
    """Pull an area at a handle; what lies opposite stays. With a slope it keeps its shape."""
    if slope is not None:
        return _pulled_in_shape(area, handle, across, down, slope)
    left, right = _pulled_side(area.left, area.right, handle[0], across)
    top, bottom = _pulled_side(area.top, area.bottom, handle[1], down)
    return Area(left, top, right - left, bottom - top)


def _pulled_side(start: int, end: int, which: int, by: int) -> tuple[int, int]:
    if which < 0:
        return _clamped(start + by, 0, end - SMALLEST), end
    if which > 0:
        return start, _clamped(end + by, start + SMALLEST, WHOLE)
    return start, end


def _pulled_in_shape(area: Area, handle: Handle, across: int, down: int, slope: float) -> Area:
    # The hand is followed along the side on which it went further.
    wider, taller = across * handle[0], down * handle[1]
    by = wider if abs(wider) * slope >= abs(taller) else round(taller / slope)
    room_across = area.right if handle[0] < 0 else WHOLE - area.left
    room_down = area.bottom if handle[1] < 0 else WHOLE - area.top
    most = max(SMALLEST, min(room_across, int(room_down / slope)))
    least = min(most, max(SMALLEST, round(SMALLEST / slope)))
    width = _clamped(area.width + by, least, most)
    height = _clamped(round(width * slope), SMALLEST, room_down)
    left = area.right - width if handle[0] < 0 else area.left
    top = area.bottom - height if handle[1] < 0 else area.top
    return Area(left, top, width, height)


def resized(area: Area, by: int, slope: float | None) -> Area:
    """Make an area larger or smaller by so much of the picture's width, in its shape.

    Its middle stays where the picture's edges let it.
    """
    keeps = slope if slope is not None else area.height / area.width
    half = by // 2
    larger = pulled(area, (1, 1), by - half, 0, keeps)
    return pulled(larger, (-1, -1), -half, 0, keeps)


def put_in(framing: Framing, shape: Shape, area: Area) -> Framing:
    """Make an area the crop of a shape."""
    return cropped(framing, Crop(shape, area.left, area.top, area.width, area.height))


def pixels_of(framing: Framing, shape: Shape, size: Size) -> Size:
    """Tell how many pixels a shape shows, across and down."""
    left, top, right, bottom = frame_of(framing, shape, size)
    return right - left, bottom - top


def _clamped(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
