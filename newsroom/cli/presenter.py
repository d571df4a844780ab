"""Errors on the command line: one sentence, what to do, and the exit code that says whose fault."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from enum import IntEnum

import click

from newsroom.domain.errors import (
    Cancelled,
    Conflict,
    NewsroomError,
    NotFound,
    Refused,
    Unavailable,
)

log = logging.getLogger(__name__)


class Exit(IntEnum):
    """Exit codes; `BUG` is EX_SOFTWARE of sysexits.h."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    UNAVAILABLE = 3
    MISSING = 4
    BUG = 70
    INTERRUPTED = 130


def exit_code(error: NewsroomError) -> Exit:
    """Tell the exit code of an error."""
    match error:
        case NotFound() | Conflict():
            return Exit.MISSING
        case Unavailable():
            return Exit.UNAVAILABLE
        case Cancelled():
            return Exit.INTERRUPTED
        case Refused():
            return Exit.REFUSED
        case _:
            return Exit.BUG


def present(error: NewsroomError, *, as_json: bool) -> Exit:
    """Tell the person of an error."""
    if not isinstance(error, Cancelled):
        _tell(error.kind, error.message, error.hint, as_json=as_json)
    return exit_code(error)


def present_usage(error: click.ClickException, *, as_json: bool) -> Exit:
    """Tell the person that the call itself was not understood."""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    _tell("usage", error.format_message(), f"See {command or 'newsroom'} --help.", as_json=as_json)
    return Exit.USAGE


def present_bug(error: Exception, *, as_json: bool) -> Exit:
    """Tell the person that the program is at fault; the log has the trace, never their words."""
    log.error("Unexpected %s", type(error).__name__, exc_info=error)
    _tell(
        "bug",
        f"Something went wrong inside Newsroom ({type(error).__name__}). Nothing was changed.",
        "Please report this, with what you were doing.",
        as_json=as_json,
    )
    return Exit.BUG


def _tell(kind: str, message: str, hint: str, *, as_json: bool) -> None:
    if as_json:
        document = {"error": {"kind": kind, "message": message, "hint": hint}}
        # Where the answer could not be written, neither can this; standard error still tells.
        with suppress(OSError):
            click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    click.echo(f"newsroom: {message}", err=True)
    if hint:
        click.echo(f"  {hint}", err=True)
