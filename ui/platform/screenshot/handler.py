"""What every way to take a picture of the screens offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from scipix.engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage


class ScreenshotError(EngineError):
    """No picture of the screens could be taken."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen, frozen: ``image`` in the screen's pixels (ratio 1), ``geometry`` in logical units.

    ``geometry`` is placed on the virtual desktop, where positions may be negative. ``scale`` is pixels of the
    image per logical unit, ``name`` the screen's name in Qt.
    """

    image: QImage
    geometry: QRect
    scale: float
    name: str


class ScreenshotHandler(Protocol):
    """One way to take the picture. All in the GUI thread."""

    name: str

    def problem(self) -> str | None:
        """Return why it cannot work in this session, or None."""

    def grab(
        self, done: Callable[[tuple[Shot, ...]], None], failed: Callable[[EngineError], None]
    ) -> None:
        """Take all screens. Calls exactly one of the two once, at once or later; raises nothing."""
