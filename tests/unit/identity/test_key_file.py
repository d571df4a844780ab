"""Keys in files: private, sealed by a passphrase, and never written over."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import nacl.pwhash.argon2id as kdf
import pytest

from newsroom.domain.errors import Refused, Unavailable
from newsroom.domain.ids import MemberId
from newsroom.identity.key_file import KeyFile
from newsroom.identity.sealing import Cost
from newsroom.identity.signing import PrivateKey, generate, member_id

CHEAP = Cost(kdf.OPSLIMIT_MIN, kdf.MEMLIMIT_MIN)
posix = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


def cabinet(folder: Path, passphrase: str | None = None) -> KeyFile:
    return KeyFile(folder / "keys", lambda: passphrase, CHEAP)


def only_file(folder: Path) -> Path:
    (path,) = (folder / "keys").iterdir()
    return path


def altered(folder: Path, **changes: object) -> None:
    path = only_file(folder)
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_a_saved_key_comes_back_on_the_next_start(tmp_path: Path) -> None:
    keys = [generate(), generate()]
    for key in keys:
        cabinet(tmp_path).save(key)
    later = cabinet(tmp_path)
    assert later.members() == tuple(sorted(member_id(key) for key in keys))
    assert [later.load(member_id(key)) for key in keys] == keys
    assert not later.sealed


@posix
def test_files_and_folder_are_the_person_s_alone(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir(mode=0o755)
    cabinet(tmp_path).save(generate())
    assert stat.S_IMODE(only_file(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    cabinet(tmp_path).set_passphrase("new")
    assert stat.S_IMODE(only_file(tmp_path).stat().st_mode) == 0o600


def test_a_sealed_key_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("сорок тысяч")
    assert key.seed.hex() not in only_file(tmp_path).read_text()
    assert cabinet(tmp_path).sealed
    assert cabinet(tmp_path, "сорок тысяч").load(member_id(key)) == key
    with pytest.raises(Refused, match="not the passphrase"):
        cabinet(tmp_path, "сорок тысяч ").load(member_id(key))
    with pytest.raises(Refused, match="not the passphrase"):
        cabinet(tmp_path, "").load(member_id(key))


def test_a_passphrase_may_arrive_composed_or_not(tmp_path: Path) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("мой ключ")
    assert cabinet(tmp_path, "мои\u0306 ключ").load(member_id(key)) == key


def test_a_locked_key_says_how_to_give_the_passphrase(tmp_path: Path) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("secret")
    with pytest.raises(Unavailable, match="locked") as caught:
        cabinet(tmp_path).load(member_id(key))
    assert "NEWSROOM_PASSPHRASE" in caught.value.hint


def test_a_passphrase_changes_for_every_key(tmp_path: Path) -> None:
    keys = [generate(), generate()]
    for key in keys:
        cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("first")
    with pytest.raises(Unavailable):
        cabinet(tmp_path).set_passphrase("second")
    with pytest.raises(Refused):
        cabinet(tmp_path, "wrong").set_passphrase("second")
    cabinet(tmp_path, "first").set_passphrase("second")
    for key in keys:
        assert cabinet(tmp_path, "second").load(member_id(key)) == key
        with pytest.raises(Refused):
            cabinet(tmp_path, "first").load(member_id(key))


def test_a_passphrase_is_not_empty(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="empty"):
        cabinet(tmp_path).set_passphrase("")


def test_a_key_saved_beside_sealed_ones_is_sealed_too(tmp_path: Path) -> None:
    cabinet(tmp_path).save(generate())
    cabinet(tmp_path).set_passphrase("secret")
    key = generate()
    with pytest.raises(Unavailable):
        cabinet(tmp_path).save(key)
    with pytest.raises(Refused):
        cabinet(tmp_path, "wrong").save(key)
    cabinet(tmp_path, "secret").save(key)
    assert cabinet(tmp_path, "secret").load(member_id(key)) == key
    assert all(key.seed.hex() not in path.read_text() for path in (tmp_path / "keys").iterdir())


def test_the_cost_of_a_guess_is_kept_in_the_file(tmp_path: Path) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("secret")
    dearer = KeyFile(tmp_path / "keys", lambda: "secret", Cost(2, kdf.MEMLIMIT_MIN * 2))
    assert dearer.load(member_id(key)) == key


def test_saving_a_key_again_unseals_nothing(tmp_path: Path) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("secret")
    before = only_file(tmp_path).read_bytes()
    cabinet(tmp_path).save(key)
    assert only_file(tmp_path).read_bytes() == before


@pytest.mark.parametrize("member", ["a7" * 32, "", "../../etc/passwd", "Z" * 64])
def test_an_absent_key_is_unavailable(tmp_path: Path, member: str) -> None:
    with pytest.raises(Unavailable, match="not on this laptop"):
        cabinet(tmp_path).load(MemberId(member))
    assert cabinet(tmp_path).members() == ()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"{", b"[]", b"{}", b'{"version": 2}', b"[" * 100_000, b"null"]
)
def test_a_damaged_file_is_unavailable_and_never_written_over(
    tmp_path: Path, content: bytes
) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    only_file(tmp_path).write_bytes(content)
    for attempt in (
        lambda: cabinet(tmp_path).load(member_id(key)),
        lambda: cabinet(tmp_path).save(key),
        lambda: cabinet(tmp_path).save(generate()),
        lambda: cabinet(tmp_path).set_passphrase("new"),
    ):
        with pytest.raises(Unavailable, match="is damaged"):
            attempt()
    assert only_file(tmp_path).read_bytes() == content


@pytest.mark.parametrize(
    "changes",
    [
        {"seed": "00" * 32},
        {"seed": "zz"},
        {"seed": "00" * 31},
        {"seed": None},
        {"member": "00" * 32},
        {"version": "1"},
    ],
)
def test_a_plain_file_with_a_wrong_field_is_damaged(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    altered(tmp_path, **changes)
    with pytest.raises(Unavailable, match="is damaged"):
        cabinet(tmp_path).load(member_id(key))


@pytest.mark.parametrize(
    "changes",
    [
        {"kdf": "md5"},
        {"salt": "00"},
        {"sealed": ""},
        {"passes": 0},
        {"passes": 10**9},
        {"memory": 2**60},
        {"memory": "64"},
        {"memory": -1},
    ],
)
def test_a_sealed_file_with_a_wrong_field_is_damaged(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    key = generate()
    cabinet(tmp_path).save(key)
    cabinet(tmp_path).set_passphrase("secret")
    altered(tmp_path, **changes)
    with pytest.raises(Unavailable, match="is damaged"):
        cabinet(tmp_path, "secret").load(member_id(key))


def test_another_person_s_sealed_key_is_not_taken_for_one_s_own(tmp_path: Path) -> None:
    mine, theirs = generate(), generate()
    for name, key in (("mine", mine), ("theirs", theirs)):
        cabinet(tmp_path / name).save(key)
        cabinet(tmp_path / name).set_passphrase("secret")
    taken = json.loads(only_file(tmp_path / "theirs").read_text())
    altered(tmp_path / "mine", **{name: taken[name] for name in ("salt", "sealed")})
    with pytest.raises(Unavailable, match="is damaged"):
        cabinet(tmp_path / "mine", "secret").load(member_id(mine))


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file where a folder should be")
    with pytest.raises(Unavailable, match="cannot be saved"):
        cabinet(tmp_path).save(PrivateKey(bytes(32)))


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    key = generate()
    (tmp_path / "keys" / f"{member_id(key)}.key.json").mkdir(parents=True)
    with pytest.raises(Unavailable):
        cabinet(tmp_path).save(key)
    assert len(list((tmp_path / "keys").iterdir())) == 1
