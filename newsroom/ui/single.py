"""One window for each library: a second start brings the first window forward instead."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from newsroom.ui.attempt import Attempt

_KNOCK = b"raise"
_ANSWER_MS = 1500


class SingleWindow(QObject):
    """Holds the door of one library. `knocked` tells that somebody started the program again."""

    knocked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        place = Attempt(folder.resolve).result(otherwise=folder.absolute())
        name = hashlib.sha256(str(place).encode()).hexdigest()[:16]
        self._name = f"newsroom-{name}"
        self._lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        """Take the library for this window; False when another window of this person has it."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def knock(self) -> bool:
        """Ask the window that has the library to come forward; give whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.write(_KNOCK)
        heard = socket.waitForBytesWritten(_ANSWER_MS)
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Give the library free."""
        self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            self.knocked.emit()
