"""What the window says while a long paste is read."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from newsroom.ui.body.awaiting import Awaiting
from newsroom.ui.frame.presenter import Presenter

_PATIENCE_MS = 300
"""How long a reading may take before a word is said of it."""
_TOPIC = "paste"
_LOST = "What was pasted had not been read yet and is not in the text. Paste it again."


class PasteSign(QObject):
    """Says calmly that a paste is on its way, with a way to stop it, until it is there."""

    def __init__(self, awaiting: Awaiting, presenter: Presenter) -> None:
        super().__init__()
        self._awaiting = awaiting
        self._presenter = presenter
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say)
        awaiting.waiting.connect(self._on_waiting)
        awaiting.lost.connect(lambda: presenter.remark(_LOST))
        awaiting.failed.connect(presenter.show)

    def _on_waiting(self, waiting: bool) -> None:
        if waiting:
            self._patience.start()
        else:
            self._patience.stop()
            self._presenter.settle(_TOPIC)

    def _say(self) -> None:
        words = "Reading what was pasted. You can write on: it comes where you asked for it."
        self._presenter.suggest(words, "Stop", self._on_stop, _TOPIC)

    def _on_stop(self) -> None:
        self._awaiting.stop()
