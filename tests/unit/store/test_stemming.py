"""Words as search sees them."""

from __future__ import annotations

import unicodedata

import pytest

from newsroom.store.stemming import fold, stem_all, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        (unicodedata.normalize("NFD", "Ёлка й"), "елка й"),
        ("ЙОГУРТ", "йогурт"),
        ("за́мок", "замок"),
        ("Café Straße", "cafe strasse"),
        ("Өзен Қала ІҢҒҮҰҺ Ә", "өзен қала іңғүұһ ә"),
        ("C-17 🌊", "c-17 🌊"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded
    assert unicodedata.is_normalized("NFC", fold(text))


def test_words_are_letters_and_digits() -> None:
    assert words("o'kenes, c-17; a_b «қала» 5%") == [
        "o", "kenes", "c", "17", "a", "b", "қала", "5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "forms",
    [
        ["bridge", "bridges"],
        ["approve", "approved", "approving"],
        ["самолет", "самолеты", "самолетами"],
        ["помощь", "помощи", "помощью"],
    ],
)
def test_forms_of_a_word_share_a_stem(forms: list[str]) -> None:
    assert len(set(stem_all(forms))) == 1


def test_scripts_may_be_mixed_and_keep_their_order() -> None:
    assert stem_all(["bridges", "мосты", "17", "rivers"]) == ["bridg", "мост", "17", "river"]


def test_short_words_stay_whole() -> None:
    assert stem_all(["еи", "as", "ией"]) == ["еи", "as", "ией"]
