"""A house as JSON, for its ledger entry."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from newsroom.domain.canonical import Json
from newsroom.domain.house import (
    DEFAULT_OVERRIDABLE,
    DEFAULT_REQUIRED,
    House,
    Logo,
    Section,
    SocialLink,
    Wording,
)
from newsroom.domain.house_pictures import rules_from_json, rules_to_json

_TEXTS = (
    "name", "url", "language", "short_name", "tagline", "time_zone", "home_label",
    "date_format", "dateline", "credit_prefix", "feed", "notice", "theme",
)  # fmt: skip


def house_to_json(house: House) -> dict[str, Json]:
    """Give a house as the JSON that a house entry holds; the logo's bytes as base64."""
    data: dict[str, Json] = {key: getattr(house, key) for key in _TEXTS}
    logo: Json = None
    if house.logo:
        encoded = base64.b64encode(house.logo.data).decode("ascii")
        logo = {"media_type": house.logo.media_type, "data": encoded}
    data["languages"] = [*house.languages]
    data["social"] = [{"kind": link.kind, "url": link.url} for link in house.social]
    data["sections"] = [{"slug": one.slug, "name": one.name} for one in house.sections]
    data["share"] = house.share
    data["logo"] = logo
    data["required"] = [*sorted(house.required)]
    data |= _if_any("credit_forms", house.credit_forms)
    data |= _if_any("wanted", sorted(house.wanted))
    if house.overridable != DEFAULT_OVERRIDABLE:
        data["overridable"] = [*sorted(house.overridable)]
    if pictures := rules_to_json(house.pictures):
        data["pictures"] = pictures
    data["wordings"] = {key: _wording_to_json(one) for key, one in house.wordings.items()}
    return data


def house_from_json(data: Mapping[str, Json]) -> House:
    """Read back what `house_to_json` wrote."""
    texts = {key: value for key in _TEXTS if isinstance(value := data.get(key), str)}
    share = data.get("share")
    required = data.get("required")
    return House(
        **{"name": "", "url": "", "language": "en", **texts},
        languages=_strings(data.get("languages")),
        social=tuple(
            SocialLink(_text(o, "kind"), _text(o, "url")) for o in _objects(data, "social")
        ),
        sections=tuple(
            Section(_text(o, "slug"), _text(o, "name")) for o in _objects(data, "sections")
        ),
        share=share if isinstance(share, int) else 0,
        logo=_logo(data.get("logo")),
        required=DEFAULT_REQUIRED if required is None else frozenset(_strings(required)),
        credit_forms=_strings(data.get("credit_forms")),
        wanted=frozenset(_strings(data.get("wanted"))),
        overridable=frozenset(_strings(data["overridable"]))
        if "overridable" in data
        else DEFAULT_OVERRIDABLE,
        pictures=rules_from_json(data.get("pictures")),
        wordings=_wordings(data.get("wordings")),
    )


def _if_any(key: str, values: Sequence[str]) -> dict[str, Json]:
    """Give a list under its key; nothing for an empty one, as in entries of earlier versions."""
    return {key: [*values]} if values else {}


_WORDS = tuple(one.name for one in fields(Wording) if one.name not in ("sections", "credit_forms"))


def _wording_to_json(wording: Wording) -> Json:
    data: dict[str, Json] = {name: getattr(wording, name) for name in _WORDS}
    data["sections"] = dict(wording.sections)
    return data | _if_any("credit_forms", wording.credit_forms)


def _wordings(value: Json) -> dict[str, Wording]:
    if not isinstance(value, dict):
        return {}
    return {key: _wording(one) for key, one in value.items() if isinstance(one, dict)}


def _wording(data: Mapping[str, Json]) -> Wording:
    sections = data.get("sections")
    texts: dict[str, Any] = {name: _text(data, name) for name in _WORDS}
    return Wording(
        **texts,
        credit_forms=_strings(data.get("credit_forms")),
        sections={k: v for k, v in sections.items() if isinstance(v, str)}
        if isinstance(sections, dict)
        else {},
    )


def _logo(value: Json) -> Logo | None:
    if not isinstance(value, dict):
        return None
    try:
        data = base64.b64decode(_text(value, "data"), validate=True)
    except binascii.Error:
        return None
    return Logo(_text(value, "media_type"), data)


def _objects(data: Mapping[str, Json], key: str) -> list[dict[str, Json]]:
    value = data.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(data: Mapping[str, Json], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _strings(value: Json) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
