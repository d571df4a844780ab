"""A first look into a library sees what the opened library tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsroom.desk import binning, browsing, drafting, reviewing
from newsroom.desk.glancing import glance
from newsroom.desk.room import Desk
from newsroom.domain.article import Content
from newsroom.domain.summary import ArticleQuery
from newsroom.store.folder import FILE
from newsroom.store.glance import ROWS
from tests.support.rooms import Rooms


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    rooms = Rooms(tmp_path)
    yield rooms.begin()
    rooms.close()


def write(desk: Desk, headline: str) -> str:
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, Content(headline=headline, body="Ferries sailed.\n"))
    return article


def seen_by_the_desk(desk: Desk) -> tuple[object, ...]:
    return (
        browsing.house(desk),
        browsing.me(desk),
        browsing.members(desk),
        browsing.articles(desk, ArticleQuery(limit=ROWS)),
        browsing.count(desk, ArticleQuery()),
    )


def test_a_glance_sees_what_the_desk_tells(desk: Desk) -> None:
    articles = [write(desk, f"Ferry {number}, “Тоқаев”") for number in range(ROWS + 6)]
    reviewing.submit(desk, articles[3])
    binning.put_in_bin(desk, [articles[7]])
    browsing.remember(desk, "window", '{"width": 1200}')
    looked = glance(desk.library.folder)
    assert looked is not None
    told = (looked.house, looked.me, looked.members, looked.articles, looked.total)
    assert told == seen_by_the_desk(desk)
    assert looked.total == ROWS + 5
    assert looked.remembered["window"] == '{"width": 1200}'


def test_an_empty_library_is_seen_as_empty(desk: Desk) -> None:
    looked = glance(desk.library.folder)
    assert looked is not None
    assert (looked.articles, looked.total) == ((), 0)
    assert looked.me.name == browsing.me(desk).name


def test_a_glance_writes_nothing(desk: Desk) -> None:
    write(desk, "Ferry")
    folder = desk.library.folder
    desk.close()
    before = (folder / FILE).read_bytes()
    assert glance(folder) is not None
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"these are my notes", b"SQLite format 3\0 and no more"])
def test_what_is_no_library_is_not_seen(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert glance(tmp_path) is None


def test_no_folder_is_not_seen(tmp_path: Path) -> None:
    assert glance(tmp_path / "nowhere") is None
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_the_disk_does_not_tell_of_is_not_seen(tmp_path: Path) -> None:
    assert glance(tmp_path / ("a" * 300)) is None


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version=1",
        "PRAGMA application_id=7",
        "DROP TABLE house",
        "UPDATE house SET house = '[]'",
        "DELETE FROM members",
        "UPDATE members SET roles = '[[]]'",
    ],
)
def test_a_library_of_another_version_or_a_damaged_one_waits_to_be_opened(
    desk: Desk, change: str
) -> None:
    folder = desk.library.folder
    desk.close()
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute(change)
        connection.commit()
    assert glance(folder) is None


def test_a_library_that_another_program_holds_is_not_waited_for(desk: Desk) -> None:
    folder = desk.library.folder
    desk.close()
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM local_state WHERE key = 'nothing'")
        assert glance(folder) is None
