"""Copies signed by the house: each a continuation of its original's Content Credentials.

A signature holds its time and a random number, so signing twice gives different bytes. A page names
its files by what they are made of, signed or not: so the page is the same, and the preview shows
it; the files get their signature last, and keep it for the next export.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.canonical import sha256_of
from newsroom.domain.credentials import SigningFiles, Standing
from newsroom.domain.errors import Refused, Unavailable
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.ids import PictureId
from newsroom.export.copies import Copies, keep
from newsroom.export.manifest import FileKind, read_manifest
from newsroom.export.placing import Folder
from newsroom.pictures.credentials import has_credentials, read_credentials, sign_copies
from newsroom.pictures.renditions import Rendition

Whereabouts = Callable[[PictureId], tuple[Path, str]]
"""Tells where an original lies, and its IANA type."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A house's certificate and key on this laptop, and where originals lie."""

    files: SigningFiles
    originals: Whereabouts

    @property
    def name(self) -> str:
        """Name the certificate by its bytes. Raises `Unavailable` where it cannot be read."""
        try:
            return sha256_of(self.files.certificate.read_bytes())[:16]
        except OSError as error:
            raise Unavailable(
                f"The certificate {self.files.certificate} cannot be read: {error.strerror}.",
                hint="Pictures are signed with it: put it back, or take it out of the settings.",
            ) from error


def sealed(
    copies: Copies, seal: Seal, name: PictureId, wanted: Sequence[Rendition]
) -> Generator[tuple[Rendition, bytes], None, None]:
    """Give signed copies of one picture, those that were signed before as they were."""
    folder = copies.cache / "signed" / seal.name
    missing = []
    for one in wanted:
        try:
            data = (folder / one.name).read_bytes()
        except OSError:
            missing.append(one)
        else:
            yield one, data
    made = list(copies.each(name, missing))
    if not made:
        return
    path, media_type = seal.originals(name)
    plain = [(one.media_type, data) for one, data in made]
    for (one, _), data in zip(made, sign_copies(path, media_type, plain, seal.files), strict=True):
        keep(folder / one.name, data)
        yield one, data


def credential_findings(out: Path) -> tuple[Finding, ...]:
    """Check the credential of every picture of an exported folder that carries one."""
    folder = Folder(out.resolve())
    carrying = []
    for path, record in sorted(read_manifest(out).items()):
        if record.kind is FileKind.PICTURE:
            with suppress(OSError, Refused):
                if has_credentials(folder.path(path).read_bytes()):
                    carrying.append(path)
    if not carrying:
        return ()
    read = read_credentials([folder.path(path) for path in carrying])
    return tuple(
        Finding(
            "credential-broken" if found.standing is Standing.INVALID else "credential-unchecked",
            Severity.ERROR if found.standing is Standing.INVALID else Severity.WARNING,
            str(path),
            f"The Content Credentials of {path} do not stand. {' '.join(found.faults)}".strip(),
        )
        for path, found in zip(carrying, read, strict=True)
        if found and found.standing in (Standing.INVALID, Standing.UNCHECKED)
    )
