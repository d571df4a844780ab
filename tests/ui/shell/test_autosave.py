"""When a draft is due on disk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.ui.keeping.autosave import LONGEST, PAUSE, Autosave


def test_nothing_is_due_before_anything_was_typed() -> None:
    assert Autosave().due() is None
    assert not Autosave().dirty


def test_a_pause_saves() -> None:
    state = Autosave().typed(10.0).typed(10.1)
    assert state.due() == 10.1 + PAUSE


def test_what_was_typed_is_on_its_way_to_the_disk_well_within_a_second() -> None:
    assert PAUSE <= LONGEST < 0.75


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=60))
def test_who_never_pauses_is_saved_soon_after_the_first_key(gaps: list[float]) -> None:
    state, now = Autosave().typed(100.0), 100.0
    for gap in gaps:
        now += gap
        state = state.typed(now)
    due = state.due()
    assert due is not None
    assert due <= 100.0 + LONGEST
    assert due <= now + PAUSE


def test_only_one_save_is_under_way() -> None:
    state = Autosave().typed(1.0).began().typed(1.5)
    assert state.due() is None
    assert state.stored().due() == 1.5 + PAUSE


def test_a_draft_is_dirty_until_the_store_has_answered() -> None:
    state = Autosave().typed(1.0).began()
    assert state.dirty
    assert not state.stored().dirty


def test_words_of_a_failed_save_stay_unsaved_and_are_tried_again() -> None:
    state = Autosave().typed(1.0).began().failed(5.0)
    due = state.due()
    assert state.dirty
    assert due is not None
    assert due > 5.0


def test_tries_come_more_slowly_and_never_stop() -> None:
    state, now, waits = Autosave().typed(0.0), 0.0, []
    for _ in range(8):
        state = state.began().failed(now)
        due = state.due()
        assert due is not None
        waits.append(due - now)
        now = due
    assert waits == sorted(waits)
    assert waits[-1] <= 30.0
    assert state.began().stored().due() is None


def test_saves_out_of_turn_that_fail_too_put_the_next_one_off_no_further() -> None:
    state = Autosave().typed(1.0).began().failed(2.0)
    wanted = state.due()
    for moment in (2.1, 2.2, 2.3):
        state = state.typed(moment).began().failed(moment)
    assert state.due() == wanted
    assert state.dirty
