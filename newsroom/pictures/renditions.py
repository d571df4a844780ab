"""Renditions: the copies of a picture that a page shows, each carrying its credit inside."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import Image

from newsroom.domain.canonical import Json, canonical_bytes, sha256_of
from newsroom.domain.framing import LEAST_CARD, Box, Shape, frame_of
from newsroom.domain.ids import Sha256
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.pictures.containers import AVIF_PLACEHOLDER
from newsroom.pictures.embedding import embed, ingredients
from newsroom.pictures.opening import open_picture
from newsroom.pictures.pixels import on_white, reduction, scaled, upright

RECIPE = 4
"""Raise it when the same original would come out different; every name then changes."""

WIDTHS = (480, 800, 1200, 1600)
TALLEST = 8_192
"""Pixels. WebP ends at 16,383; no screen shows a picture this high."""

_CARD_WIDTH = 1200

_FORMATS = {"image/avif": "avif", "image/webp": "webp", "image/jpeg": "jpg"}
_PLAIN = "image/jpeg"
_MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file to be made: `name` with its suffix, IANA type, size in pixels, and the alt text of
    the use that it is made for.

    `box` is the part of the upright original that it shows, None for the whole. The name follows
    from all that goes into the file, so that equal names hold equal bytes.
    """

    name: str
    media_type: str
    width: int
    height: int
    alt: str = ""
    box: Box | None = None


def plan(picture: Picture, alt: str = "") -> tuple[Rendition, ...]:
    """Choose the renditions of a picture: AVIF, then WebP, then JPEG, each from narrow to wide.

    They show its free crop, or all of it. Widths are 480, 800, 1200 and 1600 pixels as far as the
    original reaches; a narrower one has the one width it comes in. `alt` is what the use says to a
    listener. Nothing is encoded.
    """
    frame = frame_of(picture.framing, Shape.FREE, (picture.width, picture.height))
    box = None if frame == (0, 0, picture.width, picture.height) else frame
    return tuple(
        _planned(picture, Rendition("", media_type, width, _height(frame, width), alt, box))
        for media_type in _FORMATS
        for width in _widths(frame)
    )


def plan_cards(picture: Picture, alt: str = "") -> tuple[Rendition, ...]:
    """Choose what social cards and search engines are shown of a picture: 16:9, 4:3 and 1:1.

    JPEG of 1200 pixels as far as the original reaches; what would be too small for them is left
    out. The widest shape comes first.
    """
    size = picture.width, picture.height
    frames = (frame_of(picture.framing, shape, size) for shape in Shape if shape.ratio)
    every = (_card(picture, alt, frame) for frame in frames)
    return tuple(one for one in every if one.width * one.height >= LEAST_CARD)


def _card(picture: Picture, alt: str, frame: Box) -> Rendition:
    width = min(_CARD_WIDTH, frame[2] - frame[0])
    return _planned(picture, Rendition("", _PLAIN, width, _height(frame, width), alt, frame))


def _planned(picture: Picture, bare: Rendition) -> Rendition:
    return replace(bare, name=name_of(bare, picture.sha256, picture.record))


def _height(frame: Box, width: int) -> int:
    return max(1, round((frame[3] - frame[1]) * width / (frame[2] - frame[0])))


