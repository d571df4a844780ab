"""A contact sheet: how many pictures stand on a page, and how a page is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextOption,
)

from newsroom.domain.lines import day_in_words, iso_in_words
from newsroom.domain.picture import Picture
from newsroom.domain.summary import PictureSummary
from newsroom.ui.look.tokens import LIGHT, Family
from newsroom.ui.pictures.shelf import CREDIT_MISSING, credit_of, one_line, rights_of

COLUMNS, ROWS = 3, 4
ON_PAGE = COLUMNS * ROWS
_DPI = 144
_MM = _DPI / 25.4
_MARGIN, _GAP, _HEAD, _FOOT = 12 * _MM, 5 * _MM, 9 * _MM, 7 * _MM
_PICTURE = 37 * _MM
"""The height that a picture is fitted into; its words stand under it."""
_LINE = 3.6 * _MM


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture on the sheet; `image` is null where it could not be read."""

    summary: PictureSummary
    image: QImage


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head and foot of every page say; `today` decides which rights have ended."""

    title: str
    today: date
    pages: int


@dataclass(frozen=True, slots=True)
class _Ink:
    """How a line is written: points, weight and colour, and at which side it stands."""

    size: int = 8
    weight: int = 400
    colour: str = LIGHT.ink
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


_TITLE = _Ink(11, 600)
_NAME = _Ink(weight=600)
_PLAIN = _Ink(colour=LIGHT.ink_2)
_WARN = _Ink(colour=LIGHT.amber)
_QUIET = _Ink(colour=LIGHT.ink_3)
_QUIET_RIGHT = _Ink(colour=LIGHT.ink_3, side=Qt.AlignmentFlag.AlignRight)


def pages_of(pictures: int) -> int:
    """Tell how many pages so many pictures take."""
    return max(1, -(-pictures // ON_PAGE))


def pdf_writer(path: str, title: str) -> QPdfWriter:
    """Begin a PDF of A4 pages, whose margins the painting keeps itself."""
    writer = QPdfWriter(path)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Newsroom")
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
    )
    writer.setPageLayout(layout)
    return writer


def paint_page(
    painter: QPainter, page: QRectF, cells: Sequence[Cell], number: int, heading: Heading
) -> None:
    """Paint one page: the heading, the cells row by row, and the page's number."""
    inner = page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    _line(painter, QRectF(inner.left(), inner.top(), inner.width(), _HEAD), heading.title, _TITLE)
    _foot(painter, inner, number, heading)
    area = inner.adjusted(0, _HEAD, 0, -_FOOT)
    width = (area.width() - (COLUMNS - 1) * _GAP) / COLUMNS
    height = (area.height() - (ROWS - 1) * _GAP) / ROWS
    for place, cell in enumerate(cells):
        row, column = divmod(place, COLUMNS)
        left = area.left() + column * (width + _GAP)
        top = area.top() + row * (height + _GAP)
        _paint_cell(painter, QRectF(left, top, width, height), cell, heading.today)


def lines_of(picture: Picture, today: date) -> tuple[str, ...]:
    """Give the lines under a picture: credit, date, rights; what is empty is left out."""
    record = picture.record
    rights = rights_of(picture, today) or _until(record.rights.ends)
    terms = one_line(record.usage_terms) or one_line(record.copyright)
    lines = (
        credit_of(picture) or CREDIT_MISSING,
        iso_in_words(one_line(record.created), timed=False),
        ". ".join(part for part in (rights, terms) if part),
    )
    return tuple(line for line in lines if line)


def _until(ends: str) -> str:
    return f"Rights until {iso_in_words(one_line(ends))}" if ends else ""


def _foot(painter: QPainter, inner: QRectF, number: int, heading: Heading) -> None:
    foot = QRectF(inner.left(), inner.bottom() - _LINE, inner.width(), _LINE)
    _line(painter, foot, day_in_words(heading.today), _QUIET)
    _line(painter, foot, f"Page {number} of {heading.pages}", _QUIET_RIGHT)


def _paint_cell(painter: QPainter, cell: QRectF, one: Cell, today: date) -> None:
    picture = one.summary.picture
    frame = QRectF(cell.left(), cell.top(), cell.width(), _PICTURE)
    if one.image.isNull():
        painter.setPen(QPen(QColor(LIGHT.control_line), 1))
        painter.drawRect(frame)
        _line(painter, frame, "The original cannot be read", _QUIET)
    else:
        painter.drawImage(_fitted(frame, one.image), one.image)
    top = frame.bottom() + 1.2 * _MM
    _line(painter, _row(cell, top), one_line(picture.file_name), _NAME)
    for line in lines_of(picture, today):
        top += _LINE
        _line(painter, _row(cell, top), line, _WARN if line == CREDIT_MISSING else _PLAIN)
    caption = QRectF(cell.left(), top + _LINE, cell.width(), cell.bottom() - top - _LINE)
    _paragraph(painter, caption, one_line(picture.record.caption))


def _row(cell: QRectF, top: float) -> QRectF:
    return QRectF(cell.left(), top, cell.width(), _LINE)


def _fitted(frame: QRectF, image: QImage) -> QRectF:
    """Fit a picture whole into a frame, at its left and its bottom."""
    factor = min(frame.width() / image.width(), frame.height() / image.height())
    width, height = image.width() * factor, image.height() * factor
    return QRectF(frame.left(), frame.bottom() - height, width, height)


def _write_in(painter: QPainter, ink: _Ink) -> QFontMetricsF:
    font = QFont(Family.SANS.value)
    font.setPointSize(ink.size)
    font.setWeight(QFont.Weight(ink.weight))
    # The window's own figures, all of one width, are glyphs without a character: whoever searches
    # or copies from the sheet would find no number.
    font.setFeature(QFont.Tag("tnum"), 0)
    painter.setFont(font)
    painter.setPen(QColor(ink.colour))
    return QFontMetricsF(painter.font(), painter.device())


def _line(painter: QPainter, rect: QRectF, words: str, ink: _Ink) -> None:
    measure = _write_in(painter, ink)
    shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(ink.side | Qt.AlignmentFlag.AlignTop), shown)


def _paragraph(painter: QPainter, rect: QRectF, words: str) -> None:
    """Paint a text in as many whole lines as there is room for."""
    measure = _write_in(painter, _Ink())
    lines = int(rect.height() // measure.lineSpacing())
    if lines < 1 or not words:
        return
    room = rect.width() * lines * 0.92
    shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, room)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(rect, shown, option)
