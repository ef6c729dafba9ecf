"""A program at the other end of two pipes that speaks in lines, without a way to hang the tests."""

from __future__ import annotations

import queue
import subprocess
import threading
from collections.abc import Mapping

_SECONDS = 60.0


class LineProcess:
    """The started program. Reading past its end, or for too long, fails the test."""

    def __init__(self, command: list[str], environ: Mapping[str, str] | None = None) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, env=environ, stdin=pipe, stdout=pipe, text=True)
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def line(self) -> str:
        """Return the next line that it writes."""
        try:
            line = self._lines.get(timeout=_SECONDS)
        except queue.Empty:
            raise AssertionError("the program says nothing more") from None
        if line is None:
            raise AssertionError("the program has ended")
        return line

    def send(self, line: str) -> None:
        """Write a line to it."""
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)

    def running(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    def wait(self) -> int:
        """Wait for its end and return its exit status."""
        return self._process.wait(_SECONDS)

    def stop(self) -> None:
        """End it, politely first."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
