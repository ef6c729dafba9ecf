"""Tall delimiters: what is one stroke in the picture is one symbol, however many pieces of it were seen.

The detector sees some ten em around a place. Of a delimiter higher than that it knows no end, so it reports
several pieces, each with a guess for its class. The ink knows better: a tall delimiter is a narrow connected
stroke that stands alone. Its class shows at its ends and in its middle, so for the glyph classifier the
straight parts between are cut out.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.ink import inked, piece_boxes
from scipix.engine.recognize.patches import patch_sizes, patches

_TALL = 4.2 * TARGET_EM
"""Pixels: lower ones are seen whole."""
_WIDE, _SLIM = 1.1 * TARGET_EM, 0.2
"""Greatest width in pixels, and in shares of the height."""
_PIECE = 1.6 * TARGET_EM
"""Pixels: lower detections beside a stroke are symbols of their own."""
_END, _MIDDLE = 34, 22
"""Rows of a delimiter's ends and middle that tell its class."""
_BAR, _PAIR = 0.3 * TARGET_EM, 0.34 * TARGET_EM
"""Greatest width of a bar, and greatest distance between the left ends of the two bars of one symbol: 0.17 to
0.29 em in eight font families, while the bars of two determinants side by side are 0.38 to 0.58 em apart."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Detections after the pieces of tall strokes were joined; ``tall``: the rows that stand for a stroke."""

    boxes: FloatArray
    scores: FloatArray
    tall: npt.NDArray[np.intp]


def strokes(gray: npt.NDArray[np.uint8]) -> FloatArray:
    """Boxes (N, 4) of tall narrow strokes in a prepared picture, double bars as one."""
    if gray.shape[0] < _TALL:
        return np.zeros((0, 4), np.float32)
    boxes = piece_boxes(inked(gray))
    boxes = boxes[is_stroke(boxes)]
    return _doubled(boxes[np.argsort(boxes[:, 0], kind="stable")])


def is_stroke(boxes: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes (N, 4) are as tall and narrow as delimiters that the detector cannot see whole."""
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    slim: npt.NDArray[np.bool_] = (height >= _TALL) & (width <= np.minimum(_WIDE, _SLIM * height))
    return slim


def is_inside(boxes: FloatArray, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Which boxes lie in a picture of that shape, edges rounded towards the upper left."""
    inside: npt.NDArray[np.bool_] = (boxes[:, :2] >= 0).all(1) & (boxes[:, 3] <= shape[0])
    return inside & (boxes[:, 2] <= shape[1])


def _doubled(boxes: FloatArray) -> FloatArray:
    """Two equal bars close to each other are one double bar."""
    found: list[FloatArray] = []
    for box in boxes:
        last = found[-1] if found else None
        if (
            last is not None
            and max(last[2] - last[0], box[2] - box[0]) <= _BAR
            and box[0] - last[0] <= _PAIR
            and np.abs(box[[1, 3]] - last[[1, 3]]).max() <= 3
        ):
            found[-1] = np.concatenate([np.minimum(last[:2], box[:2]), np.maximum(last[2:], box[2:])])
        else:
            found.append(box)
    return np.array(found, np.float32).reshape(-1, 4)


def joined(boxes: FloatArray, scores: FloatArray, found: FloatArray) -> Whole:
    """One detection in place of all pieces of a stroke; strokes of which no piece was seen stay unseen."""
    left = np.ones(len(boxes), bool)
    whole: list[FloatArray] = []
    heat: list[float] = []
    for stroke in found:
        pieces = left & _pieces(boxes, stroke)
        if pieces.any():
            left &= ~pieces
            whole.append(stroke)
            heat.append(float(scores[pieces].max()))
    if not whole:
        return Whole(boxes, scores, np.zeros(0, np.intp))
    everything = np.concatenate([boxes[left], np.array(whole, np.float32)])
    order = np.argsort(everything[:, 0] + everything[:, 2], kind="stable")
    heats = np.concatenate([scores[left], np.array(heat, np.float32)])
    return Whole(everything[order], heats[order], np.flatnonzero(order >= int(left.sum())))


def _pieces(boxes: FloatArray, stroke: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes lie on a stroke and are high enough to be a piece of it."""
    middle = (boxes[:, 0] + boxes[:, 2]) / 2
    beside = np.abs(middle - (stroke[0] + stroke[2]) / 2) < (stroke[2] - stroke[0]) / 2 + 5
    shared = np.minimum(boxes[:, 3], stroke[3]) - np.maximum(boxes[:, 1], stroke[1])
    height = boxes[:, 3] - boxes[:, 1]
    narrow = boxes[:, 2] - boxes[:, 0] < stroke[2] - stroke[0] + 12
    on_it: npt.NDArray[np.bool_] = beside & narrow & (height > _PIECE) & (shared > 0.7 * height)
    return on_it


def shown(
    gray: npt.NDArray[np.uint8], boxes: FloatArray, tall: npt.NDArray[np.intp]
) -> tuple[FloatArray, FloatArray]:
    """Patches (N, 1, PATCH, PATCH) and sizes (N, 2) of symbols for the glyph classifier.

    Args:
        boxes: (N, 4), pixels of the prepared picture.
        tall: the rows that are tall strokes; they have to lie inside the picture.
    """
    cut, sizes = patches(gray, boxes), patch_sizes(boxes, TARGET_EM)
    if len(tall):
        cut[tall], sizes[tall] = looks(gray, boxes[tall])
    return cut, sizes


def looks(gray: npt.NDArray[np.uint8], boxes: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Patches and sizes of tall strokes for the glyph classifier, as if they were of ordinary height."""
    shown = [_shortened(gray, box) for box in boxes]
    frames = np.array([[2, 2, picture.shape[1] - 2, picture.shape[0] - 2] for picture in shown], np.float32)
    cut = [patches(picture, frame[None]) for picture, frame in zip(shown, frames, strict=True)]
    return np.concatenate(cut), patch_sizes(frames, TARGET_EM)


def _shortened(gray: npt.NDArray[np.uint8], box: FloatArray) -> npt.NDArray[np.uint8]:
    """A stroke with a margin of two white pixels, reduced to its ends and its middle."""
    x0, y0, x1, y1 = (int(value) for value in box)
    stroke = gray[y0:y1, x0:x1]
    middle = (len(stroke) - _MIDDLE) // 2
    parts = (stroke[:_END], stroke[middle : middle + _MIDDLE], stroke[-_END:])
    return cv2.copyMakeBorder(  # type: ignore[return-value]
        np.concatenate(parts), 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(255,)
    )
