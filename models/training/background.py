"""Batches made while the last one is trained on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import TypeVar

B = TypeVar("B")
_AHEAD = 6
"""Batches that wait at most."""


def in_background(source: Iterator[B]) -> Iterator[B]:
    """The endless ``source``, run by a thread of its own that stays a few items ahead."""
    ready: queue.Queue[B] = queue.Queue(maxsize=_AHEAD)

    def work() -> None:
        for item in source:
            ready.put(item)

    threading.Thread(target=work, daemon=True).start()
    while True:
        yield ready.get()
