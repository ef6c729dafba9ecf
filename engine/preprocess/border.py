"""What stands beside a formula and is cut through by the border of the snip, taken away.

Lines above and below are told by their many pieces. Of a symbol beside it, or a few above, a slim piece stays
at the border with white behind it; where a formula has so much white, more than that follows.
"""

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
_SLIM, _APART = 0.3, 0.45
"""em: how far slim pieces reach into the picture, at most, and the white behind them, at least."""
_HIGHEST, _STOP = 0.55, 0.4
"""em: slim pieces beside a formula are lower, as delimiters and digits at the border are its own; and what is
alone, below the middle and as low as a full stop may be one."""
_PALE = 32
"""Darkness of the pixels that make such pieces whole."""
_TIGHT = 1
"""Pixels of white beside a formula that was cropped to its ink; its own ends touch then."""


def without_cut_pieces(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """``gray`` (HxW uint8, dark ink on white) with what a border cuts off white; itself without such."""
    return _cleared(_cleared(gray, 0), 1)


def _cleared(gray: NDArray[np.uint8], axis: int) -> NDArray[np.uint8]:
    """The picture without what is cut off by its first and last rows (``axis`` 0) or columns (1)."""
    ink = gray < 255 - _INK
    first, last = _cut(gray, ink, axis), _cut(np.flip(gray, axis), np.flip(ink, axis), axis)
    if not first and not last:
        return gray
    inside = (slice(None),) * axis + (slice(first, gray.shape[axis] - last),)
    across = np.flatnonzero(ink[inside].any(axis=axis))
    if across.size == 0 or (across[0] <= _TIGHT and across[-1] >= gray.shape[1 - axis] - 1 - _TIGHT):
        return gray
    clear = np.full_like(gray, 255)
    clear[inside] = gray[inside]
    return clear


def _cut(gray: NDArray[np.uint8], ink: NDArray[np.bool_], axis: int) -> int:
    """How many of the first rows or columns are cut off; of columns there are slim pieces only."""
    slim = _slim(gray, ink, axis)
    return slim if axis == 1 else max(slim, _line(gray, ink))


def _slim(gray: NDArray[np.uint8], ink: NDArray[np.bool_], axis: int) -> int:
    """Rows or columns of slim pieces at the border with the white behind them, 0 where there are none."""
    filled: NDArray[np.bool_] = np.asarray(ink.any(axis=1 - axis))
    depth = int(np.argmin(filled))
    if not depth or not filled[depth:].any():
        return 0
    em = estimate_em(np.ascontiguousarray(gray[(slice(None),) * axis + (slice(depth, None),)]))
    white = max(1, round(_APART * em))
    if depth > _SLIM * em or filled[depth : depth + white].any():
        return 0
    return 0 if axis == 1 and _is_own(gray, ink, depth, em) else depth + white


def _is_own(gray: NDArray[np.uint8], ink: NDArray[np.bool_], depth: int, em: float) -> bool:
    """Whether the first columns show a symbol of the formula: something high, or the like of a full stop."""
    pale = (gray[:, :depth] < 255 - _PALE).astype(np.uint8)
    _, labels, stats, middles = cv2.connectedComponentsWithStats(pale, connectivity=8)
    pieces = np.unique(labels[ink[:, :depth]])
    highest = float(stats[pieces, cv2.CC_STAT_HEIGHT].max())
    darkness = (255.0 - gray[:, depth:]).sum(axis=1)
    middle = float(darkness @ np.arange(len(gray)) / darkness.sum())
    is_stop = len(pieces) == 1 and highest <= _STOP * em and middles[pieces[0], 1] > middle
    return highest > _HIGHEST * em or is_stop


def _line(gray: NDArray[np.uint8], ink: NDArray[np.bool_]) -> int:
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
