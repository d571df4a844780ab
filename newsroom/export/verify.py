"""Verify: open an exported folder again and report what is not as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Refused
from newsroom.domain.findings import Finding, Severity
from newsroom.export.credits import Rules, disagreements, resolve
from newsroom.export.described import described_disagreements
from newsroom.export.inspection import read_page
from newsroom.export.manifest import FileKind, Record, read_manifest
from newsroom.export.placing import Folder
from newsroom.pictures.embedding import Inside, look_inside

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
_STYLE_URL = re.compile(r'url\("([^"]+)"\)')
_FILE_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def verify(out: Path) -> tuple[Finding, ...]:
    """Check every file of a folder's manifest: its bytes, its links, its credits.

    Raises `NotFound` where the folder holds no export, `Conflict` where its manifest is damaged.
    """
    manifest = read_manifest(out)
    folder = Folder(out.resolve())
    return tuple(
        finding
        for path, record in sorted(manifest.items())
        for finding in _file_findings(folder, path, record)
    )


def left_over(out: Path) -> tuple[PurePosixPath, ...]:
    """Name the picture files of a folder that none of its pages shows any more.

    They stay because nothing says that nobody links to them; one whose rights have ended must go.

    Raises as `verify`.
    """
    manifest = read_manifest(out)
    folder = Folder(out.resolve())
    left = {path.name: path for path, one in manifest.items() if one.kind is FileKind.PICTURE}
    for path, record in manifest.items():
        if record.kind is FileKind.PAGE:
            for name in _FILE_NAME.findall(_text(folder, path)):
                left.pop(name, None)
    return tuple(sorted(path for path in left.values() if folder.path(path).exists()))


def _text(folder: Folder, path: PurePosixPath) -> str:
    try:
        return folder.path(path).read_bytes().decode("utf-8", "replace")
    except (OSError, Refused):
        return ""


def inside_of(folder: Folder, path: PurePosixPath) -> Inside | None:
    """Read what an image file of the folder says; None where it is not to be had."""
    try:
        return look_inside(folder.path(path).read_bytes())
    except (OSError, Refused):
        return None


def _file_findings(folder: Folder, path: PurePosixPath, record: Record) -> Iterator[Finding]:
    try:
        data = folder.path(path).read_bytes()
    except Refused as error:
        yield _finding("path-outside", path, error.message)
        return
    except OSError:
        yield _finding("file-missing", path, f"{path} is not there any more.")
        return
    if sha256_of(data) != record.sha256:
        yield _finding("file-changed", path, f"{path} is not the file that was written.")
    text = data.decode("utf-8", "replace")
    if record.kind is FileKind.PAGE:
        yield from _page_findings(folder, path, record, text)
    elif path.suffix == ".css":
        yield from _missing(folder, path, _STYLE_URL.findall(text))


def _page_findings(
    folder: Folder, path: PurePosixPath, record: Record, text: str
) -> Iterator[Finding]:
    seen = read_page(text)
    near = [link for link in seen.links if not _ELSEWHERE.match(link)]
    yield from _missing(folder, path, [link for link in near if not link.startswith("#")])
    for link in near:
        if link.startswith("#") and link[1:] not in seen.ids:
            yield _finding("link-broken", path, f"{path} links to {link}, which it does not hold.")
    if seen.broken_data:
        yield _finding("data-broken", path, f"The structured data of {path} cannot be read.")
    rules = _rules(record)
    yield from disagreements(seen, path, rules, lambda file: inside_of(folder, file))
    yield from described_disagreements(seen, path, rules, lambda file: inside_of(folder, file))


def _rules(record: Record) -> Rules:
    forms = record.credit_forms or (f"{record.credit_prefix}{{credit}}",)
    return Rules(forms, full=bool(record.credit_forms), exif=record.exif)


def _missing(folder: Folder, page: PurePosixPath, links: list[str]) -> Iterator[Finding]:
    for link in dict.fromkeys(links):
        target = resolve(page, link.partition("#")[0])
        if target is None or not folder.root.joinpath(*target.parts).exists():
            yield _finding("link-broken", page, f"{page} links to {link}, which is not there.")


def _finding(rule: str, path: PurePosixPath, message: str) -> Finding:
    return Finding(rule, Severity.ERROR, str(path), message)
