"""What a house says about pictures: where it publishes, how it spells agencies, what it presets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newsroom.domain.canonical import Json
from newsroom.domain.coding import encoded, reader
from newsroom.domain.picture import FIELDS, CreditRecord, record_from_json, record_to_json
from newsroom.domain.vocabularies import Channel


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as the house spells it, and how else it is written by others."""

    name: str = ""
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """A record that is filled in at one stroke, for an agency or a photographer.

    Only the fields that say something are put into a picture's record.
    """

    name: str = ""
    record: CreditRecord = field(default_factory=CreditRecord)

    @property
    def fields(self) -> dict[str, Json]:
        """The fields that the preset fills, as JSON."""
        data = record_to_json(self.record)
        return {name: data[name] for name in FIELDS if data.get(name)}

    def over(self, record: CreditRecord) -> CreditRecord:
        """Put the preset's fields over those of a record."""
        filled = {name: getattr(self.record, name) for name in self.fields}
        # A preset that says when rights end does not say that they hold in every country.
        rights = self.record.rights.over(record.rights)
        return replace(record, **{**filled, "rights": rights})


@dataclass(frozen=True, slots=True)
class PictureRules:
    """How a house handles pictures.

    `channels` are the ways on which it publishes, `territories` the countries (ISO 3166) that it
    publishes for; none means the whole world. `anchors` are certificates in PEM: whoever has one
    that they vouch for is known to the house where a picture's credential names its signer.
    """

    channels: tuple[str, ...] = (Channel.WEB,)
    territories: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()
    presets: tuple[Preset, ...] = ()
    anchors: tuple[str, ...] = ()

    def preset(self, name: str) -> Preset | None:
        """Find a preset by its name."""
        return next((one for one in self.presets if one.name == name), None)


def rules_to_json(rules: PictureRules) -> dict[str, Json]:
    """Give what a house says about pictures as JSON; empty where it says nothing of its own."""
    if rules == PictureRules():
        return {}
    data: dict[str, Json] = {
        "channels": encoded(rules.channels),
        "territories": encoded(rules.territories),
        "agencies": encoded(rules.agencies),
        "presets": [{"name": one.name, "record": one.fields} for one in rules.presets],
    }
    # As in entries of earlier versions where there are none.
    return data | ({"anchors": encoded(rules.anchors)} if rules.anchors else {})


def rules_from_json(data: Json) -> PictureRules:
    """Read back what `rules_to_json` wrote."""
    if not isinstance(data, dict) or not data:
        return PictureRules()
    texts = reader(tuple[str, ...])
    presets = data.get("presets")
    return PictureRules(
        channels=texts(data.get("channels")),
        territories=texts(data.get("territories")),
        agencies=reader(tuple[Agency, ...])(data.get("agencies")),
        presets=tuple(
            _preset(one)
            for one in (presets if isinstance(presets, list) else [])
            if isinstance(one, dict)
        ),
        anchors=texts(data.get("anchors")),
    )


def _preset(data: Mapping[str, Json]) -> Preset:
    name, record = data.get("name"), data.get("record")
    return Preset(
        name if isinstance(name, str) else "",
        record_from_json(record if isinstance(record, dict) else {}),
    )
