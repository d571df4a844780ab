"""The clipboard of each program as it really looks, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.markup.paste.reading import read_html
from newsroom.markup.reader import read
from newsroom.markup.writer import write

SAMPLES = Path(__file__).parent / "clipboard"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_each_origin_comes_in_as_expected(name: str) -> None:
    html = (SAMPLES / f"{name}.html").read_text(encoding="utf-8")
    expected = (SAMPLES / f"{name}.md").read_text(encoding="utf-8")
    written = write(read_html(html).without_pictures())
    assert written == expected
    assert write(read(written)) == written


def test_there_is_a_sample_of_every_origin() -> None:
    assert len(NAMES) >= 10
