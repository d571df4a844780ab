"""What an approval binds: one hash over the words, the captions, the credits and the pixels.

Whatever of a picture's record reaches a page or an exported file is bound, and nothing else
(`picture.published`). A bound field counts only where it says something, so that a field that a
later version adds to the set changes no fingerprint of a record that leaves it empty.

Two sets of rules exist. Under the first, six fields were bound whether empty or not, and the date a
picture was taken was not, because it stood on no page. Approvals given under them stay checkable: a
fingerprint of either kind stands for a story (`fingerprints`), and to a fingerprint of the first
kind, too, every field that is bound since then is added as soon as it says something. So an old
approval turns stale when a licensor or a source type is entered that its approver never saw. The
one thing that it does not bind is that date. New decisions are signed under the second rules only.
"""

from __future__ import annotations

from collections.abc import Callable

from newsroom.domain.article import Story, content_to_json
from newsroom.domain.canonical import Json, canonical_bytes, sha256_of
from newsroom.domain.framing import framing_to_json
from newsroom.domain.ids import Sha256
from newsroom.domain.picture import CreditRecord, Picture, published, record_to_json

RULES = 2
_FIRST = ("creator", "credit", "source", "copyright", "usage_terms", "web_statement")
_Bind = Callable[[CreditRecord], dict[str, Json]]


def fingerprint(story: Story) -> Sha256:
    """Hash what a reader will get of a story: its content and each used picture and its credit."""
    return _hash({"rules": RULES, **_bound(story, _by_presence)})


def fingerprints(story: Story) -> frozenset[Sha256]:
    """Give every fingerprint by which a decision may have named exactly this story."""
    return frozenset({fingerprint(story), _hash(_bound(story, _by_first_rules))})


def _hash(bound: dict[str, Json]) -> Sha256:
    return sha256_of(canonical_bytes(bound))


def _bound(story: Story, bind: _Bind) -> dict[str, Json]:
    pictures: dict[str, Json] = {}
    for name in sorted({figure.picture for figure in story.figures}):
        picture = story.pictures.get(name)
        pictures[name] = (
            {"sha256": picture.sha256, **bind(picture.record), **_by_framing(picture)}
            if picture
            else {"missing": name}
        )
    return {"content": content_to_json(story.content), "pictures": pictures}


def _by_presence(record: CreditRecord) -> dict[str, Json]:
    return {key: value for key, value in record_to_json(published(record)).items() if value}


def _by_first_rules(record: CreditRecord) -> dict[str, Json]:
    bound = record_to_json(published(record))
    return {
        key: value for key, value in bound.items() if key in _FIRST or (value and key != "created")
    }


def _by_framing(picture: Picture) -> dict[str, Json]:
    """Bind how a picture is cut; one that is not is bound as it was before there were crops."""
    framing = framing_to_json(picture.framing)
    return {"framing": framing} if framing else {}
