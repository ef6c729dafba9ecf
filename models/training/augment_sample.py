"""A picture under way through the degradations, and the types of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
Boxes = NDArray[np.float32]
Matrix = NDArray[np.float64]
Real = NDArray[np.float32]

WHITE = 255


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture under way: gray (H, W), boxes (N, 4) in pixels, em in pixels, strength of effects 0..1."""

    gray: Gray
    boxes: Boxes
    em: float
    strength: float


Effect = Callable[[Sample, Generator], Sample]
"""What may happen to a picture; it does not write into its input."""
