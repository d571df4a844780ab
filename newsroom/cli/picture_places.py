"""Commands about where pictures stand: uses, look-alikes, and whether originals are whole."""

from __future__ import annotations

from pathlib import Path

import click

from newsroom.cli import documents
from newsroom.cli.documents import Document
from newsroom.cli.presenter import Exit
from newsroom.cli.shell import Shell, json_option
from newsroom.desk import attesting, browsing, illustrating, likening, using
from newsroom.desk.likening import Likeness, Lookalike
from newsroom.desk.room import Desk
from newsroom.desk.using import PlaceUsed
from newsroom.domain.credentials import ContentCredentials, Standing
from newsroom.domain.ids import PictureId
from newsroom.domain.times import to_iso


@click.command("where-used")
@click.argument("wanted", metavar="ID")
@json_option
@click.pass_obj
def where_used(shell: Shell, wanted: str) -> None:
    """List every article that uses a picture or whose page shows it: state, date and page."""
    with shell.desk() as desk:
        name = browsing.find_picture(desk, wanted)
        places = using.places_used(desk, name)
    document = {"picture": name, "places": [_place(one) for one in places]}
    lines = [_place_line(one) for one in places]
    shell.answer(document, lambda: "\n".join(lines) or "No article uses this picture.")


def _place(place: PlaceUsed) -> Document:
    return {
        "article": place.article,
        "headline": place.headline,
        "state": place.state.value,
        "in_text": place.now,
        "published": to_iso(place.published) or None,
        "ran": to_iso(place.ran) or None,
        "page": place.page or None,
    }


def _place_line(place: PlaceUsed) -> str:
    date = to_iso(place.ran or place.published)[:10] or "no date"
    gone = "" if place.now else "  (on the page only)"
    headline = place.headline or "Untitled"
    return f"{place.article[:8]}  {place.state.value:14} {date:10}  {headline}  {place.page}{gone}"


@click.command()
@click.argument("wanted", metavar="ID|FILE")
@json_option
@click.pass_obj
def lookalikes(shell: Shell, wanted: str) -> None:
    """List the pictures that look like one of the library or like a file: who is credited, where it
    ran."""
    with shell.desk() as desk:
        found = likening.lookalikes(desk, _asked(desk, wanted))
    lines = [_alike_line(one) for one in found]
    document = {"lookalikes": [_alike(one) for one in found]}
    shell.answer(document, lambda: "\n".join(lines) or "Nothing looks like it.")


@click.command("set-apart")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@click.option("--undo", is_flag=True, help="Take back that they differ.")
@json_option
@click.pass_obj
def set_apart(shell: Shell, one: str, other: str, *, undo: bool) -> None:
    """Say for the whole house that two pictures differ, although they look alike."""
    with shell.desk() as desk:
        pair = browsing.find_picture(desk, one), browsing.find_picture(desk, other)
        (likening.liken_again if undo else likening.set_apart)(desk, *pair)
    line = "They may be likened again." if undo else "They will not be likened again."
    shell.answer({"pictures": [*pair], "differ": not undo}, lambda: line)


def _asked(desk: Desk, wanted: str) -> PictureId | bytes:
    path = Path(wanted)
    if path.is_file():
        return illustrating.read_picture(path)
    return browsing.find_picture(desk, wanted)


def _alike(one: Lookalike) -> Document:
    return {
        "picture": one.picture.id,
        "file_name": one.picture.file_name,
        "how": one.how.value,
        "distance": one.distance,
        "credit": one.picture.record.credit,
        "uses": [use.article for use in one.uses],
        "ran": [
            {"article": ran.article, "headline": ran.headline, "at": to_iso(ran.at)}
            for ran in one.ran
        ],
    }


def _alike_line(one: Lookalike) -> str:
    how = "the same file" if one.how is Likeness.EXACT else f"{one.distance} of 64 apart"
    credit = one.picture.record.credit.strip() or "CREDIT IS MISSING"
    ran = f"ran {to_iso(one.ran[0].at)[:10]}" if one.ran else "has not run"
    return f"{one.picture.id[:8]}  {how:14} {one.picture.file_name}  {credit}  {ran}"


@click.command()
@click.argument("wanted", metavar="ID")
@json_option
@click.pass_obj
def verify(shell: Shell, wanted: str) -> None:
    """Open a picture's original again: is it whole and as it came, does its credential hold?"""
    with shell.desk() as desk:
        seen = attesting.attest(desk, browsing.find_picture(desk, wanted))
    document = {
        "picture": seen.picture.id,
        "findings": [documents.finding(one) for one in seen.findings],
        "content_credentials": _credentials(seen.credentials) if seen.credentials else None,
    }
    lines = [documents.finding_line(one) for one in seen.findings]
    lines = lines or ["The original is whole and as it came."]
    lines += [_credential_line(seen.credentials)] if seen.credentials else []
    shell.answer(document, lambda: "\n".join(lines))
    if seen.findings:
        raise SystemExit(Exit.REFUSED)


def _credentials(found: ContentCredentials) -> Document:
    return {
        "standing": found.standing.value,
        "known_signer": _KNOWN.get(found.standing),
        "signer": found.signer,
        "issuer": found.issuer,
        "signed_at": found.signed_at or None,
        "generator": found.generator,
        "edits": list(found.edits),
        "ai": found.ai,
        "faults": list(found.faults),
    }


_KNOWN = {Standing.TRUSTED: True, Standing.VALID: False}
"""Whether the house knows a signer, where the signature is one."""


def _credential_line(found: ContentCredentials) -> str:
    parts = [f"Content Credentials signed by {found.signer or 'nobody named'}."]
    parts += [found.standing.words, *found.faults]
    parts += [f"Done: {', '.join(found.edits)}."] if found.edits else []
    parts += ["AI took part."] if found.ai else []
    return " ".join(parts)
