"""The preview as the window sees it: requests in, one answer each, nothing blocks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from scipix.ui.preview.bundle import bundle_folder
from scipix.ui.preview.messages import Preview, PreviewFailure, PreviewRequest
from scipix.ui.preview.worker import PreviewWorker

_TIMEOUT_MS = 6000
# About 3 MB of memory for 90 formulas.
_RENEW_AFTER = 300


BACKGROUND = "alternative"
"""Channels whose name begins so are served when no other one waits."""


class PreviewService(QObject):
    """Draws formulas on a thread of its own. All methods belong to the GUI thread.

    A request replaces an older one of its channel that has not been answered: that one is dropped without an
    answer. Every other request gets exactly one of ``rendered`` and ``failed``.
    """

    rendered = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    _prepare = Signal()
    _render = Signal(object)
    _give_up = Signal()
    _finish = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        folder: Path | None = None,
        timeout_ms: int = _TIMEOUT_MS,
        renew_after: int = _RENEW_AFTER,
    ) -> None:
        super().__init__(parent)
        self._waiting: dict[str, PreviewRequest] = {}
        self._running: PreviewRequest | None = None
        self._thread = QThread(self)
        self._thread.setObjectName("preview")
        self._worker = PreviewWorker(folder or bundle_folder(), renew_after)
        self._worker.moveToThread(self._thread)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(timeout_ms)
        self._timer.timeout.connect(self._on_timeout)
        self._connect()
        self._thread.start()

    def _connect(self) -> None:
        self._prepare.connect(self._worker.prepare)
        self._render.connect(self._worker.render)
        self._give_up.connect(self._worker.give_up)
        self._finish.connect(self._worker.finish)
        self._worker.waiting.connect(self._on_waiting)
        self._worker.answered.connect(self._on_answered)
        self._worker.told.connect(self.told)

    def warm_up(self) -> None:
        """Load MathJax before the first formula needs it."""
        self._prepare.emit()

    def request(self, request: PreviewRequest) -> None:
        """Ask for a picture. The newest of a channel wins."""
        self._waiting.pop(request.channel, None)
        self._waiting[request.channel] = request
        self._next()

    def close(self) -> None:
        """Stop what runs, end the thread and wait for it. Nothing is answered any more."""
        if not self._thread.isRunning():
            return
        self._timer.stop()
        self._waiting.clear()
        self._worker.answered.disconnect(self._on_answered)
        self._worker.interrupt(closing=True)
        self._finish.emit()
        self._thread.wait()

    def _next(self) -> None:
        if self._running is None and self._waiting and self._thread.isRunning():
            # Nobody waits for the pictures of alternatives as for that of what is being typed.
            channel = min(self._waiting, key=lambda name: name.startswith(BACKGROUND))
            self._running = self._waiting.pop(channel)
            self._render.emit(self._running)

    @Slot()
    def _on_waiting(self) -> None:
        if self._running is not None:
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        self._worker.interrupt()
        self._give_up.emit()

    @Slot(object)
    def _on_answered(self, answer: Preview | PreviewFailure) -> None:
        self._timer.stop()
        self._running = None
        if answer.channel not in self._waiting:
            (self.rendered if isinstance(answer, Preview) else self.failed).emit(answer)
        self._next()
