"""Work for the inference thread: bounded lanes, cancellation, and one terminal event for every job.

A :class:`Scheduler` may be used by any thread. ``submit``, ``cancel`` and ``close`` are for the front end;
``take`` and ``finish`` for the one thread that does the work (see app.worker). Events are handed to ``emit``,
outside the lock, by whichever thread caused them.
"""

from __future__ import annotations

import enum
import itertools
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from scipix.app.service import RecognitionService
from scipix.engine.errors import EngineError

PROGRESS_INTERVAL = 0.05
"""Seconds between two progress events of a job, the last one aside."""


class Lane(enum.IntEnum):
    """Jobs of a lower number go first."""

    SNIP = 0
    FILE = 1
    PAGE = 2


CAPACITY = {Lane.SNIP: 1, Lane.FILE: 8, Lane.PAGE: 8}
"""Jobs that may wait in a lane. In the lane of snips the newest wins, others refuse what is too much."""


class Reason(enum.StrEnum):
    """Why a job was cancelled."""

    SUPERSEDED = "superseded"
    REQUESTED = "requested"
    CLOSING = "closing"


class Interruption(Exception):  # noqa: N818  # no error, but the end that somebody asked for
    """Raised at a checkpoint of a job that was cancelled."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class LaneFullError(EngineError):
    """Too many jobs wait already."""


class CancelToken:
    """Set once by any thread, checked by the thread that works."""

    def __init__(self) -> None:
        self.reason: Reason | None = None

    def cancel(self, reason: Reason) -> None:
        """Ask for an end; the first reason stays."""
        self.reason = self.reason or reason

    def check(self) -> None:
        """A checkpoint: raises Interruption where an end was asked for."""
        if self.reason is not None:
            raise Interruption(self.reason)


@dataclass(frozen=True, slots=True)
class Started:
    """The inference thread has taken the job up."""

    job: int


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps; at most 20 a second a job, and the last value always."""

    job: int
    done: int
    total: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Succeeded:
    """Terminal: the work is done."""

    job: int
    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """Terminal: the work ended with an error that is fit for a user."""

    job: int
    error: EngineError


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Terminal: the work was not done, or its result is of no use any more."""

    job: int
    reason: Reason


Terminal: TypeAlias = Succeeded | Failed | Cancelled
JobEvent: TypeAlias = Started | Progress | Terminal


class ProgressReport:
    """Tells the progress of one job, often enough for the eye and no oftener."""

    def __init__(
        self, job: int, emit: Callable[[JobEvent], None], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._job, self._emit, self._now = job, emit, now
        self._told = float("-inf")
        self._held: Progress | None = None

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """``done`` of ``total`` steps, and in a few words which."""
        self._held = Progress(self._job, done, total, text)
        if self._now() - self._told >= PROGRESS_INTERVAL:
            self.flush()

    def flush(self) -> None:
        """Tell what was held back; called before the terminal event."""
        if self._held is not None:
            self._told = self._now()
            self._emit(self._held)
            self._held = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a job's work is given: the engine, its checkpoint and where it tells its progress."""

    service: RecognitionService
    checkpoint: Callable[[], None]
    progress: ProgressReport


Work: TypeAlias = Callable[[Context], object]


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work with its number, unique within a scheduler."""

    number: int
    lane: Lane
    work: Work
    token: CancelToken = field(default_factory=CancelToken, compare=False)


@dataclass(frozen=True, slots=True)
class Reload:
    """Not a job: the engine shall be opened anew on this provider (None for the best)."""

    provider: str | None


class Scheduler:
    """The lanes, the job that runs, and the promise of one terminal event for each job accepted."""

    def __init__(self, emit: Callable[[JobEvent], None]) -> None:
        self._emit = emit
        self._numbers = itertools.count(1)
        self._changed = threading.Condition()
        self._lanes: dict[Lane, deque[Job]] = {lane: deque() for lane in Lane}
        self._running: Job | None = None
        self._reload: Reload | None = None
        self._closed = False

    # -- for the front end ------------------------------------------------------------------------
    def submit(self, lane: Lane, work: Work) -> int:
        """Accept work and return its number.

        A new snip cancels the snips before it, running or waiting. Raises LaneFullError where the lane is
        full, and for every lane after ``close``.
        """
        with self._changed:
            waiting = self._lanes[lane]
            if self._closed or (lane is not Lane.SNIP and len(waiting) >= CAPACITY[lane]):
                raise _full(self._closed)
            job = Job(next(self._numbers), lane, work)
            superseded = self._supersede() if lane is Lane.SNIP else []
            waiting.append(job)
            self._changed.notify()
        self._tell_cancelled(superseded, Reason.SUPERSEDED)
        return job.number

    def cancel(self, number: int) -> None:
        """End a job: at once if it waits, at its next checkpoint if it runs. Unknown numbers are ignored."""
        removed: list[Job] = []
        with self._changed:
            if self._running is not None and self._running.number == number:
                self._running.token.cancel(Reason.REQUESTED)
            for waiting in self._lanes.values():
                removed += [job for job in waiting if job.number == number]
            self._remove(removed)
        self._tell_cancelled(removed, Reason.REQUESTED)

    def reload(self, provider: str | None) -> None:
        """Have the engine opened anew before the next job."""
        with self._changed:
            self._reload = Reload(provider)
            self._changed.notify()

    def close(self) -> None:
        """Cancel everything and let the working thread end."""
        with self._changed:
            self._closed = True
            if self._running is not None:
                self._running.token.cancel(Reason.CLOSING)
            removed = [job for waiting in self._lanes.values() for job in waiting]
            self._remove(removed)
            self._changed.notify_all()
        self._tell_cancelled(removed, Reason.CLOSING)

    # -- for the working thread -------------------------------------------------------------------
    def take(self) -> Job | Reload | None:
        """Wait for the next thing to do; None after ``close``."""
        with self._changed:
            while not self._closed:
                if self._reload is not None:
                    reload, self._reload = self._reload, None
                    return reload
                for lane in Lane:
                    if self._lanes[lane]:
                        self._running = self._lanes[lane].popleft()
                        return self._running
                self._changed.wait()
            return None

    def finish(self, event: Terminal) -> None:
        """The end of the job that was taken; a result that nobody wants any more becomes Cancelled."""
        with self._changed:
            job, self._running = self._running, None
        if job is None or job.number != event.job:
            raise ValueError(f"job {event.job} is not running")
        stale = job.token.reason
        self._emit(Cancelled(job.number, stale) if stale is not None else event)

    # -- inside, with the lock held ---------------------------------------------------------------
    def _supersede(self) -> list[Job]:
        if self._running is not None and self._running.lane is Lane.SNIP:
            self._running.token.cancel(Reason.SUPERSEDED)
        superseded = list(self._lanes[Lane.SNIP])
        self._remove(superseded)
        return superseded

    def _remove(self, jobs: list[Job]) -> None:
        for job in jobs:
            self._lanes[job.lane].remove(job)

    # -- outside the lock -------------------------------------------------------------------------
    def _tell_cancelled(self, jobs: list[Job], reason: Reason) -> None:
        for job in jobs:
            self._emit(Cancelled(job.number, reason))


def _full(closed: bool) -> LaneFullError:
    if closed:
        return LaneFullError("Closing", "The program is closing and takes no more work.", "Start it again.")
    return LaneFullError(
        "Too much at once",
        "As many pictures as can wait are waiting already.",
        "Wait until some are done, or use 'scipix ocr' for whole folders.",
    )
