"""How much a scanned page is turned, and the page put straight."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_WIDTH = 700
"""Pixels: the page is looked at this wide."""
_MOST = 3.0
_COARSE, _FINE = 0.25, 0.05
"""Degrees."""


def page_angle(gray: NDArray[np.uint8]) -> float:
    """Degrees, counted clockwise, by which a page (dark on white) is turned; at most three.

    Of all angles the one at which the lines of type stand out best from the white between them.
    """
    scale = min(1.0, _WIDTH / gray.shape[1])
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = 255.0 - small.astype(np.float32)
    coarse = np.arange(-_MOST, _MOST + _COARSE / 2, _COARSE)
    best = max(coarse, key=lambda angle: _sharpness(ink, float(angle)))
    fine = best + np.arange(-_COARSE, _COARSE + _FINE / 2, _FINE)
    return float(max(fine, key=lambda angle: _sharpness(ink, float(angle))))


def _sharpness(ink: NDArray[np.float32], angle: float) -> float:
    """How much the sums of the rows change from row to row when the page is turned back."""
    rows = straight(ink, angle, 0.0).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def straight(
    picture: NDArray[np.float32] | NDArray[np.uint8], angle: float, border: float
) -> NDArray[np.float32]:
    """A picture turned back by an angle around its middle, of the same size."""
    height, width = picture.shape[:2]
    turn = turning(width, height, angle)
    turned = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(border,) * 3)
    return turned.astype(np.float32, copy=False)


def turning(width: float, height: float, angle: float) -> NDArray[np.float64]:
    """2x3: from places on a page that is turned by an angle to those on the straight one."""
    return np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), np.float64)
