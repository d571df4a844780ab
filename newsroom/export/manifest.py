"""The manifest: what an export wrote, so that anybody can prove later that it is still there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from newsroom.domain.canonical import Json, sha256_of
from newsroom.domain.errors import Conflict, NotFound, Unavailable
from newsroom.domain.ids import ArticleId, Sha256

MANIFEST = PurePosixPath("newsroom-manifest.json")


class FileKind(StrEnum):
    PAGE = "page"
    PICTURE = "picture"
    ASSET = "asset"


@dataclass(frozen=True, slots=True)
class Record:
    """A file as it was written. `article` and what follows are of pages only.

    `credit_forms` are those of the house in the page's language; earlier versions wrote a
    `credit_prefix` instead. `exif` says that the page's files carry their credit in Exif too, which
    earlier versions did not write.
    """

    sha256: Sha256
    size: int
    kind: FileKind
    article: ArticleId | None = None
    credit_forms: tuple[str, ...] = ()
    credit_prefix: str = ""
    exif: bool = False


Manifest = dict[PurePosixPath, Record]


def record_of(
    data: bytes,
    kind: FileKind,
    article: ArticleId | None = None,
    credit_forms: tuple[str, ...] = (),
) -> Record:
    """Describe a file by its bytes."""
    is_page = kind is FileKind.PAGE
    return Record(sha256_of(data), len(data), kind, article, credit_forms, exif=is_page)


def read_manifest(folder: Path) -> Manifest:
    """Read a folder's manifest.

    Raises `NotFound` where there is none, `Conflict` where it cannot be understood.
    """
    file = folder / MANIFEST
    try:
        data = json.loads(file.read_text("utf-8"))
        return {PurePosixPath(path): _record(value) for path, value in data.items()}
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(
            f"Nothing was exported to {folder}: it holds no {MANIFEST}.",
            hint="Name the folder that was given to export.",
        ) from error
    except OSError as error:
        raise Unavailable(
            f"{file} cannot be read: {error.strerror}.", hint="Check that you may read it."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Conflict(
            f"{file} is damaged or was not written by this program.",
            hint="Move it away and export all stories into this folder again.",
        ) from error


def manifest_bytes(manifest: Manifest) -> bytes:
    """Write a manifest, sorted by path: the same files give the same bytes."""
    table = {str(path): _to_json(manifest[path]) for path in sorted(manifest)}
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()


def _record(value: Mapping[str, Json]) -> Record:
    size, article, forms = value["size"], value.get("article"), value.get("credit_forms")
    if not isinstance(size, int):
        raise TypeError("size")
    return Record(
        sha256=Sha256(str(value["sha256"])),
        size=size,
        kind=FileKind(str(value["kind"])),
        article=ArticleId(article) if isinstance(article, str) else None,
        credit_forms=tuple(map(str, forms)) if isinstance(forms, list) else (),
        credit_prefix=str(value.get("credit_prefix", "")),
        exif=value.get("exif") is True,
    )


def _to_json(record: Record) -> dict[str, Json]:
    data: dict[str, Json] = {
        "sha256": record.sha256,
        "size": record.size,
        "kind": record.kind.value,
    }
    if record.article:
        data["article"] = record.article
        if record.credit_forms:
            data["credit_forms"] = [*record.credit_forms]
        else:
            data["credit_prefix"] = record.credit_prefix
        if record.exif:
            data["exif"] = True
    return data
