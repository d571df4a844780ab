"""A changed library file cannot make an approval."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import browsing, drafting, keeping, publishing
from newsroom.desk.room import Desk
from newsroom.domain.errors import Refused
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.workflow import State
from tests.support.rooms import Rooms
from tests.unit.desk.test_reviewing import approved, state, written


def test_an_approval_whose_signature_was_tampered_with_exports_nothing(
    desk: Desk, rooms: Rooms, tmp_path: Path
) -> None:
    article = approved(desk, written(desk))
    approval = browsing.decisions(desk, article)[-1]
    desk.close()
    with sqlite3.connect(desk.library.folder / "library.sqlite3") as file:
        file.execute("UPDATE entries SET signature = zeroblob(64) WHERE id = ?", (approval.id,))
    file.close()
    reopened = rooms.reopen()
    assert state(reopened, article) is State.APPROVED
    with pytest.raises(Refused, match="valid signature"):
        publishing.export(reopened, [article], tmp_path / "site")
    assert not (tmp_path / "site").exists()
    assert keeping.rebuild(reopened).doubtful == (approval.id,)


def test_a_list_that_was_changed_by_hand_does_not_approve(
    desk: Desk, rooms: Rooms, tmp_path: Path
) -> None:
    article = approved(desk, written(desk))
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, headline="Never approved"))
    forged = fingerprint(browsing.story(desk, article))
    desk.close()
    with sqlite3.connect(desk.library.folder / "library.sqlite3") as file:
        file.execute("UPDATE decisions SET bound = ? WHERE verdict = 'approved'", (forged,))
        file.execute("UPDATE articles SET state = 'approved'")
    file.close()
    with pytest.raises(Refused, match="not the one that was signed"):
        publishing.export(rooms.reopen(), [article], tmp_path / "site")
