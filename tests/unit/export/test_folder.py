"""Writing a site: everything a page needs, whole files only, nothing outside the folder."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Cancelled, Conflict, Refused, Unavailable
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import CreditRecord
from newsroom.domain.progress import unwatched
from newsroom.export.folder import Written, write_site
from newsroom.export.page import Page
from newsroom.export.placing import PART_FOLDER, Folder
from newsroom.export.verify import reopen
from newsroom.pictures.embedding import look_inside
from tests.unit.export.samples import LEAD, ferry_post, night_buses, original, page_of

OTHER = ArticleId("ffffffffffffffffffff")


Write = Callable[..., Written]


@pytest.fixture
def write(encoded: Path) -> Write:
    """Write pages, the sample one if none is given, taking encoded pictures from a shared cache."""

    def write(out: Path, *pages: Page, **named: Any) -> Written:
        originals = named.pop("originals", original)
        return write_site(
            pages or (page_of(),), out, originals, named.pop("cache", encoded), **named
        )

    return write


def _manifest(out: Path) -> Any:
    return json.loads((out / "newsroom-manifest.json").read_text("utf-8"))


def _files(folder: Path) -> set[str]:
    return {str(p.relative_to(folder).as_posix()) for p in folder.rglob("*") if p.is_file()}


def test_the_page_is_written_with_all_that_it_shows(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    page = page_of()
    written = write(out, page)
    assert written.pages == (out / page.path,)
    assert (out / page.path).read_bytes() == page.html
    assert {f"assets/pictures/{one.name}" for _, one in page.renditions} <= _files(out)
    assert {str(asset.path) for asset in page.assets} <= _files(out)
    assert reopen(out).findings == ()


def test_the_manifest_lists_every_file_with_its_bytes(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    page = page_of()
    write(out, page)
    manifest = _manifest(out)
    assert set(manifest) == _files(out) - {"newsroom-manifest.json"}
    for path, record in manifest.items():
        data = (out / path).read_bytes()
        assert (record["sha256"], record["size"]) == (sha256_of(data), len(data))
    assert manifest[str(page.path)]["kind"] == "page"
    assert manifest[str(page.path)]["article"] == page.article


def test_the_credit_is_inside_every_picture(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    page = page_of()
    write(out, page)
    for name, rendition in page.renditions:
        data = (out / "assets" / "pictures" / rendition.name).read_bytes()
        assert look_inside(data).record.credit == original(name)[1].credit


def test_a_second_export_adds_to_the_first(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = page_of()
    second = page_of(replace(night_buses(slug="another"), id=OTHER))
    write(out, first)
    write(out, second)
    pages = {path for path, record in _manifest(out).items() if record["kind"] == "page"}
    assert pages == {str(first.path), str(second.path)}
    assert reopen(out).findings == ()


def test_exporting_twice_writes_nothing_twice(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(out)
    before = {name: (out / name).stat().st_mtime_ns for name in _files(out)}
    write(out)
    assert {name: (out / name).stat().st_mtime_ns for name in _files(out)} == before


def test_a_picture_is_encoded_once_and_then_taken_from_the_cache(
    write: Write, tmp_path: Path
) -> None:
    asked: list[PictureId] = []

    def originals(name: PictureId) -> tuple[bytes, CreditRecord]:
        asked.append(name)
        return original(name)

    write(tmp_path / "one", originals=originals, cache=tmp_path / "cache")
    assert asked
    asked.clear()
    write(tmp_path / "two", originals=originals, cache=tmp_path / "cache")
    assert asked == []
    assert reopen(tmp_path / "two").findings == ()


def test_a_spoilt_file_is_mended_by_the_next_export(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    page = page_of()
    write(out, page)
    (out / page.path).write_bytes(b"spoilt")
    assert reopen(out).findings
    write(out, page)
    assert reopen(out).findings == ()


def test_progress_counts_up_and_names_each_step(write: Write, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    page = page_of()
    write(tmp_path / "site", page, progress=lambda *step: steps.append(step))
    total = len(page.renditions) + len(page.assets) + 1
    assert [(done, of) for done, of, _ in steps] == [(i, total) for i in range(total)]
    assert steps[-1][2] == str(page.path.parent)


@pytest.mark.parametrize("stop_at", ["first", "middle", "last"])
def test_a_stopped_export_leaves_the_old_pages_whole(
    write: Write, tmp_path: Path, stop_at: str
) -> None:
    out = tmp_path / "site"
    old = page_of()
    write(out, old)
    new = page_of(night_buses(headline="The seats are gone", slug=old.path.parent.name))
    total = len(new.renditions) + len(new.assets) + 1
    stop = {"first": 0, "middle": total // 2, "last": total - 1}[stop_at]

    def progress(done: int, total: int, label: str) -> None:
        if done == stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(out, new, progress=progress)
    assert (out / old.path).read_bytes() == old.html
    assert reopen(out).findings == ()
    assert not (out / PART_FOLDER).exists()


def test_what_was_written_before_the_stop_is_in_the_manifest(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    pages = [page_of(), page_of(replace(night_buses(slug="another"), id=OTHER))]

    def progress(done: int, total: int, label: str) -> None:
        if done == total - 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(out, *pages, progress=progress)
    assert str(pages[0].path) in _manifest(out)
    assert str(pages[1].path) not in _manifest(out)
    assert reopen(out).findings == ()


def test_nothing_is_published_when_a_picture_holds_another_credit(
    write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "site"

    def originals(name: PictureId) -> tuple[bytes, CreditRecord]:
        data, record = original(name)
        return data, replace(record, credit="Somebody else") if name == LEAD.id else record

    with pytest.raises(Refused, match="credit") as caught:
        write(out, originals=originals, cache=tmp_path / "cache")
    assert {finding.rule for finding in caught.value.findings} == {"credit-differs"}
    assert list(out.rglob("index.html")) == []
    write(out, cache=tmp_path / "cache")
    assert reopen(out).findings == ()


def test_the_address_of_another_story_is_refused(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    page = page_of()
    write(out, page)
    with pytest.raises(Refused, match="Another story"):
        write(out, page_of(replace(night_buses(), id=OTHER)))
    assert (out / page.path).read_bytes() == page.html


def test_a_story_that_moved_leaves_a_warning(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(out)
    written = write(out, page_of(night_buses(slug="moved")))
    assert len(written.warnings) == 1
    assert "six-towns-share-one-timetable" in written.warnings[0]
    assert write(out, page_of(night_buses(slug="moved"))).warnings == written.warnings


def test_a_damaged_manifest_is_not_overwritten(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(out)
    for damage in ("{", "[]", '{"a": 1}', '{"a": {"sha256": "", "size": "1", "kind": "page"}}'):
        (out / "newsroom-manifest.json").write_text(damage, "utf-8")
        with pytest.raises(Conflict):
            write(out)
        assert (out / "newsroom-manifest.json").read_text("utf-8") == damage


def test_a_file_in_place_of_the_folder_is_refused(write: Write, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("not a folder", "utf-8")
    with pytest.raises(Unavailable, match="is a file"):
        write(tmp_path / "site")
    with pytest.raises(Unavailable):
        write(tmp_path / "site" / "below")
    assert (tmp_path / "site").read_text("utf-8") == "not a folder"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, where nobody may write")
def test_a_folder_that_cannot_be_written_is_unavailable(write: Write, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be written"):
        write(Path("/proc/newsroom"))


@pytest.mark.parametrize(
    "path", ["../outside", "a/../../outside", "/etc/newsroom", "", "news/../../x/index.html"]
)
def test_no_path_leads_out_of_the_folder(write: Write, tmp_path: Path, path: str) -> None:
    out = tmp_path / "site"
    with pytest.raises(Refused):
        Folder.open(out).place(PurePosixPath(path), b"x")
    with pytest.raises(Refused):
        write(out, replace(page_of(), path=PurePosixPath(path)))
    assert _files(tmp_path) == set()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_link_out_of_the_folder_is_not_followed(write: Write, tmp_path: Path) -> None:
    out, outside = tmp_path / "site", tmp_path / "outside"
    out.mkdir()
    outside.mkdir()
    (out / "news").symlink_to(outside, target_is_directory=True)
    with pytest.raises(Refused, match="link"):
        write(out)
    assert list(outside.iterdir()) == []


def test_what_a_killed_export_left_is_swept_out(write: Write, tmp_path: Path) -> None:
    out = tmp_path / "site"
    (out / PART_FOLDER).mkdir(parents=True)
    (out / PART_FOLDER / "left").write_bytes(b"half a page")
    write(out)
    assert not (out / PART_FOLDER).exists()


def test_a_draft_and_the_house_s_other_files_live_side_by_side(
    write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    (out / "about").mkdir(parents=True)
    (out / "about" / "index.html").write_text("about us", "utf-8")
    write(out, page_of(house=ferry_post(), draft=True), progress=unwatched)
    assert (out / "about" / "index.html").read_text("utf-8") == "about us"
    assert reopen(out).findings == ()
