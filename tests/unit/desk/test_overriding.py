"""Answering for a finding: an entry with a reason, which can be withdrawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk import browsing, checking, drafting, illustrating
from newsroom.desk.keeping import change_house
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.document import Figure
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.findings import Severity
from newsroom.domain.ids import ArticleId
from newsroom.domain.picture import RightsPeriod
from tests.support import images
from tests.support.stories import a_content


@pytest.fixture
def article(desk: Desk) -> ArticleId:
    """Give a story with a picture whose rights have ended, in a house that requires them."""
    house = browsing.house(desk)
    change_house(desk, replace(house, required=house.required | {"rights-ended"}))
    name = illustrating.add_picture_bytes(
        desk,
        images.encoded(images.scene()),
        "a.jpg",
        {"credit": "AFP", "rights": RightsPeriod(ends="2020-01-01")},
    ).picture.id
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, a_content(lead=Figure(name, "Ice", "Ice")))
    return article


def ended(desk: Desk, article: ArticleId) -> tuple[Severity, str, str]:
    found = checking.findings(desk, browsing.story(desk, article))
    (one,) = [one for one in found if one.rule == "rights-ended"]
    return one.severity, one.where, one.reason


def test_a_reason_lets_a_finding_stand_until_it_is_withdrawn(
    desk: Desk, article: ArticleId
) -> None:
    severity, where, _ = ended(desk, article)
    assert severity is Severity.ERROR
    changes = checking.override(desk, article, "rights-ended", where, " Agreed by phone ")
    assert article in changes.articles
    assert ended(desk, article) == (Severity.WARNING, where, "Agreed by phone")
    with desk.library.reading() as view:
        (said,) = view.overrides(article)
    assert (said.by, said.reason) == (desk.me, "Agreed by phone")
    desk.library.rebuild()
    assert ended(desk, article)[0] is Severity.WARNING
    assert checking.withdraw_override(desk, article, "rights-ended", where)
    assert ended(desk, article)[0] is Severity.ERROR
    assert checking.withdraw_override(desk, article, "rights-ended", where) == Changes()


def test_an_override_needs_a_reason_a_rule_and_an_article(desk: Desk, article: ArticleId) -> None:
    with pytest.raises(Refused, match="with a reason"):
        checking.override(desk, article, "rights-ended", "picture:a", "  ")
    with pytest.raises(Refused, match="does not let anybody"):
        checking.override(desk, article, "credit-missing", "picture:a", "Because")
    with pytest.raises(NotFound):
        checking.override(desk, ArticleId("f" * 20), "rights-ended", "picture:a", "Because")
