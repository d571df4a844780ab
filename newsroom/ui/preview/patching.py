"""From the page that is shown to the page that should be shown, touching only what differs."""

from __future__ import annotations

import json
from dataclasses import dataclass

BLOCKS_HOLDER = "#body"
"""The element of a page whose children are the blocks of the body, in order; every theme has it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page in its parts: what stands before the blocks, the blocks, what stands after.

    A block is one element, or empty where it stands for none, such as a footnote, which is set at
    the end. `data` is the text of the element `#story-data` in `after`, which moves with nearly
    every word.
    """

    before: str
    blocks: tuple[str, ...]
    after: str
    data: str = ""

    @property
    def html(self) -> str:
        """The whole page, as it is exported."""
        return self.before + "\n".join(self.blocks) + self.after

    @property
    def elements(self) -> tuple[str, ...]:
        """The blocks that are there to see."""
        return tuple(filter(None, self.blocks))

    @property
    def frame(self) -> tuple[str, str]:
        """What stands around the blocks, without the data."""
        return self.before, self.after.replace(self.data, "", 1) if self.data else self.after


def patch_script(old: Shown, new: Shown) -> str:
    """Write the script that turns one page into the other; empty when they are the same.

    Of the blocks only those that differ are replaced, so the cost follows the edit. Where something
    around them differs too, as the minute in a dateline does while a story is written, that alone
    is walked beside the new page, and only nodes that differ are replaced: pictures stay and the
    scroll place stays.
    """
    if old == new:
        return ""
    return _PATCH % {
        "holder": _quoted(BLOCKS_HOLDER),
        "frame": "null" if old.frame == new.frame else _quoted(new.before + new.after),
        "steps": json.dumps(_steps(old.elements, new.elements)),
        "old": len(old.elements),
        "data": _quoted(new.data),
    }


def _quoted(text: str) -> str:
    return json.dumps(text)


def _steps(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int, list[str]]]:
    """List replacements as (first, how many go, what comes), last first so that places stay."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    from difflib import SequenceMatcher  # Nobody who only opens the program needs it.

    matcher = SequenceMatcher(a=a, b=b, autojunk=False)
    steps = [
        (start + low, high - low, list(b[first:last]))
        for tag, low, high, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]
    return steps[::-1]


_PATCH = """
(() => {
  const holder = document.querySelector(%(holder)s);
  if (!holder || holder.children.length !== %(old)d) return false;
  const frame = %(frame)s;
  const next = frame === null ? null : new DOMParser().parseFromString(frame, "text/html");
  const held = next && next.querySelector(%(holder)s);
  if (next && !held) return false;
  const dress = (now, then) => {
    for (const {name} of [...now.attributes])
      if (!then.hasAttribute(name)) now.removeAttribute(name);
    for (const {name, value} of [...then.attributes])
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  };
  const morph = (now, then) => {
    if (now.isEqualNode(then)) return;
    if (now.nodeType !== 1 || now.nodeName !== then.nodeName) {
      now.replaceWith(document.importNode(then, true));
      return;
    }
    dress(now, then);
    const a = [...now.childNodes], b = [...then.childNodes];
    const here = a.findIndex(one => one.contains(holder));
    const there = b.findIndex(one => one.contains(held));
    if (here < 0 || there < 0) return row(now, a, b, null);
    row(now, a.slice(0, here), b.slice(0, there), a[here]);
    if (a[here] === holder) dress(holder, held); else morph(a[here], b[there]);
    row(now, a.slice(here + 1), b.slice(there + 1), null);
  };
  const row = (parent, a, b, end) => {
    let head = 0, tail = 0;
    while (head < Math.min(a.length, b.length) && a[head].isEqualNode(b[head])) head++;
    while (tail < Math.min(a.length, b.length) - head
           && a[a.length - 1 - tail].isEqualNode(b[b.length - 1 - tail])) tail++;
    const left = a.slice(head, a.length - tail), right = b.slice(head, b.length - tail);
    const before = a[a.length - tail] || end;
    right.forEach((node, i) => {
      if (i < left.length) morph(left[i], node);
      else parent.insertBefore(document.importNode(node, true), before);
    });
    left.slice(right.length).forEach(node => node.remove());
  };
  if (next) morph(document.documentElement, next.documentElement);
  if (!holder.isConnected) return false;
  for (const [first, gone, come] of %(steps)s) {
    const range = document.createRange();
    range.selectNodeContents(holder);
    const fragment = range.createContextualFragment(come.join("\\n"));
    for (let i = 0; i < gone; i++) holder.children[first].remove();
    holder.insertBefore(fragment, holder.children[first] || null);
  }
  const data = document.getElementById("story-data");
  if (data && data.textContent !== %(data)s) data.textContent = %(data)s;
  return true;
})()
"""
