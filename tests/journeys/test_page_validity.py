"""Exported pages before their judges: the W3C's Nu checker, and axe-core in Chromium.

The tools are not Python packages: `packaging/tools/package.json` names them, `NEWSROOM_TOOLS` (or
`.tools` in the project) is the folder whose `node_modules` holds them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.domain.document import Document, Paragraph, Table
from newsroom.domain.house import Logo, Wording
from newsroom.domain.ids import ArticleId
from newsroom.export.folder import write_site
from newsroom.export.verify import reopen
from tests.unit.export.samples import (
    BODY,
    ferry_post,
    night_buses,
    original,
    page_of,
    words,
)

PROJECT = Path(__file__).resolve().parents[2]
TOOLS = Path(os.environ.get("NEWSROOM_TOOLS") or PROJECT / ".tools")
"""Read before the tests begin: each of them runs in an empty environment."""

CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAIN_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    b'<path d="M10 30h100M20 22h80M40 14h40" stroke="#0b5c85" stroke-width="4"/></svg>'
)


def _tool(*parts: str) -> Path:
    """Find a file of the page tools, or skip the test."""
    file = TOOLS.joinpath("node_modules", *parts)
    if not file.exists():
        pytest.skip(f"{parts[0]} is not installed in {TOOLS} (see packaging/tools)")
    return file


def _program(*names: str) -> str:
    """Find a program, or skip the test."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"{names[0]} is not installed")
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Export pages of every kind: full, draft, in each language, wide, and nearly empty."""
    wide = Table(
        tuple(words(f"Stop {i}") for i in range(9)),
        (tuple(words(f"0{i}:15") for i in range(9)),) * 3,
    )
    russian = {
        "language": "ru",
        "headline": "Шесть городов ввели единое расписание ночных автобусов",
        "standfirst": "Первые рейсы отправятся в полночь в пятницу",
        "place": "Жаркент, Казахстан",
        "byline": "FerryPost",
    }
    kazakh = {
        "language": "kk",
        "headline": "Алты қала түнгі автобустарға ортақ кесте жасады",
        "standfirst": "Алғашқы рейстер жұма күні түн ортасында шығады",
        "place": "Жаркент, Қазақстан",
        "byline": "Айгерім Садықова",
    }
    wordings = {
        "ru": Wording(home_label="Главная", credit_prefix="Фото: ", notice="Со ссылкой."),
        "kk": Wording(home_label="Басты бет", credit_prefix="Сурет: ", notice="Сілтемемен."),
    }
    house = ferry_post(wordings=wordings)
    text_ru = Paragraph(words("Водители проехали маршрут дважды и остались довольны дорогой."))
    text_kk = Paragraph(words("Жүргізушілер бағытпен екі рет жүріп өтті, жол ұнады."))
    bare = dict.fromkeys(("standfirst", "section", "place", "byline"), "")
    stories = [
        night_buses(*BODY, wide),
        night_buses(text_ru, **russian),
        night_buses(text_kk, **kazakh),
        night_buses(Paragraph(words("One line.")), headline="Brief", lead=None, sources=(), **bare),
        replace(night_buses(headline="", lead=None), document=Document(), pictures={}),
    ]
    logo = Logo("image/svg+xml", PLAIN_LOGO)
    houses = [
        house,
        house,
        house,
        ferry_post(social=(), sections=(), languages=(), notice="", share=0, feed="", tagline=""),
        ferry_post(logo=logo, name="The Observer of Both Banks of the River and of Its Islands"),
    ]
    pages = [
        page_of(
            replace(story, id=ArticleId(f"{number}" * 20)),
            houses[number],
            draft=number in (1, 4),
        )
        for number, story in enumerate(stories)
    ]
    write_site(pages, tmp_path / "site", original, tmp_path / "cache")
    return tmp_path / "site"


def _pages(site: Path) -> list[str]:
    return [str(path) for path in sorted(site.rglob("index.html"))]


def _run(command: list[str], answer: Callable[[subprocess.CompletedProcess[str]], str]) -> Any:
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    try:
        return json.loads(answer(done))
    except json.JSONDecodeError:
        pytest.fail(f"{command[0]} answered {done.returncode}: {done.stdout}{done.stderr}")


def test_the_exported_pages_verify(site: Path) -> None:
    assert len(_pages(site)) == 5
    assert reopen(site).findings == ()


def test_the_nu_checker_has_nothing_to_say(site: Path) -> None:
    java = _program("java")
    checker = _tool("vnu-jar", "build", "dist", "vnu.jar")
    files = [*_pages(site), *map(str, (site / "assets").glob("*.css"))]
    command = [java, "-jar", str(checker), "--format", "json", "--also-check-css", *files]
    assert _run(command, lambda done: done.stderr)["messages"] == []


def test_the_nu_checker_would_object_to_a_broken_page(tmp_path: Path) -> None:
    java = _program("java")
    checker = _tool("vnu-jar", "build", "dist", "vnu.jar")
    broken = tmp_path / "broken.html"
    broken.write_text("<!DOCTYPE html><p><div id=a id=a><img src=x>", "utf-8")
    command = [java, "-jar", str(checker), "--format", "json", str(broken)]
    assert _run(command, lambda done: done.stderr)["messages"]


@pytest.mark.timeout(240)
def test_axe_finds_no_barrier_and_nothing_overflows(site: Path) -> None:
    node, chrome = _program("node"), _program(*CHROMES)
    _tool("axe-core")
    _tool("playwright-core")
    driver = str(Path(__file__).with_name("look_at_pages.cjs"))
    seen = _run([node, driver, str(TOOLS), chrome, *_pages(site)], lambda done: done.stdout)
    assert len(seen) == 4 * len(_pages(site))
    for one in seen:
        where = f"{one['file']} {one['colorScheme']} {one['width']}"
        assert one["passes"] > 20, where
        assert one["violations"] == [], where
        assert one["overflow"] <= 0, where
        assert one["missing"] == [], where
        assert one["fonts"] == [], where
