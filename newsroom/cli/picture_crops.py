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


def _percents(text: str, count: int) -> tuple[int, ...]:
    """Read percentages of a side, parted by commas, as ten-thousandths."""
    parts = [one.strip() for one in text.split(",")]
    if len(parts) != count or not all(map(_NUMBER.fullmatch, parts)):
        raise click.BadParameter(f"{text!r} is not {count} percentages, parted by commas.")
    numbers = tuple(round(float(one) * WHOLE / 100) for one in parts)
    if max(numbers) > WHOLE:
        raise click.BadParameter(f"{text!r} lies outside of the picture.")
    return numbers


def _focal(_context: click.Context, _option: click.Parameter, text: str) -> tuple[int, ...]:
    return _percents(text, 2) if text else ()


def _crops(
    _context: click.Context, _option: click.Parameter, texts: Sequence[str]
) -> tuple[Crop, ...]:
    return tuple(map(_crop, texts))


def _crop(text: str) -> Crop:
    shape, _, numbers = text.partition("=")
    if shape not in list(Shape):
        raise click.BadParameter(f"{shape!r} is none of the shapes: {', '.join(Shape)}.")
    left, top, width, height = _percents(numbers, 4)
    return Crop(Shape(shape), left, top, width, height)


@click.command()
@click.argument("wanted", metavar="ID")
@click.option(
    "--focal",
    callback=_focal,
    default="",
    metavar="X,Y",
    help="What stays in sight: % from left and from top.",
)
@click.option(
    "--crop",
    "crops",
    callback=_crops,
    multiple=True,
    metavar="SHAPE=LEFT,TOP,WIDTH,HEIGHT",
    help="A crop in %: free (what pages show), 16:9, 4:3 or 1:1; may be repeated.",
)
@click.option("--whole", is_flag=True, help="Take away every crop it has first.")
@json_option
@click.pass_obj
def crop(
    shell: Shell, wanted: str, focal: tuple[int, ...], crops: Sequence[Crop], whole: bool
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
