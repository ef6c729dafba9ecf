"""Measures the execution providers on a thread of its own, one result after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QThread, Signal

from scipix.app.providers import ProviderTime, measure_providers
from scipix.engine.errors import EngineError
from scipix.engine.types import Checkpoint

Measure = Callable[[Checkpoint], Iterator[ProviderTime]]


def measure_installed(checkpoint: Checkpoint) -> Iterator[ProviderTime]:
    """Measure with the models that are installed."""
    return measure_providers(checkpoint=checkpoint)


class _StoppedError(Exception):
    """Raised at a checkpoint after ``cancel``."""


class ProviderMeasurement(QThread):
    """One run over all providers. ``found`` and ``failed`` arrive in the thread that connected them.

    ``finished`` comes last in any case; ``close`` cancels and waits, at most for one stage of a recognition.
    """

    found = Signal(object)
    """A ProviderTime."""
    failed = Signal(object)
    """The EngineError that ended the run."""

    def __init__(self, measure: Measure, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._stop = threading.Event()
        self.setObjectName("measure providers")

    def cancel(self) -> None:
        """End the run at the next checkpoint."""
        self._stop.set()

    def close(self) -> None:
        """Cancel and wait for the thread."""
        self.cancel()
        self.wait()

    def run(self) -> None:
        try:
            for entry in self._measure(self._checkpoint):
                self._checkpoint()
                self.found.emit(entry)
        except _StoppedError:
            return
        except EngineError as error:
            self.failed.emit(error)

    def _checkpoint(self) -> None:
        if self._stop.is_set():
            raise _StoppedError
