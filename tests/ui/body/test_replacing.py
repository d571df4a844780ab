"""What is typed, pasted or dropped over a selection of any kind: that goes, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Document
from newsroom.markup import reader, writer
from newsroom.ui.body.blocks import is_untidy
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.formats import OBJECT
from newsroom.ui.body.from_qt import read
from newsroom.ui.body.inserting import every_block
from tests.support.documents import documents
from tests.ui.body import steps
from tests.ui.body.conftest import canonical, make_edit, select, write
from tests.ui.body.steps import Step

BODY = """First words.

![A hall](picture:0123456789abcdef0123 "The hall")

## Heading

- one
- two
    - deep[^1]

1. ordered

> Quoted line
>
> Second line

::: facts Title
Inside the box

- boxed
:::

---

| Aa | Bb |
| --- | --- |
| Cc | Dd |

Between **bold [link](https://a.example/) rest** and `code`.

```
left as it is
```

![Last](picture:0123456789abcdef0123 "The last")

[^1]: A note.
"""
NEW = "Ж"
_BORDERS = dict.fromkeys(map(ord, "\ufdd0\ufdd1\u2029\u2028"))
_WIDE = re.compile("[^\x00-\uffff]")
"""Letters that Qt counts as two places: nobody selects half of one."""
_HELD = Qt.KeyboardModifier


def _signs(edit: BodyEdit) -> str:
    """Give every character and card of the text, without what parts its lines and cells."""
    return edit.document().toRawText().translate(_BORDERS)


def _staying(edit: BodyEdit) -> str:
    """Give the signs that are not seen as selected."""
    units = edit.document().toRawText().encode("utf-16-le", "surrogatepass")
    gone = _selected(edit.textCursor())
    kept = (units[2 * at : 2 * at + 2] for at in range(len(units) // 2) if at not in gone)
    return b"".join(kept).decode("utf-16-le", "surrogatepass").translate(_BORDERS)


def _selected(cursor: QTextCursor) -> set[int]:
    """List the places that are seen as selected: in a table whole cells."""
    if not cursor.hasComplexSelection():
        return set(range(cursor.selectionStart(), cursor.selectionEnd()))
    table = cursor.currentTable()
    row, rows, column, columns = cursor.selectedTableCells()
    cells = (
        table.cellAt(row + down, column + along) for down in range(rows) for along in range(columns)
    )
    return {
        place
        for cell in cells
        for place in range(
            cell.firstCursorPosition().position(), cell.lastCursorPosition().position()
        )
    }


def _drop(words: str) -> Step:
    """Drop words from elsewhere into the middle of the field."""

    def deed(edit: BodyEdit) -> None:
        mime = QMimeData()
        mime.setText(words)
        where = QPointF(edit.viewport().rect().center())
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        edit.dropEvent(QDropEvent(where, copy, mime, button, _HELD.NoModifier))

    return Step(f"drop {words!r}", deed)


REMOVING = tuple(
    steps.press(key, held)
    for key, held in (
        (Qt.Key.Key_Return, _HELD.NoModifier),
        (Qt.Key.Key_Enter, _HELD.KeypadModifier),
        (Qt.Key.Key_Return, _HELD.ShiftModifier),
        (Qt.Key.Key_Backspace, _HELD.NoModifier),
        (Qt.Key.Key_Delete, _HELD.NoModifier),
        (Qt.Key.Key_Backspace, _HELD.ControlModifier),
        (Qt.Key.Key_Delete, _HELD.ControlModifier),
        (Qt.Key.Key_X, _HELD.ControlModifier),
    )
)
PUTTING = (
    steps.type_words(NEW),
    steps.paste(f"{NEW}\n"),
    steps.paste_html(f"<p>{NEW}</p>"),
    steps.paste_html(f"<ul><li>{NEW}</li></ul>"),
)
TYPING = tuple(steps.type_words(words) for words in steps.WORDS)
KEEPING = (
    steps.press(Qt.Key.Key_Tab, _HELD.NoModifier),
    steps.press(Qt.Key.Key_Backtab, _HELD.ShiftModifier),
)
ENTERS = REMOVING[:2]


@pytest.fixture
def bare_edit(qapp: QApplication) -> Iterator[BodyEdit]:
    """Give an editor for many examples; each begins with a document of its own."""
    made = make_edit()
    made.resize(700, 500)
    yield made
    made.deleteLater()
    QApplication.clipboard().clear()


def _begin(edit: BodyEdit, body: Document, start: float, end: float) -> None:
    edit.set_document(body, as_read=True)
    last = edit.document().characterCount() - 1
    cursor = edit.textCursor()
    cursor.setPosition(round(last * start))
    cursor.setPosition(round(last * end), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def _is_one_figure(edit: BodyEdit) -> bool:
    """Whether Enter opens what is selected."""
    return edit.textCursor().selection().toRawText() == OBJECT


def _law(edit: BodyEdit, begun: Document) -> None:
    """Hold the editor's text, the stored text and what is read back together, and undo exact."""
    value = edit.document_value()
    assert value == read(edit.document())
    assert not [block for block in every_block(edit.document()) if is_untidy(block)]
    stored = writer.write(value)
    again = make_edit()
    again.set_document(reader.read(stored))
    assert writer.write(again.document_value()) == stored
    again.deleteLater()
    while edit.document().isUndoAvailable():
        edit.undo()
    assert edit.document_value() == begun
    while edit.document().isRedoAvailable():
        edit.redo()
    assert edit.document_value() == value


_places = st.integers(0, 200).map(lambda place: place / 200)


@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(start=_places, end=_places, step=st.sampled_from((*REMOVING, *PUTTING, *KEEPING, *TYPING)))
@example(start=14 / 157, end=17 / 157, step=REMOVING[0])
@example(start=13 / 157, end=17 / 157, step=REMOVING[0])
def test_what_is_selected_goes_and_nothing_else(
    bare_edit: BodyEdit, start: float, end: float, step: Step
) -> None:
    begun = reader.read(BODY)
    _begin(bare_edit, begun, start, end)
    assume(bare_edit.textCursor().hasSelection())
    before, staying = _signs(bare_edit), _staying(bare_edit)
    opens = step in ENTERS and _is_one_figure(bare_edit)
    step.do(bare_edit)
    after = _signs(bare_edit)
    if step in KEEPING or opens:
        assert after == before
    elif step in TYPING:
        rest = iter(after)
        assert all(sign in rest for sign in staying)
    else:
        assert after.replace(NEW, "") == staying
        assert after.count(NEW) == (step in PUTTING)
    _law(bare_edit, begun)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(drawn=documents(max_blocks=5), start=_places, end=_places, step=st.sampled_from(REMOVING))
def test_so_it_is_in_any_body(
    bare_edit: BodyEdit, drawn: Document, start: float, end: float, step: Step
) -> None:
    begun = canonical(reader.read(_WIDE.sub("", writer.write(drawn))))
    _begin(bare_edit, begun, start, end)
    assume(bare_edit.textCursor().hasSelection())
    assume(not (step in ENTERS and _is_one_figure(bare_edit)))
    staying = _staying(bare_edit)
    step.do(bare_edit)
    assert _signs(bare_edit) == staying
    _law(bare_edit, begun)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(start=_places, end=_places)
def test_a_drop_from_elsewhere_leaves_the_selection_alone(
    bare_edit: BodyEdit, start: float, end: float
) -> None:
    begun = reader.read(BODY)
    _begin(bare_edit, begun, start, end)
    before = _signs(bare_edit)
    _drop(NEW).do(bare_edit)
    assert _signs(bare_edit).replace(NEW, "") == before
    assert _signs(bare_edit).count(NEW) == 1
    _law(bare_edit, begun)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(start=_places, end=_places)
def test_who_types_over_a_selection_types_on_in_one_word(
    bare_edit: BodyEdit, start: float, end: float
) -> None:
    _begin(bare_edit, reader.read(BODY), start, end)
    assume(bare_edit.textCursor().hasSelection())
    write(bare_edit, "Жаңа")
    assert "Жаңа" in bare_edit.document().toRawText()


CARD = '![A hall](picture:0123456789abcdef0123 "The hall")'


@pytest.mark.parametrize(
    ("body", "words", "left"),
    [
        (f"Before.\n\n{CARD}\n\nAfter words.\n", "\u2029After", "Before.\u2029¤\u2029| words."),
        (f"Before.\n\n{CARD}\n\nAfter words.\n", "¤\u2029After", "Before.\u2029\u2029| words."),
        (f"{CARD}\n\n{CARD}\n", "\u2029", "¤\u2029|\u2029¤"),
        (f"{CARD}\n\n## Heading\n", "\u2029Hea", "¤\u2029|ding"),
        (f"{CARD}\n\n- one\n- two\n", "\u2029one\u2029t", "¤\u2029|wo"),
        (f"Before.\n\n{CARD}\n\nAfter.\n", "re.\u2029¤", "Befo\u2029|\u2029After."),
    ],
)
@pytest.mark.parametrize("forth", [True, False])
def test_enter_over_a_card_and_words_begins_a_line_there(
    bare_edit: BodyEdit, body: str, words: str, left: str, forth: bool
) -> None:
    bare_edit.set_document(reader.read(body), as_read=True)
    start = bare_edit.document().toRawText().replace(OBJECT, "¤").index(words)
    ends = (start, start + len(words)) if forth else (start + len(words), start)
    cursor = bare_edit.textCursor()
    cursor.setPosition(ends[0])
    cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
    bare_edit.setTextCursor(cursor)
    QTest.keyClick(bare_edit, Qt.Key.Key_Return)
    text, caret = bare_edit.document().toRawText(), bare_edit.textCursor().position()
    assert f"{text[:caret]}|{text[caret:]}".replace(OBJECT, "¤") == left


def test_tab_with_nowhere_to_go_writes_nothing_over_a_selection(bare_edit: BodyEdit) -> None:
    bare_edit.set_document(reader.read("Some words.\n"), as_read=True)
    select(bare_edit, "words")
    QTest.keyClick(bare_edit, Qt.Key.Key_Tab)
    assert bare_edit.toPlainText() == "Some words."
