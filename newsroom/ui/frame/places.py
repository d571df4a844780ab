"""The places of the room: what the rail leads to."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    ARTICLES = "articles"
    PICTURES = "pictures"
    REVIEW = "review"
    PUBLISH = "publish"
    SETTINGS = "settings"


PLACE_WORDS = {
    Place.ARTICLES: "Articles",
    Place.PICTURES: "Pictures",
    Place.REVIEW: "Review",
    Place.PUBLISH: "Publish",
    Place.SETTINGS: "Settings",
}

PLACE_ICONS = {
    Place.ARTICLES: "mdi6.newspaper-variant-outline",
    Place.PICTURES: "mdi6.image-multiple-outline",
    Place.REVIEW: "mdi6.clipboard-check-outline",
    Place.PUBLISH: "mdi6.tray-arrow-up",
    Place.SETTINGS: "mdi6.cog-outline",
}

PLACE_KEYS = {
    Place.ARTICLES: "Ctrl+1",
    Place.PICTURES: "Ctrl+2",
    Place.REVIEW: "Ctrl+3",
    Place.PUBLISH: "Ctrl+4",
    Place.SETTINGS: "Ctrl+,",
}
