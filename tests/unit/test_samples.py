"""The sample house: every story reads, every picture is there, every language and state is met."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newsroom.checks.rules import RULES
from newsroom.domain.article import Content, Story
from newsroom.domain.document import Block, Document, Figure, Opaque
from newsroom.domain.house import House
from newsroom.domain.house_file import house_from_toml
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import CreditRecord, Picture
from newsroom.domain.reading import word_count
from newsroom.domain.workflow import State
from newsroom.markup.front_matter import FrontMatter, parse
from newsroom.markup.reader import read_with
from newsroom.markup.targets import image_targets
from newsroom.markup.writer import write
from tests.support.judging import run
from tests.support.stories import a_picture

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "steppe-courier"
FILES = sorted(path.name for path in SAMPLE.glob("*.md"))
PICTURES = sorted(path.name for path in SAMPLE.glob("*.jpg"))
UNFINISHED = {State.DRAFT, State.IN_REVIEW, State.RETURNED}


@cache
def front(file: str) -> FrontMatter:
    return parse((SAMPLE / file).read_text(encoding="utf-8"))


@cache
def plan() -> dict[str, Any]:
    return tomllib.loads((SAMPLE / "states.toml").read_text(encoding="utf-8"))


@cache
def house() -> House:
    text = (SAMPLE / "house.toml").read_text(encoding="utf-8")
    return house_from_toml(text, lambda path: (SAMPLE / path).read_bytes())


def picture(file: str, record: CreditRecord) -> Picture:
    return a_picture(file, id=PictureId(file), record=record)


def document(file: str) -> Document:
    return read_with(front(file).body, PictureId)


def lead(written: FrontMatter) -> Figure | None:
    if written.lead is None:
        return None
    record = written.pictures[written.lead.target]
    return Figure(PictureId(written.lead.target), record.alt, record.caption)


def story(file: str) -> Story:
    written = front(file)
    return Story(
        ArticleId("0" * 20),
        Content(
            headline=written.headline,
            standfirst=written.standfirst,
            section=written.section,
            language=written.language,
            place=written.place,
            published=written.published,
            byline=written.byline,
            sources=written.sources,
            tags=written.tags,
            lead=lead(written),
            slug=written.slug,
            body=written.body,
        ),
        document(file),
        {PictureId(name): picture(name, one) for name, one in written.pictures.items()},
    )


def state(file: str) -> State:
    return next(State(step["state"]) for step in plan()["stories"] if step["file"] == file)


def test_the_house_speaks_three_languages() -> None:
    assert house().languages == ("en", "ru", "kk")
    assert house().logo is not None
    for language in ("ru", "kk"):
        spoken = house().in_language(language)
        for said, default in zip(spoken.sections, house().sections, strict=True):
            assert said.slug == default.slug
            assert re.search("[а-яәіңғүұқөһ]", said.name)
        assert spoken.notice != house().notice


def test_what_the_house_requires_exists() -> None:
    assert house().required <= {rule.id for rule in RULES}


def test_there_are_stories_in_every_language() -> None:
    languages = [front(file).language for file in FILES]
    assert languages.count("en") >= 6
    assert languages.count("ru") >= 3
    assert languages.count("kk") >= 3
    assert set(languages) == {"en", "ru", "kk"}


def test_every_story_has_a_state_and_every_state_a_story() -> None:
    assert sorted(step["file"] for step in plan()["stories"]) == FILES
    assert {State(step["state"]) for step in plan()["stories"]} == set(State)


@pytest.mark.parametrize("file", FILES)
def test_story_reads_whole(file: str) -> None:
    written = front(file)
    assert written.warnings == ()
    body = document(file)
    assert not [block for block in body.blocks if isinstance(block, Opaque)]
    assert 140 <= word_count(body) <= 500
    assert written.published is not None
    assert (written.published.year, written.published.month in {3, 4, 5}) == (2026, True)


@pytest.mark.parametrize("file", FILES)
def test_body_is_spelled_canonically(file: str) -> None:
    targets = r"\]\(picture:([\w.]+) "
    assert re.sub(targets, r"](\1 ", write(document(file))) == front(file).body.strip("\n") + "\n"


@pytest.mark.parametrize("file", FILES)
def test_every_figure_has_its_file_and_its_record(file: str) -> None:
    written = front(file)
    used = set(image_targets(written.body))
    if written.lead:
        used.add(written.lead.target)
    assert used == set(written.pictures)
    assert used <= set(PICTURES)


@pytest.mark.parametrize("file", FILES)
def test_checks_find_only_the_missing_credits(file: str) -> None:
    findings = run(story(file), house())
    assert {finding.rule for finding in findings} <= {"credit-missing"}
    assert not findings or state(file) in UNFINISHED


def test_two_used_pictures_lack_a_credit() -> None:
    records = {name: one for file in FILES for name, one in front(file).pictures.items()}
    assert sorted(name for name, one in records.items() if not one.credit) == [
        "apron2.jpg",
        "bridge1.jpg",
    ]


def test_a_picture_is_credited_alike_wherever_it_is_used() -> None:
    records: dict[str, CreditRecord] = {}
    for file in FILES:
        for name, one in front(file).pictures.items():
            assert records.setdefault(name, one) == one


def test_every_picture_is_used_or_in_the_archive() -> None:
    used = {name for file in FILES for name in front(file).pictures}
    archive = {one["file"] for one in plan()["archive"]}
    assert sorted(used | archive) == PICTURES
    assert not used & archive
    assert all(one["credit"] and one["alt"] for one in plan()["archive"])


def test_what_changes_after_an_approval_is_there_to_change() -> None:
    for step in plan()["stories"]:
        if State(step["state"]) is State.STALE:
            change = step["afterwards"]
            assert front(step["file"]).body.count(change["find"]) == 1
            assert change["find"] != change["replace"]
            if "picture" in change:
                assert front(step["file"]).pictures[change["picture"]].credit != change["credit"]


def test_a_returned_story_says_why() -> None:
    returned = [step for step in plan()["stories"] if step["state"] == "returned"]
    assert all(len(step["note"].split()) > 5 for step in returned)


def test_blocks_of_every_kind_are_shown() -> None:
    met: set[type[Block]] = {type(block) for file in FILES for block in document(file).blocks}
    assert {kind.__name__ for kind in met} == {
        "Embed",
        "FactBox",
        "Figure",
        "Footnote",
        "Heading",
        "ListBlock",
        "Paragraph",
        "PullQuote",
        "Quote",
        "Rule",
        "Table",
    }


@pytest.mark.parametrize("file", [file for file in FILES if front(file).language != "en"])
def test_cyrillic_texts_use_their_own_quotes(file: str) -> None:
    text = front(file).body.replace(' "', "").replace('")', "")
    assert not re.search(r"[“”„]", text)
