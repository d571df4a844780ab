"""The menu of the page: copy words, follow a link outside, go and write where the mouse is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineCore import QWebEngineContextMenuRequest, QWebEnginePage
from PySide6.QtWidgets import QMenu

from newsroom.domain.links import is_web_link

if TYPE_CHECKING:
    from newsroom.ui.preview.page_view import PageView


def page_menu(view: PageView, at: QPoint) -> QMenu:
    """Make the menu for a point of a view; it goes when it is closed."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page = view.page()
    # None where the mouse has not asked for it yet, whatever Qt's types say.
    request: QWebEngineContextMenuRequest | None = view.lastContextMenuRequest()
    menu.addAction("Write here").triggered.connect(lambda: view.point_at(at))
    copy = menu.addAction("Copy")
    copy.setEnabled(page.hasSelection())
    copy.triggered.connect(lambda: page.triggerAction(QWebEnginePage.WebAction.Copy))
    link = request.linkUrl().toString() if isinstance(request, QObject) else ""
    if is_web_link(link):
        menu.addSeparator()
        menu.addAction("Open the link in a browser").triggered.connect(
            lambda: view.link_wanted.emit(link)
        )
        menu.addAction("Copy the link's address").triggered.connect(
            lambda: QGuiApplication.clipboard().setText(link)
        )
    return menu
