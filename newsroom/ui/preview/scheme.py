"""The address that serves the preview's page and its files: nothing else is reachable."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlScheme

SCHEME = b"newsroom-page"
HOST = "story"
PAGE_DEPTH = "section/year/month/day/slug/"
"""A page lies five folders deep, so that its relative links resolve for every story alike."""

PAGE_URL = QUrl(f"{SCHEME.decode()}://{HOST}/{PAGE_DEPTH}index.html")


def register_scheme() -> None:
    """Make the scheme known; must be called before the application object is made."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name().size():
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def is_ours(url: QUrl) -> bool:
    """Whether an address lies inside the preview; pictures inlined in a style sheet do too."""
    return (url.scheme() == SCHEME.decode() and url.host() == HOST) or url.scheme() == "data"


def path_of(url: QUrl) -> str:
    """Give the path inside the exported folder that an address names."""
    return url.path().lstrip("/")
