"""Writing in the body: keys, composed text, and opening a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from newsroom.domain import typography
from newsroom.domain.document import Document, Embed, Figure
from newsroom.domain.pasted import Pasted
from newsroom.domain.progress import Watch
from newsroom.domain.typography import HABITS, Habits
from newsroom.ui.body import (
    footnotes,
    inserting,
    keys,
    marks,
    patterns,
    typesetting,
    typing_rules,
)
from newsroom.ui.body.awaiting import Apart
from newsroom.ui.body.blocks import (
    card_places,
    is_everything,
    is_untidy,
    line_at,
    one_step,
    set_line,
    tidy,
)
from newsroom.ui.body.body_view import BodyView
from newsroom.ui.body.formats import char_format, marks_of
from newsroom.ui.body.line import PLAIN, Role
from newsroom.ui.body.look import BodyLook, FigureSource
from newsroom.ui.body.spacing import is_settled, settle

_SIGNS = patterns.SIGNS | typography.SIGNS
"""The characters after which the line may ask for something."""
_UNBROKEN = frozenset({Role.HEADING, Role.TITLE, Role.CELL, Role.HEAD})
"""Lines that hold no line break in our Markdown, so that none is offered."""
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_LETTER_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_TAKING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NEAR = 3
"""How many lines around a change may have become, or ceased to be, the end of something."""


@dataclass(frozen=True, slots=True)
class BodyTools:
    """What the editor asks of the rest of the house."""

    figure_info: FigureSource
    paste_html: Callable[[str, str, bytes, Watch], Pasted]
    """Reads foreign HTML, given with the address of its page and the RTF beside it, or empty."""
    paste_telegram: Callable[[bytes, bytes], Document]
    """Reads words that Telegram copied, and the marks that it put beside them."""
    paste_markdown: Callable[[str], Document]
    read_markdown: Callable[[str], Document]
    write_markdown: Callable[[Document], str]
    write_html: Callable[[Document], str]
    apart: Apart


class BodyTyping(BodyView):
    """Takes what a person types.

    Signals: `figure_activated` with a figure's index in reading order; `embed_activated` with a
    position for `replace_embed`.
    """

    figure_activated = Signal(int, object)
    embed_activated = Signal(int, object)

    def __init__(self, look: BodyLook, tools: BodyTools, parent: QWidget | None = None) -> None:
        super().__init__(look, tools.figure_info, parent)
        self._tools = tools
        self._numbers = count(1)
        self.language = ""
        """The language that is written."""
        self.typographic = True
        """Whether quotes and dashes are set, while they are typed, as the language writes them."""
        self.step_out: Callable[[int], bool] = lambda _step: False
        """Goes to the field above (-1) or below (1); tells whether there is one."""
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)

    def _serial(self) -> int:
        return next(self._numbers)

    def _do(
        self, deed: Callable[[QTextCursor], object], elsewhere: QTextCursor | None = None
    ) -> None:
        """Do something where the caret is, which goes along, or elsewhere, and the caret stays."""
        if self.isReadOnly():
            return
        cursor = elsewhere or self.textCursor()
        before = self.document().availableUndoSteps()
        deed(cursor)
        if self.document().availableUndoSteps() != before:
            self._settle(cursor)
        if elsewhere is None:
            self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Take Tab where it nests an item or moves in a table; leave it to the focus elsewhere.

        Not in `focusNextPrevChild`: Qt calls that too when it takes the focus from what is hidden.
        """
        # Every event of the body comes here: what tells most of them apart at once is asked first.
        if (
            isinstance(event, QKeyEvent)
            and event.key() in _TABS
            and event.type() is QEvent.Type.KeyPress
            and self._tab(event.key() == Qt.Key.Key_Backtab or _shifts(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def _tab(self, back: bool) -> bool:
        if self.isReadOnly():
            return False
        cursor = self.textCursor()
        taken = keys.tab(cursor, self._serial, back=back)
        if taken:
            self.setTextCursor(cursor)
        return taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what borders between lines ask for; leave the rest to Qt, and keep cards apart."""
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if self._writes_on(event):
            super().keyPressEvent(event)
            if event.text() in _SIGNS and self._read_sign(event.text()):
                self._keep_tidy()
            return
        if self._border_key(event):
            event.accept()
            return
        if event.key() in _TABS:
            # Qt writes one where the keyboard has nowhere to go, over whatever is selected.
            event.ignore()
            return
        types = _types(event)
        if types:
            self._before_typing()
        cursor, lines = self.textCursor(), self.document().blockCount()
        everything = is_everything(cursor)
        # What is put into the words of a line, or taken from them, moves no border between lines.
        inside = (
            (types or event.key() in _TAKING)
            and not cursor.hasSelection()
            and line_at(cursor).role is not Role.CARD
        )
        before = self.document().revision()
        super().keyPressEvent(event)
        if everything and self.document().revision() != before:
            self._forget_line()
        if types and event.text() in _SIGNS and self._read_sign(event.text()):
            inside = False
        if not inside or lines != self.document().blockCount():
            self._keep_tidy()

    def _writes_on(self, event: QKeyEvent) -> bool:
        """Whether a key puts a character among others, as nearly every key does.

        That moves no border between lines, unless it is a sign that asks for something.
        """
        typed = event.text()
        if not typed or not typed.isprintable() or event.modifiers() not in _LETTER_KEYS:
            return False
        cursor = self.textCursor()
        return (
            not cursor.hasSelection()
            and line_at(cursor).role is not Role.CARD
            and not marks.leaves_link(cursor)
        )

    def _forget_line(self) -> None:
        """Let what was written in place of everything be plain, in the same step of undo."""
        cursor = self.textCursor()
        if self.document().blockCount() == 1 and line_at(cursor) != PLAIN:
            with one_step(cursor, joined=True):
                set_line(cursor.block(), PLAIN)

    def _read_sign(self, sign: str) -> bool:
        """Do what a sign asks for; tell whether the line may have become another by it."""
        cursor = self.textCursor()
        form = typing_rules.apply(cursor, sign, self._serial)
        if form is not None:
            self._settle(cursor)
            self.setTextCursor(cursor)
            self.setCurrentCharFormat(form)
            self.ensureCursorVisible()
            return True
        if habits := self.habits:
            typesetting.set_typed(cursor, habits)
        return False

    @property
    def habits(self) -> Habits | None:
        """How the language is written, while quotes and dashes are set as they are typed."""
        return HABITS.get(self.language) if self.typographic else None

    def _border_key(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if _is_bare(event) and _on_figure(cursor):
                self._activate(cursor)
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if _is_bare(event) or (
                _shifts(event) and line_at(cursor).role in _UNBROKEN
            ):
                keys.enter(cursor)
            case Qt.Key.Key_Backspace if not keys.backspace(cursor):
                return False
            case Qt.Key.Key_Delete if not keys.delete(cursor):
                return False
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete:
                pass
            case Qt.Key.Key_F2 if line_at(cursor).role is Role.CARD:
                self._activate(cursor)
                return True
            case Qt.Key.Key_F2 if not footnotes.cross(cursor):
                return False
            case Qt.Key.Key_F2:
                pass
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = _STEPS[Qt.Key(event.key())]
                return _is_bare(event) and keys.leaves_text(cursor, step) and self.step_out(step)
            case Qt.Key.Key_Home | Qt.Key.Key_End if not _asks(event):
                keys.go_to_border(cursor, end=event.key() == Qt.Key.Key_End, keep=_shifts(event))
            case _:
                return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._keep_tidy()
        return True

    def _before_typing(self) -> None:
        cursor = self.textCursor()
        if line_at(cursor).role is Role.CARD:
            keys.make_room(cursor)
            self.setTextCursor(cursor)
        elif marks.leaves_link(cursor):
            self.setCurrentCharFormat(char_format(marks_of(cursor.charFormat())))

    def _keep_tidy(self) -> None:
        """Mend, in the same step of undo, what a key left behind around the caret."""
        cursor = self.textCursor()
        if is_untidy(cursor.block()):
            with one_step(cursor, joined=True):
                tidy(cursor.block(), cursor)
            self.setTextCursor(cursor)
        near = [cursor.block().previous(), cursor.block(), cursor.block().next()]
        if not all(is_settled(block) for block in near if block.isValid()):
            self._settle(cursor)

    def _settle(self, cursor: QTextCursor) -> None:
        text = self.document()
        first = text.findBlock(cursor.selectionStart())
        for _step in range(_NEAR):
            first = first.previous() if first.previous().isValid() else first
        last = text.findBlock(cursor.selectionEnd())
        for _step in range(_NEAR):
            last = last.next() if last.next().isValid() else last
        with one_step(cursor, joined=True):
            settle(first, last.position())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Give composed text a line of its own beside a card."""
        if not self.isReadOnly() and (event.commitString() or event.preeditString()):
            self._before_typing()
        super().inputMethodEvent(event)
        if not self.isReadOnly() and event.commitString()[-1:] in _SIGNS:
            self._read_sign(event.commitString()[-1])
        self._keep_tidy()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what a card shows."""
        cursor = self.cursorForPosition(event.position().toPoint())
        if line_at(cursor).role is Role.CARD:
            self._activate(cursor)
            return
        if footnotes.label_at(cursor) and footnotes.cross(cursor):
            self.setTextCursor(cursor)
            return
        super().mouseDoubleClickEvent(event)

    def _activate(self, cursor: QTextCursor) -> None:
        places = card_places(cursor.block())
        if not places:
            return
        card = inserting.card_at(self.document(), places[0])
        if isinstance(card, Figure):
            before = [place for place, _figure in inserting.figures(self.document())]
            self.figure_activated.emit(before.index(places[0]), card)
        elif isinstance(card, Embed):
            self.embed_activated.emit(places[0], card)


def _types(event: QKeyEvent) -> bool:
    """Whether a key puts a character in; held with Ctrl alone it asks for something instead."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    asks = event.modifiers() & both == Qt.KeyboardModifier.ControlModifier
    return bool(event.text()) and event.text().isprintable() and not asks


def _on_figure(cursor: QTextCursor) -> bool:
    """Whether a figure is meant: the caret stands before it, or it alone is selected."""
    if not inserting.holds_figure(cursor):
        return False
    within = cursor.document().findBlock(cursor.anchor()) == cursor.block()
    return within and (cursor.hasSelection() or cursor.atBlockStart())


def _asks(event: QKeyEvent) -> bool:
    """Whether another key than Shift is held."""
    shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return bool(event.modifiers() & ~shift)


def _shifts(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _is_bare(event: QKeyEvent) -> bool:
    """Whether no key is held with this one; the keypad's own sign does not count."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier
