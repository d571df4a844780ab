"""The browser that shows the page: no scripts, no network, no files, no wandering off."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_hex

import shiboken6
from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QMarginsF,
    QObject,
    QPoint,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeySequence,
    QPageLayout,
    QPageSize,
    QShortcut,
)
from PySide6.QtWebEngineCore import (
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from newsroom.ui.preview.page_menu import page_menu
from newsroom.ui.preview.patching import Shown, patch_script
from newsroom.ui.preview.pointing import (
    Place,
    listening_script,
    point_script,
    read_pointed,
    reveal_script,
)
from newsroom.ui.preview.scheme import PAGE_URL, SCHEME, Answer, Fetch, path_of
from newsroom.ui.preview.serving import Guard, Server, register_scheme
from newsroom.ui.preview.warming import PATIENCE_MS, WARM, told_warm, warm_script

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

_WALKING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

_AT_TOP = """
(done => {
  if (done) scrollTo({top: 0, behavior: "instant"});
  return done;
})(%s)
"""

PAPER = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(18, 18, 18, 18),
    QPageLayout.Unit.Millimeter,
)
"""The browser takes margins from here and not from the page's own style, which asks for these."""


class _Page(QWebEnginePage):
    """A page that stays where it is: links lead to places in it, and nowhere else.

    `told` carries what our own scripts write to the console after `mark`.
    """

    told = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.mark = f"{token_hex(16)} "

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

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """Hear what our scripts tell; what a browser says of a page is of no use to anybody."""
        if message.startswith(self.mark):
            self.told.emit(message.removeprefix(self.mark))


class PageView(QWebEngineView):
    """Shows one page and keeps it up to date; `fetch` finds the files that it shows.

    The arrows and page keys scroll it. Tab goes on to what comes after the view at once, where a
    browser would walk through every link first: what a link says is written in the text. And a
    keyboard that comes by Tab, or because Qt passes it on from a part that is put away, does not
    stand on the first link: the browser would scroll there, away from what is read.

    `shown` tells that the page with that number stands on screen. Numbers only grow; a patch that
    comes back late is dropped. `pointed` carries what a person clicked, or asked to write at;
    `link_wanted` the address of a link to follow outside; `escaped` comes with
    Escape, and `left` when Tab leads on.
    """

    shown = Signal(int)
    pointed = Signal(object)
    link_wanted = Signal(str)
    escaped = Signal()
    left = Signal()

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        register_scheme()
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
        self._page.told.connect(self._on_told)
        self.setPage(self._page)
        self._now: Shown | None = None
        self._wanted: tuple[int, Shown] | None = None
        self._ready = False
        self._at_top = False
        self._warming = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._patch)
        for key, leave in (
            ("Tab", lambda: self._leave(onward=True)),
            ("Shift+Tab", lambda: self._leave(onward=False)),
            ("Esc", self.escaped.emit),
        ):
            way_out = QShortcut(QKeySequence(key), self)
            way_out.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            way_out.activated.connect(leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keyboard come without the word that it walks from link to link."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _WALKING:
            plain = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
            QCoreApplication.sendEvent(watched, plain)
            return True
        return super().eventFilter(watched, event)

    def _leave(self, *, onward: bool) -> None:
        self.left.emit()
        self.focusNextPrevChild(onward)

    def show_page(self, number: int, page: Shown, *, at_top: bool = False) -> None:
        """Bring a page on screen: loaded the first time, patched from then on.

        `at_top` is for another story: the page on screen stays until the first pictures of the new
        one are there, and the first frame in which that stands shows its beginning.
        """
        self._wanted = (number, page)
        self._at_top = self._at_top or at_top
        if self._now is None:
            self._now = page
            self._page.load(PAGE_URL)
        elif self._ready and at_top:
            self._warm(number, page)
        elif self._ready and not self._patience.isActive():
            self._patch()

    def reveal(self, place: Place, *, smooth: bool, beside: Place | None = None) -> None:
        """Scroll to a place of the page, as `reveal_script` does."""
        self._page.runJavaScript(reveal_script(place, smooth=smooth, beside=beside), _WORLD)

    def point_at(self, at: QPoint) -> None:
        """Tell by `pointed` what stands at a point of the view."""
        scale = self.zoomFactor()
        self._page.runJavaScript(point_script(at.x() / scale, at.y() / scale), _WORLD)

    def print_page(self, done: Callable[[QByteArray], None]) -> None:
        """Lay the page out on paper, as a PDF; nothing comes of a page that is closing."""
        self._page.printToPdf(done, PAPER)

    def show_scroll_bars(self, show: bool) -> None:
        """Show the browser's scroll bars, which take some of the width, or scroll without them."""
        settings = self._page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, show)

    def load_again(self) -> None:
        """Load the page anew, as when a patch did not take."""
        self._patience.stop()
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
            if proxy := self.focusProxy():
                proxy.installEventFilter(self)
            self._page.runJavaScript(listening_script(self._page.mark), _WORLD)
            self._patch()

    def _warm(self, number: int, page: Shown) -> None:
        """Fetch the first pictures of a page; it is shown when they are there, or after a while."""
        self._warming = told_warm(number)
        self._patience.start()
        self._page.runJavaScript(warm_script(self._page.mark, number, page), _WORLD)

    def _patch(self) -> None:
        self._patience.stop()
        if self._wanted is None or self._now is None:
            return
        number, page = self._wanted
        script = patch_script(self._now, page)
        if self._at_top:
            script = _AT_TOP % (script or "true")
        self._now, self._at_top = page, False
        if not script:
            self.shown.emit(number)
            return
        self._page.runJavaScript(script, _WORLD, lambda done: self._on_patched(number, done))

    def _on_patched(self, number: int, done: object) -> None:
        if not shiboken6.isValid(self._page):
            return  # The page goes, and answers what it was still asked.
        if done is not True:
            self.load_again()
        elif self._wanted and number == self._wanted[0]:
            self.shown.emit(number)

    def _on_told(self, line: str) -> None:
        if line.startswith(WARM):
            if line == self._warming and self._patience.isActive():
                self._patch()
            return
        found = read_pointed(line)
        if not found.opens:
            self.pointed.emit(found)
        elif found.link:
            self.link_wanted.emit(found.link)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the page; the browser's own menu would lead away from it."""
        page_menu(self, event.pos()).popup(event.globalPos())

    def closing(self) -> None:
        """Let go of the page first: a profile must outlive the pages that use it."""
        self._patience.stop()
        if shiboken6.isValid(self._page):
            shiboken6.delete(self._page)


def _page(profile: QWebEngineProfile, parent: QObject) -> _Page:
    page = _Page(profile, parent)
    page.setBackgroundColor(QColor("white"))
    settings = page.settings()
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    return page
