"""Small angles: the turn under which the rows of a formula are sharpest, from the projection profile."""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

MAX_ANGLE = 5.0
LEAST_ANGLE = 0.5
_POINTS = 12_000
_WORK_WIDTH = 600
# How much sharper the profile has to become before a picture is turned. Short formulas have no clear rows;
# with these values fewer than 1 in 200 level formulas are turned by mistake.
_GAIN_LONG, _GAIN_SHORT = 1.05, 1.12
_LONG_ASPECT, _LEAST_ASPECT = 4.0, 2.5


def estimate_angle(gray: NDArray[np.uint8]) -> float:
    """The skew in degrees within +-5, positive if the rows fall to the right; 0.0 in doubt.

    ``gray`` is HxW uint8, dark ink on white, cropped to the ink.
    """
    height, width = gray.shape
    if width < _LEAST_ASPECT * height or width < 60:
        return 0.0
    x, y, weight = _ink_points(gray)
    coarse = np.arange(-MAX_ANGLE, MAX_ANGLE + 0.01, 0.5)
    scores = sharpness(x, y, weight, coarse)
    best = float(coarse[int(np.argmax(scores))])
    fine = np.clip(best + np.arange(-0.5, 0.51, 0.1), -MAX_ANGLE, MAX_ANGLE)
    fine_scores = sharpness(x, y, weight, fine)
    level = float(sharpness(x, y, weight, np.zeros(1))[0])
    top = int(np.argmax(fine_scores))
    gain = _GAIN_LONG if width >= _LONG_ASPECT * height else _GAIN_SHORT
    if fine_scores[top] < gain * level:
        return 0.0
    return float(fine[top])


def _ink_points(
    gray: NDArray[np.uint8],
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """x, y and darkness of at most some thousand ink pixels of a copy at most 600 pixels wide."""
    width = gray.shape[1]
    if width > _WORK_WIDTH:
        size = (_WORK_WIDTH, max(1, round(gray.shape[0] * _WORK_WIDTH / width)))
        gray = cast(NDArray[np.uint8], cv2.resize(gray, size, interpolation=cv2.INTER_AREA))
    y, x = np.nonzero(gray < 192)
    step = max(1, x.size // _POINTS)
    y, x = y[::step], x[::step]
    weight = (255.0 - gray[y, x]).astype(np.float32)
    return x.astype(np.float32), y.astype(np.float32), weight


def sharpness(
    x: NDArray[np.float32], y: NDArray[np.float32], weight: NDArray[np.float32], angles: NDArray[np.float64]
) -> NDArray[np.float64]:
    """For each angle (degrees) the sum of squares of the row profile after turning the points back by it."""
    if x.size == 0:
        return np.zeros(angles.size)
    slopes = np.tan(np.radians(angles))[:, None]
    rows = y[None, :] - slopes * x[None, :]
    rows -= rows.min()
    below = rows.astype(np.int64)
    part = rows - below
    bins = int(below.max()) + 2
    offset = np.arange(angles.size)[:, None] * bins
    # Shares to both neighbouring rows: without them the untouched grid looks sharper than any turn.
    flat = np.bincount((below + offset).ravel(), ((1 - part) * weight).ravel(), angles.size * bins)
    flat += np.bincount((below + 1 + offset).ravel(), (part * weight).ravel(), angles.size * bins)
    profile = flat.reshape(angles.size, bins)
    return cast(NDArray[np.float64], np.square(profile).sum(axis=1))


def rotate(gray: NDArray[np.uint8], angle: float) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Turn by ``angle`` degrees so that rows falling by it become level; the canvas grows, new area is white.

    Returns the picture and the 3x3 matrix from its coordinates (pixel edges) to those of ``gray``.
    """
    height, width = gray.shape
    cosine, sine = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    new_width = int(np.ceil(width * cosine + height * abs(sine)))
    new_height = int(np.ceil(height * cosine + width * abs(sine)))
    turn = np.array([[cosine, -sine], [sine, cosine]])
    shift = np.array([width, height]) / 2 - turn @ (np.array([new_width, new_height]) / 2)
    back = np.vstack([np.column_stack([turn, shift]), [0.0, 0.0, 1.0]])
    # warpAffine speaks of pixel centres, the matrix of pixel edges: half a pixel on both sides.
    half = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5], [0.0, 0.0, 1.0]])
    centres = np.linalg.inv(half) @ back @ half
    turned = cv2.warpAffine(
        gray,
        centres[:2],
        (new_width, new_height),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255,),
    )
    return cast(NDArray[np.uint8], turned), back
