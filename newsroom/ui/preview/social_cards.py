"""How a shared page looks in a search result, on Telegram, on Facebook and on X.

Sizes and colours here are those of the places, not ours: they are not tokens, and our light or dark
does not touch them. What is cut is cut as each place cuts it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from newsroom.domain.shared import SEARCH_DESCRIPTION, SEARCH_TITLE, SharedPage, cut
from newsroom.ui.look.tokens import Family, Type
from newsroom.ui.preview.sheet import Sheet

WIDE = 1.91
"""Width to height of the large pictures on Facebook and X."""
_PAD = 16.0
_NONE_WORDS = "No headline yet"

Draw = Callable[[Sheet, SharedPage, QPixmap | None], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A place where a page is shared: its name on screen, and how it draws a page."""

    key: str
    words: str
    icon: str
    draw: Draw


def _sans(size: int, line: int, weight: int = 400) -> Type:
    return Type(Family.SANS, size, line, weight)


def _search(sheet: Sheet, page: SharedPage, picture: QPixmap | None) -> None:
    inner = sheet.column(_PAD, _PAD)
    inner.space(_PAD)
    inner.text(page.site, _sans(13, 18), "#202124")
    inner.text(_trail(page), _sans(12, 16), "#4D5156")
    inner.space(4)
    inner.text(cut(page.title, SEARCH_TITLE) or _NONE_WORDS, _sans(18, 24), "#1A0DAB", 2)
    inner.space(4)
    side = 92.0 if page.picture else 0.0
    words = inner.column(0, side + 12 if side else 0)
    top = words.y
    words.text(cut(page.description, SEARCH_DESCRIPTION), _sans(13, 20), "#4D5156", 6)
    if side:
        beside = inner.column(inner.area.width() - side)
        beside.picture(picture, side, side, 8)
        words.y = max(words.y, top + side)
    sheet.y = words.y + _PAD


def _telegram(sheet: Sheet, page: SharedPage, picture: QPixmap | None) -> None:
    inner = sheet.column(_PAD, _PAD)
    inner.space(12)
    inner.text(page.url or "—", _sans(14, 20), "#168ACD")
    inner.space(6)
    top = inner.y
    quote = inner.column(12, 8)
    quote.space(6)
    quote.text(page.site, _sans(13, 18, 600), "#168ACD")
    quote.text(page.headline or _NONE_WORDS, _sans(14, 20, 600), "#000000", 2)
    quote.text(page.description, _sans(14, 20), "#000000", 4)
    if page.picture and page.width and page.height:
        quote.space(8)
        width = quote.area.width()
        quote.picture(picture, width, min(width * page.height / page.width, width * 1.2), 6)
    quote.space(8)
    if sheet.painter:
        area = QRectF(inner.area.left(), top, inner.area.width(), quote.y - top)
        sheet.painter.fillRect(area, QColor(22, 138, 205, 20))
        sheet.painter.fillRect(QRectF(area.left(), top, 3, area.height()), QColor("#168ACD"))
    sheet.y = quote.y + 12


def _facebook(sheet: Sheet, page: SharedPage, picture: QPixmap | None) -> None:
    width = sheet.area.width()
    small = bool(page.picture) and not page.is_wide
    if page.picture and page.is_wide:
        sheet.picture(picture, width, width / WIDE, 0)
    top = sheet.y
    side = 112.0 if small else 0.0

    def words(onto: Sheet) -> float:
        inner = onto.column(side + 12, 12)
        inner.space(10)
        inner.text(page.host.upper(), _sans(12, 16), "#65676B")
        lines = inner.text(page.headline or _NONE_WORDS, _sans(16, 20, 600), "#050505", 2)
        if lines < 2:
            inner.text(page.description, _sans(14, 20), "#65676B")
        return max(inner.y + 10, top + side)

    bottom = words(sheet.measuring())
    if sheet.painter:
        sheet.painter.fillRect(QRectF(sheet.area.left(), top, width, bottom - top), "#F0F2F5")
    if small:
        sheet.column(0).picture(picture, side, side, 0)
    words(sheet)
    sheet.y = bottom


def _x(sheet: Sheet, page: SharedPage, picture: QPixmap | None) -> None:
    if page.large and page.picture and page.width >= 300 and page.height >= 157:
        _x_large(sheet, page, picture)
    else:
        _x_small(sheet, page, picture)


def _x_large(sheet: Sheet, page: SharedPage, picture: QPixmap | None) -> None:
    inner = sheet.column(_PAD, _PAD)
    inner.space(_PAD)
    width = inner.area.width()
    place = inner.picture(picture, width, width / WIDE, 16)
    if sheet.painter:
        over = QRectF(place.left() + 12, place.bottom() - 32, width - 24, 20)
        label = Sheet(sheet.painter, over)
        headline = page.headline or _NONE_WORDS
        wide = min(over.width(), 8 + label.width_of(headline, _sans(13, 20)))
        _rounded(sheet.painter, QRectF(over.left(), over.top(), wide, 20), QColor(0, 0, 0, 196))
        label.column(4, 4).text(headline, _sans(13, 20), "#FFFFFF")
        _outline(sheet.painter, place, 16)
    inner.space(4)
    inner.text(f"From {page.host}", _sans(13, 16), "#536471")
    sheet.y = inner.y + 12


def _x_small(sheet: Sheet, page: SharedPage, picture: QPixmap | None) -> None:
    inner = sheet.column(_PAD, _PAD)
    inner.space(_PAD)
    side, top = 112.0, inner.y
    inner.column(0).picture(picture if page.picture else None, side, side, 0)
    words = inner.column(side + 12, 12)
    words.space(12)
    words.text(page.host, _sans(13, 18), "#536471")
    words.text(page.headline or _NONE_WORDS, _sans(14, 20), "#0F1419", 1)
    words.text(page.description, _sans(13, 18), "#536471", 2)
    if sheet.painter:
        _outline(sheet.painter, QRectF(inner.area.left(), top, inner.area.width(), side), 16)
    sheet.y = top + side + _PAD


def _trail(page: SharedPage) -> str:
    parts = urlsplit(page.url)
    way = [unquote(part) for part in parts.path.split("/") if part]
    return " › ".join((f"{parts.scheme}://{parts.netloc}", *way)) if parts.netloc else "—"


def _outline(painter: QPainter, place: QRectF, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#CFD9DE"), 1))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def _rounded(painter: QPainter, place: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, 4, 4)
    painter.restore()


KINDS = (
    Kind("search", "Search result", "mdi6.magnify", _search),
    Kind("telegram", "Telegram", "fa6b.telegram", _telegram),
    Kind("facebook", "Facebook", "fa6b.facebook-f", _facebook),
    Kind("x", "X", "fa6b.x-twitter", _x),
)
