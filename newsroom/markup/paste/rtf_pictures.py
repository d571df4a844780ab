"""Pictures that a word processor sends along as RTF, where its HTML only names files of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsroom.domain.pasted import Pasted, PastedPicture

_PICTURE = re.compile(
    rb"\\(?:png|jpeg)blip\b(?:\\[a-z]++-?\d*+ ?|\{[^{}]{0,400}+\}|\s){0,40}+"
    rb"((?:[0-9a-fA-F]{2}|\s)++)\}"
)


def with_sent_pictures(pasted: Pasted, rtf: bytes) -> Pasted:
    """Give the bytes of pictures that lie in files, where the RTF beside them has them all.

    Both list pictures in the order of the text; where their numbers differ nobody knows which is
    which, and all stay as they are.
    """
    wanted = [at for at, one in enumerate(pasted.pictures) if _lies_in_file(one)]
    sent = list(_sent(rtf)) if wanted else []
    if not sent or len(sent) not in {len(wanted), len(pasted.pictures)}:
        return pasted
    pictures = list(pasted.pictures)
    places = wanted if len(sent) == len(wanted) else range(len(pictures))
    for at, data in zip(places, sent, strict=True):
        if _lies_in_file(pictures[at]):
            pictures[at] = replace(pictures[at], data=data)
    return replace(pasted, pictures=tuple(pictures))


def _lies_in_file(picture: PastedPicture) -> bool:
    return not picture.data and picture.address.lower().startswith("file:")


def _sent(rtf: bytes) -> Iterator[bytes]:
    """Find the pictures; what else shows the same ones, for older programs, has another kind."""
    for found in _PICTURE.finditer(rtf):
        yield bytes.fromhex(found[1].decode("ascii"))
