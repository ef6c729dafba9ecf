"""How alike the same symbols of two pictures are to the glyph classifier.

It was trained to tell symbols apart in degraded pictures, where pixels alone leave it open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.crop import pad
from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.preprocess.scale import rescale
from scipix.engine.recognize import tall
from scipix.engine.recognize.detect import Run
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.probability import log_softmax

_MARGIN = 12
"""Pixels of white around, so that a patch at the edge is whole."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Symbols of a picture: HxW uint8, dark on white; ``em`` in its pixels; boxes (N, 4) float32 in them."""

    gray: npt.NDArray[np.uint8]
    em: float
    boxes: FloatArray


def divergence(glyphs: Run, one: Sight, other: Sight) -> FloatArray:
    """Jensen and Shannon's divergence of what each symbol is taken for, (N,), 0 to log 2.

    ``other`` has the same symbols in the same order. The sizes of ``one`` are told for both: what differs is
    seen, not measured. One run of the classifier; raises ProviderError.
    """
    if not len(one.boxes):
        return np.zeros(0, np.float32)
    shown, sizes = _looks(one)
    again, _ = _looks(other)
    (logits,) = glyphs({"patches": np.concatenate((shown, again)), "sizes": np.concatenate((sizes, sizes))})
    first, second = np.split(log_softmax(logits), 2)
    mean = np.logaddexp(first, second) - np.float32(np.log(2))
    both = np.exp(first) * (first - mean) + np.exp(second) * (second - mean)
    result: FloatArray = 0.5 * both.sum(1)
    return result


def _looks(sight: Sight) -> tuple[FloatArray, FloatArray]:
    """Patches and sizes for the classifier, as the recogniser shows them."""
    resized, across, down = rescale(sight.gray, sight.em, TARGET_EM)
    gray = pad(resized, _MARGIN)
    boxes = sight.boxes * np.array([across, down] * 2, np.float32) + np.float32(_MARGIN)
    strokes = np.flatnonzero(tall.is_stroke(boxes) & tall.is_inside(boxes, gray.shape))
    return tall.shown(gray, boxes, strokes)
