"""What typed signs should have been, by language; and whole lines set right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.correcting import corrected, set_right
from newsroom.domain.typography import HABITS, SIGNS, Suggestion, suggest


def typed(words: str, language: str) -> str:
    """Type words sign by sign, taking every suggestion; a tie is shown as `_`."""
    line = ""
    for sign in words:
        line += sign
        if advice := suggest(line, HABITS[language]):
            line = put(line, advice)
    return line.replace("\u00a0", "_")


def put(line: str, advice: Suggestion) -> str:
    return line[: advice.start] + advice.text + line[advice.end :]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", 'He said "yes" and (so "no").', "He said “yes” and (so “no”)."),
        ("en", "\"She said 'yes' and it's so\"", "“She said ‘yes’ and it’s so”"),
        ("en", 'a 5" pipe, 6\'2" tall', 'a 5" pipe, 6\'2" tall'),
        ("en", '"since 2024"', "“since 2024”"),
        ("en", '"Wait--" he said', "“Wait–” he said"),
        ("en", "one -- two --- three---four", "one – two — three—four"),
        ("en", "wait... no.... yes", "wait… no…. yes"),
        ("en", "a - b, 5 - 3", "a - b, 5 - 3"),
        ("en", "in a 5 km race", "in a 5 km race"),
        ("en", "https://a--b.example/c'd...e", "https://a--b.example/c'd...e"),
        ("en", "`x--y", "`x--y"),
        ("en", "---", "---"),
        ("en", "-- he said", "– he said"),
        ("ru", '"Роман "Мать" хорош"', "«Роман „Мать“ хорош»"),
        ("ru", "О'Коннор и 'так'", "О’Коннор и_'так’"),
        ("ru", "слово -- и слово --- и слово - слово", "слово_– и_слово_— и_слово_— слово"),
        ("ru", "слово — слово", "слово_— слово"),
        ("ru", "-- Да, -- сказал он", "— Да,_– сказал он"),
        ("ru", "в селе и (в поле) Я иду", "в_селе и_(в_поле) Я_иду"),
        ("ru", "10 км, 5 % и 2024 г. было № 5", "10_км, 5_% и_2024_г. было №_5"),
        ("ru", "мой км не он", "мой км не он"),
        ("kk", '"Қала "Алматы" тұр"', "«Қала «Алматы» тұр»"),
        ("kk", "жол 10 км -- бар", "жол 10_км_– бар"),
        ("kk", "а в и", "а в и"),
    ],
)
def test_what_is_typed(language: str, words: str, expected: str) -> None:
    assert typed(words, language) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "\"It's\" the '90s, the 1990's -- 'tis", "“It’s” the ’90s, the 1990’s – ’tis"),
        ("en", "a - b, 5 - 3", "a – b, 5 - 3"),
        ("en", "«One» „two” “three”", "“One” “two” “three”"),
        ("en", "see https://a--b.example/c'd...e and a@b--c.example", None),
        ("ru", "“Слово” и «Роман «Мать»»", "«Слово» и_«Роман „Мать“»"),
        ("ru", "Слово – слово, пробег 10 км", "Слово_– слово, пробег 10_км"),
        ("ru", "« слово »", None),
        ("kk", "“Қала” - 5 км", "«Қала»_— 5_км"),
        ("kk", "«Қала «Алматы» тұр»", None),
        ("en", "", None),
    ],
)
def test_a_line_set_right(language: str, line: str, expected: str | None) -> None:
    result = set_right(line, HABITS[language])
    assert result.replace("\u00a0", "_") == (line if expected is None else expected)


def test_what_is_kept_is_left_as_it_is() -> None:
    line = 'a "b" c--d"'
    advice = corrected(line, HABITS["en"], ((6, len(line)),))
    assert advice == (Suggestion(2, 3, "“"), Suggestion(4, 5, "”"))


_pieces = st.sampled_from(
    ('"', "'", "--", "---", " - ", "...", " ", "word", "в", "5", " км", "№", "“", "”", "«", "»",
     "„", "‘", "’", "–", "—", "\u00a0", "(", ",", ".", "s", "\U0001f600", "https://a.b")
)  # fmt: skip


@given(line=st.lists(_pieces, max_size=14).map("".join), language=st.sampled_from(tuple(HABITS)))
def test_what_is_right_stays_and_no_word_is_touched(line: str, language: str) -> None:
    once = set_right(line, HABITS[language])
    assert set_right(once, HABITS[language]) == once
    assert _words(once) == _words(line)


def _words(line: str) -> str:
    return "".join(sign for sign in line if sign.isalnum())


@given(before=st.text(), language=st.sampled_from(tuple(HABITS)))
def test_only_the_known_signs_are_looked_at(before: str, language: str) -> None:
    if before[-1:] not in SIGNS:
        assert suggest(before, HABITS[language]) is None
