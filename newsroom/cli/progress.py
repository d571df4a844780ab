"""A bar with numbers on a terminal; silence elsewhere."""

from __future__ import annotations

import sys

import click

from newsroom.domain.progress import Progress, unwatched

_WIDTH = 28


def progress_bar() -> Progress:
    """Give a progress that draws on standard error, when that is a terminal."""
    return _draw if sys.stderr.isatty() else unwatched


def _draw(done: int, total: int, label: str) -> None:
    filled = _WIDTH * done // max(total, 1)
    bar = "█" * filled + "·" * (_WIDTH - filled)
    ended = "\n" if done >= total else ""
    click.echo(f"\r{bar} {done} of {total}  {label:<32.32}{ended}", nl=False, err=True)
