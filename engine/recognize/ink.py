"""The ink of a prepared picture and its connected pieces, as all rules see them that go by the ink."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.recognize.geometry import FloatArray

INK = 200
"""Gray up to which a pixel belongs to a stroke: a thin rule at 80 dpi is hardly darker."""


def inked(gray: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """255 where there is ink, 0 elsewhere, of the picture's shape."""
    return np.asarray(cv2.threshold(gray, INK, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def piece_boxes(ink: npt.NDArray[np.uint8]) -> FloatArray:
    """Boxes (N, 4) of the connected pieces of ink, in pixels."""
    x, y, width, height = cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:, :4].T
    return np.stack([x, y, x + width, y + height], 1).astype(np.float32)
