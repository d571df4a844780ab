"""Saved searches: a name for what to look for, kept on this laptop and never shared."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.desk import browsing
from newsroom.domain.errors import NotFound, Refused
from newsroom.domain.summary import ArticleQuery, Sort
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from newsroom.desk.room import Desk

_KEY = "saved-searches"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A name, and what it looks for: words, states and order, in the lists or in the bin."""

    name: str
    query: ArticleQuery


def saved_searches(desk: Desk) -> tuple[SavedSearch, ...]:
    """List the saved searches by name; what cannot be read is left out."""
    try:
        kept = json.loads(browsing.remembered(desk, _KEY) or "[]")
        return tuple(map(_from_json, kept))
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def save_search(desk: Desk, search: SavedSearch) -> tuple[SavedSearch, ...]:
    """Keep a search under its name, in place of one of that name; give all. `Refused`: no name."""
    named = replace(search, name=_name(search.name))
    return _keep(desk, (*_others(desk, named.name), named))


def rename_search(desk: Desk, name: str, to: str) -> tuple[SavedSearch, ...]:
    """Call a search by another name; give all. Raises `NotFound`, and `Refused` for no name."""
    found = [one for one in saved_searches(desk) if one.name == name]
    if not found:
        raise NotFound(f"There is no saved search “{name}”.")
    fresh = replace(found[0], name=_name(to))
    rest = [one for one in _others(desk, name) if one.name != fresh.name]
    return _keep(desk, (*rest, fresh))


def remove_search(desk: Desk, name: str) -> tuple[SavedSearch, ...]:
    """Forget a search; give the others."""
    return _keep(desk, _others(desk, name))


def _others(desk: Desk, name: str) -> tuple[SavedSearch, ...]:
    return tuple(one for one in saved_searches(desk) if one.name != name)


def _keep(desk: Desk, searches: tuple[SavedSearch, ...]) -> tuple[SavedSearch, ...]:
    ordered = tuple(sorted(searches, key=lambda one: one.name.casefold()))
    text = json.dumps([_to_json(one) for one in ordered], ensure_ascii=False)
    browsing.remember(desk, _KEY, text)
    return ordered


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise Refused("A saved search needs a name.", hint="Type one, then press Enter.")
    return name


def _to_json(search: SavedSearch) -> dict[str, Any]:
    query = search.query
    return {
        "name": search.name,
        "search": query.search,
        "states": sorted(query.states),
        "sort": query.sort,
        "binned": query.binned,
    }


def _from_json(data: dict[str, Any]) -> SavedSearch:
    query = ArticleQuery(
        search=str(data["search"]),
        states=frozenset(map(State, data["states"])),
        sort=Sort(data["sort"]),
        binned=data["binned"] is True,
    )
    return SavedSearch(str(data["name"]), query)
