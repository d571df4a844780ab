"""Originals: bytes in, the same bytes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import NotFound, Unavailable
from newsroom.domain.ids import Sha256
from newsroom.store.originals import Originals

DATA = bytes(range(256)) * 40


def test_bytes_come_back_as_they_went_in(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "pictures")
    name = originals.put(DATA)
    assert name == sha256_of(DATA)
    assert originals.read(name) == DATA
    assert originals.path(name) == tmp_path / "pictures" / name[:2] / name
    assert originals.path(name).stat().st_mode & 0o777 == 0o600


def test_putting_twice_writes_once_and_leaves_nothing_else(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    first = originals.path(originals.put(DATA)).stat()
    second = originals.path(originals.put(DATA)).stat()
    assert (first.st_ino, first.st_mtime_ns) == (second.st_ino, second.st_mtime_ns)
    assert len([item for item in tmp_path.rglob("*") if item.is_file()]) == 1


def test_bytes_that_were_changed_are_put_right_by_the_file_that_came(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    name = originals.put(DATA)
    originals.path(name).write_bytes(DATA[:-1])
    originals.put(DATA)
    assert originals.read(name) == DATA


@pytest.mark.parametrize("name", ["0" * 64, "../../../etc/passwd", "", "A" * 64])
def test_what_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    originals = Originals(tmp_path)
    with pytest.raises(NotFound):
        originals.read(Sha256(name))


def test_a_disk_that_refuses_is_unavailable_and_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "pictures"
    blocked.mkdir()
    (blocked / sha256_of(DATA)[:2]).write_bytes(b"a file where a folder should be")
    before = sorted(blocked.iterdir())
    with pytest.raises(Unavailable):
        Originals(blocked).put(DATA)
    assert sorted(blocked.iterdir()) == before
