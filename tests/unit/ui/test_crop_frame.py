"""A crop under the hand stays within its picture and keeps its shape, whatever the hand does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.framing import SMALLEST, UNFRAMED, WHOLE, FocalPoint, Framing, Shape
from newsroom.domain.workflow import State
from newsroom.ui.pictures.crop_frame import (
    CORNERS,
    EDGES,
    Area,
    handles_of,
    moved,
    pulled,
    put_in,
    shown_area,
    slope_of,
)
from newsroom.ui.pictures.crop_words import (
    area_words,
    focal_words,
    stale_words,
    warnings,
)

SIZES = st.tuples(st.integers(300, 8000), st.integers(300, 8000))
STEPS = st.integers(-WHOLE, WHOLE)
POINTS = st.builds(FocalPoint, st.integers(0, WHOLE), st.integers(0, WHOLE))


def is_within(area: Area) -> bool:
    return (
        min(area.left, area.top) >= 0
        and max(area.right, area.bottom) <= WHOLE
        and min(area.width, area.height) >= SMALLEST
    )


@given(SIZES, POINTS, st.sampled_from([*Shape]), st.lists(st.tuples(STEPS, STEPS), max_size=6))
def test_a_frame_that_is_moved_stays_in_the_picture_and_as_large(
    size: tuple[int, int], focal: FocalPoint, shape: Shape, steps: list[tuple[int, int]]
) -> None:
    area = shown_area(Framing(focal), shape, size)
    for across, down in steps:
        after = moved(area, across, down)
        assert is_within(after)
        assert (after.width, after.height) == (area.width, area.height)
        area = after
    put_in(UNFRAMED, shape, area)


@given(SIZES, POINTS, st.sampled_from([*Shape]), st.data())
def test_a_frame_that_is_pulled_keeps_what_lies_opposite_and_its_shape(
    size: tuple[int, int], focal: FocalPoint, shape: Shape, data: st.DataObject
) -> None:
    area = shown_area(Framing(focal), shape, size)
    slope = slope_of(shape, size)
    for _ in range(4):
        handle = data.draw(st.sampled_from(handles_of(shape)))
        after = pulled(area, handle, data.draw(STEPS), data.draw(STEPS), slope)
        assert is_within(after)
        assert handle[0] < 0 or after.left == area.left
        assert handle[0] > 0 or after.right == area.right
        assert handle[1] < 0 or after.top == area.top
        assert handle[1] > 0 or after.bottom == area.bottom
        if slope is not None:
            assert abs(after.height - after.width * slope) <= max(1.0, slope, SMALLEST)
        area = after
    framing = put_in(UNFRAMED, shape, area)
    again = shown_area(framing, shape, (WHOLE, round(WHOLE * size[1] / size[0])))
    assert abs(again.left - area.left) <= SMALLEST
    assert abs(again.width - area.width) <= SMALLEST


def test_shapes_with_a_ratio_are_pulled_at_their_corners() -> None:
    assert handles_of(Shape.SQUARE) == CORNERS
    assert set(handles_of(Shape.FREE)) == {*CORNERS, *EDGES}


def test_a_frame_follows_the_hand_where_there_is_room() -> None:
    area = Area(1000, 1000, 4000, 4000)
    assert pulled(area, (1, 0), 500, 900, None) == Area(1000, 1000, 4500, 4000)
    assert pulled(area, (-1, -1), -2000, 500, None) == Area(0, 1500, 5000, 3500)
    assert pulled(area, (1, 1), 500, 0, 1.0) == Area(1000, 1000, 4500, 4500)
    assert pulled(area, (-1, -1), -3000, -3000, 1.0) == Area(0, 0, 5000, 5000)


def test_what_a_listener_is_told() -> None:
    assert focal_words(FocalPoint(4000, 3049)) == "Focal point 40 % from left, 30 % from top"
    whole = Area(0, 0, WHOLE, WHOLE)
    assert area_words(Shape.FREE, whole, own=False) == "Free crop: the whole picture"
    some = Area(1000, 500, 8000, 4500)
    where = "16:9 crop 10 % from left, 5 % from top, 80 % wide, 45 % high"
    assert area_words(Shape.WIDE, some, own=True) == where
    assert area_words(Shape.WIDE, some, own=False) == f"{where}, following the focal point"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((1200, 800), ()),
        ((1199, 800), ("1,199 pixels wide: as a lead it looks soft below 1,200.",)),
        (
            (290, 280),
            (
                "290 pixels wide: as a lead it looks soft below 1,200.",
                "16:9: under 50,000 pixels, so no card shows it.",
            ),
        ),
    ],
)
def test_too_few_pixels_are_told(size: tuple[int, int], said: tuple[str, ...]) -> None:
    assert warnings(UNFRAMED, size) == said


def test_approvals_that_end_are_counted() -> None:
    assert stale_words((State.DRAFT, State.STALE)) == ""
    assert stale_words((State.APPROVED, State.DRAFT)) == "1 approved story becomes stale"
    three = (State.APPROVED, State.PUBLISHED, State.APPROVED)
    assert stale_words(three) == "3 approved stories become stale"
