"""Images that name files become figures that name pictures: for import."""

from __future__ import annotations

from newsroom.markup.reader import PictureOf, named_picture, read_with
from newsroom.markup.writer import write


def replace_targets(source: str, picture_of: PictureOf) -> str:
    """Write a body anew with the pictures that its images mean.

    `picture_of` gets every target that is not a `picture:` yet, such as `meeting.jpg`, and gives
    the picture, or None to leave the image as it is spelled.
    """
    return write(read_with(source, lambda target: named_picture(target) or picture_of(target)))


def image_targets(source: str) -> tuple[str, ...]:
    """List the targets of a body's images that are no `picture:` yet, each once, in order."""
    seen: dict[str, None] = {}

    def note(target: str) -> None:
        if named_picture(target) is None:
            seen[target] = None

    read_with(source, note)
    return tuple(seen)
