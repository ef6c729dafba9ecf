"""The one QThread that owns the engine."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal, Slot

from scipix.app.jobs import Scheduler
from scipix.app.worker import EngineWorker, ServiceOpener


class _Runner(QObject):
    """Lives in the engine's thread; its one slot runs until the scheduler is closed."""

    def __init__(self, worker: EngineWorker) -> None:
        super().__init__()
        self._worker = worker

    @Slot()
    def run(self) -> None:
        self._worker.run()
        self.thread().quit()


class EngineThread(QObject):
    """Starts the engine, hands its events to the GUI's thread, and ends with it.

    ``event`` carries app.jobs' and app.worker's events in their order; connected slots of GUI objects run in
    the GUI's thread.
    """

    event = Signal(object)

    def __init__(self, opener: ServiceOpener, provider: str | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheduler = Scheduler(self.event.emit)
        self._thread = QThread(self)
        self._thread.setObjectName("engine")
        self._runner = _Runner(EngineWorker(self.scheduler, opener, self.event.emit, provider))
        self._runner.moveToThread(self._thread)
        self._thread.started.connect(self._runner.run)

    def start(self) -> None:
        """Load the engine in the background; jobs may be submitted before it is ready."""
        # Below the GUI's: a window that stutters is worse than an answer some milliseconds later.
        self._thread.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """Cancel all work and wait for the thread: at most as long as one stage of a recognition takes."""
        self.scheduler.close()
        self._thread.wait()

    def running(self) -> bool:
        """Whether the thread is alive."""
        return self._thread.isRunning()
