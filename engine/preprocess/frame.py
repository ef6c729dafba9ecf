"""Edges of windows and pages that a snip caught along with the formula."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.colour import Gray

_APART = 0.3
"""Luminance by which a frame differs from the paper."""
_FULL = 0.97
"""A line of the frame differs over so much of its length: frames may have round corners."""
_DEEPEST = 0.4
"""No side of a frame takes more than this part of the picture: what is left is the formula."""
_THICK = 1 / 12
"""A single side is a frame only if it is at least this part of the picture: an overline is thinner."""


def without_frame(luminance: Gray) -> Gray:
    """HxW float32 0..1 of either polarity: the same picture, or a copy with its frame painted as paper.

    A frame is a run of lines unlike the paper, from the picture's very edge inwards, on two sides or more,
    or thick. Before anything else: a frame misleads the estimates of polarity and of uneven paper.
    """
    height, width = luminance.shape
    paper = float(np.median(luminance))
    apart = np.abs(luminance - np.float32(paper)) > _APART
    rows, columns = apart.mean(axis=1) >= _FULL, apart.mean(axis=0) >= _FULL
    top, bottom, left, right = _run(rows), _run(rows[::-1]), _run(columns), _run(columns[::-1])
    # The rest is judged without the sides found: a corner of one side hides the other.
    inner = apart[top : height - bottom, left : width - right]
    if not inner.size:
        return luminance
    rows[top : height - bottom] |= inner.mean(axis=1) >= _FULL
    columns[left : width - right] |= inner.mean(axis=0) >= _FULL
    top, bottom, left, right = _run(rows), _run(rows[::-1]), _run(columns), _run(columns[::-1])
    if not _is_frame((top / height, bottom / height, left / width, right / width)):
        return luminance
    clear = np.full_like(luminance, paper)
    inside = np.s_[top : height - bottom, left : width - right]
    clear[inside] = luminance[inside]
    return clear


def _run(lines: NDArray[np.bool_]) -> int:
    """How many lines from the first one on are marked."""
    return len(lines) if lines.all() else int(np.argmin(lines))


def _is_frame(sides: tuple[float, ...]) -> bool:
    """Whether sides of these depths (parts of the picture) are a frame and not part of the formula."""
    deep = [side for side in sides if side > 0]
    if not deep or max(deep) > _DEEPEST:
        return False
    return len(deep) > 1 or deep[0] >= _THICK
