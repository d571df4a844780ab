"""Whatever is typed, formatted, pasted and undone: nothing is lost and the snapshot is true."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from newsroom.domain.document import Document, Paragraph, Text
from newsroom.markup import writer
from newsroom.ui.body.body_edit import BodyEdit
from newsroom.ui.body.from_qt import read
from tests.support.documents import documents
from tests.ui.body import steps
from tests.ui.body.conftest import canonical, make_edit
from tests.ui.body.steps import Step

_shares = st.sampled_from([round(part / 20, 2) for part in range(21)])
_any_step = st.one_of(
    st.sampled_from(steps.KEYS),
    st.sampled_from(steps.WORDS).map(steps.type_words),
    st.sampled_from(steps.DEEDS),
    st.sampled_from(steps.KINDS),
    _shares.map(steps.go),
    st.builds(steps.select, _shares, _shares),
    documents(max_blocks=2).map(writer.write).map(steps.paste),
)


@pytest.fixture
def bare_edit(qapp: QApplication) -> Iterator[BodyEdit]:
    """Give an editor for many examples; each begins with a document of its own."""
    made = make_edit()
    made.language = "en"
    made.resize(700, 500)
    yield made
    made.deleteLater()
    QApplication.clipboard().clear()


def _is_true(edit: BodyEdit, again: BodyEdit) -> Document:
    value = edit.document_value()
    assert value == read(edit.document())
    again.set_document(value)
    assert again.document_value() == value
    return value


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(drawn=documents(max_blocks=5), taken=st.lists(_any_step, max_size=14))
def test_any_keys_keep_the_value_true(
    bare_edit: BodyEdit, drawn: Document, taken: list[Step]
) -> None:
    again = make_edit()
    begun = canonical(drawn)
    bare_edit.set_document(begun)
    assert bare_edit.document_value() == begun
    for step in taken:
        step.do(bare_edit)
        _is_true(bare_edit, again)
    ended = bare_edit.document_value()
    while bare_edit.document().isUndoAvailable():
        bare_edit.undo()
        _is_true(bare_edit, again)
    assert bare_edit.document_value() == begun
    while bare_edit.document().isRedoAvailable():
        bare_edit.redo()
    if not any("Key_Z" in step.name for step in taken):
        assert _is_true(bare_edit, again) == ended


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(
    plain=st.integers(1, 4),
    taken=st.lists(st.one_of(_any_step, st.sampled_from(steps.KINDS)), max_size=8),
)
def test_any_keys_leave_the_picture_that_a_fresh_look_paints(
    bare_edit: BodyEdit, plain: int, taken: list[Step]
) -> None:
    bare_edit.set_document(Document((Paragraph((Text("Ice on the bay."),)),) * plain))
    width, height = 700, 3000
    bare_edit.resize(width, height)
    for step in taken:
        bare_edit.grab()
        step.do(bare_edit)
        painted = bare_edit.grab().toImage()
        # What stands behind a part that was not seen before is looked at anew.
        bare_edit.resize(width, height + 1)
        afresh = bare_edit.grab().toImage().copy(painted.rect())
        bare_edit.resize(width, height)
        assert afresh == painted
