"""What came from the clipboard, before it is put into a story."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.domain.document import Block, Document, Figure, Paragraph, Text
from newsroom.domain.ids import PictureId

_PREFIX = "pasted-"


@dataclass(frozen=True, slots=True)
class PastedPicture:
    """A picture that foreign text shows: where it lies, or its bytes where it was sent along."""

    address: str
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Foreign text as a body.

    A figure of `document` that names one of `pictures` (`pasted_picture` gives it) stands where
    the foreign text showed that picture, which is in no library yet. `comments` counts the remarks
    of editors that were left out; `deleted` tells that words struck out by tracked changes are in,
    `erased` that such words are not, because the program marks them as gone for good.
    """

    document: Document = field(default_factory=Document)
    pictures: tuple[PastedPicture, ...] = ()
    comments: int = 0
    deleted: bool = False
    erased: bool = False

    def picture_of(self, block: Block) -> PastedPicture | None:
        """Give the foreign picture that a block stands for, None for any other block."""
        if not isinstance(block, Figure) or not block.picture.startswith(_PREFIX):
            return None
        number = block.picture.removeprefix(_PREFIX)
        known = number.isdecimal() and int(number) < len(self.pictures)
        return self.pictures[int(number)] if known else None

    def without_pictures(self) -> Document:
        """Give the body with the captions of the foreign pictures as paragraphs."""
        blocks: list[Block] = []
        for block in self.document.blocks:
            if self.picture_of(block) is None or not isinstance(block, Figure):
                blocks.append(block)
            elif block.caption:
                blocks.append(Paragraph((Text(block.caption),)))
        return Document(tuple(blocks))


def pasted_name(number: int) -> PictureId:
    """Name the foreign picture with this index until the library has it."""
    return PictureId(f"{_PREFIX}{number}")
