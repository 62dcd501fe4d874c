"""One window: what is opened from the file manager goes to the window that runs already."""

from __future__ import annotations

import getpass
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE_MS = 100
_LONGEST = 4_000_000
"""Bytes of one message: more paths than that are refused."""


def server_name() -> str:
    """Name the window of this user on this computer."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = ""
    return "brandguard-" + hashlib.sha256(f"{user} {Path.home()}".encode()).hexdigest()[:16]


def hand_over(paths: Sequence[str], name: str | None = None) -> bool:
    """Send paths to the window that runs; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name or server_name())
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(json.dumps([str(Path(path).absolute()) for path in paths]).encode() + b"\n")
    sent = socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return bool(sent)


class Listener(QObject):
    """Hears what further starts of the program hand over. Only the same user is heard."""

    opened = Signal(list)

    def __init__(self, name: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        wanted = name or server_name()
        if not self._server.listen(wanted):  # left behind by a crash
            QLocalServer.removeServer(wanted)
            self._server.listen(wanted)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._tell(_message(socket))
            socket.close()

    def _tell(self, message: bytes) -> None:
        try:
            paths = json.loads(message)
        except ValueError:
            return
        if isinstance(paths, list):
            self.opened.emit([str(path) for path in paths])


def _message(socket: QLocalSocket) -> bytes:
    """Read one line; what comes late or is too long is not heard."""
    heard = bytes(socket.readAll().data())
    while not heard.endswith(b"\n") and len(heard) < _LONGEST:
        if not socket.waitForReadyRead(_PATIENCE_MS):
            break
        heard += bytes(socket.readAll().data())
    return heard
