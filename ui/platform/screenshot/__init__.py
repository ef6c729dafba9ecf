"""Pictures of the screens, taken before the overlay appears."""

from __future__ import annotations

from scipix.ui.platform.choice import Choice
from scipix.ui.platform.screenshot.choose import choose, screenshot_handlers
from scipix.ui.platform.screenshot.handler import ScreenshotError, ScreenshotHandler, Shot

__all__ = ["Choice", "ScreenshotError", "ScreenshotHandler", "Shot", "choose", "screenshot_handlers"]
