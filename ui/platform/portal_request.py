"""One request to the desktop portal: a call whose answer comes later, as a signal on its own path."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from jeepney import HeaderFields, Message, MessageType
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from scipix.engine.errors import EngineError
from scipix.ui.platform import portal_errors
from scipix.ui.platform.portal import PATH, Body, Portal

if TYPE_CHECKING:
    from collections.abc import Callable

_REQUEST = "org.freedesktop.portal.Request"
_SUCCESS, _CANCELLED = 0, 1


def new_token() -> str:
    """Return a fresh token for a request or a session, valid as the last element of an object path."""
    return f"scipix_{secrets.token_hex(8)}"


class PortalRequest(QObject):
    """A call in flight: exactly one of ``done`` (with the plain results) and ``failed`` is called, once.

    The answer is subscribed to before the call: a fast portal answers before the call's own reply is read.
    """

    def __init__(
        self,
        portal: Portal,
        seconds: float,
        done: Callable[[dict[str, Any]], None],
        failed: Callable[[EngineError], None],
    ) -> None:
        super().__init__(portal)
        self._portal = portal
        self._done = done
        self._failed = failed
        self._paths: list[str] = []
        self._over = False
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._timer.timeout.connect(self._time_out)
        portal.lost.connect(self._lost)

    def send(
        self, member: tuple[str, str], signature: str, arguments: Body, options: dict[str, tuple[str, Any]]
    ) -> None:
        """Call the method (interface, name) with ``arguments`` and, as the last one, the options."""
        token = new_token()
        self._timer.start()
        try:
            self._listen(self._portal.request_path(token))
        except EngineError as error:
            self._fail(error)
            return
        options = {"handle_token": ("s", token), **options}
        self._portal.call(PATH, member, signature, (*arguments, options), self._replied)

    def _listen(self, path: str) -> None:
        if path not in self._paths:
            self._paths.append(path)
            self._portal.listen(path, _REQUEST, "Response", self._responded)

    def _replied(self, reply: Message) -> None:
        if self._over:
            return
        if reply.header.message_type is MessageType.error:
            name = str(reply.header.fields.get(HeaderFields.error_name, ""))
            text = str(reply.body[0]) if reply.body else ""
            self._fail(portal_errors.from_reply(name, text))
        else:
            # Portals before 0.9 choose the path themselves.
            self._listen(str(reply.body[0]))

    def _responded(self, body: Body) -> None:
        code, results = body
        if code == _CANCELLED:
            self._fail(portal_errors.cancelled())
        elif code != _SUCCESS:
            message = QCoreApplication.translate("Portal", "The portal ended the request without a result.")
            self._fail(portal_errors.denied(message))
        elif self._finish():
            self._done({key: value for key, (_, value) in results.items()})

    def _time_out(self) -> None:
        for path in self._paths:
            self._portal.call(path, (_REQUEST, "Close"), "", (), lambda _: None)
        self._fail(portal_errors.silent())

    def _lost(self) -> None:
        self._fail(portal_errors.silent())

    def _fail(self, error: EngineError) -> None:
        if self._finish():
            self._failed(error)

    def _finish(self) -> bool:
        """Tidy up; tell whether this is the first end."""
        if self._over:
            return False
        self._over = True
        self._timer.stop()
        for path in self._paths:
            self._portal.ignore(path, _REQUEST, "Response")
        self.deleteLater()
        return True
