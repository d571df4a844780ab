"""An article as it was, read-only, with what came and went since."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from newsroom.ui.look.theme import Theme
from newsroom.ui.review.compared_page import APART
from newsroom.ui.review.comparison_view import ComparisonView, Thumbnails

_NO_WORDS = {0xFFFC: None, 0x2028: "\n", 0x2029: "\n", 0xFDD0: "\n", 0xFDD1: "\n"}
"""What stands in Qt's text for pictures, line ends, and the borders of tables."""


class ThenView(ComparisonView):
    """Gives to the clipboard only words that the article had then."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__(theme, thumbnails)
        self.setAccessibleName("The story as it was")
        self.setTabChangesFocus(True)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selected words as plain text, without those that came since."""
        data = QMimeData()
        data.setText(words_then(self.document(), self.textCursor()))
        return data

    def copy_passage(self) -> None:
        """Put the selected words on the clipboard."""
        QApplication.clipboard().setMimeData(self.createMimeDataFromSelection())


def words_then(document: QTextDocument, chosen: QTextCursor) -> str:
    """Give the words of a selection that the older story had; paragraphs are parted by a line."""
    low, high = chosen.selectionStart(), chosen.selectionEnd()
    told: list[str] = []
    block = document.findBlock(low)
    while block.isValid() and block.position() < high:
        words = ""
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if not fragment.charFormat().property(APART):
                start = fragment.position()
                text = fragment.text().encode("utf-16-le", "surrogatepass")
                part = text[2 * max(0, low - start) : 2 * max(0, high - start)]
                words += part.decode("utf-16-le", "replace").translate(_NO_WORDS)
            fragments += 1
        told.append(words.strip())
        block = block.next()
    return "\n\n".join(words for words in told if words)
