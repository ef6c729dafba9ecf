from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from fake_recognizer import FakeOpener, FakeRecognizer
from formula_pictures import fraction_line

from scipix.app.jobs import Cancelled, Context, Failed, Lane, Reason, Scheduler, Started, Succeeded
from scipix.app.service import RecognitionService
from scipix.app.worker import EngineFailed, EngineReady, EngineWorker, Event
from scipix.engine.errors import EngineError, ModelError, ProviderError


def recognise(context: Context) -> str:
    return context.service.recognise(fraction_line(), checkpoint=context.checkpoint).latex


class Running:
    """A worker on a thread, its events, and a way to wait for so many of a kind."""

    def __init__(
        self, opener: Callable[[str | None], RecognitionService], provider: str | None = None
    ) -> None:
        self.events: list[Event] = []
        self._told = threading.Condition()
        self.scheduler = Scheduler(self._note)
        self.worker = EngineWorker(self.scheduler, opener, self._note, provider)
        self.thread = threading.Thread(target=self.worker.run)

    def _note(self, event: Event) -> None:
        with self._told:
            self.events.append(event)
            self._told.notify_all()

    def wait_for(self, kind: type, count: int = 1) -> list[Event]:
        with self._told:
            assert self._told.wait_for(lambda: len(self.of(kind)) >= count, timeout=20), self.events
            return self.of(kind)

    def of(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def start(self) -> Running:
        self.thread.start()
        return self

    def close(self) -> None:
        self.scheduler.close()
        if self.thread.ident is not None:
            self.thread.join(timeout=20)
        assert not self.thread.is_alive()


@pytest.fixture
def running() -> Iterator[Callable[..., Running]]:
    made: list[Running] = []

    def make(*args: object, **named: object) -> Running:
        made.append(Running(*args, **named))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_snip_made_before_the_engine_is_ready_waits_and_is_served(running):
    may_open = threading.Event()
    opener = FakeOpener()

    def slowly(provider: str | None) -> RecognitionService:
        assert may_open.wait(20)
        return opener(provider)

    desk = running(slowly).start()
    number = desk.scheduler.submit(Lane.SNIP, recognise)
    may_open.set()
    assert desk.wait_for(Succeeded) == [Succeeded(number, "x^{2}")]
    kinds = [type(event) for event in desk.events]
    assert kinds == [EngineReady, Started, Succeeded]


def test_a_hundred_rapid_snips_give_one_success_and_99_superseded(running):
    desk = running(FakeOpener())
    numbers = [desk.scheduler.submit(Lane.SNIP, recognise) for _ in range(100)]
    desk.start()
    desk.wait_for(Succeeded)
    assert desk.of(Succeeded) == [Succeeded(numbers[-1], "x^{2}")]
    assert desk.of(Cancelled) == [Cancelled(number, Reason.SUPERSEDED) for number in numbers[:-1]]


def test_an_engine_that_cannot_load_fails_each_job_with_its_reason_and_can_be_reloaded(running):
    error = ModelError("Model damaged", "The file has another checksum.", "Install again.")
    broken = [True]

    def opener(provider: str | None) -> RecognitionService:
        if broken[0]:
            raise error
        return FakeOpener()(provider)

    desk = running(opener).start()
    number = desk.scheduler.submit(Lane.SNIP, recognise)
    assert desk.wait_for(Failed) == [Failed(number, error)]
    assert desk.of(EngineFailed) == [EngineFailed(error)]
    broken[0] = False
    desk.scheduler.reload(None)
    desk.wait_for(EngineReady)
    desk.scheduler.submit(Lane.SNIP, recognise)
    desk.wait_for(Succeeded)


def test_a_crash_is_reported_and_the_next_job_is_done(running, caplog):
    def crash(context: Context) -> None:
        raise RuntimeError("boom")

    desk = running(FakeOpener()).start()
    with caplog.at_level(logging.CRITICAL, logger="scipix.app.worker"):
        desk.scheduler.submit(Lane.FILE, crash)
        (failed,) = desk.wait_for(Failed)
    assert isinstance(failed.error, EngineError)
    assert "RuntimeError" in failed.error.message
    assert failed.error.hint
    desk.scheduler.submit(Lane.FILE, recognise)
    desk.wait_for(Succeeded)


class FailingProvider(FakeRecognizer):
    provider = "cuda"

    def recognize(self, image: np.ndarray, **options: object):
        raise ProviderError("Execution provider failed", "cuda stopped.", "Update its driver.")


def test_a_provider_that_fails_at_work_is_replaced_by_the_processor_and_the_job_is_done(running):
    asked: list[str | None] = []

    def opener(provider: str | None) -> RecognitionService:
        asked.append(provider)
        return RecognitionService(FakeRecognizer() if provider == "cpu" else FailingProvider())

    desk = running(opener).start()
    desk.scheduler.submit(Lane.SNIP, recognise)
    desk.wait_for(Succeeded)
    assert asked == [None, "cpu"]
    ready = desk.of(EngineReady)
    assert [event.provider for event in ready] == ["cuda", "cpu"]
    assert "cuda stopped" in ready[1].notice


def test_an_unmet_wish_for_a_provider_is_told(running):
    desk = running(FakeOpener(), "cuda").start()
    (ready,) = desk.wait_for(EngineReady)
    assert (ready.provider, ready.model) == ("cpu", "fake")
    assert "cuda does not work here" in ready.notice


def test_close_in_mid_job_ends_the_thread_and_the_job_once(running):
    in_work = threading.Event()

    def endless(context: Context) -> None:
        in_work.set()
        while True:
            context.checkpoint()

    desk = running(FakeOpener()).start()
    number = desk.scheduler.submit(Lane.SNIP, endless)
    assert in_work.wait(20)
    desk.close()
    assert desk.of(Cancelled) == [Cancelled(number, Reason.CLOSING)]
    assert not desk.of(Succeeded)
