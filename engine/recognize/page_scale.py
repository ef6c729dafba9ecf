"""How large the type of a page is: guessed from its patches of ink, told by the symbols of a part of it."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.preprocess.scale import components
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.typesize import TypeSizes

_LETTER = 0.47
"""em: the height of most letters of a text."""
_LEAST = 4
"""Pixels: what is lower is a dot or dirt."""
_SMALLEST = 12.0
"""Pixels of an em of legible type: a page of specks is not enlarged without end."""
_OFF = 0.12
"""If the type is off the size guessed by more than this (log), the part is looked at anew."""
_LOOKS = 3
_PART_WIDTH, _PART_HEIGHT = 26.0, 6.5
"""em: the part of a page that is looked at."""
_CELL = 0.5
"""em: how exactly its place is chosen."""

Gray = npt.NDArray[np.uint8]


def page_em(gray: Gray, see: Callable[[Gray], Detections], sizes: TypeSizes) -> float:
    """Pixels of one em of most of a page's type.

    Args:
        gray: dark on white, straight.
        see: the symbols of a picture whose type has about the canonical size.
    """
    letters = _letters(components(gray))
    if not len(letters):
        return TARGET_EM
    em = max(_SMALLEST, float(np.median(letters[:, 3])) / _LETTER)
    for _ in range(_LOOKS):
        guessed, part = em, _part(gray, letters, em)
        found = see(sized(part, TARGET_EM / em))
        em = max(_SMALLEST, sizes.em(found) * guessed / TARGET_EM)
        if abs(math.log(em / guessed)) < _OFF:
            break
    return em


def sized(gray: Gray, factor: float) -> Gray:
    """A picture of that many times the size."""
    resized = cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(resized, np.uint8)


def _letters(boxes: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Patches that may be letters: no dots, bars or brackets."""
    width, height = boxes[:, 2], boxes[:, 3]
    kept: npt.NDArray[np.int32] = boxes[(height >= _LEAST) & (width <= 2.5 * height) & (height <= 5 * width)]
    return kept


def _part(gray: Gray, letters: npt.NDArray[np.int32], em: float) -> Gray:
    """The part of the page that has most letters."""
    cell = _CELL * em
    x, y = (letters[:, :2] + letters[:, 2:] / 2).T / cell
    shape = (math.ceil(gray.shape[0] / cell) + 1, math.ceil(gray.shape[1] / cell) + 1)
    counts = np.zeros(shape, np.float32)
    np.add.at(counts, (y.astype(int), x.astype(int)), 1)
    size = (round(_PART_WIDTH / _CELL), round(_PART_HEIGHT / _CELL))
    sums = cv2.boxFilter(counts, -1, size, normalize=False, borderType=cv2.BORDER_CONSTANT)
    row, column = np.unravel_index(int(np.argmax(sums)), shape)
    top = max(0, round((int(row) - size[1] / 2) * cell))
    left = max(0, round((int(column) - size[0] / 2) * cell))
    return gray[top : top + round(_PART_HEIGHT * em), left : left + round(_PART_WIDTH * em)]
