"""Strong compression leaves ripples around strokes, which are taken for marks; they are smoothed.

Weak ripples stay: smoothing costs small letters more than they do (models/training/EXPERIMENTS.md).
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_INK = 64
"""Darkness from which on a pixel is a stroke's."""
_NEAR, _FAR = (2.5, 6.0), 10.0
"""Pixels from a stroke: anti-aliasing ends before; compression works on squares of 8, little gets as far."""
_STRONG = 5.8
"""Levels, root mean square: ripples of JPEG at a quality of 50 and below."""
_LOCAL = 10.0
"""Ripples are so much stronger near strokes than far away; grain and shadows are everywhere."""
_RIPPLE, _SPREAD = 2, 0.1
"""Levels, and the share of the pixels near strokes that are so dark: a pale mark covers few of them."""
_SMOOTHING = 0.5
"""Pixels, standard deviation."""


def without_ringing(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """HxW uint8, dark on white, smoothed where it was strongly compressed; else the same array."""
    darkness = np.uint8(255) - gray
    distance = cv2.distanceTransform(np.asarray(darkness < _INK, np.uint8), cv2.DIST_L2, 3)
    near = darkness[(distance > _NEAR[0]) & (distance <= _NEAR[1])]
    strength = _power(near)
    if strength < _STRONG or strength < _LOCAL * _power(darkness[distance > _FAR]):
        return gray
    if float((near >= _RIPPLE).mean()) < _SPREAD:
        return gray
    return np.asarray(cv2.GaussianBlur(gray, (0, 0), _SMOOTHING), np.uint8)


def _power(values: NDArray[np.uint8]) -> float:
    """Root of the mean square, 0 where there are none."""
    return float(np.sqrt(np.square(values, dtype=np.float32).mean())) if values.size else 0.0
