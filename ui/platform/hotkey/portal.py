"""Wayland: the desktop portal's GlobalShortcuts. The desktop asks the user and may bind other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from scipix.engine.errors import EngineError
from scipix.ui.platform.hotkey.keys import to_trigger
from scipix.ui.platform.portal import PATH, Body, Portal, parent_window
from scipix.ui.platform.portal_errors import PortalError
from scipix.ui.platform.portal_request import PortalRequest, new_token
from scipix.ui.platform.session import Session, current_session

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_SESSION = "org.freedesktop.portal.Session"
_REGISTRY = "org.freedesktop.host.portal.Registry"
_ID = "snip"
# The user reads and answers a dialog.
_SECONDS = 120.0


class PortalHotkey(QObject):
    """One session of the portal with one shortcut; a new connection for each registration."""

    name = "portal"

    def __init__(self, seconds: float = _SECONDS) -> None:
        super().__init__()
        self._seconds = seconds
        self._portal: Portal | None = None
        self._fired: Callable[[], None] | None = None
        self._failed: Callable[[EngineError], None] | None = None
        self._session = ""
        # What the desktop calls the keys that it bound; empty until then.
        self.trigger = ""

    def problem(self) -> str | None:
        """Return why the portal is not to be used in this session."""
        if current_session() is not Session.WAYLAND:
            return QCoreApplication.translate("Hotkey", "This is no Wayland session.")
        try:
            portal = Portal()
        except EngineError as error:
            return error.message
        try:
            return portal.problem()
        except EngineError as error:
            return error.message
        finally:
            portal.close()

    def register(
        self,
        sequence: str,
        fired: Callable[[], None],
        failed: Callable[[EngineError], None] | None = None,
    ) -> None:
        """Ask for the shortcut; it works once the desktop has agreed. Raises EngineError without a bus."""
        trigger = to_trigger(sequence)
        portal = Portal()
        self.unregister()
        self._portal, self._fired, self._failed = portal, fired, failed
        portal.lost.connect(self._end)
        _introduce(portal)
        request = PortalRequest(portal, self._seconds, lambda found: self._bind(trigger, found), self._fail)
        options = {"session_handle_token": ("s", new_token())}
        request.send((_SHORTCUTS, "CreateSession"), "a{sv}", (), options)

    def unregister(self) -> None:
        """Close the session together with its connection."""
        portal, self._portal = self._portal, None
        self._fired = self._failed = None
        self._session = self.trigger = ""
        if portal is not None:
            portal.close()
            portal.deleteLater()

    def _bind(self, trigger: str, results: dict[str, Any]) -> None:
        if self._portal is None:
            return
        self._session = str(results.get("session_handle", ""))
        self._portal.listen(PATH, _SHORTCUTS, "Activated", self._activated)
        self._portal.listen(self._session, _SESSION, "Closed", lambda _: self._end())
        description = QCoreApplication.translate("Hotkey", "Snip a formula from the screen")
        shortcut = (_ID, {"description": ("s", description), "preferred_trigger": ("s", trigger)})
        parent = parent_window(QGuiApplication.focusWindow())
        request = PortalRequest(self._portal, self._seconds, self._bound, self._fail)
        arguments = (self._session, [shortcut], parent)
        request.send((_SHORTCUTS, "BindShortcuts"), "oa(sa{sv})sa{sv}", arguments, {})

    def _bound(self, results: dict[str, Any]) -> None:
        for name, details in results.get("shortcuts", ()):
            if name == _ID:
                self.trigger = str(details.get("trigger_description", ("s", ""))[1])

    def _activated(self, body: Body) -> None:
        if body[0] == self._session and body[1] == _ID and self._fired is not None:
            self._fired()

    def _end(self) -> None:
        """The desktop closed the session."""
        self._fail(
            PortalError(
                QCoreApplication.translate("Hotkey", "The hotkey works no more"),
                QCoreApplication.translate("Hotkey", "The desktop closed the session of shortcuts."),
                QCoreApplication.translate("Hotkey", "Set the hotkey again in the settings."),
            )
        )

    def _fail(self, error: EngineError) -> None:
        failed = self._failed
        self.unregister()
        if failed is not None:
            failed(error)


def _introduce(portal: Portal) -> None:
    """Name the program, as newer portals want it from programs that no sandbox names; older ones refuse."""
    application = QGuiApplication.desktopFileName()
    if application:
        portal.call(PATH, (_REGISTRY, "Register"), "sa{sv}", (application, {}), lambda _: None)
