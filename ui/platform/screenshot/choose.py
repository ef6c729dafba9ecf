"""Which handler takes the picture here, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scipix.ui.platform.choice import Choice, first_usable
from scipix.ui.platform.screenshot.handler import ScreenshotError, ScreenshotHandler
from scipix.ui.platform.screenshot.qt import QtScreenshot

if TYPE_CHECKING:
    from collections.abc import Sequence


def screenshot_handlers() -> list[ScreenshotHandler]:
    """Return all handlers, the best first."""
    if sys.platform in ("win32", "darwin"):
        return [QtScreenshot()]
    # D-Bus and its library are of this platform only.
    from scipix.ui.platform.screenshot.portal import PortalScreenshot

    return [QtScreenshot(), PortalScreenshot()]


def choose(handlers: Sequence[ScreenshotHandler] | None = None) -> Choice[ScreenshotHandler]:
    """Return the first handler that works in this session, or the error to show."""
    return first_usable(screenshot_handlers() if handlers is None else handlers, _no_capture)


def _no_capture(message: str) -> ScreenshotError:
    return ScreenshotError(
        QCoreApplication.translate("Screenshot", "The screen cannot be captured here"),
        message,
        QCoreApplication.translate(
            "Screenshot", "Take a screenshot with another program, then paste it here or open its file."
        ),
    )
