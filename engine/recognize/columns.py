"""Columns of an array, from where its cells lie."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Extent = tuple[float, float]
_TOUCH = 0.05
"""em: cells that overlap by less do not share a column for it."""
_ERROR = 0.045
"""em: how far the ends of cells that are in line stand apart, for glyphs do not fill their widths evenly."""
_ALIKE = {"c": 0.85, "l": 0.1, "r": 0.05}
_DIFFERENT = 0.03
"""Chance of a column to be set unlike the others. Chosen, like the two above, on arrays and matrices of the
grammar: as many arrays right as can be without taking a matrix for an array."""


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
    """A letter a column, l, c or r: the likeliest alignment of all columns together.

    Where the cells of a column would line up is seen with an error of ``_ERROR``. Beforehand all columns are
    alike, most often centred, but for a few that differ; around a column of signs the left one ends at it and
    the right one begins there; the terms of a system of equations, with signs between them, end alike. So a
    column whose cells are equally wide goes with the others.

    Args:
        signs: for each column whether a relation or an operator stands alone in its cells.
    """
    likely = np.array([_likely(extents, columns, column) for column in range(count)])
    patterns = dict(_ALIKE)
    if count == 3 and list(signs) == [False, True, False]:
        patterns = {"rcl": 1.0}
    if count >= 5 and list(signs) == [bool(column % 2) for column in range(count)]:
        patterns = {("rc" * count)[:count]: 0.85, "c": 0.15}
    best = -np.inf, ""
    for pattern, chance in patterns.items():
        usual = ["lcr".index(letter) for letter in pattern * (count if len(pattern) == 1 else 1)]
        scores = likely + np.where(np.arange(3) == np.array(usual)[:, None], 0.0, np.log(_DIFFERENT))
        total = np.log(chance) + float(scores.max(1).sum())
        best = max(best, (total, "".join("lcr"[letter] for letter in scores.argmax(1))))
    return best[1]


def _likely(
    extents: Sequence[Sequence[Extent]], columns: Sequence[Sequence[int]], column: int
) -> NDArray[np.float64]:
    """Logarithms, but for a common term, of the chance to see a column's cells if it is set l, c or r."""
    edges = np.array(
        [
            (left, (left + right) / 2, right)
            for row, numbers in zip(extents, columns, strict=True)
            for (left, right), number in zip(row, numbers, strict=True)
            if number == column
        ]
    )
    spread: NDArray[np.float64] = np.square(edges - edges.mean(0)).sum(0) if len(edges) else np.zeros(3)
    return -spread / (2 * _ERROR**2)
