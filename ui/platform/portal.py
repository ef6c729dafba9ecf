"""A connection to the desktop portal (xdg-desktop-portal) over the session's D-Bus.

QtDBus serves Python only in part: it has no way to build the ``a(sa{sv})`` that BindShortcuts takes.
jeepney can, and its socket is watched by Qt's event loop, so that all happens in the GUI thread without
blocking it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from scipix.ui.platform.portal_errors import missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
# The bus itself answers at once.
_BUS_SECONDS = 1.0

Body = tuple[Any, ...]


def parent_window(window: QWindow | None) -> str:
    """Return how the portal calls the window that its dialogs belong to; empty where it has no name.

    A Wayland window has none here: Qt keeps its handle to itself. Empty means "no parent" to the portal.
    """
    if window is None or QGuiApplication.platformName() != "xcb":
        return ""
    return f"x11:{int(window.winId()):x}"


class Portal(QObject):
    """Calls and signals of the portal. Lives in the GUI thread; raises PortalError where there is no bus."""

    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = _connect()
        self._open = True
        self._replies: dict[int, Callable[[Message], None]] = {}
        self._listeners: dict[tuple[str, str, str], Callable[[Body], None]] = {}
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Drop the connection and with it every session and request that the portal keeps for it."""
        if not self._open:
            return
        self._open = False
        self._notifier.setEnabled(False)
        self._replies.clear()
        self._listeners.clear()
        self._connection.close()

    def problem(self) -> str | None:
        """Return why no portal would answer as far as the bus knows; None where one runs or can start."""
        running = self._ask_bus(message_bus.NameHasOwner(NAME))[0]
        if running or NAME in self._ask_bus(message_bus.ListActivatableNames())[0]:
            return None
        return QCoreApplication.translate("Portal", "No desktop portal runs in this session.")

    def listen(self, path: str, interface: str, member: str, heard: Callable[[Body], None]) -> None:
        """Call ``heard`` with the arguments of each such signal of the portal."""
        self._listeners[path, interface, member] = heard
        self._ask_bus(message_bus.AddMatch(_rule(path, interface, member)))

    def ignore(self, path: str, interface: str, member: str) -> None:
        """Undo ``listen``; does not wait for the bus."""
        if self._listeners.pop((path, interface, member), None) is not None and self._open:
            self._send(message_bus.RemoveMatch(_rule(path, interface, member)), lambda _: None)

    def call(
        self, path: str, member: tuple[str, str], signature: str, body: Body, done: Callable[[Message], None]
    ) -> None:
        """Call the ``member`` (interface, method) of an object; ``done`` gets the reply or the error."""
        address = DBusAddress(path, bus_name=NAME, interface=member[0])
        self._send(new_method_call(address, member[1], signature, body), done)

    def request_path(self, token: str) -> str:
        """Return the path that the portal will give to a request with this token."""
        sender = str(self._connection.unique_name).lstrip(":").replace(".", "_")
        return f"{PATH}/request/{sender}/{token}"

    def _send(self, message: Message, done: Callable[[Message], None]) -> None:
        serial = next(self._connection.outgoing_serial)
        self._replies[serial] = done
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            self._hang_up()

    def _ask_bus(self, message: Message) -> Body:
        """Return the bus's own answer; other messages that arrive meanwhile are handled as usual."""
        answers: list[Message] = []
        serial = next(self._connection.outgoing_serial)
        self._replies[serial] = answers.append
        try:
            self._connection.send(message, serial=serial)
            while not answers:
                self._dispatch(self._connection.receive(timeout=_BUS_SECONDS))
        except OSError as error:  # a TimeoutError is one as well
            raise missing(
                QCoreApplication.translate("Portal", "The session's D-Bus does not answer.")
            ) from error
        # What was read together with the answer makes the socket readable no more.
        QTimer.singleShot(0, self, self._read)
        return tuple(answers[0].body)

    def _read(self) -> None:
        try:
            while self._open:
                self._dispatch(self._connection.receive(timeout=0))
        except TimeoutError:
            return
        except OSError:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close()
        self.lost.emit()

    def _dispatch(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.signal:
            key = fields[HeaderFields.path], fields[HeaderFields.interface], fields[HeaderFields.member]
            heard = self._listeners.get(key)
            if heard is not None:
                heard(tuple(message.body))
            return
        done = self._replies.pop(fields.get(HeaderFields.reply_serial, -1), None)
        if done is not None:
            done(message)


def _rule(path: str, interface: str, member: str) -> MatchRule:
    return MatchRule(type="signal", sender=NAME, interface=interface, member=member, path=path)


def _connect() -> DBusConnection:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (f"unix:path={folder}/bus" if folder else "")
    if not address:
        raise missing(QCoreApplication.translate("Portal", "This session has no D-Bus."))
    try:
        return open_dbus_connection(bus=address)
    except (OSError, RuntimeError, ValueError) as error:
        raise missing(
            QCoreApplication.translate("Portal", "The session's D-Bus cannot be reached.")
        ) from error
