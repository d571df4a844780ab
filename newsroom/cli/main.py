"""The command line as a whole: its options, its commands, its way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from newsroom import __version__
from newsroom.cli import articles, house, picture_crops, picture_places, pictures, publishing
from newsroom.cli.presenter import Exit, present, present_bug, present_usage
from newsroom.cli.shell import GivenPath, Shell, Wiring
from newsroom.domain.errors import NewsroomError


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="newsroom")
@click.option("--library", type=GivenPath(), help="The library's folder.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
@click.option("--sample", is_flag=True, hidden=True, help="Open the window on the sample house.")
@click.pass_context
def newsroom(context: click.Context, library: Path | None, as_json: bool, sample: bool) -> None:
    """Write, credit, approve and export news. Without a command, the window opens."""
    shell = context.ensure_object(Shell)
    shell.library = library
    shell.as_json = as_json
    if context.invoked_subcommand is None:
        raise SystemExit(shell.wiring.open_window(library, sample))


for command in (
    house.init,
    house.house_,
    articles.import_,
    articles.list_,
    articles.show,
    pictures.picture,
    articles.check,
    articles.override,
    articles.submit,
    articles.approve,
    articles.return_,
    articles.bin_,
    articles.restore,
    publishing.export,
    publishing.verify,
    house.member,
    house.rebuild,
    house.self_test,
    house.tour,
):
    newsroom.add_command(command)


for command in (
    picture_crops.crop,
    picture_places.where_used,
    picture_places.lookalikes,
    picture_places.set_apart,
    picture_places.verify,
):
    pictures.picture.add_command(command)


def run(arguments: Sequence[str], wiring: Wiring) -> int:
    """Do what the arguments ask and give the exit code."""
    shell = Shell(wiring)
    try:
        newsroom.main(args=list(arguments), prog_name="newsroom", standalone_mode=False, obj=shell)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else int(bool(leave.code))
    except NewsroomError as error:
        return present(error, as_json=_wants_json(shell, arguments))
    except click.ClickException as error:
        return present_usage(error, as_json=_wants_json(shell, arguments))
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except Exception as error:  # the last net: anything else is our bug
        return present_bug(error, as_json=_wants_json(shell, arguments))
    return Exit.DONE


def _wants_json(shell: Shell, arguments: Sequence[str]) -> bool:
    """Whether an error is told in JSON too: a call not understood may have asked for it in vain."""
    return shell.as_json or "--json" in arguments
