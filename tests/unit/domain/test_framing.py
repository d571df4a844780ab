"""Crops lie within their picture, keep what is in focus, and come back from their JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import Refused
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.framing import (
    SMALLEST,
    UNFRAMED,
    WHOLE,
    Crop,
    FocalPoint,
    Framing,
    Shape,
    cropped,
    focused,
    frame_of,
    framing_from_json,
    framing_to_json,
    uncropped,
)
from tests.support.stories import a_figure, a_picture, a_story

RATIOS = [shape for shape in Shape if shape.ratio]
places = st.integers(0, WHOLE)
sizes = st.tuples(st.integers(1, 30_000), st.integers(1, 30_000))


@st.composite
def crops(draw: st.DrawFn) -> Crop:
    left, top = draw(st.integers(0, WHOLE - SMALLEST)), draw(st.integers(0, WHOLE - SMALLEST))
    return Crop(
        draw(st.sampled_from(Shape)),
        left,
        top,
        draw(st.integers(SMALLEST, WHOLE - left)),
        draw(st.integers(SMALLEST, WHOLE - top)),
    )


@st.composite
def framings(draw: st.DrawFn) -> Framing:
    framing = focused(UNFRAMED, draw(places), draw(places))
    for crop in draw(st.lists(crops(), max_size=4)):
        framing = cropped(framing, crop)
    return framing


@given(framings(), sizes, st.sampled_from(Shape))
def test_what_is_shown_lies_within_the_picture(
    framing: Framing, size: tuple[int, int], shape: Shape
) -> None:
    left, top, right, bottom = frame_of(framing, shape, size)
    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]


@given(framings(), st.tuples(st.integers(400, 9000), st.integers(400, 9000)))
def test_a_ratio_is_kept_as_near_as_pixels_allow(framing: Framing, size: tuple[int, int]) -> None:
    for shape in RATIOS:
        left, top, right, bottom = frame_of(framing, shape, size)
        wide, high = shape.ratio or (0, 0)
        assert abs((right - left) * high - (bottom - top) * wide) <= max(wide, high)


@given(places, places, sizes, st.sampled_from(RATIOS))
def test_the_focal_point_stays_in_sight(
    x: int, y: int, size: tuple[int, int], shape: Shape
) -> None:
    left, top, right, bottom = frame_of(Framing(focal=FocalPoint(x, y)), shape, size)
    assert left - 1 <= x * size[0] / WHOLE <= right + 1
    assert top - 1 <= y * size[1] / WHOLE <= bottom + 1
    # The largest such part touches two opposite sides of the picture, but for a rounding.
    assert min(size[0] - (right - left), size[1] - (bottom - top)) <= 1


@given(framings())
def test_a_framing_comes_back_from_its_json(framing: Framing) -> None:
    written = json.loads(json.dumps(framing_to_json(framing)))
    assert framing_from_json(written) == framing


def test_nothing_cut_is_nothing_written() -> None:
    assert framing_to_json(UNFRAMED) == {}
    whole = cropped(UNFRAMED, Crop(Shape.FREE, 0, 0, WHOLE, WHOLE))
    assert whole == UNFRAMED
    assert frame_of(UNFRAMED, Shape.FREE, (30, 20)) == (0, 0, 30, 20)


@pytest.mark.parametrize(
    "data",
    [
        {"focal": 7},
        {"focal": {"x": "left", "y": 3}},
        {"crops": []},
        {"crops": {"16:9": [1, 2, 3]}},
        {"crops": {"16:9": [1, 2, 3, None]}},
        {"crops": {"16:9": [9_000, 0, 9_000, 500]}},
        {"crops": {"16:9": [-1, 0, 500, 500]}},
        {"crops": {"21:9": [0, 0, 500, 500]}},
    ],
)
def test_what_another_hand_wrote_wrongly_is_left_out(data: Any) -> None:
    assert framing_from_json(data) == UNFRAMED


def test_a_crop_of_ones_own_wins_until_it_is_taken_away() -> None:
    size = (1600, 900)
    following = focused(UNFRAMED, WHOLE, 0)
    assert frame_of(following, Shape.SQUARE, size) == (700, 0, 1600, 900)
    own = cropped(following, Crop(Shape.SQUARE, 0, 0, 2_500, 4_444))
    assert frame_of(own, Shape.SQUARE, size) == (0, 0, 400, 400)
    assert frame_of(own, Shape.WIDE, size) == (0, 0, 1600, 900)
    assert uncropped(own, Shape.SQUARE) == following


def test_what_was_cut_away_for_the_page_does_not_come_back_on_a_card() -> None:
    left_half = cropped(focused(UNFRAMED, WHOLE, WHOLE), Crop(Shape.FREE, 0, 0, 5_000, 10_000))
    for shape in RATIOS:
        assert frame_of(left_half, shape, (2000, 1000))[2] <= 1000


@pytest.mark.parametrize(
    "numbers", [(-1, 0, 500, 500), (0, 0, 10_001, 500), (9_999, 0, 2, 500), (0, 0, 5, 5)]
)
def test_a_crop_outside_of_its_picture_is_refused(numbers: tuple[int, int, int, int]) -> None:
    with pytest.raises(Refused):
        cropped(UNFRAMED, Crop(Shape.WIDE, *numbers))


def test_an_approval_binds_how_a_picture_is_cut_and_old_ones_still_hold() -> None:
    picture = a_picture()
    cut = replace(picture, framing=focused(UNFRAMED, 100, 100))
    other = replace(picture, framing=cropped(UNFRAMED, Crop(Shape.WIDE, 0, 0, 5_000, 5_000)))
    prints = [
        fingerprint(a_story(pictures=[one], lead=a_figure(picture)))
        for one in (picture, cut, other)
    ]
    assert len(set(prints)) == 3
