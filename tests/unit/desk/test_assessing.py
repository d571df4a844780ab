"""What is to be looked at in a picture, story by story."""

from __future__ import annotations

from newsroom.desk import assessing, browsing, checking, drafting, illustrating, wording
from newsroom.desk.room import Desk
from newsroom.domain.document import Document, Figure
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import RightsPeriod
from tests.support import images
from tests.support.stories import a_content


def add(desk: Desk, shade: int = 0) -> PictureId:
    image = images.scene()
    image.paste((shade, 0, 0), (0, 0, 8, 8))
    ended = {"credit": "AFP", "rights": RightsPeriod(ends="2020-01-01")}
    data = images.encoded(image)
    return illustrating.add_picture_bytes(desk, data, f"{shade}.jpg", ended).picture.id


def test_a_picture_is_judged_in_every_story_that_uses_it(desk: Desk) -> None:
    name, other = add(desk), add(desk, 90)
    figures = (Figure(other, "Ice", "Ice"), Figure(name, "", "A bridge"))
    body = wording.write_body(Document(figures))
    article = drafting.new_article(desk).article
    drafting.save_draft(desk, article, a_content(headline="Ice", lead=None, body=body))
    (told,) = assessing.about_picture(desk, name)
    assert (told.article, told.headline) == (article, "Ice")
    rules = {one.rule: one for one in told.found}
    assert {"alt-missing", "rights-ended"} <= rules.keys()
    assert "alt-equals-caption" not in rules
    checking.override(desk, article, "rights-ended", rules["rights-ended"].where, "By phone")
    (told,) = assessing.about_picture(desk, name)
    (ended,) = [one for one in told.found if one.rule == "rights-ended"]
    assert (ended.reason, ended.by) == ("By phone", desk.me)


def test_an_unused_picture_is_judged_by_itself(desk: Desk) -> None:
    name = add(desk)
    (told,) = assessing.about_picture(desk, name)
    assert told.article is None
    assert {"alt-missing", "rights-ended"} <= {one.rule for one in told.found}
    fine = illustrating.add_picture_bytes(
        desk, images.encoded(images.scene(300, 200)), "b.jpg", {"credit": "AFP", "alt": "Ice"}
    ).picture.id
    assert assessing.about_picture(desk, fine) == ()


def test_a_picture_has_the_findings_that_its_story_has_about_it(desk: Desk) -> None:
    name, other = add(desk), add(desk, 90)
    figures = (Figure(other, "", ""), Figure(name, "Photo of ice", "Ice"), Figure(name, "", "Ice"))
    body = wording.write_body(Document(figures))
    article = drafting.new_article(desk).article
    content = a_content(lead=Figure(name, "Ice", "Ice"), body=f"One  two.\n\n{body}\n\n#### Deep")
    drafting.save_draft(desk, article, content)
    whole = checking.findings(desk, browsing.story(desk, article))
    (told,) = assessing.about_picture(desk, name)
    assert told.found == tuple(one for one in whole if one.where.endswith(f"picture:{name}"))
    assert {one.where.partition(":picture:")[0] for one in told.found} >= {"lead", "body:2"}
