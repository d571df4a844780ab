"""HTML kept between two renderings, so that a keystroke costs one block."""

from __future__ import annotations

from collections.abc import Callable, Hashable, MutableMapping

BlockCache = MutableMapping[Hashable, str]
"""HTML by everything that it was made of. Its owner decides how much it holds and how long."""


def kept(cache: BlockCache | None, key: Hashable, make: Callable[[], str]) -> str:
    """Give what was kept under a key, or make it and keep it."""
    if cache is None:
        return make()
    found = cache.get(key)
    if found is None:
        found = cache[key] = make()
    return found
