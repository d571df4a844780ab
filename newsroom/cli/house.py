"""Commands about the newsroom itself: begin it, its members, its ledger."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsroom.cli.shell import GivenPath, Shell, json_option
from newsroom.desk import browsing, keeping, opening, people
from newsroom.domain.errors import Refused
from newsroom.domain.member import Member


@click.command()
@click.option("--house", "house_file", required=True, type=GivenPath())
@click.option("--person", required=True, help="Your name, as colleagues know you.")
@json_option
@click.pass_obj
def init(shell: Shell, house_file: Path, person: str) -> None:
    """Begin a newsroom in a new folder, from a house file."""
    folder = shell.library or shell.wiring.default_library
    house = opening.read_house_file(house_file)
    desk = shell.wiring.begin(folder, house, person)
    desk.close()
    if warning := opening.place_warning(folder):
        click.echo(warning, err=True)
    document = {"library": str(folder), "house": house.name, "person": person, "member": desk.me}
    shell.answer(document, lambda: f"{house.name} begins in {folder}.")


@click.command("house")
@click.argument("house_file", metavar="FILE", type=GivenPath())
@json_option
@click.pass_obj
def house_(shell: Shell, house_file: Path) -> None:
    """Take over a changed house file: name, sections, forms of lines, rules."""
    house = opening.read_house_file(house_file)
    with shell.desk() as desk:
        keeping.change_house(desk, house)
    document = {"house": house.name, "sections": [section.slug for section in house.sections]}
    shell.answer(document, lambda: f"The house is {house.name} now.")


@click.command()
@json_option
@click.pass_obj
def rebuild(shell: Shell) -> None:
    """Build every list and index again from the ledger and the drafts."""
    with shell.desk() as desk:
        rebuilt = keeping.rebuild(desk)
    document = {
        "entries": rebuilt.entries,
        "articles": rebuilt.articles,
        "doubtful": list(rebuilt.doubtful),
    }
    lines = [
        f"Rebuilt {rebuilt.articles} articles from {rebuilt.entries} entries.",
        *(f"The signature of entry {name} does not hold." for name in rebuilt.doubtful),
    ]
    shell.answer(document, lambda: "\n".join(lines))


@click.group()
def member() -> None:
    """The members of the house."""


@member.command("list")
@json_option
@click.pass_obj
def list_members(shell: Shell) -> None:
    """List the members by name and key."""
    with shell.desk() as desk:
        found = browsing.members(desk)
    rows = [_row(one) for one in found]
    shell.answer(rows, lambda: "\n".join(f"{one.name}  {one.id}" for one in found))


@member.command("add")
@click.option("--name", required=True)
@click.option("--key", required=True, help="Their key: 64 hexadecimal digits.")
@json_option
@click.pass_obj
def add_member(shell: Shell, name: str, key: str) -> None:
    """Take a person into the house; from two members on, nobody approves a story of their own."""
    with shell.desk() as desk:
        people.add_member(desk, name, key)
        found = [one for one in browsing.members(desk) if one.id == key]
    if not found:
        raise Refused("The member was not taken in.")
    shell.answer(_row(found[0]), lambda: f"{name} is a member of the house.")


def _row(one: Member) -> dict[str, object]:
    return {"id": one.id, "name": one.name, "roles": sorted(one.roles)}


@click.command("self-test")
@json_option
@click.pass_obj
def self_test(shell: Shell) -> None:
    """Try the program on a scratch library: type, render, export."""
    steps: list[str] = []
    code = shell.wiring.self_test(steps.append if shell.as_json else shell.print)
    shell.answer({"passed": code == 0, "steps": steps}, lambda: "")
    sys.exit(code)


@click.command(hidden=True)
@click.argument("folder", type=GivenPath())
@click.pass_obj
def tour(shell: Shell, folder: Path) -> None:
    """Do the main job without a window, and draw the window into a picture."""
    sys.exit(shell.wiring.tour(folder, click.echo))
