"""From the wish for a snip to a picture: hide, grab, select, show again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from scipix.engine.errors import EngineError
from scipix.ui.platform.portal_errors import PortalCancelledError
from scipix.ui.platform.screenshot import Choice, Shot
from scipix.ui.views.main_window import MainWindow
from scipix.ui.views.overlay import SnipOverlay

_UNTIL_HIDDEN = 200
"""Milliseconds that window managers take to remove a window from the screen, fading included."""


class SnipController(QObject):
    """One snip at a time; a second wish while one is under way is ignored. GUI thread only."""

    taken = Signal(QImage, QRect)
    """The crop in device pixels and where it was, in logical coordinates of the virtual desktop."""
    failed = Signal(object)
    """EngineError."""

    def __init__(
        self,
        choose: Callable[[], Choice],
        overlay: SnipOverlay,
        window: MainWindow,
        hide_window: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose, self._overlay, self._window, self._hide_window = choose, overlay, window, hide_window
        self._busy = False
        self._was_visible = False
        overlay.taken.connect(self._on_taken)
        overlay.cancelled.connect(self._on_cancelled)

    @Slot()
    def start(self) -> None:
        """Begin a snip."""
        if self._busy:
            return
        self._busy = True
        self._was_visible = self._window.isVisible() and not self._window.isMinimized()
        if self._was_visible and self._hide_window():
            self._window.hide()
            QTimer.singleShot(_UNTIL_HIDDEN, self, self._grab)
        else:
            self._grab()

    @property
    def from_window(self) -> bool:
        """Whether the window was open when the last snip began."""
        return self._was_visible

    def _grab(self) -> None:
        choice = self._choose()
        if choice.handler is None:
            self._on_failed(choice.error())
        else:
            choice.handler.grab(self._on_shots, self._on_failed)

    def _on_shots(self, shots: tuple[Shot, ...]) -> None:
        self._overlay.start(shots)

    def _on_failed(self, error: EngineError) -> None:
        self._end()
        if not isinstance(error, PortalCancelledError):  # who says no knows what follows
            self.failed.emit(error)

    @Slot(QImage, QRect)
    def _on_taken(self, image: QImage, place: QRect) -> None:
        self._end()
        self.taken.emit(image, place)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()

    def _end(self) -> None:
        self._busy = False
        if self._was_visible:
            self._window.show()
