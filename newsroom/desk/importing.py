"""Import: stories written elsewhere, with their pictures, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from newsroom.desk.as_file import content_of
from newsroom.desk.drafting import ensure_revision
from newsroom.desk.illustrating import Arrival, RecordFields, look_at_file, take_in
from newsroom.domain.article import Content
from newsroom.domain.changes import Changes
from newsroom.domain.document import Document, Figure, Paragraph, Text, figures
from newsroom.domain.errors import NotFound, Refused, Unavailable
from newsroom.domain.house import House
from newsroom.domain.ids import ARTICLE_ID_LENGTH, ArticleId
from newsroom.domain.picture import FIELDS, CreditRecord, Picture
from newsroom.domain.progress import Progress, unwatched
from newsroom.domain.slug import require_slug
from newsroom.domain.times import zone
from newsroom.markup.front_matter import FrontMatter, Lead, parse
from newsroom.markup.reader import named_picture, read
from newsroom.markup.targets import image_targets, replace_targets
from newsroom.markup.writer import write

if TYPE_CHECKING:
    from newsroom.desk.room import Desk
    from newsroom.store.view import View
    from newsroom.store.work import UnitOfWork

MAX_BYTES = 4 * 1024 * 1024
"""The largest story taken, 4 MiB: a long book in UTF-8."""
_PLAIN = ".txt"


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that came in; `warnings` are sentences for the person."""

    article: ArticleId
    warnings: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file read and found fit, with the pictures that it names; nothing is in the library yet."""

    story: FrontMatter
    arrivals: Mapping[str, Arrival]


def import_files(
    desk: Desk, paths: Sequence[Path], progress: Progress = unwatched
) -> tuple[Imported, ...]:
    """Bring in stories: Markdown with front matter, or plain text; all of them or none.

    Raises `Refused`, `NotFound` or `Unavailable` with the name of the file at fault; the library is
    then as it was.
    """
    with desk.library.reading() as view:
        house = view.house()
        prepared: list[_Prepared] = []
        for number, path in enumerate(paths):
            progress(number, len(paths), path.name)
            prepared.append(_prepare(view, house, path))
    for one in prepared:
        for arrival in one.arrivals.values():
            desk.library.originals.put(arrival.data)
    with desk.library.writing() as work:
        imported = tuple(_take_in(desk, work, one) for one in prepared)
        work.commit()
    progress(len(paths), len(paths), "")
    return imported


def _prepare(view: View, house: House, path: Path) -> _Prepared:
    try:
        text = _text(path)
        plain = path.suffix.lower() == _PLAIN
        written = _plain(text) if plain else parse(text, zone(house.time_zone))
        story = _completed(written, house)
        if story.slug:
            require_slug(story.slug)
        return _Prepared(story, _arrivals(view, story, path.parent))
    except (Refused, NotFound) as error:
        raise _named(error, path) from error


def _named(error: Refused | NotFound, path: Path) -> Refused | NotFound:
    """Say which file an error is about, unless it says so itself."""
    if path.name in error.message:
        return error
    return type(error)(f"{path.name}: {error.message}", hint=error.hint)


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise Refused(f"{path.name} is a folder, not a story.", hint="Name the files in it.")
        # A pipe or a device may never end.
        if path.exists() and not path.is_file():
            raise Refused(f"{path.name} is not a file.", hint="Save the story as a file.")
        if path.stat().st_size > MAX_BYTES:
            raise Refused(f"{path.name} is larger than 4 MB.", hint="Import it in parts.")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name} is not UTF-8 text.", hint="Save it as UTF-8.") from error
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror}.") from error
    if not text.strip():
        raise Refused(f"{path.name} is empty.", hint="Write something into it first.")
    if "\0" in text:
        raise Refused(
            f"{path.name} is not text.", hint="Save the story as Markdown or as plain text."
        )
    return text


def _plain(text: str) -> FrontMatter:
    """Read plain text: its first line is the headline, blank lines part its paragraphs."""
    headline, _, rest = text.replace("\r\n", "\n").strip().partition("\n")
    paragraphs = [" ".join(part.split()) for part in rest.split("\n\n")]
    blocks = tuple(Paragraph((Text(one),)) for one in paragraphs if one)
    return FrontMatter(headline=headline.strip(), body=write(Document(blocks)))


def _completed(story: FrontMatter, house: House) -> FrontMatter:
    """Give a story the house's language and its first line's headline, where it has none."""
    if not story.language:
        story = replace(story, language=house.language)
    first, _, rest = story.body.lstrip("\n").partition("\n")
    if not story.headline and first.startswith("# "):
        story = replace(story, headline=first.removeprefix("# ").strip(), body=rest)
    return story


def _arrivals(view: View, story: FrontMatter, folder: Path) -> dict[str, Arrival]:
    """Look at every picture file that a story names."""
    targets = [*image_targets(story.body), *story.pictures]
    if story.lead:
        targets.append(_local(story.lead.target))
    arrivals: dict[str, Arrival] = {}
    for target in dict.fromkeys(targets):
        if (known := named_picture(target)) is not None:
            view.picture(known)
        elif "://" not in target:
            arrivals[target] = look_at_file(_beside(folder, target))
    return arrivals


def _local(target: str) -> str:
    if "://" in target:
        raise Refused(
            f"The lead picture {target} is on the web, and nothing is fetched from there.",
            hint="Save the picture beside the story and name its file.",
        )
    return target


def _beside(folder: Path, target: str) -> Path:
    inside = PurePosixPath(target.replace("\\", "/"))
    if inside.is_absolute() or ".." in inside.parts or ":" in target:
        raise Refused(
            f"The story names the picture {target}, which lies outside its own folder.",
            hint="Put the picture beside the story.",
        )
    path = folder.joinpath(*inside.parts)
    try:
        stays = path.resolve().is_relative_to(folder.resolve())
    except OSError as error:
        raise Unavailable(f"The picture {target} cannot be reached: {error.strerror}.") from error
    if not stays:
        raise Refused(f"The picture {target} is a link that leads out of the story's folder.")
    return path


def _take_in(desk: Desk, work: UnitOfWork, prepared: _Prepared) -> Imported:
    story = prepared.story
    warnings = list(story.warnings)
    changes = Changes()
    taken: dict[str, Picture] = {}
    for target, arrival in prepared.arrivals.items():
        added = take_in(desk, work, arrival, _given(story.pictures.get(target)))
        taken[target] = added.picture
        warnings += added.warnings
        changes |= added.changes
    content = _content(story, taken)
    article = ArticleId(desk.tools.new_id(ARTICLE_ID_LENGTH))
    _, made = ensure_revision(desk, work, article, content)
    return Imported(article, tuple(dict.fromkeys(warnings)), changes | made)


_EMPTY = CreditRecord()


def _given(record: CreditRecord | None) -> RecordFields:
    """Give the fields that a file says something about."""
    if record is None:
        return {}
    values = {name: getattr(record, name) for name in FIELDS}
    return {name: value for name, value in values.items() if value != getattr(_EMPTY, name)}


def _content(story: FrontMatter, taken: Mapping[str, Picture]) -> Content:
    names = {target: picture.id for target, picture in taken.items()}
    body = replace_targets(story.body, names.get)
    lead = _lead(story.lead, taken, read(body)) if story.lead else None
    return content_of(story, body, lead)


def _lead(lead: Lead, taken: Mapping[str, Picture], body: Document) -> Figure:
    """Make the lead figure.

    What the file says of a picture beside it, but not of its use as the lead, comes from the
    picture's record; where that has no alt text, the one that the same picture has in the body
    will do, for it describes the same picture.
    """
    if (known := named_picture(lead.target)) is not None:
        return Figure(known, lead.alt, lead.caption)
    picture = taken[lead.target]
    described = next((one.alt for one in figures(body) if one.picture == picture.id), "")
    record = picture.record
    return Figure(picture.id, lead.alt or record.alt or described, lead.caption or record.caption)
