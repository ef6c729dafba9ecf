"""The picture that memory keeps of a formula: dark on white, cut to its ink, no larger than comparing
needs."""

from __future__ import annotations

from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.crop import crop, ink_box
from scipix.engine.preprocess.pipeline import clean
from scipix.engine.preprocess.scale import estimate_em

Gray = NDArray[np.uint8]

LARGEST_EM = 36.0
"""Pixels: pictures of larger type are kept at this size."""
_FAINT, _LEAST_MASS = 28, 120.0
"""Darkness of a pixel that may be ink, and of a patch of such pixels together that is no noise."""
THUMBNAIL = (320, 96)
"""Greatest width and height of a thumbnail, pixels."""


def canonical(image: NDArray[Any]) -> tuple[Gray, tuple[int, int, int, int]]:
    """The picture to compare, and the box (x0, y0, x1, y1) of ``image`` that it shows.

    Raises ImageError, and NoFormulaError for a blank picture.
    """
    gray = clean(image)
    box = all_ink(gray)
    cut = crop(gray, box)
    factor = LARGEST_EM / estimate_em(cut)
    if factor < 0.95:
        size = (max(1, round(cut.shape[1] * factor)), max(1, round(cut.shape[0] * factor)))
        cut = cast(Gray, cv2.resize(cut, size, interpolation=cv2.INTER_AREA))
    return cut, box


def all_ink(gray: Gray) -> tuple[int, int, int, int]:
    """(x0, y0, x1, y1) around all ink, faint strokes too; NoFormulaError if there is none.

    The recogniser's own box leaves out what is nowhere dark, as noise: a thin minus sign before a formula
    may be so. Here it has to count, because a formula without it is another one.
    """
    darkness = 255 - gray
    weak = (darkness > _FAINT).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(weak, connectivity=8)
    mass = np.bincount(labels.ravel(), darkness.ravel(), len(stats))
    real = [row for row in range(1, len(stats)) if mass[row] >= _LEAST_MASS]
    if not real:
        return ink_box(gray)
    x, y, width, height = (stats[real, column] for column in range(4))
    return int(x.min()), int(y.min()), int((x + width).max()), int((y + height).max())


def thumbnail(image: NDArray[Any]) -> bytes:
    """A small PNG of a picture as it was given, in its colours; uint8 of 1, 3 or 4 channels, else gray."""
    pixels = image if image.dtype == np.uint8 and image.ndim in (2, 3) else clean(image)
    if pixels.ndim == 3 and pixels.shape[2] not in (1, 3, 4):
        pixels = clean(image)
    height, width = pixels.shape[:2]
    factor = min(1.0, THUMBNAIL[0] / width, THUMBNAIL[1] / height)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return encode(cast(Gray, cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)))


def encode(pixels: Gray) -> bytes:
    """PNG of a gray, RGB or RGBA picture."""
    if pixels.ndim == 3 and pixels.shape[2] >= 3:
        order = [2, 1, 0, *range(3, pixels.shape[2])]
        pixels = np.ascontiguousarray(pixels[..., order])
    return cv2.imencode(".png", pixels)[1].tobytes()


def decode(content: bytes) -> Gray | None:
    """The gray picture of a PNG, None where it is damaged."""
    if not content:
        return None
    return cast("Gray | None", cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE))
