from __future__ import annotations

import threading
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scipix.app.jobs import (
    CAPACITY,
    Cancelled,
    Job,
    JobEvent,
    Lane,
    LaneFullError,
    Progress,
    ProgressReport,
    Reason,
    Reload,
    Scheduler,
    Succeeded,
)


def nothing(context: object) -> None:
    return None


class Desk:
    """A scheduler with its events written down."""

    def __init__(self) -> None:
        self.events: list[JobEvent] = []
        self.scheduler = Scheduler(self.events.append)

    def take(self) -> Job:
        job = self.scheduler.take()
        assert isinstance(job, Job)
        return job

    def do_next(self) -> int:
        job = self.take()
        self.scheduler.finish(Succeeded(job.number, job.lane))
        return job.number


def test_a_new_snip_cancels_the_one_that_waits():
    desk = Desk()
    first = desk.scheduler.submit(Lane.SNIP, nothing)
    second = desk.scheduler.submit(Lane.SNIP, nothing)
    assert desk.do_next() == second
    assert desk.events == [Cancelled(first, Reason.SUPERSEDED), Succeeded(second, Lane.SNIP)]


def test_a_new_snip_makes_the_result_of_the_running_one_stale():
    desk = Desk()
    desk.scheduler.submit(Lane.SNIP, nothing)
    running = desk.take()
    desk.scheduler.submit(Lane.SNIP, nothing)
    desk.scheduler.finish(Succeeded(running.number, "late"))
    assert desk.events == [Cancelled(running.number, Reason.SUPERSEDED)]


def test_a_snip_does_not_cancel_a_file():
    desk = Desk()
    file = desk.scheduler.submit(Lane.FILE, nothing)
    running = desk.take()
    desk.scheduler.submit(Lane.SNIP, nothing)
    desk.scheduler.finish(Succeeded(running.number, "file"))
    assert desk.events == [Succeeded(file, "file")]


def test_snips_go_before_files_and_files_in_order():
    desk = Desk()
    files = [desk.scheduler.submit(Lane.FILE, nothing) for _ in range(3)]
    snip = desk.scheduler.submit(Lane.SNIP, nothing)
    assert [desk.do_next() for _ in range(4)] == [snip, *files]


def test_a_full_lane_refuses_and_keeps_what_it_has():
    desk = Desk()
    for _ in range(CAPACITY[Lane.FILE]):
        desk.scheduler.submit(Lane.FILE, nothing)
    with pytest.raises(LaneFullError, match="Too much at once"):
        desk.scheduler.submit(Lane.FILE, nothing)
    assert desk.events == []


def test_cancel_ends_a_waiting_job_at_once_and_a_running_one_at_its_checkpoint():
    desk = Desk()
    running = desk.scheduler.submit(Lane.FILE, nothing)
    waiting = desk.scheduler.submit(Lane.FILE, nothing)
    job = desk.take()
    desk.scheduler.cancel(waiting)
    assert desk.events == [Cancelled(waiting, Reason.REQUESTED)]
    desk.scheduler.cancel(running)
    assert job.token.reason is Reason.REQUESTED
    desk.scheduler.cancel(999)


def test_close_cancels_all_and_ends_the_worker():
    desk = Desk()
    numbers = [desk.scheduler.submit(Lane.FILE, nothing) for _ in range(2)]
    running = desk.take()
    desk.scheduler.close()
    desk.scheduler.finish(Succeeded(running.number, "late"))
    assert desk.scheduler.take() is None
    assert {event.job for event in desk.events} == set(numbers)
    assert all(event == Cancelled(event.job, Reason.CLOSING) for event in desk.events)
    with pytest.raises(LaneFullError, match="Closing"):
        desk.scheduler.submit(Lane.SNIP, nothing)


def test_a_reload_goes_before_the_jobs_and_the_last_wish_counts():
    desk = Desk()
    desk.scheduler.submit(Lane.SNIP, nothing)
    desk.scheduler.reload("cuda")
    desk.scheduler.reload(None)
    assert desk.scheduler.take() == Reload(None)
    assert isinstance(desk.scheduler.take(), Job)


def test_finish_is_for_the_job_that_runs():
    with pytest.raises(ValueError, match="not running"):
        Desk().scheduler.finish(Succeeded(1, None))


@given(st.lists(st.sampled_from(["snip", "file", "take", "finish", "cancel"]), max_size=60))
def test_every_job_gets_exactly_one_terminal_event(steps: list[str]):
    desk = Desk()
    accepted: list[int] = []
    running: Job | None = None
    for step in steps:
        if step in ("snip", "file"):
            try:
                accepted.append(desk.scheduler.submit(Lane[step.upper()], nothing))
            except LaneFullError:
                continue
        elif step == "cancel" and accepted:
            desk.scheduler.cancel(accepted[len(accepted) // 2])
        elif step == "finish" and running is not None:
            desk.scheduler.finish(Succeeded(running.number, None))
            running = None
        elif step == "take" and running is None:
            ended = {event.job for event in desk.events}
            if set(accepted) - ended:
                running = desk.take()
    desk.scheduler.close()
    if running is not None:
        desk.scheduler.finish(Succeeded(running.number, None))
    assert Counter(event.job for event in desk.events) == Counter(accepted)


def test_a_hundred_snips_from_many_threads_end_once_each():
    desk = Desk()
    threads = [threading.Thread(target=desk.scheduler.submit, args=(Lane.SNIP, nothing)) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    desk.do_next()
    kinds = Counter(type(event) for event in desk.events)
    assert kinds == {Succeeded: 1, Cancelled: 99}
    assert len({event.job for event in desk.events}) == 100


def test_progress_is_thinned_but_the_last_value_is_told():
    times = iter([0.0, 0.0, 0.01, 0.02, 0.06, 0.06, 0.07, 0.07])
    told: list[JobEvent] = []
    report = ProgressReport(7, told.append, now=lambda: next(times))
    for done in range(1, 6):
        report(done, 5)
    report.flush()
    report.flush()
    assert told == [Progress(7, 1, 5), Progress(7, 4, 5), Progress(7, 5, 5)]