def _widths(frame: Box) -> tuple[int, ...]:
    across, down = frame[2] - frame[0], frame[3] - frame[1]
    widest = max(1, min(across, across * TALLEST // down))
    return tuple(width for width in WIDTHS if width <= widest) or (widest,)


def name_of(rendition: Rendition, sha256: Sha256, record: CreditRecord) -> str:
    """Name a rendition by all that goes into it, whatever name it has."""
    return _named(
        rendition, {**_pixels(rendition, sha256), "said": ingredients(record, rendition.alt)}
    )


def bare_name_of(rendition: Rendition, sha256: Sha256) -> str:
    """Name the pixels of a rendition, without what it says, by all that goes into them."""
    return _named(rendition, _pixels(rendition, sha256))


def _pixels(rendition: Rendition, sha256: Sha256) -> dict[str, Json]:
    return {
        "sha256": sha256,
        "type": rendition.media_type,
        "width": rendition.width,
        "box": list(rendition.box) if rendition.box else None,
        "recipe": RECIPE,
    }


def _named(rendition: Rendition, made_of: dict[str, Json]) -> str:
    hashed = sha256_of(canonical_bytes(made_of))[:20]
    return f"{hashed}-{rendition.width}.{_FORMATS[rendition.media_type]}"


def said_in(rendition: Rendition, bare: bytes, record: CreditRecord) -> bytes:
    """Put what a rendition says into its bare pixels, as `make` does."""
    return embed(bare, rendition.media_type, record, rendition.alt)


def make(rendition: Rendition, original: bytes, record: CreditRecord) -> bytes:
    """Encode a rendition: upright, sRGB, nothing of the original's metadata, and its credit.

    The same arguments give the same bytes, alone or among others. Raises `Refused` where the
    original is damaged or the credit alone is longer than an image file can carry (some 60,000
    letters).
    """
    return next(data for _, data in make_all([rendition], original, record))


def make_all(
    wanted: Sequence[Rendition], original: bytes, record: CreditRecord
) -> Iterator[tuple[Rendition, bytes]]:
    """Encode renditions of one original, each as `make` would, decoding and scaling it once.

    Those of one size follow each other; they are made beside each other, and may be left halfway.
    Raises `Refused` as `make` does.
    """
    for one, bare in encode_all(wanted, original):
        yield one, said_in(one, bare, record)


def encode_all(wanted: Sequence[Rendition], original: bytes) -> Iterator[tuple[Rendition, bytes]]:
    """Encode the bare pixels of renditions, as `make_all` does before it writes what they say."""
    # The widest first: it takes the longest, so that no lane waits for it at the end.
    order = sorted(wanted, key=lambda one: (-one.width, one.height, one.box or ()))
    sizes = [list(same) for _, same in groupby(order, key=lambda one: (one.width, one.box))]
    sources = _Sources(original)
    drawn = [(sources.fit_for(same[0]), same) for same in sizes]
    with ThreadPoolExecutor(min(_MOST_LANES, os.cpu_count() or 1)) as lanes:
        for made in lanes.map(lambda one: _encoded(*one), drawn):
            yield from made


@dataclass(frozen=True, slots=True)
class _Source:
    """A decoded original, and how many of its own pixels one of the full size's is."""

    image: Image.Image
    scale: tuple[float, float]


class _Sources:
    """Decodes an original, no finer than its renditions need and no oftener than it must."""

    def __init__(self, original: bytes) -> None:
        self._original = original
        self._size = open_picture(original, "the original").size
        self._kept: dict[int, _Source] = {}

    def fit_for(self, one: Rendition) -> _Source:
        """Give the original as it is decoded for a rendition, whatever others are made with it."""
        longest = self._longest(one)
        reduced = reduction(self._size, longest)
        if reduced not in self._kept:
            image, full = upright(
                open_picture(self._original, "the original"), "the original", longest
            )
            scale = image.width / full[0], image.height / full[1]
            self._kept[reduced] = _Source(image, scale)
        return self._kept[reduced]

    def _longest(self, one: Rendition) -> int:
        """Give the longer side that the whole picture would have, were it scaled like this part."""
        if one.box is None:
            return max(one.width, one.height)
        enlarged = one.width / (one.box[2] - one.box[0])
        return max(1, round(max(self._size) * enlarged))


def _encoded(source: _Source, same: Sequence[Rendition]) -> list[tuple[Rendition, bytes]]:
    """Scale once, and encode once in every format asked for."""
    first = same[0]
    across, down = source.scale
    box = first.box and (
        first.box[0] * across,
        first.box[1] * down,
        first.box[2] * across,
        first.box[3] * down,
    )
    image = scaled(source.image, (first.width, first.height), box)
    bare = {kind: _encode(image, kind) for kind in {one.media_type for one in same}}
    return [(one, bare[one.media_type]) for one in same]


def _encode(image: Image.Image, media_type: str) -> bytes:
    out = io.BytesIO()
    match media_type:
        case "image/avif":
            # Speed 8 takes a fifth of a second for 1600 pixels, speed 6 a whole one for 4 % less
            # weight. One thread, because libavif cuts tiles by the number of threads, and tiles
            # change the bytes.
            image.save(out, "AVIF", quality=60, speed=8, max_threads=1, xmp=AVIF_PLACEHOLDER)
        case "image/webp":
            image.save(out, "WEBP", quality=80, method=4)
        case _:
            flat = on_white(image)
            flat.save(out, "JPEG", quality=82, progressive=True, optimize=True)
    return out.getvalue()
