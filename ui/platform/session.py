"""Which window system the program runs in: it decides how to see the screen and how to hear keys."""

from __future__ import annotations

import os
import sys
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Mapping

# Qt's platforms that show nothing to anybody.
_UNSEEN = frozenset({"", "offscreen", "minimal", "vnc"})


class Session(Enum):
    """A window system."""

    WINDOWS = "Windows"
    MACOS = "macOS"
    X11 = "X11"
    WAYLAND = "Wayland"
    NONE = "no display"


def current_session() -> Session:
    """Return the session of this process; NONE as long as there is no QGuiApplication."""
    return session_of(sys.platform, QGuiApplication.platformName(), os.environ)


def session_of(system: str, qt_platform: str, environ: Mapping[str, str]) -> Session:
    """Return the session that ``sys.platform``, Qt's platform and the environment mean.

    A Wayland session counts as Wayland even where Qt speaks X11 through XWayland: the X server there knows
    X11 programs alone, so it shows the others black and does not hear their keys.
    """
    if qt_platform in _UNSEEN:
        return Session.NONE
    if system == "win32":
        return Session.WINDOWS
    if system == "darwin":
        return Session.MACOS
    if qt_platform.startswith("wayland") or environ.get("WAYLAND_DISPLAY"):
        return Session.WAYLAND
    if environ.get("XDG_SESSION_TYPE") == "wayland":
        return Session.WAYLAND
    return Session.X11 if environ.get("DISPLAY") else Session.NONE
