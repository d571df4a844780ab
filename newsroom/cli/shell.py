"""What every command works with: the library that was asked for and the way to answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from newsroom.desk.rehearsing import Say
from newsroom.desk.room import Desk
from newsroom.domain.errors import Unavailable
from newsroom.domain.house import House


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the composition root lends: the deeds that need choices made above this layer.

    `open_window` gets the library's folder, or None for the one used last, and answers with an
    exit code; so do `self_test`, and `tour`, which gets the folder to write into; both say each
    step.
    """

    default_library: Path
    open_desk: Callable[[Path], Desk]
    begin: Callable[[Path, House, str], Desk]
    open_window: Callable[[Path | None, bool], int]
    self_test: Callable[[Say], int]
    tour: Callable[[Path, Say], int]


@dataclass(slots=True)
class Shell:
    """One call of the program."""

    wiring: Wiring
    library: Path | None = None
    as_json: bool = field(default=False)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open the library that was asked for, and leave it at the end."""
        desk = self.wiring.open_desk(self.library or self.wiring.default_library)
        try:
            yield desk
        finally:
            desk.close()

    def answer(self, document: Any, words: Callable[[], str]) -> None:
        """Print the result: the JSON document, or the words of it for a person."""
        if self.as_json:
            self.print(json.dumps(document, ensure_ascii=False, indent=2))
        elif text := words():
            self.print(text)

    def print(self, text: str) -> None:
        """Print on standard output; raises `Unavailable` where it cannot be written."""
        try:
            click.echo(text)
        except BrokenPipeError:
            raise  # the reader has seen enough, which click takes quietly
        except OSError as error:
            raise Unavailable(
                f"The answer cannot be written: {error.strerror}.",
                hint="What was asked for is done; only the answer is lost.",
            ) from error


class GivenPath(click.Path):
    """A path that somebody named. Whether it can be read is found out, and told, by the deed."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty path, which a script with an unset variable gives; it means no folder."""
        if value == "":
            self.fail("a path cannot be empty", param, ctx)
        return super().convert(value, param, ctx)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--json`, which may also stand before the command's name."""

    def remember(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            shell = context.find_object(Shell)
            assert shell is not None
            shell.as_json = True

    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="Answer with one JSON document.",
    )(command)
