"""Before another story comes on screen: its first pictures fetched, so that it comes whole."""

from __future__ import annotations

import json

from newsroom.ui.preview.patching import Shown

WARM = "warm "
"""What begins a line that tells of pictures that are there."""
PATIENCE_MS = 600
"""How long the old story stays on screen, at most, for pictures of the new one."""
_FIRST_BLOCKS = 4
"""More of them are not seen without scrolling."""


def warm_script(mark: str, number: int, page: Shown) -> str:
    """Write the script that fetches the first pictures of a page, and tells when they are there.

    They are held in the isolated world until the next ones are, so that the browser has them at
    hand when it is asked for them in earnest.
    """
    html = page.before + "\n".join(page.elements[:_FIRST_BLOCKS])
    return _WARM % {"html": json.dumps(html), "told": json.dumps(f"{mark}{told_warm(number)}")}


def told_warm(number: int) -> str:
    """Give what is told when the pictures of a page are there."""
    return f"{WARM}{number}"


_WARM = """
(() => {
  const next = new DOMParser().parseFromString(%(html)s, "text/html");
  globalThis.newsroomWarm = [...next.images].map(image => {
    const copy = document.importNode(image.closest("picture") || image, true);
    const own = copy.querySelector("img") || copy;
    own.loading = "eager";
    return [copy, own];
  });
  Promise.allSettled(newsroomWarm.map(([_, own]) => own.decode()))
    .then(() => console.debug(%(told)s));
})()
"""
