"""Columns of an array, from where its cells lie."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Extent = tuple[float, float]
_TOUCH = 0.05
"""em: cells that overlap by less do not share a column for it."""


def column_of(extents: Sequence[Sequence[Extent]]) -> list[list[int]]:
    """Column number of each cell. Cells that overlap horizontally share a column, transitively.

    Within a row the numbers never fall: where a wide cell bridges several columns, its right neighbours are
    moved on by one.
    """
    cells = sorted((left, right) for row in extents for left, right in row)
    ends: list[list[float]] = []
    for left, right in cells:
        if ends and left < ends[-1][1] - _TOUCH:
            ends[-1][1] = max(ends[-1][1], right)
        else:
            ends.append([left, right])
    starts = [start for start, _ in ends]
    columns: list[list[int]] = []
    for row in extents:
        numbers: list[int] = []
        for left, _ in row:
            number = int(np.searchsorted(starts, left + 1e-6, side="right")) - 1
            numbers.append(max(number, numbers[-1] + 1) if numbers else number)
        columns.append(numbers)
    return columns


def alignment(extents: Sequence[Sequence[Extent]], columns: Sequence[Sequence[int]], count: int) -> str:
    """A letter a column: where the cells line up best, l, c or r; c where nothing tells."""
    letters = ""
    for column in range(count):
        edges = np.array(
            [
                (left, (left + right) / 2, right)
                for row, numbers in zip(extents, columns, strict=True)
                for (left, right), number in zip(row, numbers, strict=True)
                if number == column
            ]
        )
        spread = np.ptp(edges, axis=0) if len(edges) > 1 else np.zeros(3)
        best = int(np.argmin(spread))
        letters += "lcr"[best] if spread[1] > spread[best] + 0.15 else "c"
    return letters
