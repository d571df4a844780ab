"""Bad input from outside: the right exit code, one clear sentence, nothing half done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.identity.keys import KeyFile
from tests.journeys.test_by_command_line import HOUSE, STORY, a_jpeg
from tests.support.commands import CommandLine, command_line


@pytest.fixture
def gazette(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    a_jpeg(tmp_path / "pier.jpg")
    newsroom = command_line(tmp_path, capsys)
    begun = newsroom("init", "--house", tmp_path / "house.toml", "--person", "Marat Seitkali")
    assert begun.code == 0, begun.err
    return newsroom


def _story(fields: str, body: str = "Text.") -> bytes:
    return f"---\nheadline: A\n{fields}\n---\n\n{body}\n".encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_story('lead: "a\\0b.jpg"'), 1),
        (_story('byline: "\\ud800"'), 1),
        (_story("published: 0001-01-01T00:00:00+14:00"), 1),
        (_story("published: 9999-12-31T23:59:59-12:00"), 1),
        (_story(f"lead: {'x' * 5000}.jpg"), 3),
        (_story("", f"![a]({'x' * 300}.jpg)"), 3),
        (b"PK\x03\x04\x00\x00 a word processor's file", 1),
    ],
)
def test_a_story_that_cannot_be_kept_is_no_bug(
    gazette: CommandLine, data: bytes, code: int
) -> None:
    (gazette.folder / "bad.md").write_bytes(data)
    answer = gazette("import", gazette.folder / "bad.md", "--json")
    assert answer.code == code, answer.out
    assert answer.json["error"]["kind"] != "bug"
    assert gazette("list", "--json").json == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(gazette: CommandLine) -> None:
    os.mkfifo(gazette.folder / "pipe.md")
    os.mkfifo(gazette.folder / "pipe.jpg")
    assert gazette("import", gazette.folder / "pipe.md").code == 1
    assert gazette("picture", "add", gazette.folder / "pipe.jpg").code == 1
    (gazette.folder / "story.md").write_bytes(_story("lead: pipe.jpg"))
    assert gazette("import", gazette.folder / "story.md").code == 1


def test_a_name_too_long_is_unavailable_everywhere(gazette: CommandLine) -> None:
    article = gazette("import", gazette.folder / "story.md", "--json").json["article"]
    name = gazette.folder / ("y" * 300)
    for call in (
        ("import", name),
        ("picture", "add", name),
        ("export", article, "--draft", "--out", name),
        ("verify", name),
    ):
        assert gazette(*call).code == 3, call


def test_an_empty_argument_names_nothing(gazette: CommandLine) -> None:
    gazette("import", gazette.folder / "story.md")
    assert gazette("submit", "").code == 4
    assert gazette("picture", "show", "").code == 4
    assert gazette("export", "--out", "").code == 2
    assert gazette("list", "--json").json[0]["state"] == "draft"


def test_a_house_file_that_is_not_there_is_not_found(gazette: CommandLine) -> None:
    assert gazette("init", "--house", gazette.folder / "no.toml", "--person", "A").code == 4
    assert gazette("init", "--house", gazette.folder, "--person", "A").code == 1


def test_verify_tells_a_file_from_a_damaged_export(gazette: CommandLine) -> None:
    assert gazette("verify", gazette.folder / "story.md", "--json").json["error"]["kind"] == (
        "not-found"
    )


def test_every_form_of_show_is_one_document_with_json(gazette: CommandLine) -> None:
    article = gazette("import", gazette.folder / "story.md", "--json").json["article"]
    shown = gazette("show", article, "--as", "html", "--json").json
    assert shown["html"] == gazette("show", article, "--as", "html").out
    assert {"id", "headline", "body"} <= shown.keys()
    assert gazette("show", "ffff", "--as", "json").json["error"]["kind"] == "not-found"
    assert gazette("self-test", "--json").json == {"passed": True, "steps": []}


def test_a_locked_key_stops_an_export_before_its_first_file(
    gazette: CommandLine, tmp_path: Path
) -> None:
    article = gazette("import", gazette.folder / "story.md", "--json").json["article"]
    assert gazette("submit", article).code == 0
    assert gazette("approve", article).code == 0
    KeyFile(tmp_path / "keys", lambda: None).set_passphrase("pier")
    assert gazette("export", article, "--out", tmp_path / "site").code == 3
    assert not (tmp_path / "site").exists()


def test_long_words_are_checked_in_no_more_than_their_length(gazette: CommandLine) -> None:
    body = "x" * 200_000 + "\n\n" + "abc., " * 60_000
    (gazette.folder / "long.md").write_bytes(_story("", body))
    article = gazette("import", gazette.folder / "long.md", "--json").json["article"]
    assert gazette("check", article).code == 0


def _program(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    places = {"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_CONFIG_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "newsroom.app", *arguments],
        env={**os.environ, **places, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_json_is_utf_8_whatever_the_system_writes(tmp_path: Path) -> None:
    done = _program(tmp_path, "show", "Қала", "--json", PYTHONIOENCODING="latin-1")
    assert done.returncode == 4
    assert json.loads(done.stdout)["error"]["kind"] == "not-found"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_window_without_a_display_is_refused_in_words(tmp_path: Path) -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = _program(tmp_path, "--json", **nowhere)
    assert done.returncode == 3
    assert "no display" in json.loads(done.stdout)["error"]["message"]
