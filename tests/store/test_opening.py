"""Folders that are a library, and folders that are not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from newsroom.domain.errors import NewsroomError, NotFound, Refused, Unavailable
from newsroom.store.folder import FILE, sync_warning
from newsroom.store.library import Library
from newsroom.store.schema import SCHEMA
from tests.support.ledger import add_all, at, member_entry, read_body, revision_entry
from tests.support.stories import AN_ARTICLE, a_content


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Give the folder of a library with one story, closed."""
    with Library.create(tmp_path / "library", read_body) as library:
        add_all(library, [member_entry(), revision_entry(AN_ARTICLE)])
    return tmp_path / "library"


def failure(folder: Path) -> NewsroomError:
    """Fail to open a folder; what is in it must stay as it was."""
    before = snapshot(folder)
    with pytest.raises(NewsroomError) as caught:
        Library.open(folder, read_body)
    assert snapshot(folder) == before
    assert caught.value.hint
    return caught.value


def snapshot(folder: Path) -> dict[str, bytes]:
    found = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {str(item): item.read_bytes() for item in found if item.is_file()}


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_new_library_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "library"
    with Library.create(folder, read_body) as library:
        add_all(library, [member_entry()])
        library.originals.put(b"picture")
        found = [folder, *folder.rglob("*")]
    modes = {item.stat().st_mode & 0o777 for item in found if item.is_dir()}
    assert modes == {0o700}
    assert {item.stat().st_mode & 0o777 for item in found if item.is_file()} == {0o600}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    (tmp_path / f"{FILE}.new").write_bytes(b"left by a start that was killed")
    Library.create(tmp_path, read_body).close()
    Library.open(tmp_path, read_body).close()
    assert not (tmp_path / f"{FILE}.new").exists()


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path, closed: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("dear")
    (tmp_path / "note").write_text("a file")
    for folder in (closed, tmp_path / "papers", tmp_path / "note"):
        before = snapshot(folder)
        with pytest.raises(Refused) as caught:
            Library.create(folder, read_body)
        assert caught.value.hint
        assert snapshot(folder) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert isinstance(failure(tmp_path / "nowhere"), NotFound)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    for folder in (tmp_path, tmp_path / "file"):
        error = failure(folder)
        assert isinstance(error, Refused)
        assert "is not a Newsroom library" in error.message


def test_a_database_of_another_program(tmp_path: Path) -> None:
    change(tmp_path, "CREATE TABLE bookmarks (url)")
    error = failure(tmp_path)
    assert isinstance(error, Refused)
    assert "is not a Newsroom library" in error.message


