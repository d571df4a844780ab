"""A site in a folder: pictures first, pages last, each in one step, and a list of it all."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.findings import Finding
from newsroom.domain.ids import PictureId
from newsroom.domain.progress import Progress, unwatched
from newsroom.export.assets import Asset, rendition_path
from newsroom.export.copies import Copies, Originals
from newsroom.export.credits import Rules, disagreements
from newsroom.export.described import described_disagreements
from newsroom.export.inspection import read_page
from newsroom.export.manifest import (
    MANIFEST,
    FileKind,
    Manifest,
    manifest_bytes,
    read_manifest,
    record_of,
)
from newsroom.export.page import Page
from newsroom.export.placing import Folder
from newsroom.export.sealing import Seal, sealed
from newsroom.export.verify import inside_of
from newsroom.pictures.renditions import Rendition


@dataclass(frozen=True, slots=True)
class Written:
    """The pages written (paths of their `index.html`), and what to look at."""

    pages: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def write_site(
    pages: Sequence[Page],
    out: Path,
    originals: Originals,
    cache: Path,
    progress: Progress = unwatched,
    *,
    seal: Seal | None = None,
) -> Written:
    """Write pages and all that they need into a folder, beside what is there already.

    Pictures are encoded once and kept in `cache` under their names. Every file is put in place
    whole; pages come after everything they show, and only when their credits agree with the files
    written. `progress` may raise `Cancelled` between two files; the old pages then stand.

    With a `seal` every copy is signed last of all.

    Raises `Unavailable` where a disk refuses or nothing can be signed, `Refused` where credits
    disagree or an address belongs to another story, `Conflict` where the folder's manifest is
    damaged.
    """
    site = Folder.open(out)
    work = _Work(site, Copies(cache, originals), progress, _known(site), seal)
    try:
        return work.write(pages)
    finally:
        work.finish()


def _known(site: Folder) -> Manifest:
    try:
        return read_manifest(site.root)
    except NotFound:
        return {}


def _by_picture(pages: Sequence[Page]) -> dict[PictureId, list[Rendition]]:
    """Gather the files to be made of each picture, each of them once."""
    found: dict[PictureId, dict[str, Rendition]] = {}
    for page in pages:
        for name, one in page.renditions:
            found.setdefault(name, {})[one.name] = one
    return {name: list(files.values()) for name, files in found.items()}


@dataclass(slots=True)
class _Work:
    """One export under way."""

    site: Folder
    copies: Copies
    progress: Progress
    manifest: Manifest
    seal: Seal | None = None
    done: int = 0
    total: int = 0
    before: Manifest = field(default_factory=dict)

    def write(self, pages: Sequence[Page]) -> Written:
        self.before = dict(self.manifest)
        self._require_own_addresses(pages)
        files = _by_picture(pages)
        assets = {one.path: one for page in pages for one in page.assets}
        self.total = sum(map(len, files.values())) + len(assets) + len(pages)
        for name, renditions in files.items():
            self._place_picture(name, renditions)
        for asset in assets.values():
            self._place_asset(asset)
        self._require_agreeing_credits(pages)
        written = tuple(self._place_page(page) for page in pages)
        return Written(written, tuple(self._moved(pages)))

    def finish(self) -> None:
        """Write down what is in the folder now, also when the work was stopped."""
        if self.manifest != self.before:
            self.site.place(MANIFEST, manifest_bytes(self.manifest))
        self.site.close()

    def _step(self, label: str) -> None:
        self.progress(self.done, self.total, label)
        self.done += 1

    def _place_picture(self, name: PictureId, renditions: Sequence[Rendition]) -> None:
        with closing(self._copies_of(name, renditions)) as made:
            for rendition, data in made:
                self._step(rendition.name)
                self._place(rendition_path(rendition), data, FileKind.PICTURE)

    def _copies_of(
        self, name: PictureId, renditions: Sequence[Rendition]
    ) -> Generator[tuple[Rendition, bytes], None, None]:
        if self.seal is None:
            return self.copies.each(name, renditions)
        return sealed(self.copies, self.seal, name, renditions)

    def _place_asset(self, asset: Asset) -> None:
        self._step(asset.path.name)
        self._place(asset.path, asset.data, FileKind.ASSET)

    def _place_page(self, page: Page) -> Path:
        self._step(str(page.path.parent))
        data = page.html
        target = self.site.place(page.path, data)
        self.manifest[page.path] = record_of(data, FileKind.PAGE, page.article, page.credit_forms)
        return target

    def _place(self, path: PurePosixPath, data: bytes, kind: FileKind) -> None:
        self.site.place(path, data)
        self.manifest[path] = record_of(data, kind)

    def _require_own_addresses(self, pages: Sequence[Page]) -> None:
        for page in pages:
            self.site.path(page.path)
            known = self.manifest.get(page.path)
            if known and known.article and known.article != page.article:
                raise Refused(
                    f"Another story of this folder lies at {page.path.parent}.",
                    hint="Give one of the two another address (slug).",
                )

    def _require_agreeing_credits(self, pages: Sequence[Page]) -> None:
        findings: list[Finding] = []
        for page in pages:
            seen, rules = read_page(page.html.decode()), Rules(page.credit_forms)
            for compare in (disagreements, described_disagreements):
                findings += compare(seen, page.path, rules, lambda path: inside_of(self.site, path))
        if findings:
            raise Refused(
                "The credits in the page and in its pictures differ, so nothing was published: "
                + findings[0].message,
                hint="Look at the picture's credit, then export again.",
                findings=findings,
            )

    def _moved(self, pages: Sequence[Page]) -> list[str]:
        """Name the pages that stories left behind when their address changed."""
        now = {page.article: page.path for page in pages}
        return [
            f"This story was exported before to {path.parent}; the old page is still there."
            for path, record in self.before.items()
            if record.article in now and now[record.article] != path
        ]
