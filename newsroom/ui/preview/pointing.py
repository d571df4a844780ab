"""What stands at a point of the page, and how a part of the page is brought into sight.

Both are asked in the isolated world; clicks are told to the console, where no script of a page can
speak, because none runs. Nothing is written into the page: its elements are told apart
by the marks that the exported page has anyway.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from newsroom.ui.preview.patching import BLOCKS_HOLDER
from newsroom.ui.spot import BODY

PARTS = {
    "headline": "h1",
    "standfirst": ".standfirst",
    "place": ".dateline",
    "byline": ".author",
    "lead": ".picture-lead",
    "sources": ".sources",
    "tags": ".topics",
}
"""The fields that a page shows, and the element of each; every theme has them."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What stands at a point: a part of the story, empty for none, and the link around it.

    `element` counts the elements of the body from 0, `note` the footnotes from 1; `before` are the
    words of the element before the point; `opens` says that the click asked to follow the link.
    """

    part: str = ""
    element: int = -1
    note: int = 0
    before: str = ""
    link: str = ""
    opens: bool = False


def listening_script(mark: str) -> str:
    """Write the script that tells of clicks from now on: by lines to the console after a mark.

    A link to a place in the page is left to the browser; words that a drag selected stay selected.
    """
    return _LISTENING % {
        "mark": json.dumps(mark),
        "holder": json.dumps(BLOCKS_HOLDER),
        "body": json.dumps(BODY),
        "parts": json.dumps(list(PARTS.items())),
    }


def point_script(x: float, y: float) -> str:
    """Write the script that tells, in the same way, what stands at a point, in CSS pixels."""
    return f"newsroomPointed({x:f}, {y:f}, false)"


def read_pointed(line: str) -> Pointed:
    """Read a line that was told; nothing where it cannot be read."""
    try:
        return Pointed(**json.loads(line))
    except (ValueError, TypeError):
        return Pointed()


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the page: an element of the body, or the element of a field, and how far down."""

    part: str
    element: int = -1
    share: float = 0.0


def reveal_script(place: Place, *, smooth: bool, beside: Place | None = None) -> str:
    """Write the script that scrolls to a place of the page, unless that is in sight.

    With `beside`, nothing moves unless that place is in sight, and then no more than is needed.
    """
    return _REVEAL % {
        "place": _place_json(place),
        "beside": _place_json(beside) if beside else "null",
        "behavior": json.dumps("smooth" if smooth else "instant"),
    }


def _place_json(place: Place) -> str:
    selector = BLOCKS_HOLDER if place.part == BODY else PARTS[place.part]
    return json.dumps([selector, place.element, place.share])


_LISTENING = """
globalThis.newsroomPointed = (x, y, opens) => {
  const at = document.elementFromPoint(x, y);
  if (!at) return;
  const link = at.closest("a[href]");
  const found = {part: "", element: -1, note: 0, before: "", link: link ? link.href : "", opens};
  const body = document.querySelector(%(holder)s);
  let home = null;
  if (body && body.contains(at)) {
    const blocks = [...body.children];
    home = blocks.find(one => one.contains(at))
      || blocks.findLast(one => one.getBoundingClientRect().top <= y) || blocks[0];
    found.element = blocks.indexOf(home);
    if (home) found.part = %(body)s;
    const note = home && home.matches(".footnotes") && at.closest("li");
    if (note) {
      found.note = [...note.parentNode.children].indexOf(note) + 1;
      home = note;
    }
  } else {
    for (const [name, selector] of %(parts)s) {
      home = at.closest(selector);
      if (home) { found.part = name; break; }
    }
  }
  const caret = document.caretRangeFromPoint(x, y);
  if (home && caret && home.contains(caret.startContainer)) {
    const range = document.createRange();
    range.setStart(home, 0);
    range.setEnd(caret.startContainer, caret.startOffset);
    found.before = range.toString();
  }
  console.debug(%(mark)s + JSON.stringify(found));
};
addEventListener("click", event => {
  const held = event.altKey || event.shiftKey || event.detail !== 1;
  if (held || !getSelection().isCollapsed) return;
  const link = event.target.closest("a[href]"), opens = event.ctrlKey || event.metaKey;
  if (link && !opens && link.getAttribute("href").startsWith("#")) return;
  newsroomPointed(event.clientX, event.clientY, opens);
});
"""

_REVEAL = """
(() => {
  const height = ([selector, element, share]) => {
    const whole = document.querySelector(selector);
    const one = whole && element >= 0 ? whole.children[element] : whole;
    const area = one && one.getBoundingClientRect();
    return area ? area.top + share * area.height : null;
  };
  const edge = Math.min(48, innerHeight / 8);
  const seen = top => top !== null && top >= 0 && top <= innerHeight - edge;
  const top = height(%(place)s), beside = %(beside)s;
  if (top === null || seen(top)) return true;
  if (beside && !seen(height(beside))) return true;
  const wanted = beside && top > 0 ? innerHeight - 2 * edge : innerHeight / 3;
  scrollTo({top: scrollY + top - wanted, behavior: %(behavior)s});
  return true;
})()
"""
