"""A signature says who wrote an entry, and nobody else could have."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from newsroom.domain.entry import Entry, SignedEntry, entry_bytes, entry_id
from newsroom.domain.ids import EntryId, MemberId, NewsroomId
from newsroom.identity.signing import PrivateKey, generate, is_genuine, member_id, sign

KEY = PrivateKey(bytes(range(32)))
OTHER = PrivateKey(bytes(range(1, 33)))


def entry(key: PrivateKey = KEY, **changes: object) -> Entry:
    made = Entry(
        kind="note",
        body={"text": "Проверьте цифры", "block": 3, "seen": [True, None]},
        author=member_id(key),
        time="2026-05-02T08:07:00.000000Z",
        newsroom=NewsroomId("ab" * 32),
    )
    return replace(made, **changes)


SIGNED = sign(entry(), KEY)


def test_a_signed_entry_is_genuine() -> None:
    assert is_genuine(SIGNED)
    assert SIGNED.id == entry_id(SIGNED.entry)


def test_a_member_s_id_is_the_public_key_of_rfc_8032() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert member_id(PrivateKey(seed)) == public


def test_a_signature_is_that_of_rfc_8032() -> None:
    first, second = sign(entry(), KEY), sign(entry(), KEY)
    assert first == second
    assert len(first.signature) == 64


@pytest.mark.parametrize(
    "altered",
    [
        replace(SIGNED, entry=entry(body={"text": "Проверьте буквы"})),
        replace(SIGNED, entry=entry(body={})),
        replace(SIGNED, entry=entry(kind="decision")),
        replace(SIGNED, entry=entry(time="2026-05-02T08:07:00.000001Z")),
        replace(SIGNED, entry=entry(newsroom=NewsroomId("cd" * 32))),
        replace(SIGNED, entry=entry(author=member_id(OTHER))),
        replace(SIGNED, id=EntryId("0" * 64)),
        replace(SIGNED, id=EntryId(SIGNED.id.upper())),
        replace(SIGNED, id=EntryId("")),
        replace(SIGNED, signature=sign(entry(OTHER), OTHER).signature),
        replace(SIGNED, signature=bytes(64)),
        replace(SIGNED, signature=SIGNED.signature[:-1]),
        replace(SIGNED, signature=SIGNED.signature + b"\0"),
        replace(SIGNED, signature=b""),
    ],
)
def test_an_altered_entry_is_not_genuine(altered: SignedEntry) -> None:
    assert not is_genuine(altered)


def with_own_id(made: Entry, signature: bytes) -> SignedEntry:
    return SignedEntry(made, entry_id(made), signature)


def test_a_body_altered_together_with_its_id_is_not_genuine() -> None:
    assert not is_genuine(with_own_id(entry(body={"text": "другое"}), SIGNED.signature))


def test_another_author_s_signature_is_not_genuine() -> None:
    claimed = entry(author=member_id(OTHER))
    assert not is_genuine(with_own_id(claimed, SIGNED.signature))


@pytest.mark.parametrize(
    "author",
    [
        "",
        "zz" * 32,
        member_id(KEY)[:-2],
        member_id(KEY) + "00",
        member_id(KEY).upper(),
        " " + member_id(KEY),
        member_id(KEY) + "\n",
        "00" * 32,
        "01" + "00" * 31,
        "٣" * 64,
    ],
)
def test_an_author_that_is_no_key_is_not_genuine(author: str) -> None:
    made = entry(author=MemberId(author))
    assert not is_genuine(with_own_id(made, SIGNED.signature))


def nested(depth: int) -> dict[str, object]:
    body: dict[str, object] = {}
    for _ in range(depth):
        body = {"a": body}
    return body


@pytest.mark.parametrize(
    "changes",
    [
        {"body": {"n": 1.5}},
        {"body": {"n": float("nan")}},
        {"body": {"n": 2**60}},
        {"body": {"s": "\ud800"}},
        {"body": {"o": object()}},
        {"body": {1: "a"}},
        {"body": None},
        {"body": nested(100_000)},
        {"author": None},
        {"author": b"00"},
        {"time": None},
    ],
)
def test_what_is_no_entry_at_all_is_not_genuine(changes: dict[str, object]) -> None:
    assert not is_genuine(replace(SIGNED, entry=entry(**changes)))


@pytest.mark.parametrize("signature", [None, "00" * 32, 64])
def test_what_is_no_signature_at_all_is_not_genuine(signature: object) -> None:
    assert not is_genuine(replace(SIGNED, **{"signature": signature}))


def test_nobody_signs_for_another() -> None:
    with pytest.raises(ValueError, match="author"):
        sign(entry(), OTHER)


def test_a_key_shows_itself_nowhere() -> None:
    key = generate()
    for shown in (repr(key), str(key), f"{key}", f"{[key]}", f"{ {'key': key} }"):
        assert key.seed.hex() not in shown
        assert repr(key.seed) not in shown
    with pytest.raises(TypeError):
        pickle.dumps(key)
    with pytest.raises(TypeError):
        copy.copy(key)


def test_every_key_is_new() -> None:
    assert generate() != generate()


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_key_has_thirty_two_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        PrivateKey(bytes(length))


def test_text_composed_or_not_has_one_signature() -> None:
    composed, apart = entry(body={"text": "й"}), entry(body={"text": "и\u0306"})
    assert entry_bytes(composed) == entry_bytes(apart)
    assert sign(composed, KEY).signature == sign(apart, KEY).signature
