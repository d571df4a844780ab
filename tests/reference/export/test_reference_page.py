"""The sample story's page, to the letter.

`NEWSROOM_RENEW=1 python -m pytest tests/reference/export` writes the expected file anew; look at
the difference before it is committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from tests.unit.export.samples import page_of

EXPECTED = Path(__file__).with_name("night-buses.html")
RENEW = os.environ.get("NEWSROOM_RENEW") == "1"
"""Read before the tests begin: each of them runs in an empty environment."""

_ASSET_HASH = re.compile(r"(assets/\w+\.)[0-9a-f]{12}(\.\w+)")
_PICTURE_HASH = re.compile(r"(assets/pictures/)[0-9a-f]{20}(-\d+\.\w+)")


def _without_hashes(html: str) -> str:
    """Take out the names that follow from the bytes of files, which have tests of their own."""
    return _PICTURE_HASH.sub(r"\1HASH\2", _ASSET_HASH.sub(r"\1HASH\2", html))


def test_the_page_is_as_it_was_agreed() -> None:
    html = _without_hashes(page_of().html.decode("utf-8"))
    if RENEW:
        EXPECTED.write_text(html, "utf-8", newline="\n")
    assert html == EXPECTED.read_text("utf-8")
