"""The thread that asks the document's process, so that the window never waits for it.

Requests wait in lanes. In most lanes only what was wanted last counts: a page that was scrolled past is not
drawn any more.
"""

from __future__ import annotations

import enum
import threading
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from scipix.app.documents.page_process import PageProcess
from scipix.app.documents.page_requests import Opened, OpenFile, Pixels, Request
from scipix.engine.errors import EngineError


class Lane(enum.IntEnum):
    """Requests of a lower number go first."""

    NOW = 0
    PICTURES = 1
    SIZES = 2
    TEXT = 3
    THUMBNAILS = 4
    FORMULAS = 5
    SEARCH = 6
    REST = 7


class _Rest:
    """The process is not needed for now."""


class _Runner(QObject):
    """Lives in the thread; its one slot runs until the service is closed."""

    def __init__(self, service: PageService) -> None:
        super().__init__()
        self._service = service

    @Slot()
    def run(self) -> None:
        self._service.work()
        self.thread().quit()


class PageService(QObject):
    """One open document. All but ``work`` belongs to the GUI thread."""

    opened = Signal(object)
    """Opened."""
    refused = Signal(object, object)
    """Path, EngineError: the file was not opened."""
    answered = Signal(object, object)
    """Request, and its reply, a QImage in place of Pixels, or the EngineError."""
    _told = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None, process: PageProcess | None = None) -> None:
        super().__init__(parent)
        self._process = process or PageProcess()
        self._changed = threading.Condition()
        self._lanes: dict[Lane, deque[Request | _Rest]] = {lane: deque() for lane in Lane}
        self._turn = 0
        self._closed = False
        self._told.connect(self._on_told)
        self._thread = QThread(self)
        self._thread.setObjectName("pages")
        self._runner = _Runner(self)
        self._runner.moveToThread(self._thread)
        self._thread.started.connect(self._runner.run)

    # -- for the window ---------------------------------------------------------------------------
    def open(self, path: Path, password: str = "") -> None:
        """Open a file; what was asked about the one before is not answered any more."""
        with self._changed:
            self._turn += 1
            for lane in self._lanes.values():
                lane.clear()
            self._lanes[Lane.NOW].append(OpenFile(path, password))
            self._changed.notify()
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)

    def ask(self, request: Request) -> None:
        """Ask something that a person waits for."""
        with self._changed:
            self._lanes[Lane.NOW].append(request)
            self._changed.notify()

    def want(self, lane: Lane, requests: Iterable[Request | _Rest]) -> None:
        """Ask this, in place of what still waits in the lane."""
        with self._changed:
            self._lanes[lane] = deque(requests)
            self._changed.notify()

    def rest(self) -> None:
        """Let the process end when nothing waits; it comes back with the next request."""
        if self._thread.isRunning():
            self.want(Lane.REST, (_Rest(),))

    def idle(self) -> bool:
        """Whether nothing waits."""
        with self._changed:
            return not any(self._lanes.values())

    def close(self) -> None:
        """End process and thread; what is being drawn is not waited for."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._process.close()
        self._thread.wait()

    # -- the thread -------------------------------------------------------------------------------
    def work(self) -> None:
        """Ask one request after the other until ``close``."""
        while (task := self._take()) is not None:
            turn, request = task
            if isinstance(request, _Rest):
                self._process.rest()
                continue
            try:
                reply: object = self._process.ask(request)
            except EngineError as error:
                reply = error
            if isinstance(reply, Pixels):
                reply = to_image(reply)
            if not self._closed:
                self._told.emit(turn, request, reply)

    def _take(self) -> tuple[int, Request | _Rest] | None:
        with self._changed:
            while not self._closed:
                for lane in Lane:
                    if self._lanes[lane]:
                        return self._turn, self._lanes[lane].popleft()
                self._changed.wait()
        return None

    @Slot(int, object, object)
    def _on_told(self, turn: int, request: Request, reply: object) -> None:
        if turn != self._turn:
            return
        if not isinstance(request, OpenFile):
            self.answered.emit(request, reply)
        elif isinstance(reply, Opened):
            self.opened.emit(reply)
        else:
            self.refused.emit(request.path, reply)


def to_image(pixels: Pixels) -> QImage:
    """A picture with its own copy of the bytes, in the format that is painted fastest."""
    line = 4 * pixels.width
    return QImage(pixels.data, pixels.width, pixels.height, line, QImage.Format.Format_RGB32).copy()
