"""X11, Windows and macOS: Qt itself reads the screens."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QImage

from scipix.ui.platform.screenshot.handler import ScreenshotError, Shot
from scipix.ui.platform.session import Session, current_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from scipix.engine.errors import EngineError


class QtScreenshot:
    """QScreen.grabWindow, screen by screen, so that each keeps its own scale."""

    name = "Qt"

    def problem(self) -> str | None:
        """Return why Qt cannot see the screens in this session."""
        match current_session():
            case Session.WAYLAND:
                return QCoreApplication.translate(
                    "Screenshot", "Wayland lets no program read the screen itself."
                )
            case Session.NONE:
                return QCoreApplication.translate("Screenshot", "There is no display.")
            case _:
                return None

    def grab(
        self, done: Callable[[tuple[Shot, ...]], None], failed: Callable[[EngineError], None]
    ) -> None:
        """Take all screens at once; answers before it returns."""
        if sys.platform == "darwin" and not _mac_allows():
            failed(_not_allowed())
            return
        shots = tuple(_shot(screen) for screen in QGuiApplication.screens())
        if not shots or any(shot.image.isNull() for shot in shots):
            failed(_nothing_seen())
        else:
            done(shots)


def _shot(screen: QScreen) -> Shot:
    image = screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1)
    return Shot(image, screen.geometry(), screen.devicePixelRatio(), screen.name())


def _mac_allows() -> bool:
    """Tell whether macOS shows us other programs' windows; asks the user the first time."""
    quartz = importlib.import_module("Quartz")
    return bool(quartz.CGPreflightScreenCaptureAccess() or quartz.CGRequestScreenCaptureAccess())


def _not_allowed() -> ScreenshotError:
    return ScreenshotError(
        QCoreApplication.translate("Screenshot", "The screen may not be recorded"),
        QCoreApplication.translate("Screenshot", "macOS shows scipix only its own windows."),
        QCoreApplication.translate(
            "Screenshot",
            "Allow scipix in System Settings, Privacy & Security, Screen Recording, and start it again.",
        ),
    )


def _nothing_seen() -> ScreenshotError:
    return ScreenshotError(
        QCoreApplication.translate("Screenshot", "The screen could not be read"),
        QCoreApplication.translate("Screenshot", "The window system gave no picture."),
        QCoreApplication.translate("Screenshot", "Take a screenshot with another program and paste it here."),
    )
