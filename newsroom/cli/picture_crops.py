"""The command that cuts a picture for pages and cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import click

from newsroom.cli.documents import Document
from newsroom.cli.shell import Shell, json_option
from newsroom.desk import browsing, illustrating
from newsroom.domain.framing import (
    WHOLE,
    Crop,
    Framing,
    Shape,
    cropped,
    focused,
    framing_to_json,
    told,
)
from newsroom.domain.ids import PictureId

_NUMBER = re.compile(r"\d{1,3}(\.\d{1,2})?")


class Percents(click.ParamType):
    """So many percentages of a side, parted by commas, as ten-thousandths."""

    name = "percents"

    def __init__(self, count: int) -> None:
        self._count = count

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """Read the numbers; fails where one is none or lies outside of the picture."""
        parts = str(value).split(",")
        if len(parts) != self._count or not all(_NUMBER.fullmatch(one.strip()) for one in parts):
            self.fail(f"{value!r} is not {self._count} percentages, parted by commas.", param, ctx)
        numbers = tuple(round(float(one) * WHOLE / 100) for one in parts)
        if max(numbers) > WHOLE:
            self.fail(f"{value!r} lies outside of the picture.", param, ctx)
        return numbers


class CropType(click.ParamType):
    """A shape and where it lies, as `16:9=10,5,80,45`."""

    name = "crop"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Crop:
        """Read a crop; fails for a shape that has no name."""
        if isinstance(value, Crop):
            return value
        shape, _, numbers = str(value).partition("=")
        if shape not in list(Shape):
            names = ", ".join(Shape)
            self.fail(f"{shape!r} is none of the shapes: {names}.", param, ctx)
        left, top, width, height = Percents(4).convert(numbers, param, ctx)
        return Crop(Shape(shape), left, top, width, height)


@click.command()
@click.argument("wanted", metavar="ID")
@click.option(
    "--focal", type=Percents(2), metavar="X,Y", help="What stays in sight: % from left and top."
)
@click.option(
    "--crop",
    "crops",
    type=CropType(),
    multiple=True,
    metavar="SHAPE=LEFT,TOP,WIDTH,HEIGHT",
    help="A crop in %: free (what pages show), 16:9, 4:3 or 1:1; may be repeated.",
)
@click.option("--whole", is_flag=True, help="Take away every crop it has first.")
@json_option
@click.pass_obj
def crop(
    shell: Shell, wanted: str, focal: tuple[int, int] | None, crops: Sequence[Crop], whole: bool
) -> None:
    """Cut a picture for pages and cards, or tell how it is cut; its original stays as it is."""
    with shell.desk() as desk:
        name = browsing.find_picture(desk, wanted)
        framing = browsing.picture(desk, name).framing
        framing = replace(framing, crops=()) if whole else framing
        framing = focused(framing, *focal) if focal else framing
        for one in crops:
            framing = cropped(framing, one)
        illustrating.frame(desk, name, framing)
    document = _document(name, framing)
    shell.answer(document, lambda: told(framing) or "The whole picture.")


def _document(name: PictureId, framing: Framing) -> Document:
    return {"picture": name, "framing": framing_to_json(framing)}
