"""Answers the browser's requests from memory, and refuses every request that is not for us."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from newsroom.ui.preview.scheme import SCHEME, Fetch, Served, is_ours, path_of


def register_scheme() -> None:
    """Make the scheme known to the browser; must be called before anything of a browser is made."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name().size():
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class Guard(QWebEngineUrlRequestInterceptor):
    """Blocks every request that leaves the preview, and keeps count of what it blocked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if not is_ours(info.requestUrl()):
            self.blocked.append(info.requestUrl().toString())
            info.block(True)


class Server(QWebEngineUrlSchemeHandler):
    """Serves the files of the page that is shown."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        if not is_ours(job.requestUrl()) or bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        pending = _Pending(job)
        self._fetch(path_of(job.requestUrl()), pending.answer)


class _Pending:
    """A request that may be dropped by the browser before its answer is there."""

    def __init__(self, job: QWebEngineUrlRequestJob) -> None:
        self._job: QWebEngineUrlRequestJob | None = job
        job.destroyed.connect(partial(setattr, self, "_job", None))

    def answer(self, served: Served | None) -> None:
        if self._job is None:
            return
        if served is None:
            self._job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        media_type, data = served
        buffer = QBuffer(self._job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._job.reply(QByteArray(media_type.encode("ascii")), buffer)
