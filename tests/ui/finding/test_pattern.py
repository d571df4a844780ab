"""What is a match and what comes in its place, over plain texts."""

from __future__ import annotations

import pytest

from newsroom.domain.errors import Refused
from newsroom.ui.finding.hits import Hits
from newsroom.ui.finding.pattern import Match, Wanted, matches, replacement


def places(wanted: Wanted, text: str) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in matches(wanted, text)]


def test_case_is_told_apart_only_when_asked() -> None:
    assert places(Wanted("река"), "Река, РЕКА, речка") == [(0, 4), (6, 10)]
    assert places(Wanted("река", case=True), "Река, река") == [(6, 10)]


def test_whole_words_end_at_letters_of_every_alphabet() -> None:
    assert places(Wanted("су", whole=True), "су, сушы, асу, СУ") == [(0, 2), (15, 17)]
    assert places(Wanted("a|ab", whole=True, regex=True), "ab a cab") == [(0, 2), (3, 4)]


def test_words_are_no_pattern_unless_asked() -> None:
    assert places(Wanted("1.5 (a)"), "1x5 (a) 1.5 (a)") == [(8, 15)]


def test_what_typography_made_of_a_key_is_found_by_that_key() -> None:
    assert places(Wanted("don't"), "don\u2019t") == [(0, 5)]
    assert places(Wanted('"ice"'), "\u00abice\u00bb") == [(0, 5)]
    assert places(Wanted("10 km"), "10\u00a0km") == [(0, 5)]
    assert places(Wanted("\u2019"), "' \u2019") == [(2, 3)]


def test_no_match_reaches_over_the_end_of_a_line_or_over_a_card() -> None:
    assert places(Wanted(r"a\s*b", regex=True), "a\u2029b a b") == [(4, 7)]
    assert places(Wanted(".+", regex=True), "ab\ufffccd") == [(0, 2), (3, 5)]
    assert places(Wanted("^b$", regex=True), "a\u2029b\u2029c") == [(2, 3)]


def test_places_are_counted_as_qt_counts() -> None:
    assert places(Wanted("b"), "\U0001f600b\u2029\U0001f600b") == [(2, 3), (6, 7)]


def test_a_pattern_that_matches_nothing_finds_nothing() -> None:
    assert places(Wanted("x*", regex=True), "abc") == []
    assert places(Wanted(""), "abc") == []


def test_a_broken_pattern_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="Not a pattern yet: missing closing parenthesis"):
        matches(Wanted("(ab", regex=True), "ab")


def test_a_pattern_that_would_take_for_ever_gives_up() -> None:
    with pytest.raises(Refused, match="too long"):
        matches(Wanted("(a+)+$", regex=True), "a" * 60 + "b")


def test_groups_come_into_the_replacement() -> None:
    wanted = Wanted(r"(\w+) (\w+)?", regex=True)
    found = matches(wanted, "one two")[0]
    assert replacement(wanted, found, "$2, \\1 $$5 $0") == "two, one $5 one two"
    lone = matches(wanted, "one ")[0]
    assert replacement(wanted, lone, "[$2]") == "[]"


def test_a_group_that_is_not_there_is_refused() -> None:
    wanted = Wanted("a", regex=True)
    with pytest.raises(Refused, match="no group 1"):
        replacement(wanted, matches(wanted, "a")[0], "$1")


def test_words_are_put_in_to_the_letter_where_no_pattern_is_sought() -> None:
    assert replacement(Wanted("a"), Match(0, 1), "$1 \\1") == "$1 \\1"


def test_hits_follow_one_another_over_fields_and_begin_anew() -> None:
    hits = Hits([[Match(5, 6)], [], [Match(0, 1), Match(9, 11)]])
    assert [hits[number].field for number in range(3)] == [0, 2, 2]
    assert [hits.after(0, 0), hits.after(0, 6), hits.after(2, 1), hits.after(2, 12)] == [0, 1, 2, 0]
    assert [hits.before(0, 5), hits.before(2, 0), hits.before(2, 9)] == [2, 0, 1]
    assert hits.number_of(2, Match(9, 11)) == 2
    assert hits.number_of(2, Match(9, 10)) is None
    assert hits.number_of(1, Match(0, 1)) is None
    assert list(hits.between(2, 1, 8)) == [Match(0, 1)]
    assert list(hits.between(2, 10, 20)) == [Match(9, 11)]


def test_no_hits_are_asked_for_before_anything_is_sought() -> None:
    assert Hits().number_of(2, Match(0, 0)) is None
    assert list(Hits().between(2, 0, 5)) == []
