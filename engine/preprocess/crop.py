"""Where the ink is, and the picture cut to it."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.errors import NoFormulaError

# Darkness (255 - gray) that may belong to a stroke, and the darkness that proves there is one.
_WEAK_INK = 32
_SURE_INK = 88
_BESIDE, _LEAST_MASS_BESIDE = 8, 110
"""Pixels between the ink and a pale mark in its rows that belongs to it, as a full stop behind a formula,
and the darkness of all pixels of such a mark together; of a speck it is less."""
_FAR_BESIDE = 20
"""The same for marks that no border of the picture cuts: those may be pieces of something else."""
_ABOVE, _LEAST_MASS_ABOVE = 5, 240
"""The same above and below, as a thin bar over a letter at 100 dpi: most specks are there, too."""


def ink_box(gray: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """(x0, y0, x1, y1) in pixels around all ink with the pale marks near it, far edges exclusive.

    Ink is every connected patch with a dark spot in it; other patches are noise, unless they are near and no
    specks. Raises NoFormulaError if there is none.
    """
    darkness = 255 - gray
    weak = (darkness > _WEAK_INK).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(weak, connectivity=8)
    is_ink = np.zeros(count, np.bool_)
    is_ink[labels[darkness > _SURE_INK]] = True
    if not is_ink.any():
        raise NoFormulaError(
            "No formula found",
            "The picture is empty: there is no ink in it.",
            "Choose the area around a formula.",
        )
    corners = np.concatenate([stats[:, :2], stats[:, :2] + stats[:, 2:4]], axis=1)
    box = _around(corners[is_ink])
    is_pale = ~is_ink
    is_pale[0] = False  # the paper
    if not is_pale.any():
        return box
    mass = np.bincount(labels.ravel(), darkness.ravel(), count)
    pale = np.flatnonzero(is_pale & (mass >= _LEAST_MASS_BESIDE))
    height, width = gray.shape
    is_cut = (corners[pale, :2] == 0).any(1) | (corners[pale, 2:] == (width, height)).any(1)
    return _with_marks(box, corners[pale], mass[pale], np.where(is_cut, _BESIDE, _FAR_BESIDE))


def _with_marks(
    box: tuple[int, int, int, int], marks: NDArray[np.int32], mass: NDArray[Any], beside: NDArray[Any]
) -> tuple[int, int, int, int]:
    """The box around ink and the pale marks (N, 4) near it, and those near these."""
    while True:
        x0, y0, x1, y1 = box
        across = np.maximum(x0 - marks[:, 2], marks[:, 0] - x1)
        down = np.maximum(y0 - marks[:, 3], marks[:, 1] - y1)
        in_rows = (across < beside) & (down < 0)
        above = (across < _ABOVE) & (down < _ABOVE) & (mass >= _LEAST_MASS_ABOVE)
        grown = _around(np.concatenate([np.array([box], np.int32), marks[in_rows | above]]))
        if grown == box:
            return box
        box = grown


def _around(corners: NDArray[np.int32]) -> tuple[int, int, int, int]:
    x0, y0 = corners[:, :2].min(axis=0).tolist()
    x1, y1 = corners[:, 2:].max(axis=0).tolist()
    return x0, y0, x1, y1


def crop(gray: NDArray[np.uint8], box: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    """The part of ``gray`` inside ``box``, contiguous."""
    x0, y0, x1, y1 = box
    return np.ascontiguousarray(gray[y0:y1, x0:x1])


def pad(gray: NDArray[np.uint8], margin: int) -> NDArray[np.uint8]:
    """``gray`` with ``margin`` pixels of white on each side."""
    return np.pad(gray, margin, constant_values=255)
