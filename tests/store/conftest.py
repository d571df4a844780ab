"""An empty library for each test of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.store.library import Library
from tests.support.ledger import read_body


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library in a folder of its own."""
    with Library.create(tmp_path / "library", read_body) as made:
        yield made
