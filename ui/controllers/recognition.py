"""Pictures in, entries out: what is submitted to the engine, and what becomes of it."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from scipix.app.images import load_file, to_eight_bits
from scipix.app.jobs import CAPACITY, Cancelled, Context, Failed, Lane, LaneFullError, Scheduler, Succeeded
from scipix.app.worker import EngineFailed, EngineReady
from scipix.engine.types import Recognition
from scipix.ui.models.entry import Entry, Source, SourceKind

if TYPE_CHECKING:
    from scipix.engine.recognize.exact import ExactFormula

Load = Callable[[], NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a job of this controller returns: the picture it has read, and the reading."""

    image: NDArray[Any]
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class Request:
    """A picture that is to be read; ``load`` is called on the engine's thread.

    Where its symbols are known, they are read in its place; their boxes are in its pixels.
    """

    source: Source
    lane: Lane
    load: Load
    symbols: ExactFormula | None = None


class RecognitionController(QObject):
    """Submits pictures, keeps what cannot be submitted yet, and tells each end once. GUI thread only."""

    recognised = Signal(object)
    """Entry: a picture was read."""
    failed = Signal(object, object)
    """Source, EngineError: a picture could not be read."""
    waiting = Signal(int, int)
    """done, total of the pictures in hand; 0, 0 when all is done."""
    engine_ready = Signal(object)
    """EngineReady."""
    engine_failed = Signal(object)
    """EngineError."""

    def __init__(
        self, scheduler: Scheduler, alternatives: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._scheduler = scheduler
        self._alternatives = alternatives
        self._numbers = itertools.count(1)
        self._running: dict[int, Request] = {}
        self._backlog: deque[Request] = deque()
        self._done = 0

    def read_picture(self, image: NDArray[Any], source: Source) -> None:
        """Read a picture that is at hand; it takes the place of one that is still being read."""
        self._submit(Request(source, Lane.SNIP, lambda: image))

    def read_symbols(self, image: NDArray[Any], symbols: ExactFormula, source: Source) -> None:
        """Read a formula whose symbols are known; the picture is for people only."""
        self._submit(Request(source, Lane.SNIP, lambda: image, symbols))

    def read_files(self, paths: Iterable[Path], kind: SourceKind = SourceKind.FILE) -> None:
        """Read files one after the other, however many."""
        for path in paths:
            load = _loader(path)
            self._backlog.append(Request(Source(kind, path.name), Lane.FILE, load))
        self._feed()

    def cancel(self) -> None:
        """Stop everything that runs or waits."""
        self._backlog.clear()
        for number in tuple(self._running):
            self._scheduler.cancel(number)
        self._tell()

    @Slot(object)
    def on_event(self, event: object) -> None:
        """What the engine's thread tells; events of jobs that are not ours or over are dropped."""
        if isinstance(event, EngineReady):
            self.engine_ready.emit(event)
        elif isinstance(event, EngineFailed):
            self.engine_failed.emit(event.error)
        elif isinstance(event, Succeeded | Failed | Cancelled):
            request = self._running.pop(event.job, None)
            if request is not None:
                self._end(request, event)

    def _end(self, request: Request, event: Succeeded | Failed | Cancelled) -> None:
        self._done += 1
        if isinstance(event, Succeeded):
            self.recognised.emit(self._entry(request.source, event.result))
        elif isinstance(event, Failed):
            self.failed.emit(request.source, event.error)
        self._feed()

    def _entry(self, source: Source, answer: object) -> Entry:
        assert isinstance(answer, Answer)
        latex = answer.recognition.latex
        return Entry(
            next(self._numbers), answer.image, answer.recognition, latex, source, datetime.now().astimezone()
        )

    def _feed(self) -> None:
        """Hand over as much of the backlog as the lane holds."""
        while self._backlog and self._in_lane(Lane.FILE) < CAPACITY[Lane.FILE]:
            self._submit(self._backlog.popleft())
        self._tell()

    def _in_lane(self, lane: Lane) -> int:
        return sum(request.lane is lane for request in self._running.values())

    def _submit(self, request: Request) -> None:
        count = self._alternatives()

        def work(context: Context) -> Answer:
            image = request.load()
            return Answer(to_eight_bits(image), _read(request, image, count, context))

        try:
            number = self._scheduler.submit(request.lane, work)
        except LaneFullError as error:
            self.failed.emit(request.source, error)
            return
        self._running[number] = request
        self._tell()

    def _tell(self) -> None:
        left = len(self._running) + len(self._backlog)
        self._done = self._done if left else 0
        self.waiting.emit(self._done, self._done + left if left else 0)


def _read(request: Request, image: NDArray[Any], count: int, context: Context) -> Recognition:
    """The reading of a picture, or of its symbols where they are known; both go to the history."""
    service, source = context.service, request.source
    if request.symbols is None:
        return service.recognise(
            image, alternatives=count, checkpoint=context.checkpoint, source=source.kind, name=source.name
        )
    found = service.read_symbols(request.symbols, alternatives=count, checkpoint=context.checkpoint)
    found = replace(found, width=image.shape[1], height=image.shape[0])
    if service.memory is None:
        return found
    judged = service.memory.judged(found)
    # Without a question: what is known exactly is no answer for pictures.
    return service.memory.record(image, None, found, judged, count, source.kind, source.name)


def _loader(path: Path) -> Load:
    return lambda: load_file(path)
