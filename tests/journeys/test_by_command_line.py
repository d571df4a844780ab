"""The main job by the command line: import, check, submit, approve, export, verify."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support import images
from tests.support.commands import CommandLine, command_line

SAMPLE_RECORD = Path(__file__).parents[2] / "resources" / "samples" / "agency-record.json"

HOUSE = """\
[house]
name = "The Lake Gazette"
short_name = "Gazette"
tagline = "What the shore talks about"
url = "https://gazette.example"
language = "en"
time_zone = "Asia/Almaty"
home_label = "Front page"
date_format = "%d %B, %Y | %H:%M"
dateline = "{place} • {date}"
credit_prefix = "Credit: "

[[house.social]]
kind = "telegram"
url = "https://t.me/gazette"

[[house.section]]
slug = "news"
name = "News"

[house.republication]
share = 0.25
notice = "A quarter of this text may be reprinted with a link."
"""
STORY = """\
---
headline: Ferry returns to the western shore after nine years
standfirst: Two crossings a day, and a ticket for bicycles
section: news
language: en
place: Balqash, Kazakhstan
published: 2026-04-14T09:30:00+05:00
byline: Marat Seitkali
sources:
  - Lake Transport Office
tags: [ferry, transport]
lead: pier.jpg
pictures:
  pier.jpg:
    credit: Lake Transport Office
    alt: A white ferry lies at a wooden pier
---

The ferry **Aidyn** left the eastern pier at eight on Tuesday with forty passengers.

![Passengers queue on a pier beside a ferry](pier.jpg "The first queue in nine years")

## What it costs

- A seat is 600 tenge.
- A bicycle rides for 200.

