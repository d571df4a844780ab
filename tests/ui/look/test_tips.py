"""Tooltips show words as words, whoever wrote them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from newsroom.ui.look.tips import plain_tip


@pytest.mark.parametrize(
    "words", ["<b>AFP</b>", "<script>alert(1)</script>", "A & B\n<img src=x>", "AFP", ""]
)
def test_a_tip_is_text(words: str) -> None:
    page = QTextDocument()
    page.setHtml(plain_tip(words))
    assert page.toPlainText() == words
