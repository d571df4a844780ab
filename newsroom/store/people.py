"""Questions about the newsroom, its house and its members."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from newsroom.domain.errors import NotFound
from newsroom.domain.house import House
from newsroom.domain.house_record import house_from_json
from newsroom.domain.ids import MemberId, NewsroomId
from newsroom.domain.member import Member, Role
from newsroom.store.models import HouseRow, MemberRow, NewsroomRow

_BEGIN = "Make a library with “newsroom init”, or take in a package of your newsroom."


def newsroom_id(connection: Connection) -> NewsroomId:
    """Give the id of the newsroom. Raises `NotFound` while the ledger has not begun."""
    found = connection.execute(select(NewsroomRow.entry)).scalar_one_or_none()
    if found is None:
        raise NotFound("This library does not belong to a newsroom yet.", hint=_BEGIN)
    return NewsroomId(found)


def house(connection: Connection) -> House:
    """Give the house as it stands. Raises `NotFound` while none has been saved."""
    found = connection.execute(select(HouseRow.house)).scalar_one_or_none()
    if found is None:
        raise NotFound("This library has no house yet.", hint=_BEGIN)
    return house_from_json(json.loads(found))


def members(connection: Connection) -> tuple[Member, ...]:
    """List the members by name."""
    rows = connection.execute(
        select(MemberRow.id, MemberRow.name, MemberRow.roles).order_by(MemberRow.name, MemberRow.id)
    )
    return tuple(
        Member(MemberId(row.id), row.name, frozenset(map(Role, json.loads(row.roles))))
        for row in rows
    )
