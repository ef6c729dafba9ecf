"""Ink that no detection explains: a symbol that the detector missed, most often a dot or another small mark.

Each connected piece of a formula's ink belongs to some symbol, so a piece outside of all boxes was missed.
Where much is outside, the picture is full of specks, and nothing is said.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray

_INK, _DARK = 200, 110
"""Gray below which a pixel belongs to a piece, and below which its darkest pixel has to be."""
_LEAST, _MOST = 0.1 * TARGET_EM, 1.2 * TARGET_EM
"""Pixels: least and largest side of a piece."""
_SLACK = 1.0
"""Pixels by which boxes are taken larger: those of the detector are inexact."""
_FEW, _SHARE = 2, 0.1
"""So many pieces, or such a share of the number of detections, may be symbols; more are specks."""


def missed(gray: npt.NDArray[np.uint8], boxes: FloatArray) -> FloatArray:
    """Boxes (N, 4) of the pieces of ink that no detection (M, 4) has in its box, in pixels of ``gray``."""
    ink = cv2.threshold(gray, _INK, 255, cv2.THRESH_BINARY_INV)[1]
    _, labels, stats, centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    x, y, width, height = stats[1:, :4].T
    pieces = np.stack([x, y, x + width, y + height], 1).astype(np.float32)
    sized = (np.maximum(width, height) >= _LEAST) & (np.maximum(width, height) <= _MOST)
    middle = centres[1:].astype(np.float32) + 0.5
    low, high = boxes[:, :2] - _SLACK, boxes[:, 2:] + _SLACK
    inside = ((middle[:, None] > low) & (middle[:, None] < high)).all(axis=2)
    free = ~np.asarray(inside).any(axis=1)
    found = np.flatnonzero(sized & free)
    found = np.array([one for one in found if gray[labels == one + 1].min() < _DARK], np.intp)
    if len(found) > max(_FEW, _SHARE * len(boxes)):
        return pieces[:0]
    return pieces[found]
