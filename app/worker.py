"""The loop of the inference thread: it owns the engine, does the jobs, and outlives their failures."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from scipix.app.jobs import (
    Cancelled,
    Context,
    Failed,
    Interruption,
    Job,
    JobEvent,
    ProgressReport,
    Reload,
    Scheduler,
    Started,
    Succeeded,
    Terminal,
)
from scipix.app.service import RecognitionService
from scipix.engine.errors import EngineError, ProviderError

log = logging.getLogger(__name__)

ServiceOpener: TypeAlias = Callable[[str | None], RecognitionService]


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The models are loaded and have run once on ``provider``; ``notice`` says if that was not the wish."""

    provider: str
    model: str
    milliseconds: float
    notice: str = ""


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """The models could not be loaded; jobs fail with the same error until a reload succeeds."""

    error: EngineError


EngineEvent: TypeAlias = EngineReady | EngineFailed
Event: TypeAlias = JobEvent | EngineEvent


class EngineWorker:
    """Drains a scheduler. All methods but the constructor belong to the inference thread."""

    def __init__(
        self, scheduler: Scheduler, opener: ServiceOpener, emit: Callable[[Event], None], provider: str | None
    ) -> None:
        self._scheduler, self._opener, self._emit = scheduler, opener, emit
        self._provider = provider
        self._service: RecognitionService | None = None
        self._error: EngineError | None = None

    def run(self) -> None:
        """Load the engine, then work until the scheduler is closed."""
        self._open(self._provider)
        while (task := self._scheduler.take()) is not None:
            if isinstance(task, Reload):
                self._open(task.provider)
            else:
                self._scheduler.finish(self._do(task))

    def _open(self, provider: str | None, notice: str = "") -> None:
        start = time.perf_counter()
        self._service = None
        try:
            service = self._opener(provider)
        except EngineError as error:
            self._give_up(error)
        except Exception as error:  # a broken installation must not end the thread
            log.exception("the engine cannot be loaded")
            self._give_up(unexpected(error))
        else:
            self._service, self._error = service, None
            spent = (time.perf_counter() - start) * 1e3
            if provider not in (None, service.provider):
                notice = notice or f"{provider} does not work here; {service.provider} is in use."
            self._emit(EngineReady(service.provider, service.model, spent, notice))

    def _give_up(self, error: EngineError) -> None:
        self._error = error
        self._emit(EngineFailed(error))

    def _do(self, job: Job) -> Terminal:
        """The job's terminal event. The only broad ``except`` around work."""
        report = ProgressReport(job.number, self._emit)
        self._emit(Started(job.number))
        try:
            result = self._work(job, report)
        except Interruption as end:
            event: Terminal = Cancelled(job.number, end.reason)
        except EngineError as error:
            event = Failed(job.number, error)
        except Exception as error:
            log.exception("job %d failed", job.number)
            event = Failed(job.number, unexpected(error))
        else:
            event = Succeeded(job.number, result)
        report.flush()
        return event

    def _work(self, job: Job, report: ProgressReport) -> object:
        """The work, once more on the processor if the provider fails in the middle of it."""
        try:
            return self._attempt(job, report)
        except ProviderError as error:
            if self._service is None or self._service.provider == "cpu":
                raise
            log.warning("%s; the processor takes over", error)
            self._open("cpu", f"{error.message} The processor takes over.")
            return self._attempt(job, report)

    def _attempt(self, job: Job, report: ProgressReport) -> object:
        job.token.check()
        if self._service is None:
            assert self._error is not None
            raise self._error
        return job.work(Context(self._service, job.token.check, report))


def unexpected(error: Exception) -> EngineError:
    """What a user is told of an error that nobody foresaw."""
    if isinstance(error, MemoryError):
        return EngineError(
            "Out of memory", "There is not enough memory for this picture.", "Use a smaller part of it."
        )
    return EngineError(
        "Internal error",
        f"Something went wrong that should not ({type(error).__name__}).",
        "Try again; if it stays, report it with the log.",
    )
