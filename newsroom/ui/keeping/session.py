"""Where things stood: kept in the library's local state, back at the next start."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from newsroom.ui.frame.places import Place

KEY = "window"


@dataclass(frozen=True, slots=True)
class Session:
    """Sizes in pixels, the place, the open article, and where its text stood.

    `list_width` and `inspector_width` are as chosen by hand, 0 for never; `cursor` is a position
    in the body, `scroll` the paper's scroll value. `typographic` is whether quotes and dashes are
    set while they are typed.
    """

    width: int = 0
    height: int = 0
    maximised: bool = False
    place: str = Place.ARTICLES.value
    article: str = ""
    cursor: int = 0
    scroll: int = 0
    list_width: int = 0
    inspector_width: int = 0
    inspector_tab: str = ""
    typographic: bool = True


def session_to_text(session: Session) -> str:
    """Write a session as JSON."""
    return json.dumps(asdict(session), sort_keys=True)


def session_from_text(text: str | None) -> Session:
    """Read a session back; whatever cannot be read is as at the first start."""
    try:
        data = json.loads(text or "{}")
    except ValueError:
        return Session()
    if not isinstance(data, dict):
        return Session()
    plain = Session()
    kept: dict[str, Any] = {
        item.name: data[item.name]
        for item in fields(Session)
        if type(data.get(item.name)) is type(getattr(plain, item.name))
    }
    return Session(**kept)
