"""Specks of dust and noise: single dark pixels, which would be read as full stops and dots over letters.

Where strokes are soft or wide nothing that was drawn is one dark pixel among light ones, so that those can
go. Where strokes are as sharp as a pixel a small dot looks just so, and all stays.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_DARK = 40
"""Darkness from which on a pixel may be seen as a symbol."""
_ALONE = 0.3
"""A speck's neighbours have at most this share of its darkness."""
_STROKE = 96
"""Darkness from which on a pixel shows how sharp strokes are."""
_SOFT = 0.78
"""Sharpness up to which strokes are soft or wide: 390 of 400 imitated scans at 150 dpi have less, and two of
400 clean pictures at 100 dpi, which have few strokes."""
_MOST_STROKES = 0.95
"""Quantile of the strokes' pixels whose sharpness is the picture's."""
_AROUND = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], np.uint8)
_BESIDE, _ABOVE = np.array([[1, 0, 1]], np.uint8), np.array([[1], [0], [1]], np.uint8)


def without_specks(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """HxW uint8, dark on white, specks as light as what is around them; the same array if there is none."""
    darkness = np.uint8(255) - gray
    around = _darkest(darkness, _AROUND)
    specks = (darkness >= _DARK) & (around <= _ALONE * darkness)
    if not specks.any() or _sharpness(darkness, specks) > _SOFT:
        return gray
    return np.where(specks, cv2.medianBlur(gray, 3), gray)


def _sharpness(darkness: NDArray[np.uint8], specks: NDArray[np.bool_]) -> float:
    """How much lighter, as a share, pixels of strokes are beside or above them; 1 where there are none."""
    near = cv2.dilate(np.asarray(specks, np.uint8), np.ones((3, 3), np.uint8))
    strokes = (darkness >= _STROKE) & (near == 0)
    if not strokes.any():
        return 1.0
    rest = np.minimum(_darkest(darkness, _BESIDE), _darkest(darkness, _ABOVE))[strokes]
    return float(np.quantile(1 - rest / darkness[strokes].astype(np.float32), _MOST_STROKES))


def _darkest(darkness: NDArray[np.uint8], where: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Of the neighbours of each pixel that ``where`` names."""
    return np.asarray(cv2.dilate(darkness, where, borderType=cv2.BORDER_REPLICATE), np.uint8)
