"""One window a user: a second start hands its wish to the first one and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from scipix.app.paths import data_dir

_PATIENCE = 500
"""Milliseconds; the first instance answers in a few, or hangs."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start is for: nothing but the window, files to read, or a snip."""

    files: tuple[str, ...] = ()
    snip: bool = False


def server_name() -> str:
    """The socket of this user and data folder."""
    whose = hashlib.sha256(f"{getpass.getuser()} {data_dir()}".encode()).hexdigest()[:16]
    return f"scipix-{whose}"


def hand_over(wish: Wish, name: str) -> bool:
    """Give the wish to a running instance; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps({"files": wish.files, "snip": wish.snip}).encode() + b"\n")
    done = socket.waitForBytesWritten(_PATIENCE) and socket.waitForReadyRead(_PATIENCE)
    socket.disconnectFromServer()
    return bool(done)


class InstanceServer(QObject):
    """Listens for the wishes of later starts. GUI thread only."""

    wished = Signal(object)
    """Wish."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        if not self._server.listen(name):
            # A socket that nobody answered on is left over from a crash.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        wish = parse_wish(bytes(socket.readLine().data()))
        socket.write(b"ok\n")
        socket.flush()
        if wish is not None:
            self.wished.emit(wish)


def parse_wish(line: bytes) -> Wish | None:
    """A line of another instance; None for what is not one."""
    try:
        told = json.loads(line)
        files: Sequence[object] = told["files"]
        return Wish(tuple(str(name) for name in files), bool(told["snip"]))
    except (ValueError, KeyError, TypeError):
        return None
