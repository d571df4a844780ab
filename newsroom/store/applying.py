"""Writing what an entry says into the tables of its kind.

Every row is chosen by (time, id), never by order of arrival. An entry that says nothing that this
version understands touches nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from newsroom.domain.article import content_to_json
from newsroom.domain.credit_forms import says_something
from newsroom.domain.entry import EntryKind, SignedEntry
from newsroom.domain.framing import framing_to_json
from newsroom.domain.ids import ArticleId, PictureId
from newsroom.domain.picture import (
    CreditRecord,
    cleaned_to_json,
    disagreements_to_json,
    record_from_json,
    record_to_json,
)
from newsroom.store import bodies, likenesses, picture_orders, picture_words
from newsroom.store.models import (
    DecisionRow,
    HouseRow,
    MemberRow,
    NewsroomRow,
    OverrideRow,
    PictureRow,
    PictureVersionRow,
    RevisionRow,
)
from newsroom.store.stemming import fold


@dataclass(frozen=True, slots=True)
class Touched:
    """What an entry is about, and so what must be looked at again."""

    article: ArticleId | None = None
    picture: PictureId | None = None
    house: bool = False
    members: bool = False
    likenesses: bool = False


NOTHING = Touched()


def apply(connection: Connection, signed: SignedEntry) -> Touched:
    """Write what an entry says, and tell what it is about."""
    time = bodies.said_at(signed.entry)
    if time is None:
        return NOTHING
    match signed.entry.kind:
        case EntryKind.NEWSROOM:
            return _newsroom(connection, signed, time)
        case EntryKind.MEMBER:
            return _member(connection, signed, time)
        case EntryKind.HOUSE:
            return _house(connection, signed, time)
        case EntryKind.REVISION:
            return _revision(connection, signed, time)
        case EntryKind.PICTURE:
            return _picture(connection, signed, time)
        case EntryKind.DECISION:
            return _decision(connection, signed, time)
        case EntryKind.OVERRIDE:
            return _override(connection, signed, time)
        case EntryKind.LIKENESS:
            return _likeness(connection, signed, time)
        case _:
            return NOTHING


def _newsroom(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    stood = connection.execute(select(NewsroomRow.time, NewsroomRow.entry)).one_or_none()
    if stood is not None and tuple(stood) < (time, signed.id):
        return NOTHING
    name = bodies.newsroom_name(signed.entry.body)
    _put(connection, NewsroomRow, id=1, entry=signed.id, time=time, name=name)
    return Touched(house=True)


def _house(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    house = bodies.house_data(signed.entry.body)
    stood = connection.execute(select(HouseRow.time, HouseRow.entry)).one_or_none()
    if house is None or (stood is not None and tuple(stood) > (time, signed.id)):
        return NOTHING
    _put(connection, HouseRow, id=1, entry=signed.id, time=time, house=_dump(house))
    return Touched(house=True)


def _member(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    member = bodies.member(signed.entry.body)
    if member is None:
        return NOTHING
    stood = connection.execute(
        select(MemberRow.time, MemberRow.entry).where(MemberRow.id == member.id)
    ).one_or_none()
    if stood is not None and tuple(stood) > (time, signed.id):
        return NOTHING
    row = {"id": member.id, "name": member.name, "roles": _dump(sorted(member.roles))}
    _put(connection, MemberRow, entry=signed.id, time=time, **row)
    return Touched(members=True)


def _revision(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    saved = bodies.revision(signed.entry.body)
    if saved is None:
        return NOTHING
    connection.execute(
        insert(RevisionRow).values(
            entry=signed.id,
            article=saved.article,
            time=time,
            author=signed.entry.author,
            content=_dump(content_to_json(saved.content)),
            parents=_dump(list(saved.parents)),
        )
    )
    return Touched(article=saved.article)


def _decision(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    decision = bodies.decision(signed.id, signed.entry, time)
    if decision is None:
        return NOTHING
    connection.execute(
        insert(DecisionRow).values(
            entry=signed.id,
            article=decision.article,
            time=time,
            author=decision.by,
            revision=decision.revision,
            verdict=decision.verdict.value,
            bound=decision.bound,
            note=decision.note,
            own=decision.own,
        )
    )
    return Touched(article=decision.article)


def _override(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    said = bodies.override(signed.id, signed.entry, time)
    if said is None:
        return NOTHING
    connection.execute(
        insert(OverrideRow).values(
            entry=signed.id,
            article=said.article,
            time=time,
            author=said.by,
            rule=said.rule,
            subject=said.subject,
            reason=said.reason,
        )
    )
    return Touched(article=said.article)


def _likeness(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    said = bodies.likeness(signed.entry.body)
    if said is None:
        return NOTHING
    pair, differ = said
    return Touched(likenesses=likenesses.put(connection, signed.id, time, pair, differ=differ))


def _picture(connection: Connection, signed: SignedEntry, time: str) -> Touched:
    picture = bodies.picture(signed.entry.body)
    if picture is None:
        return NOTHING
    form = {
        item.name: getattr(picture, item.name)
        for item in fields(picture)
        if item.name not in {"id", "record", "disagreements", "framing"}
    }
    connection.execute(
        insert(PictureVersionRow).values(
            entry=signed.id,
            picture=picture.id,
            time=time,
            author=signed.entry.author,
            record=_dump(record_to_json(picture.record)),
            disagreements=_dump(disagreements_to_json(picture.disagreements)),
            cleaned=_dump(cleaned_to_json(bodies.cleaned(signed.entry.body))),
            framing=_dump(framing_to_json(picture.framing)),
            **form,
        )
    )
    _choose_version(connection, picture.id)
    return Touched(picture=picture.id)


def _choose_version(connection: Connection, picture: PictureId) -> None:
    version = PictureVersionRow
    newest = connection.execute(
        select(version.entry, version.file_name, version.record, version.disagreements)
        .where(version.picture == picture)
        .order_by(version.time.desc(), version.entry.desc())
        .limit(1)
    ).one()
    added = select(func.min(version.time)).where(version.picture == picture)
    record = record_from_json(json.loads(newest.record))
    key, words = picture_words.key_of(picture), _words(newest.file_name, record)
    before = connection.execute(select(PictureRow.words).where(PictureRow.key == key)).scalar()
    picture_words.put(connection, key, before or "", words)
    _put(
        connection,
        PictureRow,
        key=key,
        id=picture,
        version=newest.entry,
        added=connection.execute(added).scalar_one(),
        credited=says_something(record.credit),
        words=words,
        ends=picture_orders.last_day(record),
        disputed=bool(json.loads(newest.disagreements)),
        **picture_orders.columns(record),
    )


def _words(file_name: str, record: CreditRecord) -> str:
    texts = (
        file_name, *record.creator, record.credit, record.source, record.copyright,
        record.caption, record.alt, record.place, record.headline, record.title, record.event,
        *record.keywords, *record.people, *record.organisations,
    )  # fmt: skip
    return fold("\n".join(texts))


def _put(connection: Connection, model: type[Any], **row: Any) -> None:
    wanted = upsert(model).values(**row)
    connection.execute(wanted.on_conflict_do_update(index_elements=["id"], set_=row))


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
