"""Pictures: thumbnails, copies and the metadata of files, beside the libraries that do the work."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pyexiv2
from PIL import Image

from newsroom.domain.canonical import sha256_of
from newsroom.domain.ids import picture_id
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.pictures import metadata, renditions, thumbnails
from newsroom.pictures.containers import jpeg_with
from tests.bench.measuring import Figure, compared, p95
from tests.support import images
from tests.support.rooms import RESOURCES

SIZE = (6000, 4000)
SIDES = (160, 320, 640)
FILES = 1000
_RECORD = CreditRecord(creator=("Aigerim Bekova",), credit="Aigerim Bekova", copyright="© 2026")
_OPTIONS = {
    "AVIF": {"quality": 60, "speed": 8, "max_threads": 1},
    "WEBP": {"quality": 80, "method": 4},
    "JPEG": {"quality": 82, "progressive": True, "optimize": True},
}


def figures() -> Iterator[Figure]:
    """Take the figures."""
    original = _photograph()
    yield from _thumbnails(original)
    yield _renditions(original)
    yield from _metadata()


def _photograph() -> bytes:
    """Make a JPEG of 24 megapixels with as much detail as a camera's."""
    scene = RESOURCES / "samples" / "steppe-courier" / "meeting1.jpg"
    large = images.opened(scene.read_bytes()).resize(SIZE, Image.Resampling.LANCZOS)
    noise = Image.effect_noise(SIZE, 24)
    return images.encoded(
        Image.blend(large, Image.merge("RGB", (noise, noise, noise)), 0.15), quality=92
    )


def _thumbnails(original: bytes) -> Iterator[Figure]:
    for side in SIDES:
        yield compared(
            f"thumbnail of {side} px from 24 megapixels",
            partial(thumbnails.thumbnail, original, side),
            "Pillow draft() alone",
            partial(_plain_thumbnail, original, side),
            40,
            ratio=1.3,
        )


def _plain_thumbnail(original: bytes, side: int) -> bytes:
    image = Image.open(io.BytesIO(original))
    image.draft("RGB", (side, side))
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    return images.encoded(image, quality=82)


def _renditions(original: bytes) -> Figure:
    digest = sha256_of(original)
    picture = Picture(
        picture_id(digest), digest, "image/jpeg", *SIZE, "a.jpg", len(original), _RECORD
    )
    wanted = renditions.plan(picture)
    return compared(
        f"the {len(wanted)} copies of 24 megapixels",
        lambda: list(renditions.make_all(wanted, original, _RECORD)),
        "Pillow alone",
        lambda: _plain_renditions(original, wanted),
        7,
        ratio=1.2,
    )


def _plain_renditions(original: bytes, wanted: tuple[renditions.Rendition, ...]) -> list[bytes]:
    image = images.opened(original)
    sizes = sorted({(one.width, one.height) for one in wanted})
    scaled = [image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0) for size in sizes]
    return [
        images.encoded(one, kind, **options) for one in scaled for kind, options in _OPTIONS.items()
    ]


def _metadata() -> Iterator[Figure]:
    """Read many files' own credits, as an arriving folder does.

    The floor leaves it at dictionaries. What is ours starts a process, opens the files there,
    brings home what they say and makes credit records of it; all that is counted. The figures
    behind it tell how much of it is what, and last how much work all of it is, whoever waits.
    """
    with TemporaryDirectory() as name:
        paths = list(_credited(Path(name)))
        ways: dict[str, Callable[[], object]] = {
            f"credits of {FILES:,} JPEGs read": lambda: list(metadata.read_records(paths)),
            "  brought home only, no records made": lambda: list(metadata.read_embedded(paths)),
            "  the process started only": lambda: list(metadata.read_embedded(paths[:1])),
        }
        for title, ours in ways.items():
            yield compared(
                title,
                ours,
                "pyexiv2 alone",
                lambda: [_plain_metadata(path) for path in paths],
                20,
                ratio=None if title.startswith(" ") else 1.5,
            )
        work = [_work(lambda: list(metadata.read_records(paths))) for _ in range(7)]
        floor = [_work(lambda: [_plain_metadata(path) for path in paths]) for _ in range(7)]
        yield Figure("  work of all processes", p95(work), "pyexiv2 alone", p95(floor), 7)


def _work(deed: Callable[[], object]) -> float:
    """Give the milliseconds that this process and those which it started and ended work."""
    before = os.times()
    deed()
    return (sum(os.times()[:4]) - sum(before[:4])) * 1000


def _credited(folder: Path) -> Iterator[Path]:
    """Write pictures as an agency sends them, each with words of its own in XMP and IIM."""
    bare = images.encoded(images.scene(1200, 800), quality=90)
    for number in range(FILES):
        caption = f"Frame {number} of the harbour at dawn."
        packet = images.xmp(
            "<photoshop:Credit>Aigerim Bekova</photoshop:Credit>"
            "<dc:creator><rdf:Seq><rdf:li>Aigerim Bekova</rdf:li></rdf:Seq></dc:creator>"
            f"<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{caption}</rdf:li></rdf:Alt>"
            "</dc:description>"
        )
        said = {"Credit": b"Aigerim Bekova", "Byline": b"Aigerim Bekova"}
        path = folder / f"{number:04}.jpg"
        path.write_bytes(images.with_iim(jpeg_with(bare, packet, b""), said))
        yield path


def _plain_metadata(path: Path) -> object:
    with pyexiv2.Image(str(path)) as file:
        return file.read_xmp(), file.read_iptc(), file.read_exif()
