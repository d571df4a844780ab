"""Vouch: what Content Credentials say of a picture, and whether they go on into its copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsroom.desk.room import Desk
from newsroom.domain.article import Story
from newsroom.domain.credentials import ContentCredentials, Standing
from newsroom.domain.errors import NotFound, Unavailable
from newsroom.domain.ids import PictureId
from newsroom.export.sealing import Seal
from newsroom.pictures.credentials import has_credentials, read_credentials
from newsroom.store.view import View


def credentials(desk: Desk, picture: PictureId) -> ContentCredentials | None:
    """Read what the original of a picture carries; None where it carries nothing.

    Nothing is asked of any network. Raises `NotFound` where the original is not on this laptop.
    """
    with desk.library.reading() as view:
        sha256, anchors = view.picture(picture).sha256, anchors_of(view)
    originals = desk.library.originals
    return in_file(originals.path(sha256), originals.read(sha256), anchors)


def anchors_of(view: View) -> tuple[str, ...]:
    """Give the certificates that vouch for signers; none before there is a house."""
    try:
        return view.house().pictures.anchors
    except NotFound:
        return ()


def in_file(path: Path, data: bytes, anchors: Sequence[str] = ()) -> ContentCredentials | None:
    """Read what a file carries whose bytes are at hand; without anchors no signer is known."""
    if not has_credentials(data):
        return None
    return read_credentials([path], "".join(anchors))[0]


def remarks(found: ContentCredentials | None, file_name: str) -> Iterator[str]:
    """Say what somebody must know of a picture that arrives."""
    if found is None:
        return
    if found.standing is Standing.INVALID:
        why = " ".join(found.faults)
        yield f"The Content Credentials of “{file_name}” do not hold. {why}".strip()
    if found.ai:
        yield f"“{file_name}” says of itself that AI made it, or a part of it."


def seal_of(desk: Desk) -> Seal | None:
    """Give what copies are signed with; None where the house has no certificate here."""
    files = desk.tools.signing
    if files is None:
        return None

    def original(name: PictureId) -> tuple[Path, str]:
        with desk.library.reading() as view:
            picture = view.picture(name)
        return desk.library.originals.path(picture.sha256), picture.media_type

    return Seal(files, original)


def endings(desk: Desk, stories: Iterable[Story]) -> tuple[str, ...]:
    """Say of which pictures the credential ends here, because their copies are not signed."""
    if desk.tools.signing is not None:
        return ()
    pictures = {name: one for story in stories for name, one in story.pictures.items()}
    return tuple(
        f"The Content Credentials of “{picture.file_name}” end here: its copies are not signed."
        for picture in pictures.values()
        if _carries(desk, picture.id)
    )


def _carries(desk: Desk, picture: PictureId) -> bool:
    try:
        with desk.library.reading() as view:
            sha256 = view.picture(picture).sha256
        return has_credentials(desk.library.originals.read(sha256))
    except (NotFound, Unavailable):
        return False
