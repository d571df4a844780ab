"""Begin a newsroom, or open the one in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.press import Press
from newsroom.desk.room import ME, Desk, Tools
from newsroom.desk.signing import Pen
from newsroom.domain.canonical import Json
from newsroom.domain.entry import EntryKind
from newsroom.domain.errors import NotFound, Refused, Unavailable
from newsroom.domain.house import House
from newsroom.domain.house_file import house_from_toml
from newsroom.domain.house_record import house_to_json
from newsroom.domain.ids import MemberId, NewsroomId
from newsroom.domain.member import Role
from newsroom.identity.signing import generate, member_id
from newsroom.markup.reader import read
from newsroom.store.folder import abandon, sync_warning
from newsroom.store.library import Library

if TYPE_CHECKING:
    from newsroom.identity.keys import KeyCabinet


def read_house_file(path: Path) -> House:
    """Read a house file from disk, its logo beside it.

    Raises `Refused` when the file is not fit, `Unavailable` when it cannot be read.
    """
    return house_from_toml(_text(path), lambda name: _beside(path, name))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path.name} is not UTF-8 text.", hint="Save it as UTF-8.") from error
    except FileNotFoundError as error:
        raise NotFound(f"There is no house file {path}.", hint="Check its name.") from error
    except IsADirectoryError as error:
        raise Refused(f"{path} is a folder, not a house file.", hint="Name its file.") from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error


def _beside(path: Path, name: str) -> bytes:
    folder = path.parent.resolve()
    wanted = (folder / name).resolve()
    if not wanted.is_relative_to(folder):
        raise Refused(f"The house file names {name}, which lies outside its own folder.")
    try:
        return wanted.read_bytes()
    except OSError as error:
        raise Refused(f"The house file names {name}, which is not beside it.") from error


def begin(folder: Path, house: House, person: str, cabinet: KeyCabinet, tools: Tools) -> Desk:
    """Make a library in a new or empty folder, with a newsroom, its house and its first member.

    The member's key is made silently and kept in the cabinet before anything is signed with it.
    """
    name = person.strip()
    if not name:
        raise Refused("A newsroom needs the name of the person who begins it.")
    key = generate()
    me = member_id(key)
    library = Library.create(folder, read)
    desk = Desk(library, me, Pen(me, cabinet, tools.clock), Press(tools.themes), tools)
    try:
        cabinet.save(key)
        _write_first_entries(desk, house, name)
    except BaseException:
        desk.close()
        abandon(folder)
        raise
    return desk


def _write_first_entries(desk: Desk, house: House, person: str) -> None:
    with desk.library.writing() as work:
        first = desk.pen.sign(EntryKind.NEWSROOM, {"name": house.name}, NewsroomId(""))
        newsroom = NewsroomId(first.id)
        work.add(first)
        work.add(desk.pen.sign(EntryKind.MEMBER, member_body(desk.me, person), newsroom))
        work.add(desk.pen.sign(EntryKind.HOUSE, {"house": house_to_json(house)}, newsroom))
        work.remember(ME, desk.me)
        work.commit()


def member_body(member: MemberId, name: str) -> dict[str, Json]:
    """Write the body of a member entry, with every role."""
    return {"id": member, "name": name, "roles": [*sorted(Role)]}


def open_desk(folder: Path, cabinet: KeyCabinet, tools: Tools) -> Desk:
    """Open the library in a folder for the member who works on this laptop."""
    library = Library.open(folder, read)
    with library.reading() as view:
        me = MemberId(view.remembered(ME) or "")
    return Desk(library, me, Pen(me, cabinet, tools.clock), Press(tools.themes), tools)


def place_warning(folder: Path) -> str:
    """Warn of a folder that a synchronising service keeps; empty where the folder is a good one."""
    return sync_warning(folder)