> We kept the timetable on the wall all this time.
>
> -- Saule Omar, pier keeper
"""


def a_jpeg(path: Path) -> None:
    from PIL import Image

    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(path, quality=80)


@pytest.fixture
def gazette(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    a_jpeg(tmp_path / "pier.jpg")
    newsroom = command_line(tmp_path, capsys)
    begun = newsroom("init", "--house", tmp_path / "house.toml", "--person", "Marat Seitkali")
    assert begun.code == 0, begun.err
    return newsroom


def imported(newsroom: CommandLine) -> str:
    answer = newsroom("import", newsroom.folder / "story.md", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["warnings"] == []
    return str(answer.json["article"])


def approved(newsroom: CommandLine) -> str:
    article = imported(newsroom)
    assert newsroom("submit", article[:6]).code == 0
    assert newsroom("approve", article[:6]).code == 0
    return article


def test_a_story_goes_from_file_to_page(gazette: CommandLine, tmp_path: Path) -> None:
    article = approved(gazette)
    done = gazette("export", article, "--out", tmp_path / "site", "--json")
    assert done.code == 0, done.err
    page = tmp_path / "site/news/2026/04/14/ferry-returns-to-the-western-shore-after-nine-years"
    assert done.json["pages"] == [str(page / "index.html")]
    html = (page / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    for row in (
        "What the shore talks about",
        "Front page",
        "Balqash, Kazakhstan • 14 April, 2026 | 09:30",
        "1 min read",
        "Two crossings a day, and a ticket for bicycles",
        "The first queue in nine years",
        "Credit: Lake Transport Office",
        "A seat is 600 tenge.",
        "Saule Omar, pier keeper",
        "A quarter of this text may be reprinted with a link.",
    ):
        assert row in text
    assert gazette("verify", tmp_path / "site", "--json").json == {"findings": [], "left_over": []}
    assert gazette("list", "--json").json[0]["state"] == "published"


def test_an_edited_credit_makes_the_approval_stale(gazette: CommandLine, tmp_path: Path) -> None:
    article = approved(gazette)
    picture = gazette("picture", "list", "--json").json[0]["id"]
    assert gazette("picture", "edit", picture, "--credit", "Pier archive").code == 0
    for option, words in (("--web-statement", "javascript:x"), ("--created", "last spring")):
        refused = gazette("picture", "edit", picture, option, words)
        assert refused.code == 1
        assert f"{option} '{words}' was not taken." in refused.err
    assert gazette("list", "--json").json[0]["state"] == "approval-stale"
    refused = gazette("export", article, "--out", tmp_path / "site", "--json")
    assert refused.code == 1
    assert refused.json["error"]["kind"] == "refused"
    assert not (tmp_path / "site").exists()


def test_a_draft_is_exported_only_as_a_draft(gazette: CommandLine, tmp_path: Path) -> None:
    article = imported(gazette)
    assert gazette("export", article, "--out", tmp_path / "site").code == 1
    done = gazette("export", article, "--out", tmp_path / "site", "--draft", "--json")
    assert done.code == 0, done.err
    html = Path(done.json["pages"][0]).read_text(encoding="utf-8")
    assert "noindex" in html
    assert gazette("list", "--json").json[0]["state"] == "draft"


def test_an_article_shown_as_markdown_comes_in_again_the_same(gazette: CommandLine) -> None:
    article = imported(gazette)
    first = gazette("show", article, "--json").json
    again = gazette.folder / "again.md"
    again.write_text(gazette("show", article, "--as", "markdown").out, encoding="utf-8")
    copy = gazette("import", again, "--json").json["article"]
    second = gazette("show", copy, "--json").json
    assert {**second, "id": article} == first


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("latin.md", b"caf\xe9 in the headline", 1),
        ("broken.md", b"---\nheadline: [unclosed\n---\n\nText.\n", 1),
        ("lost.md", b"---\nheadline: A\nlead: lost.jpg\n---\n\nText.\n", 4),
        ("slug.md", b"---\nheadline: A\nslug: ../../etc\n---\n\nText.\n", 1),
        ("climb.md", b"---\nheadline: A\nlead: ../pier.jpg\n---\n\nText.\n", 1),
        ("empty.md", b"", 1),
    ],
)
def test_bad_files_are_refused_whole(
    gazette: CommandLine, name: str, data: bytes, code: int
) -> None:
    (gazette.folder / name).write_bytes(data)
    answer = gazette("import", gazette.folder / "story.md", gazette.folder / name, "--json")
    assert answer.code == code, answer.out + answer.err
    assert answer.json["error"]["message"]
    assert gazette("list", "--json").json == []
    assert gazette("picture", "list", "--json").json == []


def test_a_folder_and_a_missing_file_are_told_apart(gazette: CommandLine, tmp_path: Path) -> None:
    assert gazette("import", tmp_path).code == 1
    assert gazette("import", tmp_path / "nowhere.md").code == 4
    assert gazette("show", "ffff").code == 4
    assert gazette("frobnicate").code == 2


def test_a_script_link_is_found_and_never_printed(gazette: CommandLine, tmp_path: Path) -> None:
    story = STORY.replace("**Aidyn**", "[Aidyn](javascript:alert(1))")
    (tmp_path / "story.md").write_text(story, encoding="utf-8")
    article = imported(gazette)
    rules = {one["rule"] for one in gazette("check", article, "--json").json["findings"]}
    assert "link-broken" in rules
    assert "javascript:" not in gazette("show", article, "--as", "html").out


def test_plain_text_begins_with_its_headline(gazette: CommandLine, tmp_path: Path) -> None:
    text = "Ice leaves the bay\n\nThe bay was clear on Monday.\n\nBoats * return # soon.\n"
    (tmp_path / "ice.txt").write_text(text, encoding="utf-8")
    article = gazette("import", tmp_path / "ice.txt", "--json").json["article"]
    shown = gazette("show", article, "--json").json
    assert shown["headline"] == "Ice leaves the bay"
    page = gazette("show", article, "--as", "html").out
    assert "Boats * return # soon." in page


def test_a_rebuilt_library_answers_the_same(gazette: CommandLine) -> None:
    approved(gazette)
    before = gazette("list", "--json").out
    assert gazette("rebuild", "--json").json["articles"] == 1
    assert gazette("list", "--json").out == before


def test_errors_speak_json_on_standard_output(gazette: CommandLine) -> None:
    answer = gazette("show", "ffff", "--json")
    assert json.loads(answer.out)["error"]["kind"] == "not-found"
    assert "ffff" in answer.err


def test_a_changed_house_file_is_taken_over(gazette: CommandLine, tmp_path: Path) -> None:
    article = imported(gazette)
    changed = HOUSE.replace("What the shore talks about", "What the whole lake talks about")
    (tmp_path / "house.toml").write_text(changed, encoding="utf-8")
    assert gazette("house", tmp_path / "house.toml", "--json").json["house"] == "The Lake Gazette"
    assert "What the whole lake talks about" in gazette("show", article, "--as", "html").out


def test_a_story_goes_to_the_bin_and_comes_back(gazette: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note about bicycles\n\nThey ride for 200.\n")
    files = (tmp_path / "story.md", tmp_path / "note.txt")
    ferry, note = (one["article"] for one in gazette("import", *files, "--json").json)
    moved = gazette("bin", note, "--json").json
    assert [one["id"] for one in moved["binned"]] == [note]
    assert moved["binned"][0]["binned"]
    assert [one["id"] for one in gazette("list", "--json").json] == [ferry]
    assert [one["id"] for one in gazette("list", "--bin", "--json").json] == [note]
    assert gazette("restore", note).out.strip() == note
    assert gazette("list", "--bin").out.strip() == "No articles."
    by_headline = gazette("list", "--sort", "headline", "--json").json
    assert [one["id"] for one in by_headline] == [note, ferry]
    assert gazette("bin", "ffff").code == 4


def test_a_story_brings_every_field_of_its_pictures(gazette: CommandLine) -> None:
    scene = images.encoded(images.scene(640, 480))
    (gazette.folder / "lake.jpg").write_bytes(scene)
    (gazette.folder / "lake.md").write_text(
        "---\nheadline: The lake\nlead: lake.jpg\npictures:\n  lake.jpg:\n    credit: AFP\n"
        "    rights: {ends: 2027-12-31, channels: [web]}\n    people: [Marat Seitkali]\n"
        "    licensor: {name: AFP}\n---\n\nText.\n",
        encoding="utf-8",
    )
    assert gazette("import", gazette.folder / "lake.md").code == 0
    [row] = gazette("picture", "list", "--json").json
    shown = gazette("picture", "show", row["id"], "--json").json
    assert shown["rights"] == {"ends": "2027-12-31", "channels": ["web"]}
    assert shown["people"] == ["Marat Seitkali"]
    assert shown["licensor"] == [{"name": "AFP"}]


def test_the_sample_record_of_the_readme_is_taken_over(gazette: CommandLine) -> None:
    path = gazette.folder / "a.jpg"
    path.write_bytes(images.encoded(images.scene(640, 480)))
    picture = gazette("picture", "add", path, "--json").json["picture"]
    edited = gazette("picture", "edit", picture, "--record", SAMPLE_RECORD, "--json")
    assert edited.code == 0, edited.err
    said = json.loads(SAMPLE_RECORD.read_text(encoding="utf-8"))
    assert {name: edited.json[name] for name in said} == said
