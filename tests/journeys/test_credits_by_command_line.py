"""The credit record by the command line: every field set, read, changed and brought back."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from newsroom.domain.picture import FIELDS
from tests.support import images
from tests.support.commands import CommandLine, command_line

HOUSE = """\
[house]
name = "The Lake Gazette"
url = "https://gazette.example"
language = "en"
time_zone = "Asia/Almaty"
credit_forms = ["Photo: {creator} / {credit}", "Photo: {credit}"]

[house.checks]
required = ["rights-ended"]
wanted = ["source-type-missing"]
overridable = ["rights-ended"]

[house.pictures]
territories = ["KZ"]
channels = ["web", "social"]

[[house.agency]]
name = "QazPhoto"
spellings = ["Qaz Photo"]

[[house.preset]]
name = "AFP"
credit = "AFP"
source = "AFP"
licensor = [{ name = "AFP", url = "https://www.afp.com/" }]
rights = { ends = "2030-01-01", channels = ["web"] }

[[house.section]]
slug = "news"
name = "News"
"""
WHOLE: dict[str, Any] = {
    "creator": ["Aidar Kim", "Li Lee"],
    "credit": "AFP",
    "contact": {"email": "kim@example.org", "phone": "+7 700 000 00 00"},
    "copyright_owner": ["AFP"],
    "licensor": [{"name": "AFP", "url": "https://www.afp.com/", "email": "a@example.org"}],
    "rights": {
        "starts": "2026-01-01",
        "ends": "2026-12-31",
        "territories": ["KZ", "KG"],
        "channels": ["web"],
    },
    "releases": {"model": "MR-UMR", "model_ids": ["R-1"], "property": "PR-NAP"},
    "source_type": "digitalCapture",
    "data_mining": "DMI-PROHIBITED",
    "shown": [{"city": "Алматы", "country": "Қазақстан", "code": "KZ"}],
    "taken": {"city": "Almaty"},
    "keywords": ["ice", "bridge"],
    "people": ["Somebody"],
    "ai": {"system": "None"},
}
OPTIONS = [
    *("--creator", "Aidar Kim", "--creator", "Li Lee", "--credit", "AFP"),
    *("--contact-email", "kim@example.org", "--contact-phone", "+7 700 000 00 00"),
    *("--copyright-owner", "AFP"),
    *("--licensor", "name=AFP; url=https://www.afp.com/; email=a@example.org"),
    *("--rights-starts", "2026-01-01", "--rights-ends", "2026-12-31"),
    *("--rights-territories", "KZ", "--rights-territories", "KG", "--rights-channels", "web"),
    *("--releases-model", "MR-UMR", "--releases-model-ids", "R-1", "--releases-property", "PR-NAP"),
    *("--source-type", "digitalCapture", "--data-mining", "DMI-PROHIBITED"),
    *("--shown", "city=Алматы; country=Қазақстан; code=KZ", "--taken-city", "Almaty"),
    *("--keywords", "ice", "--keywords", "bridge", "--people", "Somebody", "--ai-system", "None"),
]


@pytest.fixture
def gazette(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    newsroom = command_line(tmp_path, capsys)
    begun = newsroom("init", "--house", tmp_path / "house.toml", "--person", "Marat Seitkali")
    assert begun.code == 0, begun.err
    return newsroom


def added(newsroom: CommandLine, name: str = "a.jpg", **iim: bytes) -> str:
    file = newsroom.folder / name
    image = images.scene(1200, 800)
    image.paste((len(name), 7, 7), (0, 0, 9, 9))
    file.write_bytes(images.with_iim(images.encoded(image), iim))
    answer = newsroom("picture", "add", file, "--json")
    assert answer.code == 0, answer.err
    return str(answer.json["picture"])


def test_every_field_is_set_by_an_option_and_shown(gazette: CommandLine) -> None:
    edited = gazette("picture", "edit", added(gazette), *OPTIONS, "--json")
    assert edited.code == 0, edited.err
    assert {name: edited.json[name] for name in WHOLE} == WHOLE
    assert set(FIELDS) <= edited.json.keys()
    assert gazette("picture", "list", "--json").json[0]["rights"] == WHOLE["rights"]
    shown = gazette("picture", "show", edited.json["id"])
    assert "email=kim@example.org" in shown.out


def test_every_field_is_set_from_json_and_a_part_leaves_the_others(
    gazette: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "record.json").write_text(json.dumps(WHOLE), encoding="utf-8")
    picture = added(gazette)
    assert gazette("picture", "edit", picture, "--record", tmp_path / "record.json").code == 0
    edited = gazette("picture", "edit", picture, "--rights-ends", "2027-01-01", "--json").json
    assert edited["rights"] == {**WHOLE["rights"], "ends": "2027-01-01"}
    cleared = gazette("picture", "edit", picture, "--rights-ends", "", "--credit", "", "--json")
    assert cleared.json["credit"] == ""
    assert "ends" not in cleared.json["rights"]


@pytest.mark.parametrize(
    "record",
    [
        {"credit": 5},
        {"creator": "Kim"},
        {"rights": {"ends": 2027}},
        {"rights": "none"},
        {"licensor": ["AFP"]},
        {"source_type": "a guess"},
        {"shown": [{"town": "Almaty"}]},
        ["credit"],
        "credit",
    ],
)
def test_a_record_of_another_shape_empties_no_field(
    gazette: CommandLine, tmp_path: Path, record: object
) -> None:
    (tmp_path / "record.json").write_text(json.dumps(record), encoding="utf-8")
    picture = added(gazette)
    before = gazette("picture", "show", picture, "--json").json
    refused = gazette("picture", "edit", picture, "--record", tmp_path / "record.json")
    assert (refused.code, refused.out) == (1, "")
    assert "was not understood" in refused.err or "holds no fields" in refused.err
    assert gazette("picture", "show", picture, "--json").json == before


def test_bytes_that_are_no_text_are_refused_and_a_name_with_them_is_shown_as_can_be(
    gazette: CommandLine, tmp_path: Path
) -> None:
    picture = added(gazette)
    refused = gazette("picture", "edit", picture, "--credit", "Marat \udcff")
    assert refused.code == 1
    assert "bytes that are no characters" in refused.err
    name = os.fsdecode(b"pier\xff.jpg")
    try:
        (tmp_path / name).write_bytes(images.encoded(images.scene(90, 70)))
    except OSError:
        pytest.skip("this system takes no such names")
    taken = gazette("picture", "add", tmp_path / name, "--credit", "AFP", "--json")
    assert taken.code == 0, taken.err
    shown = gazette("picture", "show", taken.json["picture"], "--json").json
    assert shown["file_name"] == "pier?.jpg"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--rights-ends", "soon"),
        ("--rights-territories", "XX"),
        ("--licensor", "url=javascript:alert(1)"),
        ("--licensor", "mood=calm"),
        ("--web-statement", "example"),
    ],
)
def test_what_no_page_could_use_is_refused(gazette: CommandLine, option: str, value: str) -> None:
    picture = added(gazette)
    refused = gazette("picture", "edit", picture, option, value)
    assert refused.code == 1
    assert "was not taken" in refused.err
    assert gazette("picture", "edit", picture, "--source-type", "magic").code == 2


def test_what_is_refused_of_an_edit_leaves_its_preset_undone_too(gazette: CommandLine) -> None:
    picture = added(gazette)
    before = gazette("picture", "show", picture, "--json").json
    # The preset's rights end in 2030.
    late = ("--preset", "AFP", "--rights-starts", "2031-01-01")
    refused = gazette("picture", "edit", picture, *late)
    assert refused.code == 1
    assert gazette("picture", "show", picture, "--json").json == before


def test_many_pictures_take_a_preset_and_each_keeps_its_history(gazette: CommandLine) -> None:
    names = [added(gazette, f"{'x' * count}.jpg") for count in (1, 2, 3)]
    edited = gazette("picture", "edit", *names, "--preset", "AFP", "--creator", "Kim", "--json")
    assert edited.code == 0, edited.err
    assert {one["credit"] for one in edited.json} == {"AFP"}
    assert all(one["creator"] == ["Kim"] for one in edited.json)
    changes = gazette("picture", "history", names[0], "--json").json
    assert [[one["field"] for one in change["fields"]] for change in changes] == [
        ["creator", "credit", "source", "licensor", "rights"],
        [],
    ]
    assert changes[0]["by"] == "Marat Seitkali"
    undone = gazette("picture", "undo", names[0], "--to", changes[1]["entry"][:9], "--json")
    assert (undone.json["credit"], undone.json["creator"]) == ("", [])
    assert gazette("picture", "undo", names[0], "--json").json["credit"] == "AFP"


def test_conflicts_are_listed_and_settled(gazette: CommandLine, tmp_path: Path) -> None:
    packet = images.xmp("<photoshop:Credit>XMP Credit</photoshop:Credit>")
    jpeg = images.with_iim(images.encoded(images.scene(), xmp=packet), {"Credit": b"IIM Credit"})
    (tmp_path / "b.jpg").write_bytes(jpeg)
    name = gazette("picture", "add", tmp_path / "b.jpg", "--json").json["picture"]
    (row,) = gazette("picture", "list", "--conflicts", "--json").json
    assert row["disagreements"] == [
        {
            "field": "credit",
            "claims": [
                {"standard": "XMP", "value": "XMP Credit"},
                {"standard": "IIM", "value": "IIM Credit"},
            ],
        }
    ]
    assert gazette("picture", "choose", name, "credit", "IIM", "--json").json["credit"] == (
        "IIM Credit"
    )
    assert gazette("picture", "list", "--conflicts", "--json").json == []


def test_rights_that_end_are_listed_remarked_and_answered_for(
    gazette: CommandLine, tmp_path: Path
) -> None:
    name = added(gazette)
    assert (
        gazette("picture", "edit", name, "--credit", "AFP", "--rights-ends", "2020-01-01").code == 0
    )
    ending = gazette("picture", "list", "--rights-ending", "14", "--json").json
    assert [one["id"] for one in ending] == [name]
    (tmp_path / "story.md").write_text(
        f'---\nheadline: Ice\nsection: news\n---\n\n![Ice](picture:{name} "Ice in 2026")\n',
        encoding="utf-8",
    )
    article = gazette("import", tmp_path / "story.md", "--json").json["article"]
    assert gazette("submit", article).code == 0
    assert gazette("approve", article).code == 1
    found = gazette("check", article, "--json").json["findings"]
    (ended,) = [one for one in found if one["rule"] == "rights-ended"]
    assert (ended["severity"], ended["overridable"]) == ("error", True)
    said = gazette(
        "override", article, "rights-ended", ended["where"], "--reason", "Agreed by phone", "--json"
    )
    assert said.code == 0, said.err
    (ended,) = [one for one in said.json["findings"] if one["rule"] == "rights-ended"]
    assert (ended["severity"], ended["reason"]) == ("warning", "Agreed by phone")
    assert gazette("approve", article).code == 0
    assert gazette("override", article, "rights-ended", ended["where"], "--withdraw").code == 0


def test_the_house_s_form_and_spelling_reach_the_page(gazette: CommandLine, tmp_path: Path) -> None:
    name = added(gazette, Credit=b"Photo: Qaz Photo", Byline=b"Aidar Kim")
    (tmp_path / "story.md").write_text(
        f'---\nheadline: Ice\nsection: news\n---\n\n![Ice](picture:{name} "Ice in 2026")\n',
        encoding="utf-8",
    )
    article = gazette("import", tmp_path / "story.md", "--json").json["article"]
    done = gazette("export", article, "--draft", "--out", tmp_path / "site", "--json")
    assert done.code == 0, done.err
    assert "Photo: Aidar Kim / QazPhoto<" in Path(done.json["pages"][0]).read_text("utf-8")
    assert gazette("verify", tmp_path / "site", "--json").json == {"findings": [], "left_over": []}
