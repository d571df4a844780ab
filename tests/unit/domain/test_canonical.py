"""Canonical bytes: equal content hashes alike, on every laptop."""

from __future__ import annotations

import pytest

from newsroom.domain.canonical import Json, canonical_bytes, nfc, sha256_of
from newsroom.domain.entry import Entry, entry_bytes, entry_id
from newsroom.domain.errors import Refused
from newsroom.domain.ids import MemberId, NewsroomId

DECOMPOSED, COMPOSED = "И\u0306", "Й"


def test_text_is_put_into_nfc_everywhere() -> None:
    value: Json = {DECOMPOSED: [DECOMPOSED, {"a": DECOMPOSED}], "n": 1, "b": True, "x": None}
    assert nfc(value) == {COMPOSED: [COMPOSED, {"a": COMPOSED}], "n": 1, "b": True, "x": None}


def test_composed_and_decomposed_text_give_the_same_bytes() -> None:
    assert canonical_bytes({"k": DECOMPOSED}) == canonical_bytes({"k": COMPOSED})


@pytest.mark.parametrize("letter", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙй")
def test_letters_of_the_house_are_their_own_normal_form(letter: str) -> None:
    assert nfc(letter) == letter


def test_the_order_of_keys_does_not_matter() -> None:
    assert (
        canonical_bytes({"b": 1, "a": 2}) == canonical_bytes({"a": 2, "b": 1}) == b'{"a":2,"b":1}'
    )


def test_keys_are_ordered_by_utf16_as_rfc_8785_asks() -> None:
    written = canonical_bytes({"\U0001f40e": 1, "\uffe6": 2, "\u20ac": 3, "1": 4})
    assert written.decode() == '{"1":4,"€":3,"🐎":1,"￦":2}'


def test_text_is_written_raw_and_controls_escaped() -> None:
    assert canonical_bytes("Қ\n\x01</") == '"Қ\\n\\u0001</"'.encode()


def test_sha256_is_the_known_one() -> None:
    assert sha256_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def entry(**fields: str) -> Entry:
    return Entry(
        kind=fields.get("kind", "note"),
        body={"text": fields.get("text", "Й")},
        author=MemberId(fields.get("author", "1" * 64)),
        time=fields.get("time", "2026-04-14T09:30:00.000000Z"),
        newsroom=NewsroomId(fields.get("newsroom", "2" * 64)),
    )


def test_an_entry_is_written_in_one_spelling() -> None:
    assert entry_bytes(entry()).decode() == (
        f'{{"author":"{"1" * 64}","body":{{"text":"Й"}},"kind":"note",'
        f'"newsroom":"{"2" * 64}","time":"2026-04-14T09:30:00.000000Z"}}'
    )


@pytest.mark.parametrize("field", ["kind", "text", "author", "time", "newsroom"])
def test_the_id_of_an_entry_follows_each_of_its_fields(field: str) -> None:
    assert entry_id(entry(**{field: "other"})) != entry_id(entry())


def test_the_id_of_an_entry_does_not_follow_how_its_letters_are_composed() -> None:
    assert entry_id(entry(text=DECOMPOSED)) == entry_id(entry(text=COMPOSED))


def test_halves_of_characters_are_refused_and_other_faults_are_ours() -> None:
    with pytest.raises(Refused, match="no characters"):
        canonical_bytes({"credit": ["Marat \udcff"]})
    with pytest.raises(ValueError, match="integer"):
        canonical_bytes(2**60)
