"""Framing: what of a picture is shown where, without touching its original.

Numbers are whole ten-thousandths of a side, because canonical JSON has no fractions; they count
from the upper left corner of the upright picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from newsroom.domain.canonical import Json
from newsroom.domain.errors import Refused

WHOLE = 10_000
"""A side from its beginning to its end."""

SMALLEST = 100
"""A hundredth of a side: what is cut narrower than that is a slip of the hand."""

LEAST_LEAD = 1_200
"""Pixels across. What Google asks of a lead, and what fills a screen of twice the usual density."""

LEAST_CARD = 50_000
"""Width times height below which search engines take no notice of a picture (Google)."""

Size = tuple[int, int]
"""Width and height in pixels."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels, as Pillow crops."""


class Shape(StrEnum):
    """The crops that have a name. `FREE` is what pages show; the others go to cards and search."""

    FREE = "free"
    WIDE = "16:9"
    CLASSIC = "4:3"
    SQUARE = "1:1"

    @property
    def ratio(self) -> tuple[int, int] | None:
        """Width to height; None for the shape that has any."""
        return None if self is Shape.FREE else _RATIOS[self]


_RATIOS = {Shape.WIDE: (16, 9), Shape.CLASSIC: (4, 3), Shape.SQUARE: (1, 1)}


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """The point that must stay in sight, in ten-thousandths of width and height."""

    x: int = WHOLE // 2
    y: int = WHOLE // 2


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture that a person chose, in ten-thousandths of width and height."""

    shape: Shape
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Framing:
    """How a picture is cut: its focal point, and the crops that somebody made, by their shape."""

    focal: FocalPoint = FocalPoint()
    crops: tuple[Crop, ...] = ()

    def crop(self, shape: Shape) -> Crop | None:
        """Give the crop that somebody made of a shape."""
        return next((one for one in self.crops if one.shape is shape), None)


UNFRAMED = Framing()
"""Nobody has cut this picture: pages show it whole, cards what lies around its middle."""


def focused(framing: Framing, x: int, y: int) -> Framing:
    """Move the focal point; a place outside of the picture is brought to its edge."""
    return replace(framing, focal=FocalPoint(_clamped(x, 0, WHOLE), _clamped(y, 0, WHOLE)))


def cropped(framing: Framing, crop: Crop) -> Framing:
    """Put a crop in place of the one of its shape. Raises `Refused` where it is not in the picture.

    One of the whole picture, in the free shape, is none.
    """
    if not _is_within(crop):
        raise Refused(
            "This crop does not lie within the picture.", hint="Draw it inside of the picture."
        )
    others = tuple(one for one in framing.crops if one.shape is not crop.shape)
    if crop == Crop(Shape.FREE, 0, 0, WHOLE, WHOLE):
        return replace(framing, crops=others)
    order = list(Shape)
    crops = sorted((*others, crop), key=lambda one: order.index(one.shape))
    return replace(framing, crops=tuple(crops))


def uncropped(framing: Framing, shape: Shape) -> Framing:
    """Take a crop away, so that the shape follows the focal point again."""
    return replace(framing, crops=tuple(one for one in framing.crops if one.shape is not shape))


def frame_of(framing: Framing, shape: Shape, size: Size) -> Box:
    """Give the part of a picture that a shape shows, in pixels.

    A crop that somebody made wins. Without one, the free shape is the whole picture, and a ratio
    is the largest part of the free shape that has it, around the focal point: what was cut away
    for the page does not come back on a card.
    """
    own = framing.crop(shape)
    ratio = shape.ratio
    if ratio is None:
        return _pixels(own, size) if own else (0, 0, *size)
    if own:
        box = _pixels(own, size)
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return _largest(ratio, middle, box)
    focal = framing.focal
    point = focal.x * size[0] / WHOLE, focal.y * size[1] / WHOLE
    return _largest(ratio, point, frame_of(framing, Shape.FREE, size))


def _largest(ratio: tuple[int, int], point: tuple[float, float], within: Box) -> Box:
    wide, high = within[2] - within[0], within[3] - within[1]
    width = max(1, min(wide, high * ratio[0] // ratio[1]))
    height = max(1, min(high, round(width * ratio[1] / ratio[0])))
    left = _clamped(round(point[0] - width / 2), within[0], within[2] - width)
    top = _clamped(round(point[1] - height / 2), within[1], within[3] - height)
    return left, top, left + width, top + height


def _pixels(crop: Crop, size: Size) -> Box:
    left, top = crop.left * size[0] // WHOLE, crop.top * size[1] // WHOLE
    right = round((crop.left + crop.width) * size[0] / WHOLE)
    bottom = round((crop.top + crop.height) * size[1] / WHOLE)
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _is_within(crop: Crop) -> bool:
    return (
        min(crop.left, crop.top) >= 0
        and min(crop.width, crop.height) >= SMALLEST
        and crop.left + crop.width <= WHOLE
        and crop.top + crop.height <= WHOLE
    )


def _clamped(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


def told(framing: Framing) -> str:
    """Say how a picture is cut, in hundredths of its sides; empty for one that is not."""
    focal = framing.focal
    parts = [
        f"{one.shape.value} from {one.left // 100} % and {one.top // 100} %, "
        f"{one.width // 100} % wide, {one.height // 100} % high"
        for one in framing.crops
    ]
    if focal != FocalPoint():
        parts.insert(0, f"in focus at {focal.x // 100} % and {focal.y // 100} %")
    return "; ".join(parts)


def framing_to_json(framing: Framing) -> dict[str, Json]:
    """Give a framing as JSON; empty for a picture that nobody has cut."""
    data: dict[str, Json] = {}
    if framing.focal != FocalPoint():
        data["focal"] = {"x": framing.focal.x, "y": framing.focal.y}
    if framing.crops:
        data["crops"] = {
            one.shape.value: [one.left, one.top, one.width, one.height] for one in framing.crops
        }
    return data


def framing_from_json(data: Mapping[str, Json]) -> Framing:
    """Read back what `framing_to_json` wrote; what lies outside of a picture is left out."""
    framing = UNFRAMED
    focal = data.get("focal")
    if isinstance(focal, dict):
        x, y = focal.get("x"), focal.get("y")
        if isinstance(x, int) and isinstance(y, int):
            framing = focused(framing, x, y)
    crops = data.get("crops")
    for name, numbers in crops.items() if isinstance(crops, dict) else ():
        crop = _crop(name, numbers)
        if crop and _is_within(crop):
            framing = cropped(framing, crop)
    return framing


def _crop(name: str, numbers: Json) -> Crop | None:
    if name not in list(Shape) or not isinstance(numbers, list) or len(numbers) != 4:
        return None
    found = [number for number in numbers if isinstance(number, int)]
    return Crop(Shape(name), *found) if len(found) == 4 else None
