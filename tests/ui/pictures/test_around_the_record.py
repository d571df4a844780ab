"""Around the record: presets, cleaning, disputes, findings, history, and who vouches."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.desk import browsing, checking, crediting, illustrating, jotting
from newsroom.domain.credentials import ContentCredentials, Standing
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Cleaned, CreditRecord, RightsPeriod
from newsroom.ui.pictures.cleaning_lines import cleaned_fields
from newsroom.ui.pictures.pictures_place import PicturesPlace
from newsroom.ui.pictures.record_history import marked
from newsroom.ui.pictures.vouching_card import Vouched, vouched
from tests.support import images
from tests.support.credentials import needs_c2pa, signed, signing_files
from tests.ui.pictures.conftest import Stage

LEFT = Qt.MouseButton.LeftButton
HOSTILE = '<img src="x"><script>alert(1)</script>'


def disputed(stage: Stage) -> PictureId:
    """Add a picture of which XMP and IIM say different things, and which is cleaned."""
    packet = images.xmp(
        "<photoshop:Credit>© XMP Credit</photoshop:Credit>"
        "<photoshop:Source>XMP Source</photoshop:Source>"
    )
    data = images.encoded(images.scene(400, 300), xmp=packet)
    data = images.with_iim(data, {"Credit": b"IIM Credit", "Source": b"IIM Source"})
    return illustrating.add_picture_bytes(stage.desk, data, "disputed.jpg").picture.id


def opened(stage: Stage, picture: PictureId) -> PicturesPlace:
    place = stage.open()
    place.show_picture(picture)
    stage.settle()
    return place


def test_a_disagreement_is_settled_field_by_field_by_keys(stage: Stage) -> None:
    picture = disputed(stage)
    place = opened(stage, picture)
    bar = place.detail.sections.disagreements
    assert bar.words == "The file’s standards disagree about 2 fields"
    take = bar.buttons["source", "IIM"]
    assert not take.isVisible()
    bar.turn.setFocus()
    QTest.keyClick(bar.turn, Qt.Key.Key_Space)
    assert take.accessibleName() == "Source: take what IIM says, “IIM Source”"
    take.setFocus()
    QTest.keyClick(take, Qt.Key.Key_Space)
    stage.wait(lambda: bar.words == "The file’s standards disagree about 1 field")
    assert place.detail.form.box("source").words() == "IIM Source"
    assert bar.buttons["credit", "XMP"].hasFocus()
    assert bar.buttons["credit", "XMP"].isVisible()
    QTest.mouseClick(bar.all_xmp, LEFT)
    stage.wait(lambda: bar.words == "")
    stage.settle()
    assert stage.stored(picture).disagreements == ()


def test_what_was_typed_before_a_choice_is_saved_before_it(stage: Stage) -> None:
    picture = disputed(stage)
    place = opened(stage, picture)
    QTest.keyClicks(place.detail.form.box("creator"), "Dana")
    place.detail.sections.disagreements.all_xmp.click()
    stage.settle()
    record = stage.stored(picture).record
    assert (record.creator, record.credit) == (("Dana",), "XMP Credit")
    assert place.detail.form.record == record


def test_cleaning_is_told_and_undone(stage: Stage) -> None:
    picture = disputed(stage)
    place = opened(stage, picture)
    cleaning = place.detail.sections.cleaning
    assert cleaning.words == ("“© ” was taken away from the credit.",)
    assert place.detail.form.box("credit").words() == "XMP Credit"
    QTest.mouseClick(cleaning.buttons[0], LEFT)
    stage.wait(lambda: cleaning.words == ())
    stage.settle()
    assert stage.stored(picture).record.credit == "© XMP Credit"
    assert place.detail.form.box("credit").words() == "© XMP Credit"


def test_cleaning_is_told_once_for_a_field_and_not_where_somebody_wrote_since() -> None:
    arrived = CreditRecord(credit="AFP", creator=("Dana",))
    done = (
        Cleaned("sign", "credit", "© Agence France-Presse"),
        Cleaned("spelling", "credit", "Agence France-Presse"),
        Cleaned("parts", "creator", ()),
    )
    credit, creator = cleaned_fields(done, arrived, arrived)
    assert credit.before == "© Agence France-Presse"
    assert credit.words == "Credit was “© Agence France-Presse” and was written as “AFP”."
    assert creator.words == "Creator was filled: “Dana”."
    since = CreditRecord(credit="Typed", creator=("Dana",))
    assert [one.field for one in cleaned_fields(done, arrived, since)] == ["creator"]


def test_a_preset_is_kept_here_and_used_there(stage: Stage) -> None:
    one, two = stage.picture("bridge1.jpg", credit="AFP"), stage.picture("tower1.jpg")
    place = opened(stage, one)
    presets = place.detail.sections.presets
    assert [deed.isEnabled() for deed in presets.menu.choices.actions()] == [False]
    QTest.mouseClick(presets.keep, LEFT)
    assert presets.name.hasFocus()
    QTest.keyClick(presets.name, Qt.Key.Key_Escape)
    assert presets.keep.hasFocus()
    assert not presets.name.isVisible()
    QTest.mouseClick(presets.keep, LEFT)
    QTest.keyClicks(presets.name, "AFP & partners")
    QTest.keyClick(presets.name, Qt.Key.Key_Return)
    stage.wait(lambda: next(one.text() for one in presets.menu.choices.actions())[:3] == "AFP")
    stage.settle()
    assert [one.name for one in browsing.house(stage.desk).pictures.presets] == ["AFP & partners"]
    place.show_picture(two)
    stage.settle()
    presets.menu.choices.actions()[0].trigger()
    stage.wait(lambda: place.detail.form.box("credit").words() == "AFP")
    stage.settle()
    assert stage.stored(two).record.credit == "AFP"
    assert stage.errors == []


@pytest.mark.parametrize("deed", ["choice", "choice of all", "preset"])
def test_what_is_done_at_a_stroke_is_told_and_taken_back(stage: Stage, deed: str) -> None:
    picture = disputed(stage)
    other = stage.picture("bridge1.jpg", credit="AFP")
    crediting.keep_preset(stage.desk, other, "AFP")
    place = opened(stage, picture)
    sections, before = place.detail.sections, stage.stored(picture)
    deeds: dict[str, Callable[[], object]] = {
        "choice": sections.disagreements.buttons["credit", "IIM"].click,
        "choice of all": sections.disagreements.all_xmp.click,
        "preset": sections.presets.menu.choices.actions()[0].trigger,
    }
    deeds[deed]()
    stage.settle()
    assert stage.stored(picture).record != before.record or not stage.stored(picture).disagreements
    place.grid.view.setFocus()
    QTest.keyClick(place.grid.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    now = stage.stored(picture)
    assert (now.record, now.disagreements) == (before.record, before.disagreements)
    assert place.detail.form.record == before.record


def test_a_preset_is_removed_and_comes_back(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg", credit="AFP")
    for name in ("AFP", "Reuters"):
        crediting.keep_preset(stage.desk, picture, name)
    place = opened(stage, picture)
    place.detail.sections.presets.removing.actions()[0].trigger()
    stage.settle()
    assert [one.name for one in browsing.house(stage.desk).pictures.presets] == ["Reuters"]
    assert stage.stored(picture).record.credit == "AFP"
    assert "“AFP” is gone" in place.grid.notice.words
    stage.press(place.grid.notice, "Undo")
    stage.settle()
    names = {one.name for one in browsing.house(stage.desk).pictures.presets}
    assert names == {"AFP", "Reuters"}


def test_a_finding_is_answered_and_the_answer_withdrawn(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg", rights=RightsPeriod(ends="2020-01-01"))
    article = stage.article(picture, headline="Snow closes two bridges")
    place = opened(stage, picture)
    findings = place.detail.sections.findings
    assert any("ended on 1 January 2020" in one for one in findings.messages)
    place.detail.sections.found.open(True)

    def row():
        return findings.answers.rows["rights-ended", f"{article}:picture:{picture}", 0]

    QTest.mouseClick(row().open, LEFT)
    assert row().reason.hasFocus()
    QTest.keyClicks(row().reason, "By ph")
    QTest.keyClick(row().reason, Qt.Key.Key_Escape)
    assert row().open.hasFocus()
    QTest.mouseClick(row().open, LEFT)
    QTest.keyClicks(row().reason, "By phone")
    open_before = place.detail.facts.open_count
    QTest.keyClick(row().reason, Qt.Key.Key_Return)
    stage.wait(lambda: row().withdraw.isVisible() is True)
    assert row().said == "Aigerim answers for it: “By phone”"
    assert place.detail.facts.open_count == open_before - 1
    found = checking.findings(stage.desk, browsing.story(stage.desk, article))
    assert [one.reason for one in found if one.rule == "rights-ended"] == ["By phone"]
    QTest.mouseClick(row().withdraw, LEFT)
    stage.wait(lambda: row().open.isVisible() is True)
    stage.settle()


def test_a_reason_being_typed_outlives_a_change_and_another_picture(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg", rights=RightsPeriod(ends="2020-01-01"))
    other = stage.picture("tower1.jpg")
    article = stage.article(picture)
    place = opened(stage, picture)
    findings = place.detail.sections.findings
    place.detail.sections.found.open(True)
    key = ("rights-ended", f"{article}:picture:{picture}", 0)
    QTest.mouseClick(findings.answers.rows[key].open, LEFT)
    QTest.keyClicks(findings.answers.rows[key].reason, "Agreed")
    stage.link.write(
        lambda desk: crediting.edit_records(desk, [picture], {"alt": "Photo of a bridge"})
    )
    stage.settle()
    assert findings.answers.rows[key].typed == "Agreed"
    assert findings.answers.rows[key].reason.hasFocus()
    place.show_picture(other)
    stage.settle()
    assert key not in findings.answers.rows
    place.show_picture(picture)
    stage.settle()
    assert findings.answers.rows[key].typed == "Agreed"


def test_an_unused_picture_has_findings_and_no_story_to_answer_in(stage: Stage) -> None:
    place = opened(stage, stage.picture("bridge1.jpg", credit=""))
    assert place.detail.sections.findings.messages
    assert place.detail.sections.findings.answers.rows == {}


def test_history_tells_word_by_word_and_leads_back(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg", credit="Madina Tulegen")
    for credit in ("Madina Tulegen / Courier", "Dana Kassym / Courier"):
        crediting.edit_records(stage.desk, [picture], {"credit": credit})
    place = opened(stage, picture)
    history = place.detail.sections.history
    place.detail.sections.told.open(True)
    assert len(history.rows) == 3
    said = history.rows[0].labels[0]
    was, now = "Madina Tulegen / Courier", "Dana Kassym / Courier"
    assert said.accessibleName() == f"Credit: was “{was}”, now “{now}”"
    assert "line-through" in said.text()
    assert "underline" in said.text()
    assert not history.rows[0].back.isVisible()
    QTest.mouseClick(history.rows[2].back, LEFT)
    stage.wait(lambda: place.detail.form.box("credit").words() == "Madina Tulegen")
    stage.settle()
    QTest.mouseClick(history.undo, LEFT)
    stage.wait(lambda: place.detail.form.box("credit").words() == now)
    stage.settle()
    assert len(browsing.picture_history(stage.desk, picture)) == 5
    assert len(history.rows) == 5


def test_hostile_words_in_the_history_are_words(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg", credit=HOSTILE)
    place = opened(stage, picture)
    (row,) = place.detail.sections.history.rows
    written = " ".join(marked(one, stage.theme.palette) for one in row.told.fields)
    assert "<img" not in written
    assert "<script" not in written
    assert "&lt;script&gt;" in written


def test_a_picture_without_a_credential_has_no_card(stage: Stage) -> None:
    place = opened(stage, stage.picture("bridge1.jpg"))
    assert not place.detail.sections.vouching.isVisible()
    assert not place.detail.facts.origin


@needs_c2pa
def test_a_credential_says_who_signed_and_where_it_ends(stage: Stage) -> None:
    data = signed(images.encoded(images.scene()), signing_files(stage.rooms.folder / "c"), ai=True)
    picture = illustrating.add_picture_bytes(stage.desk, data, "signed.jpg").picture.id
    place = opened(stage, picture)
    stage.wait(place.detail.sections.vouching.isVisible)
    words = " ".join(place.detail.sections.card.words)
    for part in ("the signature holds", "Courier Desk", "colours changed", "Made by AI", "Camera"):
        assert part in words
    assert "The credential ends here" in words


def test_what_cannot_be_checked_here_is_said_calmly_and_a_certificate_named(stage: Stage) -> None:
    place = opened(stage, stage.picture("bridge1.jpg"))
    card = place.detail.sections.card
    unchecked = ContentCredentials(Standing.UNCHECKED, faults=("No checker is installed.",))
    card.show_vouched(Vouched(place.picture, unchecked, "chain.pem"))
    words = " ".join(card.words)
    assert "could not be checked on this laptop" in words
    assert "Says nothing of AI" not in words
    assert "Copies are signed with the house’s certificate, chain.pem." in words
    bad = ContentCredentials(Standing.INVALID, faults=("It was changed after it was signed.",))
    card.show_vouched(Vouched(place.picture, bad))
    assert "Invalid: it does not hold." in card.words
    assert place.detail.facts.origin == "Content Credentials are broken"
    assert "It was changed after it was signed." in card.words
    told = {Standing.TRUSTED: "Signer known to", Standing.VALID: "Unknown signer"}
    for standing, begins in told.items():
        card.show_vouched(Vouched(place.picture, ContentCredentials(standing, "Somebody")))
        assert card.words[0].startswith(begins)
        assert place.detail.facts.origin.startswith("Content Credentials hold")
    card.show_vouched(Vouched(place.picture, None))
    assert not place.detail.facts.origin


def test_vouching_tells_of_the_house_s_certificate(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg")
    assert vouched(picture, stage.desk) == Vouched(picture, None)


def test_other_parts_find_their_places_around_the_record(stage: Stage) -> None:
    from PySide6.QtWidgets import QLabel

    place = opened(stage, stage.picture("bridge1.jpg"))
    banner, crops = place.detail.lookalikes, QLabel("Crops")
    banner.show()
    fold = place.detail.add_section("Crops", crops)
    stage.app.processEvents()
    assert fold.head.text() == "Crops"
    tops = [
        part.mapTo(place.detail, part.rect().topLeft()).y()
        for part in (place.detail.facts, banner, place.detail.form, place.tools.uses, crops)
    ]
    assert tops == sorted(tops)


def test_a_reason_being_typed_is_on_disk_and_there_after_a_crash(stage: Stage) -> None:
    picture = stage.picture("bridge1.jpg", rights=RightsPeriod(ends="2020-01-01"))
    article = stage.article(picture)
    place = opened(stage, picture)
    place.detail.sections.found.open(True)
    key = ("rights-ended", f"{article}:picture:{picture}", 0)
    row = place.detail.sections.findings.answers.rows[key]
    QTest.mouseClick(row.open, LEFT)
    QTest.keyClicks(row.reason, "Agreed by phone")
    place.keeper.jotter.flush()
    stage.settle()
    # Another window over the same library, as after a crash.
    again = PicturesPlace(stage.theme, stage.link, place.keeper)
    stage.qtbot.addWidget(again)
    again.show()
    again.show_picture(picture)
    stage.settle()
    rows = again.detail.sections.findings.answers.rows
    stage.wait(lambda: rows[key].typed == "Agreed by phone")
    QTest.keyClick(rows[key].reason, Qt.Key.Key_Escape)
    place.keeper.jotter.flush()
    stage.settle()
    assert jotting.all_jotted(stage.desk, jotting.REASONS) == {}


@pytest.mark.skipif(
    find_spec("c2pa") is not None, reason="with c2pa what only looks like a credential is none"
)
def test_a_credential_has_a_card_that_goes_with_its_picture(stage: Stage) -> None:
    data = images.encoded(images.scene(300, 200)) + b"jumb....c2pa"
    picture = illustrating.add_picture_bytes(stage.desk, data, "signed.jpg").picture.id
    other = stage.picture("bridge1.jpg")
    place = opened(stage, picture)
    card = place.detail.sections.card
    stage.wait(lambda: place.detail.sections.vouching.isVisible() is True)
    assert card.words[0] in {Standing.UNCHECKED.words, Standing.INVALID.words}
    assert "The credential ends here: exported copies are not signed." in card.words
    place.show_picture(other)
    stage.settle()
    assert not place.detail.sections.vouching.isVisible()
