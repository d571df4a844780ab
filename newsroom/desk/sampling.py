"""The sample house: a library made from the texts and pictures that ship with the program.

Everything goes through the ordinary deeds, so that what a newcomer sees is what the program does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.desk import browsing, drafting, illustrating, importing, opening, reviewing
from newsroom.desk.publishing import record_published
from newsroom.domain.errors import Unavailable
from newsroom.domain.ids import ArticleId
from newsroom.domain.progress import Progress, unwatched
from newsroom.domain.summary import PictureQuery
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from newsroom.desk.room import Desk, Tools
    from newsroom.identity.keys import KeyCabinet

_PLAN = "states.toml"
_HOUSE = "house.toml"
Step = Mapping[str, Any]


def make_sample(
    folder: Path,
    sample: Path,
    cabinet: KeyCabinet,
    tools: Tools,
    progress: Progress = unwatched,
) -> Desk:
    """Make the sample library in a new folder, from the folder that ships with the program.

    `states.toml` there says who works at the desk and how far each story has come.
    """
    plan = _plan(sample / _PLAN)
    stories: list[Step] = plan["stories"]
    house = opening.read_house_file(sample / _HOUSE)
    desk = opening.begin(folder, house, str(plan["person"]), cabinet, tools)
    total = len(stories) + 1
    for number, step in enumerate(stories):
        progress(number, total, str(step["file"]))
        imported = importing.import_files(desk, [sample / step["file"]])
        _bring_forward(desk, imported[0].article, step)
    progress(len(stories), total, "pictures")
    for picture in plan.get("archive", []):
        _keep_picture(desk, sample, picture)
    progress(total, total, "")
    return desk


def _plan(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise Unavailable(
            "The sample house that ships with Newsroom cannot be read.", hint="Install it again."
        ) from error


def _bring_forward(desk: Desk, article: ArticleId, step: Step) -> None:
    """Take a story through the deeds that lead to its state."""
    state = State(step["state"])
    if state is State.DRAFT:
        return
    reviewing.submit(desk, article)
    match state:
        case State.RETURNED:
            reviewing.return_with_note(desk, article, str(step["note"]))
        case State.APPROVED | State.PUBLISHED | State.STALE:
            reviewing.approve(desk, article)
    if state is State.PUBLISHED:
        record_published(desk, [browsing.story(desk, article)])
    if state is State.STALE:
        _change(desk, article, step["afterwards"])


def _change(desk: Desk, article: ArticleId, change: Step) -> None:
    """Change a word and perhaps a credit after the approval."""
    content = browsing.story(desk, article).content
    body = content.body.replace(str(change["find"]), str(change["replace"]))
    drafting.save_draft(desk, article, replace(content, body=body))
    if "picture" in change:
        _correct_credit(desk, str(change["picture"]), str(change["credit"]))


def _correct_credit(desk: Desk, file_name: str, credit: str) -> None:
    for summary in browsing.pictures(desk, PictureQuery()):
        if summary.picture.file_name == file_name:
            record = replace(summary.picture.record, credit=credit)
            illustrating.edit_record(desk, summary.picture.id, record)


def _keep_picture(desk: Desk, sample: Path, picture: Step) -> None:
    """Add a picture that no story uses."""
    given = {
        key: tuple(value) if isinstance(value, list) else str(value)
        for key, value in picture.items()
        if key != "file"
    }
    illustrating.add_picture_file(desk, sample / picture["file"], given)
