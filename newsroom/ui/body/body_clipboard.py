"""What goes from the body to the clipboard, and what comes from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from newsroom.domain.document import Document, Figure
from newsroom.domain.ids import PictureId
from newsroom.domain.pasted import Pasted, PastedPicture
from newsroom.domain.progress import Watch, unhurried
from newsroom.ui.body import pasting, plain
from newsroom.ui.body.awaiting import Awaiting, HeldPlace, Read
from newsroom.ui.body.blocks import one_step
from newsroom.ui.body.body_typing import BodyTools, BodyTyping
from newsroom.ui.body.copying import as_text
from newsroom.ui.body.inserting import figures
from newsroom.ui.body.kept_places import put_in, stand_in
from newsroom.ui.body.look import BodyLook
from newsroom.ui.body.placing import insert_document
from newsroom.ui.clipboard import offered

LONG = 50_000
"""Characters that are read in a time nobody feels; longer pastes are read beside the window."""

_Put = Callable[[Pasted, QTextCursor | None], None]
"""Puts what was read at the caret, or at a place elsewhere."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A foreign picture and the place of the text where it was seen, which moves with the text."""

    picture: PastedPicture
    figure: Figure
    place: QTextCursor


@dataclass(frozen=True, slots=True)
class PasteReport:
    """What a paste brought beside the words; `steps` is how many steps can be undone after it."""

    pasted: Pasted
    shown: tuple[Shown, ...]
    steps: int


