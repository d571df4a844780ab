"""The power goes while drafts are saved: what was answered for is on the disk itself, and whole."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import threading
from contextlib import closing
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from newsroom.domain.article import Content
from newsroom.store.folder import FILE
from newsroom.store.library import Library
from tests.support.ledger import at, dump, read_body
from tests.support.stories import AN_ARTICLE

CUTS = 12
SEED = 20261122
_LOG = f"{FILE}-wal"


def save(library: Library, number: int) -> None:
    body = " ".join([str(number)] * 400) + "\n"
    with library.writing() as work:
        work.save_draft(AN_ARTICLE, Content(headline=str(number), body=body), at(number))
        work.commit()


def test_a_draft_is_forced_onto_the_disk_before_its_save_is_answered(library: Library) -> None:
    """SQLite itself would leave it to the system, which writes it out half a minute later."""
    forced: list[str] = []

    def note(_frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ == "fsync":
            forced.append("draft")

    sys.setprofile(note)
    try:
        save(library, 1)
    finally:
        sys.setprofile(None)
    assert forced == ["draft"]


def cut(library: Path, to: Path) -> None:
    """Copy a library as a power cut leaves it: the file, and of the log what was there just then.

    The file itself changes only when the log is written back into it. A copy in which that came
    between the two is none that a power cut could leave, and is taken again.
    """
    file, log = library / FILE, library / _LOG
    while True:
        before = file.stat().st_mtime_ns, log.stat().st_size if log.exists() else 0
        shutil.copyfile(file, to / FILE)
        if log.exists():
            shutil.copyfile(log, to / _LOG)
        if file.stat().st_mtime_ns == before[0] and log.stat().st_size >= before[1]:
            return


def test_a_library_cut_off_at_any_moment_opens_whole(library: Library, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    save(library, 0)
    answered = [0]
    stopped = threading.Event()

    def type_on() -> None:
        for number in count(1):
            if stopped.is_set():
                return
            save(library, number)
            answered.append(number)

    typing = threading.Thread(target=type_on)
    typing.start()
    try:
        for number in range(CUTS):
            wanted = len(answered) + chance.randint(1, 4)
            while len(answered) < wanted:
                stopped.wait(chance.uniform(0.0, 0.01))
            folder = tmp_path / f"cut{number}"
            (folder / "pictures").mkdir(parents=True)
            promised = answered[-1]
            cut(library.folder, folder)
            latest = answered[-1] + 1
            assert_whole(folder, promised, latest)
    finally:
        stopped.set()
        typing.join()


def assert_whole(folder: Path, promised: int, latest: int) -> None:
    with closing(sqlite3.connect(folder / FILE)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Library.open(folder, read_body) as library:
        with library.reading() as view:
            content = view.content(AN_ARTICLE)
            last = view.moment_story(view.moments(AN_ARTICLE)[-1].number).content
        assert promised <= int(content.headline) <= latest
        assert set(content.body.split()) == {content.headline}
        assert last == content
        built = dump(library)
        library.rebuild()
        assert dump(library) == built


def test_a_log_torn_anywhere_in_its_last_write_opens_whole(
    library: Library, tmp_path: Path
) -> None:
    """A disk that dies in the middle of a write leaves a part of it, and the draft before it."""
    chance = random.Random(SEED)
    for number in range(4):
        save(library, number)
    before = (library.folder / _LOG).stat().st_size
    save(library, 4)
    after = (library.folder / _LOG).stat().st_size
    for number in range(6):
        folder = tmp_path / f"torn{number}"
        (folder / "pictures").mkdir(parents=True)
        cut(library.folder, folder)
        with (folder / _LOG).open("rb+") as log:
            log.truncate(chance.randint(before, after - 1))
        assert_whole(folder, 3, 3)
