"""How far lines stand apart: as in an array, or opened up as in a display of several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

_AXIS = 0.25
"""em from the baseline up to the axis of the formula."""
_HEIGHT, _DEPTH = 0.84, 0.36
"""em: the strut that every line has (LaTeX: 0.7 and 0.3 of 12 pt in type of 10 pt)."""
_JOT = 0.3
"""em by which ``gathered`` and ``aligned`` open lines up (\\jot = 3 pt)."""
_LEAST_WHITE = 0.1
"""em more than that between lines too high for the usual distance (\\lineskip = 1 pt)."""
_BETWEEN = 0.6
"""Where between an array (0) and a display (1) lines change sides: the em is told too small, by 6 % in some
fonts, rather than too large, so that lines seem farther apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line's ink and its axis, in em, downwards."""

    top: float
    axis: float
    bottom: float


def opened(lines: Sequence[Line]) -> bool:
    """Whether lines below one another are as far apart as in a display of several lines.

    In an array nothing but struts holds them apart; a display adds a jot, and white between high lines.
    """
    excess = [_excess(above, below) for above, below in pairwise(lines)]
    return bool(np.mean(excess) > _BETWEEN) if excess else False


def _excess(above: Line, below: Line) -> float:
    """0 for two lines as close as in an array, 1 as in a display."""
    depth = max(above.bottom - above.axis - _AXIS, _DEPTH)
    height = max(below.axis - below.top + _AXIS, _HEIGHT)
    usual = _HEIGHT + _DEPTH
    high = depth + height > usual
    more = _JOT + _LEAST_WHITE if high else _JOT
    return (below.axis - above.axis - (depth + height)) / more
