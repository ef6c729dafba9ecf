"""What a symbol looks like, in few numbers that no network made: they mean the same with other weights.

They are the slow waves (a discrete cosine transform) of its patch, brought to length 1 so that contrast does
not count, and its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.patches import PATCH

WAVES = 8
"""So many waves along each side: finer ones are noise and anti-aliasing."""
NUMBERS = WAVES * WAVES + 2
_SIZE = 0.25
"""Weight of a size's logarithm against the shape: a third more counts as much as another stroke."""


class Adaptation(Protocol):
    """Second thoughts about classes, from what symbols of this look turned out to be before."""

    def __call__(self, appearances: FloatArray, logits: FloatArray, classes: Sequence[str]) -> FloatArray:
        """Logits (N, C) to read with, for N symbols of these appearances (N, NUMBERS) and logits (N, C)."""
        ...


def appearances(patches: FloatArray, sizes: FloatArray) -> FloatArray:
    """(N, NUMBERS) float32; two of them are alike where their difference is short.

    Args:
        patches: (N, 1, PATCH, PATCH), 1 = ink. sizes: (N, 2) logarithms of width and height in em.
    """
    waves = (_BASIS @ patches[:, 0] @ _BASIS.T).reshape(len(patches), WAVES * WAVES)
    shape = waves / np.maximum(np.linalg.norm(waves, axis=1, keepdims=True), 1e-6)
    numbers: FloatArray = np.concatenate((shape, _SIZE * sizes), axis=1).astype(np.float32)
    return numbers


def _basis() -> FloatArray:
    """The first WAVES rows of the orthonormal DCT-II."""
    place = (np.arange(PATCH) + 0.5) * np.pi / PATCH
    rows = np.cos(np.arange(WAVES)[:, None] * place) * np.sqrt(2 / PATCH)
    rows[0] /= np.sqrt(2)
    waves: FloatArray = rows.astype(np.float32)
    return waves


_BASIS = _basis()
