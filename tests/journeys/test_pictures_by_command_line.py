"""Pictures by the command line: where they stand, what looks like them, are they whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.journeys.test_by_command_line import HOUSE, STORY, approved
from tests.support.commands import CommandLine, command_line
from tests.support.rooms import RESOURCES

BRIDGE = RESOURCES / "samples" / "steppe-courier" / "bridge1.jpg"


@pytest.fixture
def gazette(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "pier.jpg").write_bytes(BRIDGE.read_bytes())
    newsroom = command_line(tmp_path, capsys)
    begun = newsroom("init", "--house", tmp_path / "house.toml", "--person", "Marat Seitkali")
    assert begun.code == 0, begun.err
    return newsroom


def picture(gazette: CommandLine) -> str:
    (found,) = gazette("picture", "list", "--json").json
    return str(found["id"])


def test_where_a_picture_is_used(gazette: CommandLine, tmp_path: Path) -> None:
    article = approved(gazette)
    name = picture(gazette)
    answer = gazette("picture", "where-used", name[:6], "--json")
    assert answer.code == 0
    (place,) = answer.json["places"]
    assert (answer.json["picture"], place["article"]) == (name, article)
    assert (place["state"], place["in_text"], place["ran"]) == ("approved", True, None)
    assert gazette("export", article, "--out", tmp_path / "site").code == 0
    (place,) = gazette("picture", "where-used", name, "--json").json["places"]
    assert place["ran"]
    assert (tmp_path / "site" / place["page"] / "index.html").exists()
    assert "Ferry returns" in gazette("picture", "where-used", name).out
    assert gazette("picture", "where-used", "ffff").code == 4


def test_what_looks_like_a_picture(gazette: CommandLine, tmp_path: Path) -> None:
    article = approved(gazette)
    assert gazette("export", article, "--out", tmp_path / "site").code == 0
    copy = tmp_path / "copy.jpg"
    Image.open(BRIDGE).resize((500, 333)).save(copy, quality=40)
    (found,) = gazette("picture", "lookalikes", copy, "--json").json["lookalikes"]
    assert (found["picture"], found["how"]) == (picture(gazette), "near")
    assert found["credit"] == "Lake Transport Office"
    assert [one["article"] for one in found["ran"]] == [article]
    assert "Lake Transport Office  ran 2026-05-02" in gazette("picture", "lookalikes", copy).out
    exact = gazette("picture", "lookalikes", tmp_path / "pier.jpg").out
    assert "the same file" in exact
    assert gazette("picture", "lookalikes", picture(gazette)).out == "Nothing looks like it.\n"
    refused = gazette("picture", "lookalikes", tmp_path / "story.md")
    assert (refused.code, "“story.md” is not a picture." in refused.err) == (1, True)


def test_whether_a_picture_is_whole(gazette: CommandLine) -> None:
    approved(gazette)
    name = picture(gazette)
    whole = gazette("picture", "verify", name, "--json")
    assert (whole.code, whole.json) == (
        0,
        {"picture": name, "findings": [], "content_credentials": None},
    )
    (original,) = (gazette.folder / "library" / "pictures").glob("*/*")
    data = original.read_bytes()
    original.write_bytes(data[:-9])
    changed = gazette("picture", "verify", name, "--json")
    assert changed.code == 1
    assert [one["rule"] for one in changed.json["findings"]] == ["original-changed"]
    original.unlink()
    missing = gazette("picture", "verify", name, "--json")
    assert (missing.code, missing.json["findings"][0]["rule"]) == (1, "original-missing")
    assert gazette("picture", "verify", "ffff").code == 4


def test_a_picture_is_cut_and_shown_whole_again(gazette: CommandLine) -> None:
    approved(gazette)
    name = picture(gazette)
    cut = gazette(
        "picture", "crop", name[:6], "--focal", "40,30.5", "--crop", "16:9=10,5,80,45", "--json"
    )
    assert cut.code == 0
    framing = {"focal": {"x": 4000, "y": 3050}, "crops": {"16:9": [1000, 500, 8000, 4500]}}
    assert cut.json == {"picture": name, "framing": framing}
    assert gazette("picture", "show", name, "--json").json["framing"] == framing
    more = gazette("picture", "crop", name, "--crop", "free=0,0,50,100")
    assert more.out.startswith("in focus at 40 % and 30 %; free from 0 % and 0 %, 50 % wide")
    whole = gazette("picture", "crop", name, "--whole", "--json")
    assert whole.json["framing"] == {"focal": {"x": 4000, "y": 3050}}
    (article,) = gazette("list", "--json").json
    assert article["state"] == "approval-stale"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("--focal", "40"), 2),
        (("--focal", "40,130"), 2),
        (("--crop", "3:2=0,0,10,10"), 2),
        (("--crop", "1:1=a,0,10,10"), 2),
        (("--crop", "1:1=60,0,50,50"), 1),
    ],
)
def test_what_lies_outside_of_a_picture_is_refused(
    gazette: CommandLine, given: tuple[str, ...], code: int
) -> None:
    approved(gazette)
    assert gazette("picture", "crop", picture(gazette), *given).code == code
    assert gazette("picture", "show", picture(gazette), "--json").json["framing"] == {}


def test_pictures_are_listed_by_when_they_were_taken(gazette: CommandLine, tmp_path: Path) -> None:
    days = {"late": "2024-03-01", "undated": "", "early": "2019-11-30T08:00:00+05:00"}
    for number, (name, created) in enumerate(days.items()):
        Image.new("RGB", (40 + number, 30)).save(tmp_path / f"{name}.png")
        options = ("--created", created) if created else ()
        assert gazette("picture", "add", tmp_path / f"{name}.png", *options).code == 0

    def listed(sort: str) -> list[str]:
        rows = gazette("picture", "list", "--sort", sort, "--json").json
        return [row["file_name"].removesuffix(".png") for row in rows]

    assert listed("taken") == ["late", "early", "undated"]
    assert listed("first-taken") == ["early", "late", "undated"]
    assert listed("oldest") == ["late", "undated", "early"]


def test_two_pictures_are_set_apart(gazette: CommandLine, tmp_path: Path) -> None:
    Image.open(BRIDGE).resize((500, 333)).save(tmp_path / "copy.jpg", quality=40)
    names = [
        gazette("picture", "add", tmp_path / file, "--json").json["picture"]
        for file in ("pier.jpg", "copy.jpg")
    ]
    answer = gazette("picture", "set-apart", *names, "--json")
    assert answer.json == {"pictures": names, "differ": True}
    assert "may be likened" in gazette("picture", "set-apart", *names, "--undo").out
    assert gazette("picture", "set-apart", names[0], names[0]).code == 1
    assert gazette("picture", "set-apart", names[0], "ffff").code == 4
