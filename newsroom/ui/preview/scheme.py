"""The address that serves the preview's page and its files: nothing else is reachable.

Nothing here needs the browser, which is read from disk when the first page is wanted.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QUrl

SCHEME = b"newsroom-page"
HOST = "story"
PAGE_DEPTH = "section/year/month/day/slug/"
"""A page lies five folders deep, so that its relative links resolve for every story alike."""

PAGE_URL = QUrl(f"{SCHEME.decode()}://{HOST}/{PAGE_DEPTH}index.html")

Served = tuple[str, bytes]
"""A media type and the bytes of a file."""

Answer = Callable[[Served | None], None]
Fetch = Callable[[str, Answer], None]
"""Finds the file at a path and calls back, now or later on this thread; None when there is none."""


def expect_browser() -> None:
    """Let a browser join the program later; must be called before the application object is made.

    Qt asks for shared graphics from the start where a browser is read from disk afterwards.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def is_ours(url: QUrl) -> bool:
    """Whether an address lies inside the preview; pictures inlined in a style sheet do too."""
    return (url.scheme() == SCHEME.decode() and url.host() == HOST) or url.scheme() == "data"


def path_of(url: QUrl) -> str:
    """Give the path inside the exported folder that an address names."""
    return url.path().lstrip("/")
