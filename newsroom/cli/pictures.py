"""Commands about pictures and their credits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from newsroom.cli import documents
from newsroom.cli.shell import GivenPath, Shell, json_option
from newsroom.desk import browsing, illustrating
from newsroom.desk.illustrating import RecordFields
from newsroom.desk.room import Desk
from newsroom.domain.errors import Refused
from newsroom.domain.ids import PictureId
from newsroom.domain.record_faults import fault_of
from newsroom.domain.summary import PictureQuery, PictureSummary

_FIELDS = {
    "credit": "The credit line as printed, without the house's prefix.",
    "source": "Who supplied the picture.",
    "copyright": "The copyright notice.",
    "usage-terms": "What the picture may be used for.",
    "web-statement": "The address of its rights statement.",
    "alt": "What a blind reader hears.",
    "caption": "What everyone reads.",
    "created": "When it was taken, as an ISO 8601 date.",
    "place": "Where it was taken.",
}


def _record_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, words in reversed(_FIELDS.items()):
        command = click.option(f"--{name}", help=words)(command)
    return click.option("--creator", multiple=True, help="Who took it; may be repeated.")(command)


def _given(values: dict[str, Any]) -> RecordFields:
    """Take the fields that were named; refuse one that no page could use."""
    given = {name: value for name, value in values.items() if value not in (None, ())}
    for name, value in given.items():
        if isinstance(value, str) and (fault := fault_of(name, value)):
            option = name.replace("_", "-")
            raise Refused(f"--{option} {value!r} was not taken.", hint=fault)
    return given


@click.group()
def picture() -> None:
    """Pictures and their credits."""


@picture.command()
@click.argument("file", type=GivenPath())
@_record_options
@json_option
@click.pass_obj
def add(shell: Shell, /, file: Path, **values: Any) -> None:
    """Add a picture; what its file says of itself is read, what you say here wins."""
    with shell.desk() as desk:
        added = illustrating.add_picture_file(desk, file, _given(values))
    document = {"picture": added.picture.id, "warnings": list(added.warnings)}
    lines = [added.picture.id, *(f"  {warning}" for warning in added.warnings)]
    shell.answer(document, lambda: "\n".join(lines))


@picture.command("list")
@click.option("--search", default="", help="Words to find in captions, credits and names.")
@click.option("--missing-credit", is_flag=True, help="Only pictures without a credit line.")
@click.option("--unused", is_flag=True, help="Only pictures that no article uses.")
@json_option
@click.pass_obj
def list_(shell: Shell, search: str, missing_credit: bool, unused: bool) -> None:
    """List pictures, newest first."""
    with shell.desk() as desk:
        found = browsing.pictures(desk, PictureQuery(search, missing_credit, unused))
    rows = [documents.picture_row(one) for one in found]
    shell.answer(rows, lambda: "\n".join(_row(one) for one in found) or "No pictures.")


def _row(summary: PictureSummary) -> str:
    picture = summary.picture
    credit = picture.record.credit or "CREDIT IS MISSING"
    return f"{picture.id[:8]}  {picture.width}×{picture.height}  {picture.file_name}  {credit}"


@picture.command()
@click.argument("wanted", metavar="ID")
@json_option
@click.pass_obj
def show(shell: Shell, wanted: str) -> None:
    """Show a picture's record and where it is used."""
    with shell.desk() as desk:
        document = _whole(desk, browsing.find_picture(desk, wanted))
    shell.answer(document, lambda: _lines(document))


@picture.command()
@click.argument("wanted", metavar="ID")
@_record_options
@json_option
@click.pass_obj
def edit(shell: Shell, /, wanted: str, **values: Any) -> None:
    """Change a picture's record; approvals of stories that use it turn stale."""
    with shell.desk() as desk:
        name = browsing.find_picture(desk, wanted)
        record = browsing.picture(desk, name).record
        illustrating.edit_record(desk, name, illustrating.with_fields(record, _given(values)))
        document = _whole(desk, name)
    shell.answer(document, lambda: _lines(document))


def _whole(desk: Desk, name: PictureId) -> documents.Document:
    picture = browsing.picture(desk, name)
    return documents.picture_whole(picture, illustrating.where_used(desk, name))


def _lines(document: documents.Document) -> str:
    shown = {key: value for key, value in document.items() if value not in ("", [], None)}
    return "\n".join(f"{key:14} {_text(value)}" for key, value in shown.items())


def _text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
