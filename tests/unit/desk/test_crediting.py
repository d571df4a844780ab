"""Keeping credit records: many at once, who changed what, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.desk import browsing, crediting, illustrating
from newsroom.desk.keeping import change_house
from newsroom.desk.room import Desk
from newsroom.domain.changes import Changes
from newsroom.domain.errors import Conflict, NotFound, Refused
from newsroom.domain.framing import UNFRAMED, focused
from newsroom.domain.house_pictures import Agency, PictureRules, Preset
from newsroom.domain.ids import EntryId, PictureId
from newsroom.domain.picture import (
    Claim,
    Cleaned,
    CreditRecord,
    Disagreement,
    Licensor,
    RightsPeriod,
)
from newsroom.domain.summary import PictureQuery
from newsroom.domain.vocabularies import SourceType
from newsroom.pictures.embedding import write_packet
from tests.support import images
from tests.support.rooms import Rooms


def add(desk: Desk, shade: int = 0, **fields: bytes) -> PictureId:
    image = images.scene()
    image.paste((shade, 0, 0), (0, 0, 8, 8))
    packet = images.xmp("<photoshop:Credit>© XMP Credit</photoshop:Credit>")
    data = images.with_iim(images.encoded(image, xmp=packet), fields)
    return illustrating.add_picture_bytes(desk, data, f"{shade}.jpg").picture.id


def record(desk: Desk, name: PictureId) -> CreditRecord:
    return browsing.picture(desk, name).record


def test_many_records_are_edited_in_one_piece(desk: Desk) -> None:
    names = [add(desk, shade) for shade in (0, 40, 80)]
    changes = crediting.edit_records(
        desk, names, {"credit": "AFP", "source_type": SourceType.CAPTURE}
    )
    assert changes.pictures == frozenset(names)
    assert {record(desk, name).credit for name in names} == {"AFP"}
    assert crediting.edit_records(desk, names, {"credit": "AFP"}) == Changes()


def test_one_picture_that_is_not_there_stops_them_all(desk: Desk) -> None:
    name = add(desk)
    with pytest.raises(NotFound):
        crediting.edit_records(desk, [name, PictureId("f" * 20)], {"credit": "AFP"})
    with pytest.raises(Refused):
        crediting.edit_records(desk, [name], {"mood": "calm"})
    assert record(desk, name).credit == "XMP Credit"


def test_history_says_who_changed_which_fields(desk: Desk) -> None:
    name = add(desk)
    illustrating.edit_record(desk, name, replace(record(desk, name), credit="AFP", event="Race"))
    last, first = crediting.history(desk, name)
    assert last.author == browsing.me(desk)
    assert [(one.field, one.before, one.after) for one in last.fields] == [
        ("credit", "XMP Credit", "AFP"),
        ("event", "", "Race"),
    ]
    assert [(one.step, one.before) for one in first.cleaned] == [("sign", "© XMP Credit")]
    assert last.cleaned == ()


def test_undo_puts_the_former_record_back_as_an_entry(desk: Desk) -> None:
    name = add(desk)
    before = record(desk, name)
    with pytest.raises(Refused, match="nothing to undo"):
        crediting.undo(desk, name)
    illustrating.edit_record(desk, name, replace(before, credit="AFP"))
    assert crediting.undo(desk, name).pictures == {name}
    assert record(desk, name) == before
    assert len(crediting.history(desk, name)) == 3
    crediting.undo(desk, name)
    assert record(desk, name).credit == "AFP"


def test_any_entry_of_the_history_can_be_put_back(desk: Desk) -> None:
    name = add(desk)
    for credit in ("One", "Two", "Three"):
        illustrating.edit_record(desk, name, replace(record(desk, name), credit=credit))
    one = crediting.history(desk, name)[2]
    crediting.put_back(desk, name, one.entry)
    assert record(desk, name).credit == "One"
    with pytest.raises(NotFound):
        crediting.put_back(desk, name, EntryId("0" * 64))


def test_a_preset_fills_its_fields_and_no_other(desk: Desk) -> None:
    licensor = (Licensor("AFP", "https://www.afp.com/"),)
    preset = Preset("AFP", CreditRecord(credit="AFP", source="AFP", licensor=licensor))
    house = replace(browsing.house(desk), pictures=PictureRules(presets=(preset,)))
    change_house(desk, house)
    names = [add(desk, shade) for shade in (0, 40)]
    crediting.edit_records(desk, names, {"creator": ("Kim",)})
    crediting.use_preset(desk, names, "AFP")
    for name in names:
        found = record(desk, name)
        assert (found.creator, found.credit, found.licensor) == (("Kim",), "AFP", licensor)
    with pytest.raises(NotFound, match="no preset"):
        crediting.use_preset(desk, names, "DPA")


def test_a_record_is_taken_over_from_another_picture(desk: Desk) -> None:
    one, other = add(desk), add(desk, 40)
    crediting.edit_records(desk, [other], {"credit": "AFP", "people": ("Somebody",)})
    crediting.take_over(desk, one, other)
    assert record(desk, one) == record(desk, other)


DISPUTE = Disagreement("credit", (Claim("XMP", "© XMP Credit"), Claim("IIM", "IIM Credit")))


def test_a_disagreement_is_kept_until_somebody_chooses(desk: Desk) -> None:
    name = add(desk, Credit=b"IIM Credit")
    assert browsing.picture(desk, name).disagreements == (DISPUTE,)
    assert [one.picture.id for one in browsing.pictures(desk, PictureQuery(disputed=True))] == [
        name
    ]
    crediting.edit_records(desk, [name], {"headline": "Another field"})
    assert browsing.picture(desk, name).disagreements == (DISPUTE,)
    with pytest.raises(Refused):
        crediting.choose(desk, name, "credit", "Exif")
    crediting.choose(desk, name, "credit", "IIM")
    assert record(desk, name).credit == "IIM Credit"
    assert browsing.picture(desk, name).disagreements == ()
    assert browsing.pictures(desk, PictureQuery(disputed=True)) == ()
    with pytest.raises(Conflict):
        crediting.choose(desk, name, "credit", "XMP")


def test_choosing_what_stands_already_settles_too(desk: Desk) -> None:
    name = add(desk, Credit=b"IIM Credit", Source=b"IIM Source")
    crediting.choose(desk, name, "credit", "XMP")
    assert browsing.picture(desk, name).disagreements == ()


def test_a_choice_of_one_date_of_rights_opens_no_other_limit(desk: Desk) -> None:
    limits = RightsPeriod("2026-01-01", "2026-06-30")
    packet = write_packet(CreditRecord(credit="AFP", rights=limits))
    image = images.encoded(images.scene(), xmp=packet)
    data = images.with_iim(image, {"ExpirationDate": b"20261231"})
    name = illustrating.add_picture_bytes(desk, data, "a.jpg").picture.id
    crediting.choose(desk, name, "rights", "IIM")
    assert record(desk, name).rights == RightsPeriod("2026-01-01", "2026-12-31")


def test_a_preset_of_one_date_opens_no_other_limit(desk: Desk) -> None:
    preset = Preset("AFP", CreditRecord(rights=RightsPeriod(ends="2030-01-01")))
    change_house(desk, replace(browsing.house(desk), pictures=PictureRules(presets=(preset,))))
    name = add(desk)
    crediting.edit_records(desk, [name], {"rights": RightsPeriod("", "2027-01-01", ("KZ",))})
    crediting.use_preset(desk, [name], "AFP")
    assert record(desk, name).rights == RightsPeriod("", "2030-01-01", ("KZ",))


@pytest.mark.parametrize("standard", ["XMP", "IIM"])
def test_undoing_a_choice_brings_the_dispute_back_and_nothing_else(
    desk: Desk, standard: str
) -> None:
    name = add(desk, Credit=b"IIM Credit")
    crediting.edit_records(desk, [name], {"headline": "Typed before"})
    crediting.choose(desk, name, "credit", standard)
    crediting.undo(desk, name)
    picture = browsing.picture(desk, name)
    assert (picture.record.headline, picture.record.credit) == ("Typed before", "XMP Credit")
    assert picture.disagreements == (DISPUTE,)
    crediting.undo(desk, name)
    assert browsing.picture(desk, name).disagreements == ()
    crediting.put_back(desk, name, crediting.history(desk, name)[-1].entry)
    assert browsing.picture(desk, name).disagreements == (DISPUTE,)


def test_typing_into_the_field_settles_it(desk: Desk) -> None:
    name = add(desk, Credit=b"IIM Credit")
    crediting.edit_records(desk, [name], {"credit": "Typed"})
    assert browsing.picture(desk, name).disagreements == ()


def test_what_a_person_gives_goes_over_what_was_cleaned(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    packet = images.xmp("<photoshop:Credit>Photo: Kim</photoshop:Credit>")
    file.write_bytes(images.encoded(images.scene(), xmp=packet))
    added = illustrating.add_picture_file(desk, file, {"credit": "Photo: as typed"})
    assert added.picture.record.credit == "Photo: as typed"
    assert crediting.history(desk, added.picture.id)[0].cleaned == ()


def test_the_house_s_spelling_is_used_on_arrival(desk: Desk) -> None:
    rules = PictureRules(agencies=(Agency("House Spelling", ("XMP Credit",)),))
    change_house(desk, replace(browsing.house(desk), pictures=rules))
    assert record(desk, add(desk)).credit == "House Spelling"


def test_an_edit_is_later_than_what_it_edits_whatever_the_clock_says(
    desk: Desk, rooms: Rooms
) -> None:
    name = add(desk)
    desk.close()
    rooms.made.clear()
    behind = rooms.reopen()
    crediting.edit_records(behind, [name], {"credit": "By a slow clock"})
    assert record(behind, name).credit == "By a slow clock"
    assert behind.now() < browsing.picture_history(behind, name)[0].time


def test_undo_passes_over_what_only_cut_the_picture(desk: Desk) -> None:
    name = illustrating.add_picture_bytes(
        desk, images.encoded(images.scene()), "a.jpg", {"credit": "Marat"}
    ).picture.id
    crediting.edit_records(desk, [name], {"credit": "Aigerim"})
    illustrating.frame(desk, name, focused(UNFRAMED, 2_000, 3_000))
    newest = crediting.history(desk, name)[0]
    assert [(one.field, one.after) for one in newest.fields] == [
        ("framing", "in focus at 20 % and 30 %")
    ]
    crediting.undo(desk, name)
    picture = browsing.picture(desk, name)
    assert (picture.record.credit, picture.framing.focal.x) == ("Marat", 2_000)


def test_a_preset_is_kept_for_the_next_picture_of_an_agency(desk: Desk) -> None:
    one, two = add(desk), add(desk, 40)
    given = {"credit": "AFP", "creator": ("Dana Kassym",), "source_type": SourceType.CAPTURE}
    crediting.edit_records(desk, [one], {**given, "caption": "Ice", "licensor": (Licensor("AFP"),)})
    crediting.keep_preset(desk, one, " AFP ")
    crediting.edit_records(desk, [one], {"credit": "AFP / Getty"})
    crediting.keep_preset(desk, one, "AFP")
    (kept,) = browsing.house(desk).pictures.presets
    assert (kept.name, set(kept.fields)) == ("AFP", {"creator", "credit", "licensor"})
    crediting.use_preset(desk, [two], "AFP")
    filled = record(desk, two)
    assert (filled.credit, filled.creator) == ("AFP / Getty", ("Dana Kassym",))
    assert (filled.licensor, filled.caption) == ((Licensor("AFP"),), "")


def test_a_preset_needs_a_name_and_something_to_keep(desk: Desk) -> None:
    data = images.encoded(images.scene())
    name = illustrating.add_picture_bytes(desk, data, "bare.jpg").picture.id
    with pytest.raises(Refused, match="no name"):
        crediting.keep_preset(desk, name, "  ")
    with pytest.raises(Refused, match="says nothing"):
        crediting.keep_preset(desk, name, "Nobody")
    assert browsing.house(desk).pictures.presets == ()


def test_everything_in_dispute_is_settled_by_one_standard(desk: Desk) -> None:
    name = add(desk, Credit=b"IIM Credit")
    disputed = browsing.picture(desk, name).disagreements
    assert [one.field for one in disputed] == ["credit"]
    assert crediting.choose_all(desk, name, "Exif") == Changes()
    changes = crediting.choose_all(desk, name, "IIM")
    assert name in changes.pictures
    assert browsing.picture(desk, name).disagreements == ()
    assert record(desk, name).credit == "IIM Credit"


@pytest.mark.parametrize("every", [True, False])
def test_what_is_chosen_is_cleaned_as_what_arrives_is(desk: Desk, every: bool) -> None:
    name = add(desk, Credit=b"IIM Credit")
    arrived = record(desk, name)
    assert arrived.credit == "XMP Credit"
    crediting.edit_records(desk, [name], {"copyright_owner": ("© Typed",), "headline": "Mine"})
    if every:
        crediting.choose_all(desk, name, "XMP")
    else:
        crediting.choose(desk, name, "credit", "XMP")
    chosen = record(desk, name)
    assert chosen.credit == arrived.credit
    # A person's own words are nobody's to clean.
    assert (chosen.copyright_owner, chosen.headline) == (("© Typed",), "Mine")
    latest, *_ = crediting.history(desk, name)
    assert latest.cleaned == (Cleaned("sign", "credit", "© XMP Credit"),)
