"""Attest: is a picture still what it was when it came, and does what it carries stand."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.desk.credentials import anchors_of, in_file
from newsroom.desk.room import Desk
from newsroom.domain.canonical import sha256_of
from newsroom.domain.credentials import ContentCredentials, Standing
from newsroom.domain.errors import NewsroomError
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.ids import PictureId
from newsroom.domain.picture import Picture
from newsroom.pictures.arrival import inspect


@dataclass(frozen=True, slots=True)
class Attested:
    """A picture looked at again: what is wrong with it, and the credential in its file."""

    picture: Picture
    findings: tuple[Finding, ...]
    credentials: ContentCredentials | None


def attest(desk: Desk, name: PictureId) -> Attested:
    """Open a picture's original again and compare it with what its entry says.

    Raises `NotFound` for a picture that the library does not know.
    """
    with desk.library.reading() as view:
        picture, anchors = view.picture(name), anchors_of(view)
    try:
        data = desk.library.originals.read(picture.sha256)
        path = desk.library.originals.path(picture.sha256)
    except NewsroomError as error:
        return Attested(picture, (_fault("original-missing", name, error.message),), None)
    if sha256_of(data) != picture.sha256:
        words = f"The original of “{picture.file_name}” was changed on this disk."
        return Attested(picture, (_fault("original-changed", name, words),), None)
    found = in_file(path, data, anchors)
    return Attested(picture, (*_form_faults(picture, data), *_doubts(picture, found)), found)


def _form_faults(picture: Picture, data: bytes) -> tuple[Finding, ...]:
    try:
        seen = inspect(data, picture.file_name)
    except NewsroomError as error:
        return (_fault("original-broken", picture.id, error.message),)
    said = picture.media_type, picture.width, picture.height
    if (seen.media_type, seen.width, seen.height) == said:
        return ()
    words = (
        f"“{picture.file_name}” is entered as {picture.width}×{picture.height} {said[0]}, and is "
        f"{seen.width}×{seen.height} {seen.media_type}."
    )
    return (_fault("original-differs", picture.id, words),)


def _doubts(picture: Picture, found: ContentCredentials | None) -> tuple[Finding, ...]:
    if found is None or found.standing is not Standing.INVALID:
        return ()
    words = f"The Content Credentials of “{picture.file_name}” do not hold."
    return (_fault("credential-broken", picture.id, " ".join((words, *found.faults))),)


def _fault(rule: str, name: PictureId, words: str) -> Finding:
    return Finding(rule, Severity.ERROR, f"picture:{name}", words)
