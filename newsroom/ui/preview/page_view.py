"""The browser that shows the page: no scripts, no network, no files, no wandering off."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from newsroom.ui.preview.patching import Shown, patch_script
from newsroom.ui.preview.scheme import PAGE_URL, SCHEME, path_of
from newsroom.ui.preview.serving import Answer, Fetch, Guard, Server

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
    """A page that stays where it is: links lead to places in it, and nowhere else."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        del is_main_frame
        page, fragment, _ = QUrl(url).toString().partition("#")
        if page != PAGE_URL.toString():
            return False
        if kind is QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            return bool(fragment)
        return kind is QWebEnginePage.NavigationType.NavigationTypeTyped


class PageView(QWebEngineView):
    """Shows one page and keeps it up to date; `fetch` finds the files that it shows.

    `shown` tells that the page with that number stands on screen. Numbers only grow; a patch that
    comes back late is dropped.
    """

    shown = Signal(int)

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A profile must outlive its pages, in whatever order a window is taken apart: it belongs to
        # the application, and goes when its page has gone.
        self._profile = QWebEngineProfile(QCoreApplication.instance())
        self.guard = Guard(self._profile)
        self._profile.setUrlRequestInterceptor(self.guard)
        self._fetch = fetch
        self._server = Server(self._serve, self._profile)
        self._profile.installUrlSchemeHandler(SCHEME, self._server)
        self._page = _page(self._profile, self)
        self._page.destroyed.connect(self._profile.deleteLater)
        self._page.loadingChanged.connect(self._on_loading)
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

    def show_scroll_bars(self, show: bool) -> None:
        """Show the browser's scroll bars, which take some of the width, or scroll without them."""
        settings = self._page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, show)

    def load_again(self) -> None:
        """Load the page anew, as when a patch did not take."""
        self._ready = False
        if self._wanted:
            self._now = self._wanted[1]
            self._page.load(PAGE_URL)

    def _serve(self, path: str, answer: Answer) -> None:
        """Give the very page that is being loaded, which later patches start from."""
        if path != path_of(PAGE_URL):
            self._fetch(path, answer)
        elif self._now:
            answer(("text/html", self._now.html.encode()))

    def _on_loading(self, loading: QWebEngineLoadingInfo) -> None:
        """Go on once the page stands; a link that was not followed tells of a load that failed."""
        if loading.status() is QWebEngineLoadingInfo.LoadStatus.LoadSucceededStatus:
            self._ready = True
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
