"""Verify: open an exported folder again and report what is not as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Refused
from newsroom.domain.findings import Finding, Severity
from newsroom.export.changed import differing_words
from newsroom.export.credits import Rules, disagreements, resolve
from newsroom.export.described import described_disagreements
from newsroom.export.inspection import read_page
from newsroom.export.manifest import FileKind, Record, read_manifest
from newsroom.export.placing import Folder
from newsroom.pictures.embedding import Inside, look_inside

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
_STYLE_URL = re.compile(r'url\("([^"]+)"\)')
_FILE_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Reopened:
    """What opening a folder again came to.

    `left_over` are picture files that none of its pages shows any more. They stay because nothing
    says that nobody links to them; one whose rights have ended must go.
    """

    findings: tuple[Finding, ...]
    left_over: tuple[PurePosixPath, ...]


def reopen(out: Path) -> Reopened:
    """Check every file of a folder's manifest, its bytes, its links, its credits, in one walk.

    Raises `NotFound` where the folder holds no export, `Conflict` where its manifest is damaged.
    """
    manifest = read_manifest(out)
    folder = Folder(out.resolve())
    left = {path.name: path for path, one in manifest.items() if one.kind is FileKind.PICTURE}
    findings: list[Finding] = []
    for path, record in sorted(manifest.items()):
        data = _opened(folder, path)
        if isinstance(data, Finding):
            findings.append(data)
            left.pop(path.name, None)
            continue
        findings += _file_findings(folder, path, record, data)
        if record.kind is FileKind.PAGE:
            for name in _FILE_NAME.findall(_text(data)):
                left.pop(name, None)
    return Reopened(tuple(findings), tuple(sorted(left.values())))


def _opened(folder: Folder, path: PurePosixPath) -> bytes | Finding:
    try:
        return folder.path(path).read_bytes()
    except Refused as error:
        return _finding("path-outside", path, error.message)
    except OSError:
        return _finding("file-missing", path, f"{path} is not there any more.")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def inside_of(folder: Folder, path: PurePosixPath) -> Inside | None:
    """Read what an image file of the folder says; None where it is not to be had."""
    try:
        return look_inside(folder.path(path).read_bytes())
    except (OSError, Refused):
        return None


def _file_findings(
    folder: Folder, path: PurePosixPath, record: Record, data: bytes
) -> Iterator[Finding]:
    if sha256_of(data) != record.sha256:
        more = differing_words(data) if record.kind is FileKind.PICTURE else ""
        words = f"{path} is not the file that was written. {more}".strip()
        yield _finding("file-changed", path, words)
    if record.kind is FileKind.PAGE:
        yield from _page_findings(folder, path, record, _text(data))
    elif path.suffix == ".css":
        yield from _missing(folder, path, _STYLE_URL.findall(_text(data)))


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
