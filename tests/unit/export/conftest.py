"""What the tests of the export share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep encoded pictures for the whole run: their names follow from what is in them."""
    return tmp_path_factory.mktemp("encoded")
