"""Commands about pictures and their credits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click

from newsroom.cli import documents
from newsroom.cli.record_options import given_fields, record_options
from newsroom.cli.shell import GivenPath, Shell, json_option
from newsroom.desk import browsing, checking, crediting, illustrating
from newsroom.desk.room import Desk
from newsroom.domain.ids import EntryId, PictureId, only_match
from newsroom.domain.picture import FIELDS, CreditRecord
from newsroom.domain.summary import PictureQuery, PictureSort, PictureSummary


@click.group()
def picture() -> None:
    """Pictures and their credits."""


@picture.command()
@click.argument("file", type=GivenPath())
@record_options
@json_option
@click.pass_obj
def add(shell: Shell, /, file: Path, **values: Any) -> None:
    """Add a picture; what its file says of itself is read, what you say here wins."""
    given = given_fields(values, CreditRecord())
    with shell.desk() as desk:
        added = illustrating.add_picture_file(desk, file, given)
    document = {"picture": added.picture.id, "warnings": list(added.warnings)}
    lines = [added.picture.id, *(f"  {warning}" for warning in added.warnings)]
    shell.answer(document, lambda: "\n".join(lines))


@picture.command("list")
@click.option("--search", default="", help="Words to find in captions, credits and names.")
@click.option("--missing-credit", is_flag=True, help="Only pictures without a credit line.")
@click.option("--unused", is_flag=True, help="Only pictures that no article uses.")
@click.option(
    "--rights-ending", type=int, metavar="DAYS", help="Only those whose rights end within days."
)
@click.option("--conflicts", is_flag=True, help="Only those whose file says different things.")
@click.option(
    "--sort",
    type=click.Choice([one.value for one in PictureSort]),
    default=PictureSort.ADDED.value,
    help="By arrival (added, oldest), the end of rights (ends) or when taken (taken, first-taken).",
)
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@json_option
@click.pass_obj
def list_(
    shell: Shell,
    /,
    search: str,
    rights_ending: int | None,
    sort: str,
    limit: int | None,
    **only: bool,
) -> None:
    """List pictures, the last added first unless another order is asked for."""
    with shell.desk() as desk:
        query = PictureQuery(
            search=search,
            missing_credit=only["missing_credit"],
            unused=only["unused"],
            ends_by="" if rights_ending is None else _day_in(desk, rights_ending),
            disputed=only["conflicts"],
            limit=limit,
            sort=PictureSort(sort),
        )
        found = browsing.pictures(desk, query)
    rows = [documents.picture_row(one) for one in found]
    shell.answer(rows, lambda: "\n".join(_row(one) for one in found) or "No pictures.")


def _day_in(desk: Desk, days: int) -> str:
    return (checking.today(desk, browsing.house(desk)) + timedelta(days=days)).isoformat()


def _row(summary: PictureSummary) -> str:
    picture = summary.picture
    credit = picture.record.credit.strip() or "CREDIT IS MISSING"
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
@click.argument("wanted", metavar="ID...", nargs=-1, required=True)
@click.option("--preset", help="Put a preset of the house over the record first.")
@record_options
@json_option
@click.pass_obj
def edit(shell: Shell, /, wanted: tuple[str, ...], preset: str | None, **values: Any) -> None:
    """Change the record of a picture or of many; approvals of stories that use it turn stale."""
    with shell.desk() as desk:
        names = [browsing.find_picture(desk, one) for one in wanted]
        over = crediting.preset_called(desk, preset).over if preset else None
        # In one piece: what is refused of one picture leaves all of them as they were.
        crediting.change_records(desk, names, partial(_edited, values, over))
        shown = [_whole(desk, name) for name in names]
    document = shown[0] if len(shown) == 1 else shown
    shell.answer(document, lambda: "\n\n".join(map(_lines, shown)))


def _edited(
    values: Mapping[str, Any], over: crediting.Edit | None, record: CreditRecord
) -> CreditRecord:
    before = over(record) if over else record
    return illustrating.with_fields(before, given_fields(values, before))


@picture.command()
@click.argument("wanted", metavar="ID")
@json_option
@click.pass_obj
def history(shell: Shell, wanted: str) -> None:
    """Show who changed which fields of a picture's record, the newest change first."""
    with shell.desk() as desk:
        changes = crediting.history(desk, browsing.find_picture(desk, wanted))
    rows = [documents.record_change(one) for one in changes]
    shell.answer(rows, lambda: "\n".join(map(documents.record_change_line, changes)))


@picture.command()
@click.argument("wanted", metavar="ID")
@click.option("--to", "entry", help="An entry of its history; without it, the one before the last.")
@json_option
@click.pass_obj
def undo(shell: Shell, wanted: str, entry: str | None) -> None:
    """Put a former record of a picture back, as a new entry."""
    with shell.desk() as desk:
        name = browsing.find_picture(desk, wanted)
        if entry is None:
            crediting.undo(desk, name)
        else:
            entries = [one.entry for one in crediting.history(desk, name)]
            matches = [one for one in entries if one.startswith(entry)]
            crediting.put_back(desk, name, EntryId(only_match(entry, [*matches], "entry")))
        document = _whole(desk, name)
    shell.answer(document, lambda: _lines(document))


@picture.command()
@click.argument("wanted", metavar="ID")
@click.argument("field", type=click.Choice(FIELDS))
@click.argument("standard", type=click.Choice(["XMP", "IIM", "Exif"]))
@json_option
@click.pass_obj
def choose(shell: Shell, wanted: str, field: str, standard: str) -> None:
    """Settle what a picture's file says differently in two standards, by one of them."""
    with shell.desk() as desk:
        name = browsing.find_picture(desk, wanted)
        crediting.choose(desk, name, field, standard)
        document = _whole(desk, name)
    shell.answer(document, lambda: _lines(document))


def _whole(desk: Desk, name: PictureId) -> documents.Document:
    picture = browsing.picture(desk, name)
    return documents.picture_whole(picture, illustrating.where_used(desk, name))


def _lines(document: documents.Document) -> str:
    shown = {key: value for key, value in document.items() if value not in ("", [], {}, None)}
    return "\n".join(f"{key:14} {_text(value)}" for key, value in shown.items())


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}={_text(part)}" for key, part in value.items())
    return str(value)
