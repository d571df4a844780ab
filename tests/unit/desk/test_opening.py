"""A newsroom begins whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.desk import browsing, opening
from newsroom.domain.errors import NotFound, Refused, Unavailable
from newsroom.domain.ids import MemberId
from newsroom.identity.keys import KeyFile
from newsroom.identity.signing import PrivateKey
from tests.support.rooms import Rooms, tools
from tests.support.stories import a_house


class LostCabinet:
    """A cabinet that takes a key and cannot give it back, as a keyring that was wiped."""

    def members(self) -> tuple[MemberId, ...]:
        return ()

    def save(self, key: PrivateKey) -> None:
        del key

    def load(self, member: MemberId) -> PrivateKey:
        raise Unavailable(f"The key of {member[:8]} is not on this laptop.")


def test_a_newsroom_begins_with_its_house_and_its_first_member(rooms: Rooms) -> None:
    desk = rooms.begin()
    assert browsing.house(desk) == a_house()
    assert [member.name for member in browsing.members(desk)] == ["Aigerim"]
    assert browsing.me(desk).name == "Aigerim"


def test_the_key_is_a_private_file_where_there_is_no_keyring(rooms: Rooms) -> None:
    rooms.begin()
    modes = {path.stat().st_mode & 0o777 for path in (rooms.folder / "keys").iterdir()}
    assert modes == {0o600}


def test_a_newsroom_that_cannot_be_signed_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with pytest.raises(Unavailable):
        opening.begin(folder, a_house(), "Aigerim", LostCabinet(), tools(tmp_path))
    assert list(folder.iterdir()) == []
    cabinet = KeyFile(tmp_path / "keys", lambda: None)
    opening.begin(folder, a_house(), "Aigerim", cabinet, tools(tmp_path)).close()


def test_a_newsroom_is_not_begun_over_another(rooms: Rooms) -> None:
    first = browsing.house(rooms.begin())
    with pytest.raises(Refused):
        rooms.begin(house=a_house(name="Another"))
    assert browsing.house(rooms.reopen()) == first


def test_a_folder_without_a_library_is_told_so(rooms: Rooms) -> None:
    with pytest.raises((NotFound, Refused)):
        rooms.reopen("nowhere")
    assert not (rooms.folder / "nowhere").exists()
