"""Small square pictures of single symbols, for the glyph classifier. Shared by training and recognition."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.recognize.geometry import FloatArray

PATCH = 24
"""Pixels of a patch's side."""
_AROUND = 1.3
"""The patch shows this much of the symbol's longer side, so that a little of its neighbours is seen."""
_LEAST, _MOST = 9.0, 120.0
"""Pixels of the prepared picture: least and largest side of the square that is cut out."""


def patches(
    gray: npt.NDArray[np.uint8], boxes: FloatArray, pixels: int = PATCH, around: float = _AROUND
) -> FloatArray:
    """Symbols centred in squares, (N, 1, pixels, pixels) float32, 1 = ink.

    Args:
        gray: prepared picture, dark on white.
        boxes: (N, 4) in its pixels.
        pixels: of a patch's side.
        around: it shows this much of the symbol's longer side.
    """
    result = np.zeros((len(boxes), 1, pixels, pixels), np.float32)
    for index, ((x0, y0, x1, y1), side) in enumerate(zip(boxes, sides(boxes, around), strict=True)):
        result[index, 0] = _square(gray, (x0 + x1) / 2, (y0 + y1) / 2, float(side), pixels)
    return result


def sides(boxes: FloatArray, around: float = _AROUND) -> FloatArray:
    """Sides (N,) of the squares that are cut out around boxes (N, 4), in pixels of the prepared picture."""
    longer: FloatArray = np.clip(around * (boxes[:, 2:] - boxes[:, :2]).max(1), _LEAST, _MOST)
    return longer


def _square(gray: npt.NDArray[np.uint8], x: float, y: float, side: float, pixels: int) -> FloatArray:
    """A square cut, by area where it is shrunk and between pixels where it is enlarged."""
    if side > pixels:
        left, top, size = round(x - side / 2), round(y - side / 2), max(1, round(side))
        cut = np.full((size, size), 255, np.uint8)
        part = gray[max(0, top) : max(0, top + size), max(0, left) : max(0, left + size)]
        down, right = max(0, -top), max(0, -left)
        cut[down : down + part.shape[0], right : right + part.shape[1]] = part
        small = cv2.resize(cut, (pixels, pixels), interpolation=cv2.INTER_AREA)
    else:
        scale = pixels / side
        move = np.array([[scale, 0, pixels / 2 - x * scale], [0, scale, pixels / 2 - y * scale]])
        # Pixel centres lie at half integers.
        move[:, 2] += 0.5 * scale - 0.5
        flags, mode = cv2.INTER_LINEAR, cv2.BORDER_CONSTANT
        small = cv2.warpAffine(gray, move, (pixels, pixels), flags=flags, borderMode=mode, borderValue=(255,))
    ink: FloatArray = 1.0 - np.asarray(small, np.float32) / np.float32(255.0)
    return ink


def patch_sizes(boxes: FloatArray, em: float) -> FloatArray:
    """Log width and height in em, (N, 2): the patch alone does not tell a comma from a prime or c from C."""
    size = np.maximum(boxes[:, 2:] - boxes[:, :2], 0.5) / em
    logs: FloatArray = np.log(size).astype(np.float32)
    return logs
