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
    """(x0, y0, x1, y1) in pixels around all ink, far edges exclusive; NoFormulaError if none."""
    mask = ink_mask(gray)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size == 0:
        raise NoFormulaError(
            "No formula found",
            "The picture is empty: there is no ink in it.",
            "Choose the area around a formula.",
        )
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def crop(gray: NDArray[np.uint8], box: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    """The part of ``gray`` inside ``box``, contiguous."""
    x0, y0, x1, y1 = box
    return np.ascontiguousarray(gray[y0:y1, x0:x1])


def pad(gray: NDArray[np.uint8], margin: int) -> NDArray[np.uint8]:
    """``gray`` with ``margin`` pixels of white on each side."""
    return np.pad(gray, margin, constant_values=255)
