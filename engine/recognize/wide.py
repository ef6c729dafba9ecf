"""Wide marks: braces, arrows and hats over groups reach as far as their ink.

The detector sees some ten em around a place, and of a wide flat stroke hardly where it ends; the ink knows.
Unless a symbol touches a line over a group: then the two are one piece of ink.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.ink import inked, piece_boxes

_WIDE, _FLAT = 1.5 * TARGET_EM, 3.0
"""Least width in pixels, and in heights, of a stroke and of a detection on it."""
_LOW, _HIGH = 0.2 * TARGET_EM, 0.7 * TARGET_EM
"""Pixels: a rule is lower, a root or a letter higher."""
_SHARED = 0.6
"""A symbol of whose box so much lies within a stroke's touches it."""
_EVEN = 0.2
"""The shaft of an arrow is off its middle by less, in heights."""
_SLACK = 2.0
"""Pixels that the box of a symbol may reach into a stroke's without being a part of it."""
_NEAR = 4.0
"""Pixels that a detection may reach above or below the stroke that it is of."""


def fitted(
    boxes: FloatArray, scores: FloatArray, gray: npt.NDArray[np.uint8]
) -> tuple[FloatArray, FloatArray]:
    """Detections with the strongest one on a wide stroke as wide as that, and without the others on it.

    Args:
        boxes, scores: (N, 4) and (N,) in pixels of the prepared picture.
        gray: the picture.
    """
    flat = is_flat(boxes)
    if not flat.any():
        return boxes, scores
    boxes, kept = boxes.copy(), np.ones(len(boxes), bool)
    for stroke in _strokes(gray):
        pieces = np.flatnonzero(flat & kept & _on(boxes, stroke))
        if len(pieces) and (_is_even(gray, stroke) or not _within(boxes[~flat], stroke).any()):
            kept[pieces] = False
            strongest = pieces[np.argmax(scores[pieces])]
            kept[strongest] = True
            boxes[strongest] = stroke
    return boxes[kept], scores[kept]


def missed(gray: npt.NDArray[np.uint8], boxes: FloatArray) -> FloatArray:
    """Wide strokes (N, 4) of which nothing was seen."""
    strokes = _strokes(gray)
    found: FloatArray = strokes[np.array([not _touched(boxes, stroke).any() for stroke in strokes], bool)]
    return found


def is_flat(boxes: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes (N, 4) are wide and flat."""
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    flat: npt.NDArray[np.bool_] = (width >= _WIDE) & (width >= _FLAT * height)
    return flat


def _strokes(gray: npt.NDArray[np.uint8]) -> FloatArray:
    """Boxes (N, 4) of the wide, flat, connected strokes that are thicker than rules."""
    boxes = piece_boxes(inked(gray))
    height = boxes[:, 3] - boxes[:, 1]
    found: FloatArray = boxes[is_flat(boxes) & (height >= _LOW) & (height <= _HIGH)]
    return found


def _is_even(gray: npt.NDArray[np.uint8], stroke: FloatArray) -> bool:
    """Whether most ink lies at half the height, as in arrows, whose heads are at times seen as symbols."""
    x0, y0, x1, y1 = (int(value) for value in stroke)
    darkest = int(np.argmin(gray[y0:y1, x0:x1].sum(axis=1, dtype=np.int64)))
    return bool(abs(darkest + 0.5 - (y1 - y0) / 2) < _EVEN * (y1 - y0))


def _within(boxes: FloatArray, stroke: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes lie mostly within a stroke's."""
    size = np.minimum(boxes[:, 2:], stroke[2:]) - np.maximum(boxes[:, :2], stroke[:2])
    shared = np.clip(size, 0, None).prod(axis=1)
    inside: npt.NDArray[np.bool_] = shared > _SHARED * (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return inside


def _touched(boxes: FloatArray, stroke: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes share something with a stroke's."""
    size = np.minimum(boxes[:, 2:], stroke[2:]) - np.maximum(boxes[:, :2], stroke[:2])
    touched: npt.NDArray[np.bool_] = np.asarray((size > _SLACK).all(axis=1))
    return touched


def _on(boxes: FloatArray, stroke: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes are of a stroke: about as high as it, their middle on it."""
    middle = (boxes[:, 0] + boxes[:, 2]) / 2
    beside = (middle > stroke[0]) & (middle < stroke[2])
    level = (boxes[:, 1] > stroke[1] - _NEAR) & (boxes[:, 3] < stroke[3] + _NEAR)
    on: npt.NDArray[np.bool_] = np.asarray(beside & level)
    return on
