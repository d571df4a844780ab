"""The sample story's page, to the letter.

`NEWSROOM_RENEW=1 python -m pytest tests/reference/export` writes the expected file anew; look at
the difference before it is committed.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from newsroom.domain.ids import Sha256
from newsroom.domain.picture import Picture
from newsroom.export.page import Page
from tests.unit.export.samples import INLINE, LEAD, night_buses, page_of

EXPECTED = Path(__file__).with_name("night-buses.html")
RENEW = os.environ.get("NEWSROOM_RENEW") == "1"
"""Read before the tests begin: each of them runs in an empty environment."""

_ASSET_HASH = re.compile(r"(assets/\w+\.)[0-9a-f]{12}(\.\w+)")


def _with_fixed_bytes(picture: Picture, digit: str) -> Picture:
    """Give a picture a hash that does not change with the encoder of the day."""
    return replace(picture, sha256=Sha256(digit * 64))


def _page() -> Page:
    pictures = {
        LEAD.id: _with_fixed_bytes(LEAD, "1"),
        INLINE.id: _with_fixed_bytes(INLINE, "2"),
    }
    # The ids of the pictures are not printed; only names that follow from the fixed hashes are.
    return page_of(replace(night_buses(), pictures=pictures))


def test_the_page_is_as_it_was_agreed() -> None:
    html = _ASSET_HASH.sub(r"\1HASH\2", _page().html.decode("utf-8"))
    if RENEW:
        EXPECTED.write_text(html, "utf-8", newline="\n")
    assert html == EXPECTED.read_text("utf-8")