@pytest.mark.parametrize(
    "data", [b"", b"not a database at all" * 400, bytes(8192)], ids=["empty", "text", "zeros"]
)
def test_a_file_that_is_no_database(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    error = failure(tmp_path)
    assert isinstance(error, Unavailable)
    assert "damaged" in error.message


def test_a_file_cut_short(closed: Path) -> None:
    whole = (closed / FILE).read_bytes()
    (closed / FILE).write_bytes(whole[: len(whole) // 2])
    error = failure(closed)
    assert isinstance(error, Unavailable)
    assert "damaged" in error.message


def test_damage_that_is_found_later(closed: Path) -> None:
    file = closed / FILE
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'entries'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(data)
    with Library.open(closed, read_body) as library:
        with pytest.raises(Unavailable, match="damaged"), library.reading() as view:
            list(view.entries())
        with pytest.raises(Unavailable, match="damaged"), library.writing() as work:
            work.add(member_entry(minute=9))
        with pytest.raises(Unavailable, match="damaged"):
            library.rebuild()


@pytest.mark.parametrize(
    "statement",
    [
        f"PRAGMA user_version={SCHEMA + 1}",
        "UPDATE alembic_version SET version_num = 'from-tomorrow'",
    ],
)
def test_a_library_of_a_newer_version(closed: Path, statement: str) -> None:
    change(closed, statement)
    error = failure(closed)
    assert isinstance(error, Refused)
    assert "newer version" in error.message


@contextmanager
def somebody_else() -> Iterator[None]:
    """Be a person without rights; tests often run as root, whom no mode keeps out."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def make_reachable(folder: Path) -> None:
    """Let everybody come as far as a folder; pytest's own folders let only their owner in."""
    common = Path(tempfile.gettempdir())
    for item in folder.parents:
        if item != common and item.is_relative_to(common):
            item.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
@pytest.mark.parametrize("locked", ["folder", "file"])
def test_a_library_that_may_only_be_read(closed: Path, locked: str) -> None:
    make_reachable(closed)
    for item in (closed, closed / "pictures", closed / FILE):
        item.chmod(0o777 if item.is_dir() else 0o666)
    (closed if locked == "folder" else closed / FILE).chmod(0o555)
    with somebody_else(), pytest.raises(Unavailable, match="cannot be written"):
        Library.open(closed, read_body)
    closed.chmod(0o777)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_library_that_may_not_be_looked_into(closed: Path) -> None:
    make_reachable(closed)
    with somebody_else(), pytest.raises(Unavailable) as caught:
        Library.open(closed, read_body)
    assert caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
@pytest.mark.parametrize("mode", [0o555, 0o600])
def test_a_place_where_no_library_can_be_made(tmp_path: Path, mode: int) -> None:
    place = tmp_path / "place"
    place.mkdir()
    make_reachable(place)
    place.chmod(mode)
    with somebody_else(), pytest.raises(Unavailable) as caught:
        Library.create(place / "mine", read_body)
    assert caught.value.hint


def impatient(library: Library) -> None:
    """Make the write lane give up at once, where it would wait for five seconds."""
    with library._writer.connect() as lane:
        lane.exec_driver_sql("PRAGMA busy_timeout=1")


def test_another_program_writing_is_unavailable_and_loses_nothing(closed: Path) -> None:
    with (
        Library.open(closed, read_body) as library,
        closing(sqlite3.connect(closed / FILE, isolation_level=None)) as other,
    ):
        impatient(library)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="Another program"), library.writing() as work:
            work.remember("a", "b")
        other.execute("ROLLBACK")
        with library.writing() as work:
            work.save_draft(AN_ARTICLE, a_content(), at(1))
            work.commit()


def test_a_full_disk_is_unavailable_and_loses_nothing(closed: Path) -> None:
    with Library.open(closed, read_body) as library:
        with library.writing() as work:
            work.save_draft(AN_ARTICLE, a_content(headline="Safe"), at(1))
            work.commit()
        with library._writer.connect() as lane:
            # SQLite answers a file at its page limit as it answers a full disk.
            held = lane.exec_driver_sql("PRAGMA page_count").scalar_one()
            lane.exec_driver_sql(f"PRAGMA max_page_count={held}")
        big = a_content(headline="Too much", body="word " * 100_000)
        with pytest.raises(Unavailable, match="full"), library.writing() as work:
            work.save_draft(AN_ARTICLE, big, at(2))
        with library.reading() as view:
            assert view.content(AN_ARTICLE).headline == "Safe"
        with library._writer.connect() as lane:
            lane.exec_driver_sql("PRAGMA max_page_count=1000000")
        with library.writing() as work:
            work.save_draft(AN_ARTICLE, big, at(3))
            work.commit()


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/news", "Dropbox"),
        ("Dropbox (Courier)/news", "Dropbox"),
        ("OneDrive - Courier/news", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/news", "iCloud"),
        ("Documents/news", ""),
        ("Dropboxer/news", ""),
    ],
)
def test_a_synced_folder_is_warned_of(tmp_path: Path, place: str, service: str) -> None:
    warning = sync_warning(tmp_path / place)
    assert bool(warning) == bool(service)
    assert service in warning


def test_a_library_is_moved_by_moving_its_folder(closed: Path, tmp_path: Path) -> None:
    moved = tmp_path / "Кітапхана №1 %20 ?#"
    shutil.move(closed, moved)
    with Library.open(moved, read_body) as library, library.reading() as view:
        assert view.summary(AN_ARTICLE).headline == a_content().headline
