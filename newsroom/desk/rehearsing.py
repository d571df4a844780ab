"""Rehearse the main job on one story: import, check, submit, approve, export, verify."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import browsing, checking, importing, publishing, reviewing
from newsroom.domain.errors import Refused
from newsroom.domain.ids import ArticleId

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

Say = Callable[[str], None]


def rehearse(desk: Desk, story: Path, out: Path, say: Say) -> Path:
    """Bring a story from its file to its page, saying each step; give the page's path.

    Raises `Refused` when the exported files do not agree with what was written.
    """
    article = importing.import_files(desk, [story])[0].article
    say(f"Imported {story.name} as article {article[:8]}")
    return release(desk, article, out, say)


def release(desk: Desk, article: ArticleId, out: Path, say: Say) -> Path:
    """Bring an article from its draft to its page, saying each step; give the page's path."""
    found = checking.findings(desk, browsing.story(desk, article))
    say(f"Checked: {len(found)} to look at" if found else "Checked: nothing to look at")
    reviewing.submit(desk, article)
    say("Submitted for approval")
    reviewing.approve(desk, article)
    say("Approved: exactly these words, credits and pictures")
    exported = publishing.export(desk, [article], out)
    differing = publishing.verify(out)
    if differing:
        raise Refused("The exported files differ from what was written.", findings=differing)
    say("Exported; every file was opened again and all credits agree")
    return exported.pages[0]
