"""Where the ink is, and the picture cut to it."""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.errors import NoFormulaError

# Darkness (255 - gray) that may belong to a stroke, and the darkness that proves there is one.
_WEAK_INK = 32
_SURE_INK = 88
_NEAR = 5
"""Pixels between the ink and a pale mark that belongs to it, such as a thin bar over a letter at 100 dpi."""
_LEAST_MASS = 240
"""Darkness of all pixels of such a mark together; of a speck it is less."""
_LEAST_LENGTH = 3
"""Pixels of its longer side."""


def ink_mask(gray: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """HxW bool: pixels of every connected patch of ink with a dark spot in it; faint noise is left out."""
    darkness = 255 - gray
    weak = darkness > _WEAK_INK
    sure = darkness > _SURE_INK
    if not sure.any():
        return np.zeros(gray.shape, np.bool_)
    count, labels = cv2.connectedComponents(weak.astype(np.uint8), connectivity=8)
    is_ink = np.zeros(count, np.bool_)
    is_ink[labels[sure]] = True
    is_ink[0] = False
    return cast(NDArray[np.bool_], is_ink[labels])


def ink_box(gray: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """(x0, y0, x1, y1) in pixels around all ink with the pale marks near it, far edges exclusive.

    Raises NoFormulaError if there is none.
    """
    mask = ink_mask(gray)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size == 0:
        raise NoFormulaError(
            "No formula found",
            "The picture is empty: there is no ink in it.",
            "Choose the area around a formula.",
        )
    box = int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
    return _with_pale_marks(gray, box)


def _with_pale_marks(gray: NDArray[np.uint8], box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """A box around ink, and around marks that are nowhere dark, but near and no specks."""
    x0, y0, x1, y1 = box
    left, top = max(0, x0 - _NEAR), max(0, y0 - _NEAR)
    darkness = 255 - gray[top : y1 + _NEAR, left : x1 + _NEAR]
    weak = (darkness > _WEAK_INK).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(weak, connectivity=8)
    mass = np.bincount(labels.ravel(), darkness.ravel(), count)
    marks = stats[1:][(mass[1:] >= _LEAST_MASS) & (stats[1:, 2:4].max(1, initial=0) >= _LEAST_LENGTH)]
    if not len(marks):
        return box
    x, y = marks[:, 0] + left, marks[:, 1] + top
    return (
        min(x0, int(x.min())), min(y0, int(y.min())),
        max(x1, int((x + marks[:, 2]).max())), max(y1, int((y + marks[:, 3]).max())),
    )  # fmt: skip


def crop(gray: NDArray[np.uint8], box: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    """The part of ``gray`` inside ``box``, contiguous."""
    x0, y0, x1, y1 = box
    return np.ascontiguousarray(gray[y0:y1, x0:x1])


def pad(gray: NDArray[np.uint8], margin: int) -> NDArray[np.uint8]:
    """``gray`` with ``margin`` pixels of white on each side."""
    return np.pad(gray, margin, constant_values=255)
