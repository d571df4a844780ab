"""A key pressed and painted in the furnished window: list, preview, counts, autosave at work."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.measuring import Figure
from tests.bench.stage import furnished, write
from tests.bench.texts import SIZES, content
from tests.bench.typing_alone import bare_edit, compared_typing

PAUSE_MS = 25
"""Between two keys: forty letters a second, which only a held key reaches."""


def figures() -> Iterator[Figure]:
    """Take the figures at each length of story."""
    with furnished() as stage:
        for size in SIZES:
            stage.open(write(stage.desk, content(size)))
            bare = bare_edit(size)
            stage.window.activateWindow()
            body = stage.room.panes.editor.body
            body.setFocus()
            name = f"key to paint in the room, {size:,} words"
            yield from compared_typing(name, body, bare, stage.rest, PAUSE_MS)
            bare.close()
            bare.deleteLater()
            stage.rest()
