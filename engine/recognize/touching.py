"""Letters that touch: their boxes, where they reach into one another, end between the letters.

Of two letters side by side whose ink is one stroke, such as `Li`, the detector sees each, but boxes that
overlap by half a letter. The parser has learned that of such detections one is none. Where least of the ink
lies between their middles, one letter ends and the other begins.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray

_OVERLAP = 0.15 * TARGET_EM
"""Pixels: boxes of slanted letters that do not touch share less."""
_MOST = 0.8
"""Share of the narrower box: what shares more is one symbol seen twice, or one inside the other."""
_VALLEY = 0.15
"""Share of either letter's fullest column that is inked where they touch, at most: 0.05 to 0.09 between the
feet of letters, 0.2 and more within one."""
_LEVEL, _HEIGHTS = 0.7, 0.6
"""Shares of the lower box's height that lie beside the other, and of the higher one's that it has."""
_SMALL = 0.3 * TARGET_EM
"""Pixels: lower ones are lines, dots and accents."""


def parted(boxes: FloatArray, gray: npt.NDArray[np.uint8]) -> FloatArray:
    """Boxes (N, 4) without the overlap of neighbours in a row that hardly touch."""
    x0, y0, x1, y1 = boxes.T
    width, height = x1 - x0, y1 - y0
    overlap = x1[:, None] - x0
    level = np.minimum(y1[:, None], y1) - np.maximum(y0[:, None], y0)
    low, high = np.minimum(height[:, None], height), np.maximum(height[:, None], height)
    pairs = (x0 + x1)[:, None] < x0 + x1
    pairs &= (overlap > _OVERLAP) & (overlap < _MOST * np.minimum(width[:, None], width))
    pairs &= (level > _LEVEL * low) & (low > _HEIGHTS * high) & (low > _SMALL)
    changed = boxes.copy()
    for left, right in np.argwhere(pairs):
        top, bottom = int(max(0, y0[left], y0[right])), max(0, int(min(y1[left], y1[right])) + 1)
        ink = (255 - gray[top:bottom].astype(np.int32)).sum(0)
        begin, end = max(0, int(x0[right])), min(len(ink), int(x1[left]) + 1)
        if begin >= end:
            continue
        place = begin + int(ink[begin:end].argmin())
        fullest = [
            ink[max(0, int(x0[left])) : place].max(initial=0),
            ink[place + 1 : int(x1[right]) + 1].max(initial=0),
        ]
        if ink[place] < _VALLEY * min(fullest):
            changed[left, 2] = changed[right, 0] = place + 0.5
    return changed
