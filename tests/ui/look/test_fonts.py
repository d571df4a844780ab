"""Every letter that a story here is written in is in every font that is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from newsroom.ui.look import tokens
from newsroom.ui.look.fonts import font
from newsroom.ui.look.tokens import Family, Type
from tests.support.rooms import RESOURCES

KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
RUSSIAN = "".join(map(chr, range(0x410, 0x450))) + "Ёё"
SIGNS = "«»„“”‘’–—…№₸€ "
FILES = sorted((RESOURCES / "fonts").glob("*.ttf"))
PARTS = re.compile(r"-(cyrillic|latin)(-ext)?")
"""The fonts of a page come in parts, one for each script; these words tell the parts apart."""
WEB_FILES = sorted((RESOURCES / "themes").rglob("*.woff2"))
WEB_FACES = sorted({PARTS.sub("", path.stem) for path in WEB_FILES})
ROLES = [one for one in vars(tokens).values() if isinstance(one, Type)]


def test_there_are_fonts_and_roles() -> None:
    assert len(FILES) >= len(Family)
    assert len(ROLES) > len(Family)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bundled_file_holds_cyrillic_and_kazakh(path: Path) -> None:
    held = TTFont(path).getBestCmap()
    assert [letter for letter in KAZAKH + RUSSIAN + SIGNS if ord(letter) not in held] == []


@pytest.mark.parametrize("face", WEB_FACES)
def test_the_parts_of_a_page_s_font_hold_cyrillic_and_kazakh_together(face: str) -> None:
    parts = [path for path in WEB_FILES if PARTS.sub("", path.stem) == face]
    held = {code for path in parts for code in TTFont(path).getBestCmap()}
    assert [letter for letter in KAZAKH + RUSSIAN if ord(letter) not in held] == []


@pytest.mark.parametrize("role", ROLES, ids=lambda role: f"{role.family}-{role.size}-{role.weight}")
def test_a_role_is_drawn_in_its_own_family_with_every_letter(
    qapp: QApplication, role: Type
) -> None:
    drawn = font(role)
    assert QFontInfo(drawn).family() == role.family.value
    raw = QRawFont.fromFont(drawn)
    assert [letter for letter in KAZAKH + RUSSIAN if not raw.supportsCharacter(ord(letter))] == []
