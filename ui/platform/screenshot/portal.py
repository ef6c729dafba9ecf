"""Wayland: the desktop portal takes one picture of everything and hands over a file."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QRect, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from scipix.engine.errors import EngineError
from scipix.ui.platform.portal import Portal, parent_window
from scipix.ui.platform.portal_request import PortalRequest
from scipix.ui.platform.screenshot.handler import ScreenshotError, Shot
from scipix.ui.platform.screenshot.split import Monitor, split
from scipix.ui.platform.session import Session, current_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

_SCREENSHOT = "org.freedesktop.portal.Screenshot"
# The first time the desktop asks the user for leave.
_SECONDS = 60.0


class PortalScreenshot:
    """org.freedesktop.portal.Screenshot: one grab at a time, each over a connection of its own."""

    name = "portal"

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._portal: Portal | None = None

    def problem(self) -> str | None:
        """Return why the portal is not to be used in this session."""
        if current_session() is not Session.WAYLAND:
            return QCoreApplication.translate("Screenshot", "This is no Wayland session.")
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

    def grab(
        self, done: Callable[[tuple[Shot, ...]], None], failed: Callable[[EngineError], None]
    ) -> None:
        """Ask for the picture; the answer comes from the event loop."""
        if self._portal is not None:
            failed(_busy())
            return
        try:
            self._portal = portal = Portal()
        except EngineError as error:
            failed(error)
            return

        def succeed(results: dict[str, Any]) -> None:
            self._close()
            try:
                shots = _shots(_load(str(results.get("uri", ""))), QGuiApplication.screens())
            except EngineError as error:
                failed(error)
            else:
                done(shots)

        def fail(error: EngineError) -> None:
            self._close()
            failed(error)

        request = PortalRequest(portal, self._seconds, succeed, fail)
        parent = parent_window(QGuiApplication.focusWindow())
        options = {"interactive": ("b", False), "modal": ("b", False)}
        request.send((_SCREENSHOT, "Screenshot"), "sa{sv}", (parent,), options)

    def _close(self) -> None:
        if self._portal is not None:
            self._portal.close()
            self._portal.deleteLater()
            self._portal = None


def _load(uri: str) -> QImage:
    """Read the portal's file and remove it: it was made for us, and a picture of the screen is private."""
    path = QUrl(uri).toLocalFile()
    image = QImage(path) if path else QImage()
    if image.isNull():
        raise ScreenshotError(
            QCoreApplication.translate("Screenshot", "The screenshot cannot be read"),
            QCoreApplication.translate("Screenshot", "The desktop portal named no file with a picture."),
            QCoreApplication.translate(
                "Screenshot", "Take a screenshot with another program and paste it here."
            ),
        )
    with contextlib.suppress(OSError):  # some portals keep the file for themselves
        Path(path).unlink()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _shots(image: QImage, screens: list[QScreen]) -> tuple[Shot, ...]:
    monitors = tuple(Monitor(_rect(screen.geometry()), screen.devicePixelRatio()) for screen in screens)
    pieces = split((image.width(), image.height()), monitors)
    if pieces is None:
        raise ScreenshotError(
            QCoreApplication.translate("Screenshot", "The screenshot does not show the whole desktop"),
            QCoreApplication.translate("Screenshot", "Its shape is not that of your screens together."),
            QCoreApplication.translate(
                "Screenshot", "Take a screenshot with another program and paste it here."
            ),
        )
    return tuple(
        Shot(image.copy(QRect(*piece.rect)), screen.geometry(), piece.scale, screen.name())
        for screen, piece in zip(screens, pieces, strict=True)
    )


def _rect(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _busy() -> ScreenshotError:
    return ScreenshotError(
        QCoreApplication.translate("Screenshot", "A screenshot is on its way"),
        QCoreApplication.translate("Screenshot", "The desktop has not answered the last request yet."),
        QCoreApplication.translate("Screenshot", "Look for a dialog of the desktop that waits for you."),
    )
