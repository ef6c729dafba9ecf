"""Ink that no detection explains: a symbol that the detector missed, most often a dot or another small mark.

Each connected piece of a formula's ink belongs to some symbol, so a piece outside of all boxes was missed.
Where much is outside, the picture is full of specks, and only lines count: a thin bar is pale in small type.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.ink import inked

_DARK = 110
"""Gray below which the darkest pixel of a piece has to be."""
_LEAST, _MOST = 0.1 * TARGET_EM, 1.2 * TARGET_EM
"""Pixels: least and largest side of a piece."""
_LEAST_STOP = 0.08 * TARGET_EM
"""Pixels: least side of the only piece if it lies right of all boxes: the full stop of a slender font."""
_SLACK = 1.0
"""Pixels by which boxes are taken larger: those of the detector are inexact."""
_FEW, _SHARE = 2, 0.1
"""So many pieces, or such a share of the number of detections, may be symbols; more are specks."""
_LONG, _FLAT = 0.35 * TARGET_EM, 2.5
"""Pixels, and heights, of a pale piece's width from which on it is a line: specks are round."""
_SPECKS = 8
"""Times the number of symbols: of a picture of more pieces than this nothing is asked."""


def missed(gray: npt.NDArray[np.uint8], boxes: FloatArray) -> FloatArray:
    """Boxes (N, 4) of the pieces of ink that no detection (M, 4) has in its box, in pixels of ``gray``."""
    _, found, stats, centres = cv2.connectedComponentsWithStats(inked(gray), connectivity=8)
    labels = np.asarray(found, np.int32)
    side, most = stats[:, 2:4].max(axis=1), max(_FEW, int(_SHARE * len(boxes)))
    sized = np.flatnonzero((side >= _LEAST) & (side <= _MOST))
    sized = sized[sized > 0]  # 0 is the background
    limit = _SPECKS * (len(boxes) + most)
    if len(sized) > limit:
        return np.zeros((0, 4), np.float32)
    free = sized[_outside(centres[sized], boxes)]
    if not len(free):
        free = _full_stop(side, centres, boxes, limit)
    is_line = stats[free, 2] >= np.maximum(_LONG, _FLAT * stats[free, 3])
    rest = free[~is_line]
    dark = [one for one in rest if _is_dark(gray, labels, np.asarray(stats[one], np.int32), one)]
    x, y, width, height = stats[[*free[is_line], *(dark if len(dark) <= most else [])], :4].T
    return np.stack([x, y, x + width, y + height], 1).astype(np.float32)


def _full_stop(
    side: npt.NDArray[Any], centres: npt.NDArray[Any], boxes: FloatArray, limit: int
) -> npt.NDArray[np.intp]:
    """The piece too small for others, if it is the only one outside of the boxes and right of them all."""
    small = np.flatnonzero(side < _LEAST)
    specks = small[_outside(centres[small], boxes)] if len(small) <= limit else small[:0]
    is_stop = (side[specks] >= _LEAST_STOP) & (centres[specks, 0] > boxes[:, 2].max(initial=0))
    found: npt.NDArray[np.intp] = specks[is_stop]
    return found if len(specks) == 1 else found[:0]


def _outside(points: npt.NDArray[Any], boxes: FloatArray) -> npt.NDArray[np.bool_]:
    """Which of (N, 2) points lie in none of (M, 4) boxes."""
    middle = points[:, None].astype(np.float32) + 0.5
    low, high = boxes[:, :2] - _SLACK, boxes[:, 2:] + _SLACK
    inside = ((middle > low) & (middle < high)).all(axis=2)
    outside: npt.NDArray[np.bool_] = ~np.asarray(np.asarray(inside).any(axis=1))
    return outside


def _is_dark(
    gray: npt.NDArray[np.uint8], labels: npt.NDArray[np.int32], about: npt.NDArray[np.int32], number: int
) -> bool:
    """Whether a piece has a dark pixel."""
    x, y, width, height = about[:4]
    window = slice(y, y + height), slice(x, x + width)
    return bool(gray[window][labels[window] == number].min() < _DARK)
