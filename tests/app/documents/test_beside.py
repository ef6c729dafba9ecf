"""Work beside other work ends with it."""

from __future__ import annotations

import threading

import pytest

from scipix.app.documents.beside import result_of, running
from scipix.engine.types import Checkpoint, uninterrupted


class StopError(Exception):
    """What an interrupted caller raises."""


def test_both_run_at_the_same_time() -> None:
    here, there = threading.Event(), threading.Event()

    def work(checkpoint: Checkpoint) -> str:
        there.set()
        assert here.wait(10)
        return "done"

    with running(work) as found:
        assert there.wait(10)
        here.set()
        assert result_of(found, uninterrupted) == "done"


def test_a_block_that_raises_ends_the_work_at_its_checkpoint() -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(checkpoint: Checkpoint) -> None:
        begun.set()
        try:
            while True:
                checkpoint()
        finally:
            ended.set()

    def interrupted() -> None:
        assert begun.wait(10)
        raise StopError

    with pytest.raises(StopError), running(work) as found:
        result_of(found, interrupted)
    assert ended.is_set()


def test_what_the_work_raises_is_raised() -> None:
    def work(checkpoint: Checkpoint) -> None:
        raise StopError

    with pytest.raises(StopError), running(work) as found:
        result_of(found, uninterrupted)
