"""The house file, `house.toml`: read with care, because a person wrote it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from newsroom.domain.countries import is_country
from newsroom.domain.credentials import certificates_in
from newsroom.domain.credit_forms import fault_in
from newsroom.domain.errors import Refused
from newsroom.domain.house import (
    DEFAULT_OVERRIDABLE,
    DEFAULT_REQUIRED,
    House,
    Logo,
    Section,
    SocialLink,
    Wording,
)
from newsroom.domain.house_pictures import Agency, PictureRules, Preset
from newsroom.domain.house_rules import (
    is_plain_web_link,
    require_time_zone,
    require_web_address,
)
from newsroom.domain.picture import record_from_json
from newsroom.domain.slug import require_slug
from newsroom.domain.vocabularies import Channel

MAX_LOGO_BYTES = 256 * 1024
MAX_ANCHOR_BYTES = 1024 * 1024
_LOGO_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
Table = Mapping[str, Any]


def house_from_toml(text: str, read_file: Callable[[str], bytes]) -> House:
    """Read a house file.

    `read_file` gives the bytes of a file named in it (the logo, certificates), by its path relative
    to the house file. Raises `Refused` with a sentence that names the line or the key at fault.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"The house file cannot be read: {error}.") from error
    house = table.get("house")
    if not isinstance(house, dict):
        raise Refused("The house file has no [house] table.", hint="Begin it with [house].")
    return _house(house, read_file)


def _house(table: Table, read_file: Callable[[str], bytes]) -> House:
    republication = _table(table, "republication")
    checks = _table(table, "checks")
    name = _needed(table, "name")
    language = _text(table, "language") or "en"
    return House(
        name=name,
        short_name=_text(table, "short_name") or name,
        tagline=_text(table, "tagline"),
        url=require_web_address(_needed(table, "url")),
        language=language,
        languages=_strings(table, "languages") or (language,),
        time_zone=require_time_zone(_text(table, "time_zone") or "UTC"),
        home_label=_text(table, "home_label") or "Home",
        date_format=_text(table, "date_format") or "%d %B %Y, %H:%M",
        dateline=_text(table, "dateline") or "{place} • {date}",
        credit_prefix=_raw_text(table, "credit_prefix", "Credit: "),
        credit_forms=_forms(table),
        social=tuple(_social(one) for one in _tables(table, "social")),
        feed=_text(table, "feed") or "feed.xml",
        sections=tuple(_section(one) for one in _tables(table, "section")),
        share=_percent(republication.get("share", 0)),
        notice=_text(republication, "notice"),
        theme=require_slug(_text(table, "theme") or "paper"),
        logo=_logo(_text(table, "logo"), read_file),
        required=frozenset(_strings(checks, "required"))
        if "required" in checks
        else DEFAULT_REQUIRED,
        wanted=frozenset(_strings(checks, "wanted")),
        overridable=frozenset(_strings(checks, "overridable"))
        if "overridable" in checks
        else DEFAULT_OVERRIDABLE,
        pictures=_pictures(table, read_file),
        wordings={
            key: _wording(_table(local, key)) for local in [_table(table, "local")] for key in local
        },
    )


def _forms(table: Table) -> tuple[str, ...]:
    forms = _strings(table, "credit_forms")
    for form in forms:
        if fault := fault_in(form):
            raise Refused(f"The credit form “{form}” cannot be used: {fault}.")
    return forms


def _pictures(table: Table, read_file: Callable[[str], bytes]) -> PictureRules:
    said = _table(table, "pictures")
    territories = tuple(code.upper() for code in _strings(said, "territories"))
    channels = _strings(said, "channels") or (Channel.WEB,)
    for code in territories:
        if not is_country(code):
            raise Refused(f"{code!r} is not a country's code.", hint="Use ISO 3166 codes: KZ, DE.")
    for channel in channels:
        if channel not in list(Channel):
            raise Refused(f"{channel!r} is not a channel.", hint=f"Use {', '.join(Channel)}.")
    return PictureRules(
        channels=channels,
        territories=territories,
        agencies=tuple(
            Agency(_needed(one, "name"), _strings(one, "spellings"))
            for one in _tables(table, "agency")
        ),
        presets=tuple(_preset(one) for one in _tables(table, "preset")),
        anchors=tuple(
            dict.fromkeys(
                one for path in _strings(said, "anchors") for one in _anchors(path, read_file)
            )
        ),
    )


def _anchors(path: str, read_file: Callable[[str], bytes]) -> tuple[str, ...]:
    """Read the certificates that vouch for signers of pictures."""
    data = read_file(path)
    if len(data) > MAX_ANCHOR_BYTES:
        raise Refused(f"The list of certificates {path} is larger than 1 MiB.")
    found = certificates_in(data.decode("ascii", "replace"))
    if not found:
        raise Refused(
            f"{path} holds no certificate.",
            hint="Name a PEM file: it has lines that say BEGIN CERTIFICATE.",
        )
    return found


def _preset(table: Table) -> Preset:
    name = _needed(table, "name")
    fields = {key: value for key, value in table.items() if key != "name"}
    record = record_from_json(fields)
    if record.beyond:
        raise Refused(
            f"The preset {name!r} has a field or a value that no credit record has: "
            f"{record.beyond}.",
            hint="Write the fields as picture show --json names them.",
        )
    return Preset(name, record)


def _wording(table: Table) -> Wording:
    sections = _table(table, "sections")
    return Wording(
        tagline=_text(table, "tagline"),
        home_label=_text(table, "home_label"),
        date_format=_text(table, "date_format"),
        dateline=_text(table, "dateline"),
        credit_prefix=_raw_text(table, "credit_prefix", ""),
        credit_forms=_forms(table),
        notice=_text(table, "notice"),
        sections={key: _text(sections, key) for key in sections},
    )


def _social(table: Table) -> SocialLink:
    url = _needed(table, "url")
    if not is_plain_web_link(url):
        raise Refused(f"The house file names a social link that is not a web address: {url}.")
    return SocialLink(kind=_needed(table, "kind"), url=url)


def _section(table: Table) -> Section:
    slug = require_slug(_needed(table, "slug"))
    return Section(slug=slug, name=_text(table, "name") or slug)


def _percent(share: object) -> int:
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise Refused("The republication share must be a number from 0 to 1, such as 0.30.")
    return round(share * 100)


def _logo(path: str, read_file: Callable[[str], bytes]) -> Logo | None:
    if not path:
        return None
    media_type = _LOGO_TYPES.get(path.rpartition(".")[2].lower())
    if media_type is None:
        raise Refused(f"The logo {path} is not an SVG, PNG, WebP or JPEG file.")
    data = read_file(path)
    if len(data) > MAX_LOGO_BYTES:
        raise Refused(f"The logo {path} is larger than 256 KiB.", hint="Save a smaller one.")
    return Logo(media_type, data)


def _needed(table: Table, key: str) -> str:
    text = _text(table, key)
    if not text:
        raise Refused(f"The house file lacks a value for {key!r}.")
    return text


def _text(table: Table, key: str) -> str:
    return _raw_text(table, key, "").strip()


def _raw_text(table: Table, key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise Refused(f"In the house file, {key!r} must be text in quotes.")
    return value


def _strings(table: Table, key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Refused(f"In the house file, {key!r} must be a list of texts.")
    return tuple(value)


def _table(table: Table, key: str) -> Table:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise Refused(f"In the house file, {key!r} must be a table.")
    return value


def _tables(table: Table, key: str) -> list[Table]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise Refused(f"In the house file, {key!r} must be written as [[house.{key}]].")
    return value
