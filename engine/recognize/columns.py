"""Columns of an array, from where its cells lie."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

Extent = tuple[float, float]
_TOUCH = 0.05
"""em: cells that overlap by less do not share a column for it."""
_LEVEL = 0.15
"""em: ends of cells that differ by less are in line."""


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


def gaps(extents: Sequence[Sequence[Extent]], columns: Sequence[Sequence[int]]) -> list[float]:
    """em of white between each column and the next, over all rows; empty for a single column."""
    cells = [
        (number, extent)
        for row, numbers in zip(extents, columns, strict=True)
        for extent, number in zip(row, numbers, strict=True)
    ]
    ends: dict[int, float] = {}
    starts: dict[int, float] = {}
    for number, (left, right) in cells:
        ends[number] = max(ends.get(number, right), right)
        starts[number] = min(starts.get(number, left), left)
    present = sorted(starts)
    return [starts[after] - ends[before] for before, after in pairwise(present)]


def alignment(
    extents: Sequence[Sequence[Extent]], columns: Sequence[Sequence[int]], count: int, signs: Sequence[bool]
) -> str:
    """A letter a column: where the cells line up best, l, c or r.

    Cells of equal width say nothing. Such a column of signs is centred; another one is like the other columns
    where those agree; around a column of signs the left one ends at it and the right one begins there.

    Args:
        signs: for each column whether a relation or an operator stands alone in its cells.
    """
    told = [_told(extents, columns, column) for column in range(count)]
    known = {letter for letter, sign in zip(told, signs, strict=True) if letter and not sign}
    if count == 3 and list(signs) == [False, True, False]:
        usual = ["r", "c", "l"]
    else:
        usual = [known.copy().pop() if len(known) == 1 and not sign else "c" for sign in signs]
    return "".join(letter or other for letter, other in zip(told, usual, strict=True))


def _told(extents: Sequence[Sequence[Extent]], columns: Sequence[Sequence[int]], column: int) -> str:
    """Where a column's cells line up: l, c, r, or nothing where all three fit."""
    edges = np.array(
        [
            (left, (left + right) / 2, right)
            for row, numbers in zip(extents, columns, strict=True)
            for (left, right), number in zip(row, numbers, strict=True)
            if number == column
        ]
    )
    spread = np.ptp(edges, axis=0) if len(edges) > 1 else np.zeros(3)
    if spread.max() < _LEVEL:
        return ""
    best = int(np.argmin(spread))
    return "lcr"[best] if spread[1] > spread[best] + _LEVEL else "c"
