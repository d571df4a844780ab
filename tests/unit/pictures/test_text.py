"""Text as old files hold it."""

from __future__ import annotations

import pytest

from newsroom.pictures.text import alphabet, cut, decoded, tidy


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Agency \x00\x00", "Agency"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("и\u0306", "й"),
        ("a\x07b\x1bc\ufeff", "abc"),
        ("tab\tstays", "tab\tstays"),
        ("", ""),
    ],
)
def test_text_is_tidied(raw: str, clean: str) -> None:
    assert tidy(raw) == clean


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Қазақстан Республикасы", "Қазақстан Респуб"),
        ("e\u0301" * 20, "e\u0301" * 10),
        ("👩\u200d👩\u200d👧\u200d👦" * 2, "👩\u200d👩\u200d👧\u200d👦"),
        ("a👋🏽" + "b" * 23 + "👋🏽", "a👋🏽" + "b" * 23),
        ("🇰🇿" * 5, "🇰🇿" * 4),
        ("abcd" + "🇰🇿" * 4, "abcd" + "🇰🇿" * 3),
        ("❤\ufe0f" * 6, "❤\ufe0f" * 5),
        ("हिन्दी हिन्दी", "हिन्दी हिन्"),
        ("\u0301" * 40, ""),
        ("\ud800" + "ы" * 17, "ы" * 16),
    ],
)
def test_a_text_is_cut_where_a_reader_sees_the_end_of_a_character(text: str, kept: str) -> None:
    assert cut(text, 32).decode() == kept


def test_one_alphabet_is_judged_over_all_values_of_a_file() -> None:
    values = ["Фото".encode("cp1251"), "в".encode("cp1251"), b"Astana"]
    assert {decoded(value, alphabet(values)) for value in values} == {"Фото", "в", "Astana"}


def test_a_letter_cut_in_a_narrow_field_does_not_make_a_file_of_utf_8_another() -> None:
    values = ["Қаз".encode()[:3], "Фото".encode()]
    assert [decoded(value, alphabet(values)) for value in values] == ["Қ", "Фото"]


def test_a_file_without_text_is_in_any_alphabet() -> None:
    assert decoded(b"", alphabet([])) == ""


def test_bytes_that_a_character_set_lacks_are_shown_as_such() -> None:
    values = [b"caf\xe9 \x81"]
    assert decoded(values[0], alphabet(values)) == "café \ufffd"
