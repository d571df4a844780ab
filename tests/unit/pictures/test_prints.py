"""The same picture in another file is known again, and another scene is not."""

from __future__ import annotations

from functools import cache
from itertools import permutations

import pytest
from PIL import Image

from newsroom.domain.prints import Print
from newsroom.pictures.prints import Sought, print_of, sought
from tests.support import images
from tests.support.copies_of import CHANGES, changed
from tests.support.rooms import RESOURCES

SCENES = {
    path.stem: path.read_bytes()
    for path in sorted((RESOURCES / "samples" / "steppe-courier").glob("*.jpg"))
}


@cache
def kept(name: str) -> Print:
    found = print_of(SCENES[name])
    assert found
    return found


@cache
def asked(name: str) -> Sought:
    found = sought(SCENES[name])
    assert found
    return found


def bits_between(data: bytes, other: Print) -> int | None:
    found = sought(data)
    assert found
    return found.distance_to(other)


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_is_known_again_whichever_came_first(change: str) -> None:
    lost = []
    for name, data in SCENES.items():
        copy = changed(images.opened(data), CHANGES[change])
        found = print_of(copy)
        assert found
        if bits_between(copy, kept(name)) is None:
            lost.append(f"the copy of {name} does not find it")
        if asked(name).distance_to(found) is None:
            lost.append(f"{name} does not find its copy")
    # A crop that falls between two windows may be missed, once in fifty look-ups.
    assert len(lost) <= (change.startswith("cut")), lost


def test_no_scene_is_taken_for_another() -> None:
    assert [
        (one, other)
        for one, other in permutations(SCENES, 2)
        if asked(one).distance_to(kept(other)) is not None
    ] == []


def test_a_print_is_the_same_whatever_the_form_of_the_file() -> None:
    scene = images.opened(SCENES["bridge1"])
    png = images.encoded(scene, "PNG")
    assert bits_between(png, kept("bridge1")) == 0
    lying = images.encoded(
        scene.transpose(Image.Transpose.ROTATE_90), exif=images.exif({274: 6}), quality=95
    )
    near = bits_between(lying, kept("bridge1"))
    assert near is not None
    assert near <= 2


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "CMYK"])
def test_a_blank_looks_like_nothing(mode: str) -> None:
    blank = images.encoded(Image.new(mode, (300, 200)), "TIFF")
    assert print_of(blank) is None
    assert sought(blank) is None


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (7, 5)])
def test_a_tiny_picture_is_read_like_any_other(size: tuple[int, int]) -> None:
    data = images.encoded(images.scene(*size), "PNG")
    found = print_of(data)
    assert found is None or bits_between(data, found) == 0
