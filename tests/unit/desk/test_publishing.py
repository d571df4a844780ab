"""Publishing what an approval does not bind: the rights to pictures, which end by themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import browsing, checking, drafting, illustrating, publishing, reviewing
from newsroom.desk.agreeing import agreements
from newsroom.desk.keeping import change_house
from newsroom.desk.room import Desk
from newsroom.domain.document import Figure
from newsroom.domain.errors import Conflict, Refused
from newsroom.domain.findings import Severity
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import RightsPeriod
from newsroom.domain.workflow import State
from tests.support import images
from tests.support.stories import a_content

OVER = RightsPeriod(ends="2020-01-01")


@pytest.fixture
def shown(desk: Desk) -> tuple[ArticleId, PictureId]:
    """Give an approved story and its picture, to which the house has every right."""
    data = images.encoded(images.scene(200, 150))
    name = illustrating.add_picture_bytes(desk, data, "pier.jpg", {"credit": "AFP"}).picture.id
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, a_content(lead=Figure(name, "A pier", "The pier in May")))
    reviewing.submit(desk, article)
    reviewing.approve(desk, article)
    return article, name


def limit(desk: Desk, name: PictureId, rights: RightsPeriod) -> None:
    record = browsing.picture(desk, name).record
    illustrating.edit_record(desk, name, replace(record, rights=rights))


def test_rights_that_ended_after_the_approval_stop_the_export(
    desk: Desk, shown: tuple[ArticleId, PictureId], tmp_path: Path
) -> None:
    article, name = shown
    limit(desk, name, OVER)
    assert browsing.summary(desk, article).state is State.APPROVED
    with pytest.raises(Refused, match=r"The rights to pier\.jpg ended on 1 January 2020") as caught:
        publishing.export(desk, [article], tmp_path / "site")
    assert [one.rule for one in caught.value.findings] == ["rights-ended"]
    assert caught.value.hint
    assert not (tmp_path / "site").exists()
    assert browsing.summary(desk, article).state is State.APPROVED
    assert publishing.export(desk, [article], tmp_path / "draft", draft=True).pages


def test_an_original_that_was_changed_is_not_what_was_approved(
    desk: Desk, shown: tuple[ArticleId, PictureId], tmp_path: Path
) -> None:
    article, name = shown
    original = illustrating.original(desk, name)
    data = original.read_bytes()
    original.write_bytes(images.encoded(images.scene(300, 225)))
    with pytest.raises(Conflict, match=r"The original of “pier\.jpg” was changed"):
        publishing.export(desk, [article], tmp_path / "site")
    assert not [*(tmp_path / "site").rglob("*")]
    illustrating.add_picture_bytes(desk, data, "again.jpg")
    assert publishing.export(desk, [article], tmp_path / "site").pages
    assert publishing.verify(tmp_path / "site") == ()


def test_a_reason_lets_the_export_go_on_until_it_is_withdrawn(
    desk: Desk, shown: tuple[ArticleId, PictureId], tmp_path: Path
) -> None:
    article, name = shown
    limit(desk, name, OVER)
    checking.override(desk, article, "rights-ended", f"picture:{name}", "Agreed by phone")
    done = publishing.export(desk, [article], tmp_path / "site")
    (told,) = [one for one in done.findings if one.rule == "rights-ended"]
    assert (told.severity, told.reason) == (Severity.WARNING, "Agreed by phone")
    checking.withdraw_override(desk, article, "rights-ended", f"picture:{name}")
    with pytest.raises(Refused):
        publishing.export(desk, [article], tmp_path / "site")


def test_a_house_decides_which_rights_stop_an_export(
    desk: Desk, shown: tuple[ArticleId, PictureId], tmp_path: Path
) -> None:
    article, name = shown
    limit(desk, name, RightsPeriod(channels=("syndication",)))
    done = publishing.export(desk, [article], tmp_path / "site")
    assert "channel-not-allowed" in {one.rule for one in done.findings}
    house = browsing.house(desk)
    change_house(desk, replace(house, required=house.required | {"channel-not-allowed"}))
    with pytest.raises(Refused):
        publishing.export(desk, [article], tmp_path / "site")


def test_a_page_that_is_no_text_any_more_is_told_as_a_credit_found_nowhere(
    desk: Desk, shown: tuple[ArticleId, PictureId], tmp_path: Path
) -> None:
    article, _ = shown
    (page,) = publishing.export(desk, [article], tmp_path / "site").pages
    (found,) = agreements(desk, [article], tmp_path / "site")
    assert found.places.all
    page.write_bytes(page.read_bytes().replace(b"AFP", b"A\xffP"))
    (found,) = agreements(desk, [article], tmp_path / "site")
    assert not found.places.page
