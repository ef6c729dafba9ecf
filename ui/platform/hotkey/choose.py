"""Which handler listens for the hotkey here, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scipix.ui.platform.choice import Choice, first_usable
from scipix.ui.platform.hotkey.handler import HotkeyError, HotkeyHandler
from scipix.ui.platform.hotkey.listener import PynputHotkey

if TYPE_CHECKING:
    from collections.abc import Sequence


def hotkey_handlers() -> list[HotkeyHandler]:
    """Return all handlers, the best first."""
    if sys.platform in ("win32", "darwin"):
        return [PynputHotkey()]
    # D-Bus and its library are of this platform only.
    from scipix.ui.platform.hotkey.portal import PortalHotkey

    return [PynputHotkey(), PortalHotkey()]


def choose(handlers: Sequence[HotkeyHandler] | None = None) -> Choice[HotkeyHandler]:
    """Return the first handler that works in this session, or the notice for the window."""
    return first_usable(hotkey_handlers() if handlers is None else handlers, _no_hotkey)


def _no_hotkey(message: str) -> HotkeyError:
    return HotkeyError(
        QCoreApplication.translate("Hotkey", "No global hotkey here"),
        message,
        QCoreApplication.translate(
            "Hotkey",
            "Use the Snip button or the tray menu, or let your desktop run “scipix snip” at a key of yours.",
        ),
    )
