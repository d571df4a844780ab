"""The system's keyring: used where it answers, and never waited for where it does not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from newsroom.domain.errors import Unavailable
from newsroom.identity.key_file import KeyFile
from newsroom.identity.keys import choose_cabinet
from newsroom.identity.signing import generate, member_id
from newsroom.identity.system_keyring import SystemKeyring


class InMemory(KeyringBackend):
    """A keyring of this process."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password


class Locked(InMemory):
    """A keyring that refuses."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service}, {username}")


class Forgetful(InMemory):
    """A keyring that takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self.dropped = (service, username, password)


class Silent(InMemory):
    """A keyring that waits for somebody to answer a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait()
        return super().get_password(service, username)


def nobody() -> None:
    return None


@pytest.fixture
def silent() -> Iterator[Silent]:
    backend = Silent()
    yield backend
    backend.answered.set()


def test_a_key_goes_into_the_keyring_and_no_file_holds_it(tmp_path: Path) -> None:
    backend, key = InMemory(), generate()
    SystemKeyring(tmp_path, lambda: backend).save(key)
    later = SystemKeyring(tmp_path, lambda: backend)
    assert later.members() == (member_id(key),)
    assert later.load(member_id(key)) == key
    assert all(path.read_bytes() == b"" for path in tmp_path.iterdir())


def test_a_key_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="not in this laptop's keyring"):
        SystemKeyring(tmp_path, InMemory).load(member_id(generate()))


def test_a_key_that_is_not_the_member_s_is_unavailable(tmp_path: Path) -> None:
    backend, key = InMemory(), generate()
    cabinet = SystemKeyring(tmp_path, lambda: backend)
    cabinet.save(key)
    for wrong in (generate().seed.hex(), "no key", ""):
        backend.held = dict.fromkeys(backend.held, wrong)
        with pytest.raises(Unavailable, match="is not their key"):
            cabinet.load(member_id(key))


def test_a_keyring_that_keeps_nothing_is_found_out(tmp_path: Path) -> None:
    backend = Forgetful()
    cabinet = SystemKeyring(tmp_path, lambda: backend)
    with pytest.raises(Unavailable):
        cabinet.save(generate())
    assert cabinet.members() == ()


def test_a_locked_keyring_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="refuses to open") as caught:
        SystemKeyring(tmp_path, Locked).load(member_id(generate()))
    assert caught.value.hint


def test_a_keyring_that_waits_for_an_answer_does_not_hold_the_program(
    tmp_path: Path, silent: Silent
) -> None:
    cabinet = SystemKeyring(tmp_path, lambda: silent, time_limit=0.05)
    with pytest.raises(Unavailable, match="does not answer"):
        cabinet.load(member_id(generate()))
    assert not cabinet.answers()


def test_a_keyring_that_answers_is_chosen(tmp_path: Path) -> None:
    backend = InMemory()
    assert isinstance(choose_cabinet(tmp_path, nobody, lambda: backend), SystemKeyring)
    assert backend.held == {}


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), Locked()])
def test_without_a_keyring_worth_the_name_keys_lie_in_files(
    tmp_path: Path, backend: KeyringBackend
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        assert isinstance(choose_cabinet(tmp_path, nobody), KeyFile)
    finally:
        keyring.set_keyring(before)


def test_a_place_once_used_is_kept(tmp_path: Path) -> None:
    backend, key = InMemory(), generate()
    choose_cabinet(tmp_path / "ring", nobody, lambda: backend).save(key)
    locked = choose_cabinet(tmp_path / "ring", nobody, Locked)
    assert locked.members() == (member_id(key),)
    with pytest.raises(Unavailable):
        locked.load(member_id(key))

    choose_cabinet(tmp_path / "file", nobody, Locked).save(key)
    later = choose_cabinet(tmp_path / "file", nobody, lambda: backend)
    assert isinstance(later, KeyFile)
    assert later.load(member_id(key)) == key


def test_choosing_does_not_wait_for_a_silent_keyring(tmp_path: Path, silent: Silent) -> None:
    chosen = choose_cabinet(tmp_path, nobody, lambda: silent, probe_limit=0.05)
    assert isinstance(chosen, KeyFile)
