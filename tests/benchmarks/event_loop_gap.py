"""How long the window stands still while formulas are read: python tests/benchmarks/event_loop_gap.py

Starts the program without a screen, with the real engine and the real renderer, reads all samples several
times, and measures the longest time between two turns of the GUI thread's event loop, at rest and at work.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SCIPIX_HOTKEY"] = ""

from PySide6.QtCore import QEventLoop, QObject, QTimer

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
ROUNDS = 5


class Pulse(QObject):
    """A timer of 0 ms: what lies between two of its ticks is one turn of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

    def take(self) -> list[float]:
        """The gaps since the last call, in milliseconds, the longest first."""
        gaps, self.gaps = sorted((1e3 * gap for gap in self.gaps), reverse=True), []
        return gaps


def settle(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def report(name: str, gaps: list[float]) -> None:
    middle = gaps[len(gaps) // 100]
    print(f"{name:<40} longest {gaps[0]:6.1f} ms   99th percentile {middle:6.1f} ms   {len(gaps)} turns")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "CACHE"):
            os.environ[f"SCIPIX_{name}_DIR"] = home
        from scipix.app.settings import load_settings
        from scipix.ui.main import Program, make_application
        from scipix.ui.single_instance import Wish

        pictures = tuple(sorted(SAMPLES.glob("*.png")))
        app = make_application()
        store = load_settings()
        store.update(cache_enabled=False)  # every round shall be read, not remembered
        program = Program(app, store)
        answers: list[object] = []
        program.core.recognition.recognised.connect(answers.append)
        pulse = Pulse()
        program.start(Wish())
        settle(3000)
        report("start, engine and renderer loading", pulse.take())
        settle(1000)
        report("at rest", pulse.take())
        for _ in range(ROUNDS):
            answers.clear()
            program.face.desk.read_files(pictures)
            while len(answers) < len(pictures) or not program.core.previews.idle():
                settle(20)
        report(f"{len(pictures) * ROUNDS} pictures read and shown", pulse.take())
        program.close()


if __name__ == "__main__":
    main()
