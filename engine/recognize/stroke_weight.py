"""Bold is relative: where all strokes are heavy, as in black and white scans, regular letters look bold.

How heavy they are the bars tell: minus and equality signs and the lines of fractions are as thick in every
letter's weight, and their ink is as much whatever blurs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scipix.engine.latex.spans import split_style
from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.class_numbers import class_numbers
from scipix.engine.recognize.geometry import FloatArray

_SINGLE, _DOUBLE = ("-", "rule"), ("=",)
_BOLD = (r"\boldsymbol", r"\mathbf")
_HEAVY = 0.072
"""em: bars are thicker in heavy type. In 99 of 100 clean pictures they have at most 0.071, and 0.043 or 0.063
in most, by font; in black and white scans 0.082 in the mean."""
_BOLDER = 4.0
"""Log odds that speak against bold letters in heavy type."""
_SHORTEST = 6
"""Pixels: shorter bars are mostly ends."""
_ENDS = 5
"""Of a bar's length one part in so many is left out at either end."""
_AROUND = 3
"""Pixels above and below a bar where its ink may be."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Classes, by number: those of one bar and of two, and bold letters."""

    single: npt.NDArray[np.intp]
    double: npt.NDArray[np.intp]
    bold: npt.NDArray[np.intp]


def weights_of(classes: Sequence[str]) -> Weights:
    """The numbers of these names."""
    bold = {name for name in classes if split_style(name)[0] in _BOLD}
    return Weights(*(class_numbers(classes, names) for names in (_SINGLE, _DOUBLE, bold)))


def judged(
    logits: FloatArray, gray: npt.NDArray[np.uint8], boxes: FloatArray, weights: Weights
) -> FloatArray:
    """Logits (N, classes) of the boxes (N, 4): in heavy type it takes more to be bold."""
    thickness = _thickness(gray, boxes, logits.argmax(1), weights)
    if thickness <= _HEAVY:
        return logits
    logits = logits.copy()
    logits[:, weights.bold] -= np.float32(_BOLDER)
    return logits


def _thickness(
    gray: npt.NDArray[np.uint8], boxes: FloatArray, kinds: npt.NDArray[np.intp], weights: Weights
) -> float:
    """Of the bars, in em, the median; 0 where there is none."""
    strokes = np.isin(kinds, weights.single) + 2 * np.isin(kinds, weights.double)
    found = []
    for row in np.flatnonzero(strokes):
        left, top, right, bottom = boxes[row].round().astype(int).tolist()
        if right - left < _SHORTEST:
            continue
        end = (right - left) // _ENDS
        rows = slice(max(0, top - _AROUND), bottom + _AROUND + 1)
        around = gray[rows, max(0, left + end) : right - end]
        ink = (np.uint8(255) - around).sum(0, dtype=np.float32) / 255
        found.append(float(np.median(ink)) / int(strokes[row]))
    return float(np.median(found)) / TARGET_EM if found else 0.0
