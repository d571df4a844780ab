"""The browser that shows the page: no scripts, no network, no files, no wandering off."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from newsroom.ui.preview.patching import Shown, patch_script
from newsroom.ui.preview.scheme import PAGE_URL, SCHEME, is_ours
from newsroom.ui.preview.serving import Fetch, Guard, Server

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
)


class _Page(QWebEnginePage):
    """A page that stays where it is: links do not lead away."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        del kind, is_main_frame
        return is_ours(QUrl(url)) and QUrl(url).path() == PAGE_URL.path()


class PageView(QWebEngineView):
    """Shows one page and keeps it up to date.

    `shown` tells that the page with that number stands on screen. Numbers only grow; a patch that
    comes back late is dropped.
    """

    shown = Signal(int)

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = QWebEngineProfile(self)
        self.guard = Guard(self._profile)
        self._profile.setUrlRequestInterceptor(self.guard)
        self._server = Server(fetch, self._profile)
        self._profile.installUrlSchemeHandler(SCHEME, self._server)
        self._page = _page(self._profile, self)
        self._page.loadFinished.connect(self._on_loaded)
        self.setPage(self._page)
        self._now: Shown | None = None
        self._wanted: tuple[int, Shown] | None = None
        self._ready = False

    def show_page(self, number: int, page: Shown) -> None:
        """Bring a page on screen: loaded the first time, patched from then on."""
        self._wanted = (number, page)
        if self._now is None:
            self._now = page
            self._page.load(PAGE_URL)
        elif self._ready:
            self._patch()

    def scroll_to_top(self) -> None:
        """Go to the beginning of the page, as for another story."""
        self._page.runJavaScript("window.scrollTo(0, 0)", _WORLD)

    def load_again(self) -> None:
        """Load the page anew, as when a patch did not take."""
        self._ready = False
        if self._wanted:
            self._now = self._wanted[1]
            self._page.load(PAGE_URL)

    def _on_loaded(self, ok: bool) -> None:
        self._ready = ok
        if ok:
            self._patch()

    def _patch(self) -> None:
        if self._wanted is None or self._now is None:
            return
        number, page = self._wanted
        script = patch_script(self._now, page)
        self._now = page
        if not script:
            self.shown.emit(number)
            return
        self._page.runJavaScript(script, _WORLD, lambda done: self._on_patched(number, done))

    def _on_patched(self, number: int, done: object) -> None:
        if done is not True:
            self.load_again()
        elif self._wanted and number == self._wanted[0]:
            self.shown.emit(number)

    def closing(self) -> None:
        """Let go of the page first: a profile must outlive the pages that use it."""
        shiboken6.delete(self._page)


def _page(profile: QWebEngineProfile, parent: QObject) -> QWebEnginePage:
    page = _Page(profile, parent)
    page.setBackgroundColor(QColor("white"))
    settings = page.settings()
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    return page
