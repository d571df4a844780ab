"""A theme is a folder; what is wrong with one is said in a sentence."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from newsroom.domain.errors import Unavailable
from newsroom.export.page import render_page
from newsroom.export.theme import load_theme
from tests.unit.export.samples import STAMP, THEMES, ferry_post, night_buses, paper

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(THEMES / "paper", tmp_path / "mine"))


def test_every_language_has_every_label() -> None:
    labels = paper().labels
    assert set(labels) == {"en", "ru", "kk"}
    english = labels["en"]
    for language in ("ru", "kk"):
        same = {key for key, word in labels[language].items() if word == english[key]}
        assert same <= {"rss"}, f"{language} says in English: {same}"


def test_an_unknown_language_is_answered_in_the_theme_s_own() -> None:
    assert paper().words("fr") == paper().words("en")


def test_the_stylesheet_loads_only_files_that_go_with_it() -> None:
    theme = paper()
    style = theme.assets[-1]
    assert style.path == theme.stylesheet
    urls = re.findall(r"url\(([^)]*)\)", style.data.decode())
    assert {f"assets/{url.strip(chr(34))}" for url in urls} == {
        str(asset.path) for asset in theme.assets[:-1]
    }


def test_a_changed_font_changes_its_name_and_the_stylesheet_s(copy: Path) -> None:
    font = copy / "fonts" / "inter-latin.woff2"
    font.write_bytes(font.read_bytes() + b"\0")
    before, after = paper(), load_theme(copy)
    changed = {asset.path.name for asset in after.assets} - {a.path.name for a in before.assets}
    assert len(changed) == 2
    assert any(name.startswith("inter-latin.") for name in changed)


@pytest.mark.parametrize("family", ["inter", "source-serif-4", "newsroom-display"])
def test_the_fonts_hold_russian_and_kazakh(family: str) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib", reason="fonttools is not installed")
    held: set[int] = set()
    for file in sorted((THEMES / "paper" / "fonts").glob(f"{family}-*.woff2")):
        if "italic" not in file.name:
            held |= set(ttlib.TTFont(file).getBestCmap())
    assert not [sign for sign in f"{KAZAKH}Ёё«»—₸№•|" if ord(sign) not in held]


def test_fonts_travel_with_their_licences() -> None:
    for folder in (THEMES / "paper" / "fonts", THEMES.parent / "fonts"):
        for name in ("Inter", "SourceSerif4", "IBMPlexMono"):
            assert "SIL Open Font License" in (folder / f"OFL-{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("part", ["theme.toml", "page.html", "figure.html", "style.css"])
def test_a_theme_without_a_part_cannot_be_read(copy: Path, part: str) -> None:
    (copy / part).unlink()
    with pytest.raises(Unavailable, match="mine"):
        load_theme(copy)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("theme.toml", "[theme"),
        ("theme.toml", '[theme]\nlanguage = "en"\n'),
        ("page.html", "{% block before %}"),
        ("style.css", 'a { background: url("nowhere.woff2") }'),
    ],
)
def test_a_broken_theme_cannot_be_read(copy: Path, part: str, text: str) -> None:
    (copy / part).write_text(text, "utf-8")
    with pytest.raises(Unavailable):
        load_theme(copy)


def test_a_template_that_names_what_is_not_there_fails_at_once(copy: Path) -> None:
    page = copy / "page.html"
    page.write_text(page.read_text("utf-8").replace("{{ headline }}", "{{ hedline }}"), "utf-8")
    with pytest.raises(UndefinedError):
        render_page(night_buses(), ferry_post(), load_theme(copy), STAMP)


def test_another_theme_gives_another_page_without_a_change_of_code(copy: Path) -> None:
    (copy / "page.html").write_text(
        "{% block before %}<main><h1>{{ headline }}</h1>{% endblock %}"
        "{% block after %}</main>{% endblock %}",
        "utf-8",
    )
    page = render_page(night_buses(), ferry_post(), load_theme(copy), STAMP)
    assert page.before == "<main><h1>Six towns share one timetable for night buses</h1>"
    assert page.after == "</main>"
