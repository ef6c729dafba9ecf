"""Lines of a neighbouring text that a snip cuts through at its upper and lower border, taken away."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.scale import estimate_em

_INK = 88
"""Darkness of ink that is surely there."""
_DEEPEST, _MANY_DEEPEST = 0.75, 1.6
"""em: what is left of a line that was cut is lower than this. Where the pieces are many, no formula is like
that, and the size of the type was estimated from another line."""
_WHITE, _TAIL = 0.2, 0.4
"""em of white below it, at least, and how far below it the tails of its commas may reach."""
_PIECES, _MANY, _CUT_SHARE = 7, 12, 0.75
"""A cut line has so many pieces at the border, and they are so much of it: letters end at it together."""
_DOT = 0.2
"""em: pieces smaller than this are dots of letters whose stems are cut off; they say nothing."""
_TIGHT = 1
"""Pixels of white beside a formula that was cropped to its ink; its own upper and lower ends touch then."""


def without_cut_lines(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """``gray`` (HxW uint8, dark ink on white) with the remains of cut lines white; itself without such."""
    ink = gray < 255 - _INK
    above, below = _cut(gray, ink), _cut(gray[::-1], ink[::-1])
    if not above and not below:
        return gray
    kept = ink[above : len(ink) - below]
    columns = np.flatnonzero(kept.any(axis=0))
    if columns.size == 0 or (columns[0] <= _TIGHT and columns[-1] >= ink.shape[1] - 1 - _TIGHT):
        return gray
    clear = np.full_like(gray, 255)
    inside = np.s_[above : len(ink) - below]
    clear[inside] = gray[inside]
    return clear


def _cut(gray: NDArray[np.uint8], ink: NDArray[np.bool_]) -> int:
    """Rows of a cut line at the upper border with some white below it, 0 where there is none."""
    if np.count_nonzero(np.diff(ink[0].astype(np.int8)) == 1) < _PIECES - 1:
        return 0
    rows: NDArray[np.bool_] = np.asarray(ink.any(axis=1))
    depth = int(np.argmin(rows))
    if rows[depth] or not rows[depth:].any():
        return 0
    em = estimate_em(np.ascontiguousarray(gray[depth:]))
    pieces = _pieces(ink[:depth], round(_DOT * em))
    deepest = _MANY_DEEPEST if pieces >= _MANY else _DEEPEST
    if pieces < _PIECES or depth > deepest * em:
        return 0
    white = max(1, round(_WHITE * em))
    starts = range(depth, depth + 1 + round(_TAIL * em))
    return next((row + white for row in starts if not rows[row : row + white].any()), 0)


def _pieces(band: NDArray[np.bool_], dot: int) -> int:
    """How many pieces of a band begin in its first row; 0 unless nearly all do. ``dot`` in pixels."""
    stats = cv2.connectedComponentsWithStats(band.astype(np.uint8), connectivity=8)[2][1:]
    sizes = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    touching = stats[:, cv2.CC_STAT_TOP] == 0
    told = int(np.count_nonzero(touching))
    return told if told >= _CUT_SHARE * np.count_nonzero(touching | (sizes > dot)) else 0
