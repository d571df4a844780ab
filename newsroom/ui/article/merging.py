"""What an article holds when it moved on disk while somebody wrote, and when nobody did.

A field may give a value otherwise spelled than the disk's, such as without the spaces around it.
So three are kept apart: what is on disk, what the fields gave when they were shown that, and what
they give now. Only a field that gives another value than it was shown has been written in.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from newsroom.domain.article import Content


def moved(base: Content, now: Content) -> dict[str, Any]:
    """Give the fields of `now` that are not as in `base`, by name."""
    return {
        item.name: getattr(now, item.name)
        for item in fields(Content)
        if getattr(now, item.name) != getattr(base, item.name)
    }


@dataclass(frozen=True, slots=True)
class Known:
    """An article's content on disk, and as the fields gave it back untouched."""

    disk: Content
    shown: Content

    def written(self, now: Content) -> Content:
        """Give what should be on disk when the fields give `now`: untouched ones as they were."""
        return replace(self.disk, **moved(self.shown, now))

    def saved(self, content: Content) -> Known:
        """Note that the disk has what `written` gave."""
        return Known(content, replace(self.shown, **moved(self.disk, content)))

    def news(self, now: Content, disk: Content) -> Content:
        """Give what the fields should show when the disk has moved: what was typed stays."""
        typed = moved(self.disk, self.written(now))
        taken = {name: one for name, one in moved(self.disk, disk).items() if name not in typed}
        return replace(now, **taken)

    def renewed(self, before: Content, after: Content, disk: Content) -> Known:
        """Note another disk, with what the fields gave before and after its news was shown."""
        return Known(disk, replace(self.shown, **moved(before, after)))
