"""What an approval binds: one hash over the words, the captions, the credits and the pixels."""

from __future__ import annotations

from newsroom.domain.article import Story, content_to_json
from newsroom.domain.canonical import Json, canonical_bytes, sha256_of
from newsroom.domain.ids import PictureId, Sha256
from newsroom.domain.picture import BOUND_FIELDS, Picture, record_to_json


def fingerprint(story: Story) -> Sha256:
    """Hash what a reader will get of a story: its content and each used picture and its credit."""
    used = sorted({figure.picture for figure in story.figures})
    bound: dict[str, Json] = {
        "content": content_to_json(story.content),
        "pictures": {name: _bound_picture(story.pictures.get(name), name) for name in used},
    }
    return sha256_of(canonical_bytes(bound))


def _bound_picture(picture: Picture | None, name: PictureId) -> Json:
    if picture is None:
        return {"missing": name}
    record = record_to_json(picture.record)
    return {"sha256": picture.sha256, **{key: record[key] for key in BOUND_FIELDS}}
