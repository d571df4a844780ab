"""Prints of pictures: the same picture again, re-encoded, resized, lightly cropped or recoloured.

The code is a perceptual hash (the signs of the lowest frequencies of a cosine transform, as in
pHash) of the middle of a picture: four fifths of its width and height. A light crop leaves that
middle in the picture, only elsewhere in it; so a picture that is looked up is read through several
windows, one for each way in which it, or the other, may have been cropped.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from operator import mul

from PIL import Image

from newsroom.domain.prints import Print, distance
from newsroom.pictures.opening import open_picture
from newsroom.pictures.pixels import on_white, scaled, upright

NEAR = 10
"""Bits of 64. Copies stay within it; the nearest of unlike scenes are at fourteen and more."""

_LIKE_TONES = 0.75
"""Correlation of the tones of two pictures, so near already, from which on they are the same."""

_SIDE = 32
LONGEST = _SIDE * 4
"""Pixels of the longer side that a print is taken of; a decoder need not give many more."""

_FREQUENCIES = 8
_TONES = 8
_MARGIN = 0.1
"""The part of a side that lies outside of the middle, at each end."""

_FLAT = 4.0
"""Grey levels of spread. A picture with less is a blank, and every blank is like every other."""

_CUTS = ((0.0, 0.0), (0.05, 0.0), (0.0, 0.05), (0.05, 0.05), (0.1, 0.0), (0.0, 0.1))
"""How much of a side a light crop takes, at its beginning and its end."""

Span = tuple[float, float]
"""Where a window begins and how long it is, in parts of a side."""

Grey = tuple[tuple[int, ...], ...]


def _within(cut: Span) -> Span:
    """Place the middle of the whole in a picture that was cut from it."""
    left = 1 - sum(cut)
    return (_MARGIN - cut[0]) / left, (1 - 2 * _MARGIN) / left


def _around(cut: Span) -> Span:
    """Place the middle of a cut in the whole picture."""
    left = 1 - sum(cut)
    return cut[0] + _MARGIN * left, (1 - 2 * _MARGIN) * left


_MIDDLE = _within((0.0, 0.0))
_SIDES = (tuple(_within(cut) for cut in _CUTS), tuple(_around(cut) for cut in _CUTS))


@dataclass(frozen=True, slots=True)
class Sought:
    """A picture that is looked up: its `codes`, one for each window, the middle's first."""

    codes: tuple[int, ...]
    _windows: tuple[tuple[Span, Span], ...]
    _image: Image.Image

    def distance_to(self, other: Print) -> int | None:
        """Give in how many bits it differs from a print; None where they are not alike."""
        near = {
            window: bits
            for window, code in zip(self._windows, self.codes, strict=True)
            if (bits := distance(code, other.code)) <= NEAR
        }
        alike = any(
            _correlation(_tones(self._image, *window), other.tones) >= _LIKE_TONES
            for window in near
        )
        return min(near.values()) if alike else None


def print_of(data: bytes) -> Print | None:
    """Take the print of a picture; None of one that is blank.

    Raises `Refused` where the bytes are no picture or are damaged.
    """
    image, _ = upright(open_picture(data, "the picture"), "the picture", LONGEST)
    return print_of_image(image)


def print_of_image(image: Image.Image) -> Print | None:
    """Take the print of a picture that `upright` decoded for `LONGEST`, as `print_of` does."""
    small = _small(image)
    if _is_blank(small):
        return None
    columns = _columns(_rows(small), _MIDDLE)
    return Print(_code(columns, _MIDDLE), _tones(small, _MIDDLE, _MIDDLE))


def sought(data: bytes) -> Sought | None:
    """Read a picture through every window, to look it up; None of one that is blank.

    Raises `Refused` where the bytes are no picture or are damaged.
    """
    decoded, _ = upright(open_picture(data, "the picture"), "the picture", LONGEST)
    image = _small(decoded)
    if _is_blank(image):
        return None
    found = dict(_through_windows(_rows(image)))
    return Sought(tuple(found.values()), tuple(found), image)


def _through_windows(rows: Grey) -> Iterator[tuple[tuple[Span, Span], int]]:
    for spans in _SIDES:
        columns = {across: _columns(rows, across) for across in spans}
        for across, down in product(spans, spans):
            yield (across, down), _code(columns[across], down)


def _small(image: Image.Image) -> Image.Image:
    """Give a picture as a small grey square, whatever its proportions."""
    plain = on_white(scaled(image, (_SIDE * 2, _SIDE * 2)))
    return plain.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)


def _rows(image: Image.Image) -> Grey:
    pixels = image.tobytes()
    return tuple(tuple(pixels[at : at + _SIDE]) for at in range(0, len(pixels), _SIDE))


def _is_blank(image: Image.Image) -> bool:
    return _spread(image.tobytes()) < _FLAT


def _columns(rows: Grey, across: Span) -> list[list[float]]:
    """Transform every row within a window; give the frequencies, each down all rows."""
    return [[sum(map(mul, row, wave)) for row in rows] for wave in _waves(across)]


def _code(columns: list[list[float]], down: Span) -> int:
    """Transform the columns, and tell for each frequency whether it is above the middle one."""
    found = [sum(map(mul, column, wave)) for wave, column in product(_waves(down), columns)]
    # The first is the brightness, which a recoloured copy does not share.
    found[0] = -math.inf
    middle = sorted(found)[len(found) // 2]
    code = 0
    for value in found:
        code = code << 1 | (value > middle)
    return code


@lru_cache(maxsize=64)
def _waves(span: Span) -> tuple[tuple[float, ...], ...]:
    """Give the cosine waves that fit a window, integrated over each pixel's part in it."""
    start, length = span[0] * _SIDE, span[1] * _SIDE

    def part(frequency: int, pixel: int) -> float:
        begin, end = (min(max(edge - start, 0.0), length) for edge in (pixel, pixel + 1))
        if frequency == 0:
            return (end - begin) / length
        turn = math.pi * frequency
        return (math.sin(turn * end / length) - math.sin(turn * begin / length)) / turn

    return tuple(
        tuple(part(frequency, pixel) for pixel in range(_SIDE)) for frequency in range(_FREQUENCIES)
    )


def _tones(image: Image.Image, across: Span, down: Span) -> bytes:
    left, top, right, bottom = (
        min(edge * _SIDE, float(_SIDE)) for edge in (across[0], down[0], sum(across), sum(down))
    )
    box = left, top, right, bottom
    return image.resize((_TONES, _TONES), Image.Resampling.BOX, box).tobytes()


def _spread(tones: Sequence[int]) -> float:
    mean = sum(tones) / len(tones)
    return math.sqrt(sum((one - mean) ** 2 for one in tones) / len(tones))


def _correlation(some: bytes, others: bytes) -> float:
    """Compare tones whatever their brightness and contrast: 1 where they are the same."""
    if len(some) != len(others):
        return 0.0
    a, b = sum(some) / len(some), sum(others) / len(others)
    both = sum((one - a) * (other - b) for one, other in zip(some, others, strict=True))
    spread = _spread(some) * _spread(others) * len(some)
    return both / spread if spread else 0.0
