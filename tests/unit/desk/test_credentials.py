"""Content Credentials from arrival to export: shown, kept, signed on or said to end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import (
    attesting,
    browsing,
    credentials,
    drafting,
    illustrating,
    keeping,
    previewing,
    publishing,
    reviewing,
)
from newsroom.desk.room import Desk
from newsroom.domain.credentials import SigningFiles, Standing, certificates_in
from newsroom.domain.errors import Unavailable
from newsroom.domain.house_pictures import PictureRules
from newsroom.domain.ids import ArticleId
from newsroom.pictures.credentials import read_credentials
from tests.support import images
from tests.support.credentials import needs_c2pa, signed, signing_files
from tests.support.stories import a_content, a_figure, a_house

SCENE = images.encoded(images.scene(700, 500), quality=90)
SEEMING = SCENE[:-2] + b"jumb c2pa" + SCENE[-2:]
"""A file that looks as if it carried a credential."""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    keeping.change_house(desk, a_house(required=frozenset()))
    return desk


def signing(desk: Desk, files: SigningFiles) -> Desk:
    return replace(desk, tools=replace(desk.tools, signing=files))


def approved(desk: Desk, data: bytes) -> ArticleId:
    picture = illustrating.add_picture_bytes(desk, data, "a.jpg", {"credit": "Marat"}).picture
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, replace(a_content(), lead=a_figure(picture)))
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    return article


def pictures_in(out: Path) -> list[Path]:
    return sorted((out / "assets" / "pictures").iterdir())


def test_where_nothing_can_be_checked_this_is_said(desk: Desk) -> None:
    added = illustrating.add_picture_bytes(desk, SEEMING, "a.jpg")
    assert added.credentials is None or added.credentials.standing is Standing.UNCHECKED
    assert illustrating.add_picture_bytes(desk, SCENE, "b.jpg").credentials is None


def test_without_a_certificate_the_credential_ends_and_this_is_said(
    desk: Desk, tmp_path: Path
) -> None:
    article = approved(desk, SEEMING)
    exported = publishing.export(desk, [article], tmp_path / "site")
    assert exported.warnings == (
        "The Content Credentials of “a.jpg” end here: its copies are not signed.",
    )
    plain = approved(desk, SCENE)
    drafting.save_draft(desk, plain, replace(browsing.story(desk, plain).content, slug="b"))
    assert publishing.export(desk, [plain], tmp_path / "other", draft=True).warnings == ()


def test_a_certificate_that_is_gone_stops_the_export_before_any_page(
    desk: Desk, tmp_path: Path
) -> None:
    article = approved(desk, SCENE)
    desk = signing(desk, SigningFiles(tmp_path / "none.pem", tmp_path / "none.key"))
    with pytest.raises(Unavailable) as caught:
        publishing.export(desk, [article], tmp_path / "site")
    assert "none.pem" in caught.value.message
    assert list((tmp_path / "site").rglob("*.html")) == []


@needs_c2pa
def test_what_arrives_signed_is_shown_and_never_stripped(desk: Desk, tmp_path: Path) -> None:
    data = signed(SCENE, signing_files(tmp_path), ai=True)
    added = illustrating.add_picture_bytes(desk, data, "a.jpg")
    assert added.credentials
    assert added.credentials.ai
    assert "“a.jpg” says of itself that AI made it, or a part of it." in added.warnings
    assert credentials.credentials(desk, added.picture.id) == added.credentials
    assert illustrating.original(desk, added.picture.id).read_bytes() == data
    broken = bytearray(data)
    broken[-500] ^= 1
    warnings = illustrating.add_picture_bytes(desk, bytes(broken), "b.jpg").warnings
    assert any("“b.jpg” do not hold. It was changed after" in one for one in warnings)


@needs_c2pa
def test_exported_copies_are_signed_and_the_page_is_that_of_the_preview(
    desk: Desk, tmp_path: Path
) -> None:
    files = signing_files(tmp_path / "keys")
    article = approved(desk, signed(SCENE, files))
    preview = previewing.preview(desk, browsing.story(desk, article)).html
    desk = signing(desk, files)
    out = tmp_path / "site"
    exported = publishing.export(desk, [article], out)
    assert exported.warnings == ()
    assert exported.pages[0].read_bytes() == preview
    found = read_credentials(pictures_in(out))
    assert len(found) > 5
    assert {one.standing for one in found if one} == {Standing.VALID}
    assert {one.edits for one in found if one} == {
        ("made", "colours changed", "resized", "saved in another format")
    }
    before = {path: path.read_bytes() for path in pictures_in(out)}
    assert publishing.verify(out) == ()
    publishing.export(desk, [article], out)
    assert {path: path.read_bytes() for path in pictures_in(out)} == before


@needs_c2pa
def test_verify_names_a_copy_whose_credential_broke(desk: Desk, tmp_path: Path) -> None:
    article = approved(desk, SCENE)
    out = tmp_path / "site"
    publishing.export(signing(desk, signing_files(tmp_path / "keys")), [article], out)
    victim = next(path for path in pictures_in(out) if path.suffix == ".jpg")
    data = bytearray(victim.read_bytes())
    data[-300] ^= 1
    victim.write_bytes(bytes(data))
    rules = {one.rule: one for one in publishing.verify(out)}
    assert rules.keys() == {"file-changed", "credential-broken"}
    assert victim.name in rules["credential-broken"].message
    assert "It was changed after it was signed." in rules["credential-broken"].message


@needs_c2pa
def test_a_signer_is_known_by_what_the_house_names(desk: Desk, tmp_path: Path) -> None:
    files, strangers = (signing_files(tmp_path / name) for name in ("keys", "others"))
    added = illustrating.add_picture_bytes(desk, signed(SCENE, files), "a.jpg").picture.id

    def standing(*roots: Path) -> Standing:
        anchors = tuple(one for path in roots for one in certificates_in(path.read_text()))
        house = a_house(required=frozenset(), pictures=PictureRules(anchors=anchors))
        keeping.change_house(desk, house)
        found = credentials.credentials(desk, added)
        seen = attesting.attest(desk, added).credentials
        assert found == seen
        assert found
        return found.standing

    known, unknown = (one.certificate.parent / "root.pem" for one in (files, strangers))
    assert standing() is Standing.VALID
    assert standing(unknown) is Standing.VALID
    assert standing(unknown, known) is Standing.TRUSTED
