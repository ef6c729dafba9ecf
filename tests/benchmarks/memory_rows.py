"""Lines of the table that tests/benchmarks/memory.py prints, and what a piece of work takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds: by the clock, and of the processor, which a busy machine does not change."""

    wall: float
    processor: float

    def __str__(self) -> str:
        if self.wall < 1e3:
            return f"{self.wall:.1f} ms ({self.processor:.1f} of the processor)"
        return f"{self.wall / 1e3:.1f} s ({self.processor / 1e3:.1f} of the processor)"


def spent_on(work: Callable[[], object]) -> Spent:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(1e3 * (time.perf_counter() - wall), 1e3 * (time.process_time() - processor))


def percentiles(times: Sequence[Spent]) -> str:
    p50, p99 = np.percentile([spent.wall for spent in times], [50, 99])
    low, high = np.percentile([spent.processor for spent in times], [50, 99])
    return f"p50 {p50:.2f} ms, p99 {p99:.2f} ms; of the processor {low:.2f} and {high:.2f} ms"


def median(times: Sequence[Spent]) -> Spent:
    return sorted(times, key=lambda spent: spent.processor)[len(times) // 2]


def printed(rows: Sequence[Row]) -> None:
    width, second = max(len(row.what) for row in rows), max(len(row.value) for row in rows)
    for row in rows:
        print(f"{row.what:<{width}}  {row.value:<{second}}  {row.note}".rstrip())