class BodyClipboard(BodyTyping):
    """Copies and pastes.

    Signals: `pictures_dropped` with a list of paths and bytes and the position they came to;
    `pasted` with the `PasteReport` of foreign text.
    """

    pictures_dropped = Signal(list, int)
    pasted = Signal(object)

    def __init__(self, look: BodyLook, tools: BodyTools, parent: QWidget | None = None) -> None:
        super().__init__(look, tools, parent)
        self.awaiting = Awaiting(tools.apart, self)
        self._dropping = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape give up a paste that is still being read."""
        if event.key() == Qt.Key.Key_Escape and self.awaiting.stop():
            event.accept()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as our own Markdown, as HTML and as plain text."""
        chosen = pasting.selection(self.textCursor())
        mime = QMimeData()
        mime.setText(as_text(chosen))
        mime.setHtml(self._tools.write_html(chosen))
        mime.setData(pasting.NATIVE, self._tools.write_markdown(chosen).encode())
        return mime

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether something on the clipboard can stand in a story."""
        return (
            source.hasFormat(pasting.NATIVE)
            or source.hasHtml()
            or source.hasText()
            or source.hasImage()
            or bool(pasting.picture_files(source))
        )

    def dropEvent(self, event: QDropEvent) -> None:
        """Read our own words at once: what is moved within the text stands nowhere meanwhile."""
        self._dropping = True
        try:
            super().dropEvent(event)
        finally:
            self._dropping = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: our own fragment, picture files, HTML, a picture, plain text."""
        own = pasting.native(source)
        files = [] if own is not None else pasting.picture_files(source)
        message = pasting.telegram(source)
        if own is not None:
            length = 0 if self._dropping else len(own)
            self._read(length, lambda _watch: Pasted(self._tools.read_markdown(own)))
        elif files:
            self.pictures_dropped.emit(files, self.textCursor().position())
        elif (said := pasting.markdown(source)) and not source.hasHtml():
            self._read(len(said), lambda _watch: Pasted(self._tools.paste_markdown(said)))
        elif message is not None:
            self._paste(self._tools.paste_telegram(*message))
        else:
            self._paste_foreign(source)

    def paste_plain(self) -> None:
        """Paste the words of the clipboard alone, each line as a paragraph."""
        mime = offered()
        if mime.text():
            self._paste(plain.literal_document(mime.text()))
        elif mime.hasHtml():
            html = pasting.html(mime)
            self._read(len(html), lambda watch: self._words_alone(html, watch))

    def _words_alone(self, html: str, watch: Watch) -> Pasted:
        read = self._tools.paste_html(html, "", b"", watch).without_pictures()
        return Pasted(plain.literal_document(as_text(read)))

    def _read(self, length: int, read: Read, put: _Put | None = None) -> None:
        """Read so many characters for the caret's place: at once, or apart where they are many."""
        put = put or (lambda pasted, elsewhere: self._paste(pasted.document, elsewhere))
        if length <= LONG:
            put(read(unhurried), None)
        elif not self.isReadOnly():
            self.awaiting.ask(read, self.textCursor(), partial(self._land, put))

    def _land(self, put: _Put, pasted: Pasted, place: HeldPlace) -> int:
        """Put in what was read apart; the caret goes along unless it went on meanwhile."""
        if place.is_chosen(self.textCursor()):
            put(pasted, None)
            return self.textCursor().position()
        elsewhere = place.cursor()
        put(pasted, elsewhere)
        return elsewhere.position()

    def _paste_foreign(self, source: QMimeData) -> None:
        """Paste what has structure, or a picture, or words."""
        html, text = pasting.html(source), source.text()
        page, picture = pasting.page_address(source), partial(pasting.picture_bytes, source)
        rtf = pasting.rtf(source) if "file:" in html else b""
        length = max(len(html), len(rtf))
        if length > LONG:
            # When it has been read, the clipboard may hold something else.
            data = picture()
            self._read(
                length,
                lambda watch: self._tools.paste_html(html, page, rtf, watch),
                lambda pasted, elsewhere: self._put_foreign(pasted, lambda: data, text, elsewhere),
            )
            return
        pasted = self._tools.paste_html(html, page, rtf, unhurried) if html else Pasted()
        self._put_foreign(pasted, picture, text, None)

    def _put_foreign(
        self,
        pasted: Pasted,
        picture: Callable[[], bytes | None],
        text: str,
        elsewhere: QTextCursor | None,
    ) -> None:
        sent = any(one.data for one in pasted.pictures)
        data = None if sent or pasted.without_pictures().blocks else picture()
        if data is not None:
            place = elsewhere or self.textCursor()
            self.pictures_dropped.emit([data], place.position())
        elif pasted.document.blocks:
            self._paste_shown(pasted, elsewhere)
        elif elsewhere is not None:
            self._paste(self._read_plain(text), elsewhere)
        else:
            self._read(len(text), lambda _watch: Pasted(self._read_plain(text)))

    def _read_plain(self, text: str) -> Document:
        if plain.is_markdown(text):
            return self._tools.paste_markdown(text)
        return plain.plain_document(text)

    def _paste(self, document: Document, elsewhere: QTextCursor | None = None) -> None:
        """Put a document in; one without words takes none of those that are selected."""
        if not document.blocks:
            return
        self._do(lambda cursor: insert_document(cursor, document, self._serial), elsewhere)
        self._keep_tidy()

    def _paste_shown(self, pasted: Pasted, elsewhere: QTextCursor | None) -> None:
        """Paste foreign text, its pictures' captions in the places that the pictures will take."""
        if self.isReadOnly():
            return
        shown: list[Shown] = []

        def deed(cursor: QTextCursor) -> None:
            with one_step(cursor):
                insert_document(cursor, pasted.document, self._serial)
                shown.extend(_kept_places(cursor, pasted))

        self._do(deed, elsewhere)
        self._keep_tidy()
        self.pasted.emit(PasteReport(pasted, tuple(shown), self.document().availableUndoSteps()))

    def put_shown(self, shown: Shown, figure: Figure, steps: int) -> int:
        """Put a picture that has arrived in its place.

        It is one step of undo with the paste, while nothing was done since: `steps` could be
        undone then. Gives how many can be now if that still holds.
        """
        joined = self.document().availableUndoSteps() == steps
        self._do(
            lambda _cursor: put_in(
                shown.place, shown.figure.caption, figure, self._serial, joined=joined
            )
        )
        return self.document().availableUndoSteps() if joined else steps


def _kept_places(cursor: QTextCursor, pasted: Pasted) -> list[Shown]:
    """Keep the places of foreign pictures; where a line had to stay one, they go to the caret."""
    document = cursor.document()
    places: dict[PictureId, QTextCursor] = {}
    for place, figure in reversed(figures(document)):
        if pasted.picture_of(figure) is not None:
            places[figure.picture] = stand_in(document, place, figure.caption)
    return [
        Shown(picture, block, places.get(block.picture, QTextCursor(cursor)))
        for block in pasted.document.blocks
        if isinstance(block, Figure) and (picture := pasted.picture_of(block)) is not None
    ]
