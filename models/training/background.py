"""Batches made while the last one is trained on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

B = TypeVar("B")
_AHEAD = 6
"""Batches that wait at most."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """What ended the source, on its way to the thread that waits for batches."""

    error: BaseException


_END = object()


def in_background(source: Iterator[B]) -> Iterator[B]:
    """The ``source``, run by a thread of its own that stays a few items ahead.

    What the source raises is raised here, after the items that came before it: a training must not wait for
    batches that nobody makes.
    """
    ready: queue.Queue[B | _Failure | object] = queue.Queue(maxsize=_AHEAD)

    def work() -> None:
        try:
            for item in source:
                ready.put(item)
        except BaseException as error:  # noqa: BLE001 - it ends this thread and is raised in the other one
            ready.put(_Failure(error))
        else:
            ready.put(_END)

    threading.Thread(target=work, daemon=True).start()
    while (item := ready.get()) is not _END:
        if isinstance(item, _Failure):
            raise item.error
        yield item  # type: ignore[misc]
