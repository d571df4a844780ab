"""The schema and its steps: what the models say is what the file has, and old files open."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from newsroom.domain.document import Document
from newsroom.domain.summary import ArticleQuery
from newsroom.domain.times import from_iso
from newsroom.domain.workflow import State
from newsroom.store import connection as connections
from newsroom.store import migrating
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from newsroom.store.models import FULL_TEXT, Base
from newsroom.store.schema import HEAD, SCHEMA
from tests.store.keeping import HOUSE, SAVED_AT, STATES_SINCE, TYPED, kept_entries
from tests.support.ledger import dump, read_body
from tests.support.stories import AN_ARTICLE, a_picture

KEPT = sorted((Path(__file__).parent / "schemas").glob("*.sqlite3"))


@pytest.fixture
def engine(library: Library) -> Iterator[Engine]:
    made = connections.writer(library.folder / FILE)
    yield made
    made.dispose()


def schema(file: Path) -> dict[str, str]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return dict(rows.fetchall())


def old_library(kept: Path, folder: Path) -> Path:
    (folder / "pictures").mkdir(parents=True)
    shutil.copyfile(kept, folder / FILE)
    return folder


def test_head_is_what_the_models_say(engine: Engine) -> None:
    def is_ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith(FULL_TEXT)

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_step_is_the_one_the_models_name(engine: Engine) -> None:
    with engine.connect() as connection:
        steps = ScriptDirectory.from_config(migrating.scripts(connection))
        assert steps.get_current_head() == HEAD
        numbers = [step.revision for step in steps.walk_revisions()]
        (version,) = connection.exec_driver_sql("PRAGMA user_version").one()
    assert numbers == [f"{number:04d}" for number in range(SCHEMA, 0, -1)]
    assert version == SCHEMA


def test_each_schema_has_a_kept_file() -> None:
    assert [kept.stem for kept in KEPT] == [f"{number:04d}" for number in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.stem)
def test_a_kept_file_opens_with_everything_in_it(kept: Path, tmp_path: Path) -> None:
    folder = old_library(kept, tmp_path / "old")
    with Library.open(folder, read_body) as library:
        if kept.stem == HEAD:
            library.rebuild()
        with library.reading() as view:
            assert list(view.entries()) == kept_entries()
            assert view.house() == HOUSE
            assert view.picture(a_picture().id) == a_picture()
            assert view.summary(AN_ARTICLE).state is State.IN_REVIEW
            assert view.content(TYPED).headline == "Ещё не сохранено"
            assert view.saved_at(TYPED) == from_iso(SAVED_AT)
            assert view.remembered("open") == TYPED
            assert [one.id for one in view.articles(ArticleQuery(search="еще"))] == [TYPED]
            kept_words = [one.words for one in view.moments(TYPED)]
            assert kept_words == ([0, 2] if int(kept.stem) >= STATES_SINCE else [])
    backups = list(folder.glob("library.before-*"))
    assert len(backups) == (kept.stem != HEAD)
    for backup in backups:
        assert schema(backup) == schema(kept)
        assert backup.stat().st_mode & 0o777 == 0o600
    with Library.open(folder, read_body) as library, library.reading() as view:
        assert view.count(ArticleQuery()) == 2


def test_an_old_file_moved_is_as_a_new_one(tmp_path: Path, library: Library) -> None:
    folder = old_library(KEPT[0], tmp_path / "old")
    Library.open(folder, read_body).close()
    assert schema(folder / FILE) == schema(library.folder / FILE)


def test_rebuilding_leaves_the_schema_as_it_was(library: Library) -> None:
    before = schema(library.folder / FILE)
    library.rebuild()
    assert schema(library.folder / FILE) == before


@pytest.mark.parametrize("number", range(1, SCHEMA))
def test_a_step_back_and_forth_keeps_the_data(tmp_path: Path, number: int) -> None:
    folder = old_library(KEPT[-1], tmp_path / "library")
    with Library.open(folder, read_body) as library:
        library.rebuild()
        before = dump(library)
    engine = connections.writer(folder / FILE)
    with engine.begin() as connection:
        migrating.downgrade(connection, f"{number:04d}")
    engine.dispose()
    assert schema(folder / FILE) == schema(KEPT[number - 1])
    with Library.open(folder, read_body) as library:
        assert dump(library) == before
        with library.reading() as view:
            assert list(view.entries()) == kept_entries()


def test_the_first_step_can_be_undone_too(tmp_path: Path) -> None:
    engine = connections.writer(tmp_path / "scratch.sqlite3")
    with engine.begin() as connection:
        migrating.upgrade(connection)
        migrating.command.downgrade(migrating.scripts(connection), "base")
    engine.dispose()
    assert set(schema(tmp_path / "scratch.sqlite3")) == {"alembic_version"}


def test_a_move_that_fails_leaves_the_old_file_whole(
    tmp_path: Path,
) -> None:
    folder = old_library(KEPT[0], tmp_path / "old")

    def fail(_body: str) -> Document:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Library.open(folder, fail)
    assert schema(folder / FILE) == schema(KEPT[0])
    with Library.open(folder, read_body) as library, library.reading() as view:
        assert view.content(TYPED).body == "Жазылып жатыр.\n"
        assert view.count(ArticleQuery()) == 2
