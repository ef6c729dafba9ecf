"""Work on a thread of its own beside other work, that ends with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from scipix.engine.types import Checkpoint

T = TypeVar("T")
_TICK = 0.05
"""Seconds between two checkpoints while a result is waited for."""


@contextmanager
def running(work: Callable[[Checkpoint], T]) -> Iterator[Future[T]]:
    """Run ``work`` on a thread while the block runs; a block that raises ends it at its next checkpoint.

    The thread has a checkpoint of its own, for those of a caller may belong to the caller's thread.
    """
    left = threading.Event()

    def checkpoint() -> None:
        if left.is_set():
            raise CancelledError

    with ThreadPoolExecutor(max_workers=1) as lane:
        try:
            yield lane.submit(work, checkpoint)
        except BaseException:
            left.set()
            raise


def result_of(future: Future[T], checkpoint: Checkpoint) -> T:
    """Wait for a result; raises what the work raised, and what ``checkpoint`` raises meanwhile."""
    while not future.done():
        checkpoint()
        wait((future,), _TICK)
    return future.result()
