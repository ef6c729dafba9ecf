"""What can go wrong with the desktop portal, in words for a user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scipix.engine.errors import EngineError

_UNKNOWN = ("ServiceUnknown", "NameHasNoOwner", "UnknownMethod", "UnknownInterface", "UnknownObject")
_REFUSED = ("AccessDenied", "NotAllowed")


class PortalError(EngineError):
    """The portal is missing, refused, or did not answer."""


class PortalCancelledError(PortalError):
    """The user said no in the portal's own dialog: nothing to complain about."""


def missing(message: str) -> PortalError:
    """Return the error for a desktop without the portal that is asked for."""
    return PortalError(
        QCoreApplication.translate("Portal", "The desktop portal is missing"),
        message,
        QCoreApplication.translate(
            "Portal",
            "Install xdg-desktop-portal and the backend of your desktop (for example "
            "xdg-desktop-portal-gnome, -kde or -wlr), then log in again.",
        ),
    )


def denied(message: str) -> PortalError:
    """Return the error for a refusal."""
    return PortalError(
        QCoreApplication.translate("Portal", "The desktop did not allow it"),
        message,
        QCoreApplication.translate(
            "Portal",
            "Allow it for scipix in the settings of your desktop. Start scipix from the menu of "
            "applications: some desktops answer only programs that they know from there.",
        ),
    )


def silent() -> PortalError:
    """Return the error for a portal that let the time run out."""
    return PortalError(
        QCoreApplication.translate("Portal", "The desktop portal did not answer"),
        QCoreApplication.translate("Portal", "The time to wait is over."),
        QCoreApplication.translate("Portal", "Look for a dialog that waits for you, then try again."),
    )


def cancelled() -> PortalCancelledError:
    """Return the error for a user's "no"."""
    return PortalCancelledError(
        QCoreApplication.translate("Portal", "Cancelled"),
        QCoreApplication.translate("Portal", "You closed the dialog of the desktop."),
        QCoreApplication.translate("Portal", "Try again and allow it there."),
    )


def from_reply(name: str, text: str) -> PortalError:
    """Return the error that a D-Bus error of this name and text means."""
    kind = name.rpartition(".")[2]
    if kind in _UNKNOWN:
        return missing(text)
    if kind in _REFUSED:
        return denied(text)
    return PortalError(
        QCoreApplication.translate("Portal", "The desktop portal failed"),
        text or name,
        QCoreApplication.translate("Portal", "Try again; if it stays, log out and in again."),
    )
