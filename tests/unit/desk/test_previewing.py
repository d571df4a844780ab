"""The preview is the export: the same bytes, the same files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from newsroom.desk import browsing, drafting, previewing, publishing
from newsroom.desk.room import Desk
from newsroom.domain.errors import NotFound
from tests.unit.desk.test_reviewing import approved, illustrated


def test_the_preview_of_a_draft_is_the_page_that_is_published(desk: Desk, tmp_path: Path) -> None:
    article, _ = illustrated(desk)
    approved(desk, article)
    before = previewing.preview(desk, browsing.story(desk, article))
    done = publishing.export(desk, [article], tmp_path / "site")
    assert done.pages[0].read_bytes() == before.html
    after = previewing.preview(desk, browsing.story(desk, article))
    assert after.fingerprint == before.fingerprint


def test_every_file_of_the_export_is_served_to_the_preview(desk: Desk, tmp_path: Path) -> None:
    article, _ = illustrated(desk)
    approved(desk, article)
    preview = previewing.preview(desk, browsing.story(desk, article))
    publishing.export(desk, [article], tmp_path / "site")
    written = [path for path in (tmp_path / "site" / "assets").rglob("*") if path.is_file()]
    assert written
    for path in written:
        inside = str(PurePosixPath(path.relative_to(tmp_path / "site").as_posix()))
        _, data = previewing.preview_file(desk, preview, inside)
        assert data == path.read_bytes()


@pytest.mark.parametrize("path", ["library.sqlite3", "../library.sqlite3", "/etc/passwd", ""])
def test_nothing_else_is_served(desk: Desk, path: str) -> None:
    article, _ = illustrated(desk)
    preview = previewing.preview(desk, browsing.story(desk, article))
    with pytest.raises(NotFound):
        previewing.preview_file(desk, preview, path)


def test_a_story_published_again_says_when_it_changed(desk: Desk, tmp_path: Path) -> None:
    article, _ = illustrated(desk)
    approved(desk, article)
    first = publishing.export(desk, [article], tmp_path / "site").pages[0].read_text()
    content = browsing.story(desk, article).content
    drafting.save_draft(desk, article, replace(content, standfirst="Four weeks early"))
    approved(desk, article)
    preview = previewing.preview(desk, browsing.story(desk, article)).html
    second = publishing.export(desk, [article], tmp_path / "site").pages[0]
    assert second.read_bytes() == preview
    assert "Updated" in second.read_text()
    assert "Updated" not in first
