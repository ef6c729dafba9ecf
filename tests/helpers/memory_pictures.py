"""Pictures of made-up formulas, drawn in large letters: memory tells them apart and knows them again."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


def formula(text: str, scale: float = 1.0, thickness: int = 2, pad: int = 14) -> Picture:
    """HxW uint8, black on white: a row of letters about 28 px high at scale 1."""
    large = 4
    size, line = 1.2 * large, thickness * large
    (width, height), base = cv2.getTextSize(text, cv2.FONT_HERSHEY_COMPLEX, size, line)
    canvas = np.full((height + base + 40 * large, width + 40 * large), 255, np.uint8)
    place = (20 * large, height + 20 * large)
    cv2.putText(canvas, text, place, cv2.FONT_HERSHEY_COMPLEX, size, (0,), line, cv2.LINE_AA)
    goal = (round(canvas.shape[1] * scale / large), round(canvas.shape[0] * scale / large))
    small = cv2.resize(canvas, goal, interpolation=cv2.INTER_AREA)
    return np.pad(small, pad, constant_values=255)


def words(count: int, seed: int = 7) -> list[str]:
    """Different rows of letters."""
    rng = np.random.default_rng(seed)
    letters = list("abcdefghkmnpqrstuvwxyzABCDEFGHKLMNPRSTUVWXYZ23456789")
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(rng.choice(letters, rng.integers(4, 9)))] = None
    return list(found)
