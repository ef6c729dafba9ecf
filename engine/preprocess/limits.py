"""Which arrays count as pictures, and how large one may be."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scipix.engine.errors import ImageError

MAX_PIXELS = 50_000_000
MAX_EDGE = 20_000


def check_size(width: int, height: int) -> None:
    """Raise ImageError for a size in pixels that is empty or over the limits."""
    if width < 1 or height < 1:
        raise ImageError("Empty picture", "The picture has no pixels.", "Take the picture again.")
    if width * height > MAX_PIXELS or max(width, height) > MAX_EDGE:
        raise ImageError(
            "Picture too large",
            f"The picture has {width} x {height} pixels; at most {MAX_PIXELS // 1_000_000} megapixels "
            f"and {MAX_EDGE} pixels an edge are read.",
            "Crop it to the formula or save it in a smaller size.",
        )


def check_picture(image: NDArray[Any]) -> None:
    """Raise ImageError unless ``image`` is HxW or HxWxC (C 1 to 4) of bool, integers or floats."""
    shape_is_fine = image.ndim == 2 or (image.ndim == 3 and image.shape[2] in (1, 2, 3, 4))
    kind_is_fine = image.dtype == np.bool_ or image.dtype.kind in "uif"
    if not (shape_is_fine and kind_is_fine):
        raise ImageError(
            "Not a picture",
            f"An array of shape {image.shape} and type {image.dtype} is not a picture.",
            "Give height x width, with 1 to 4 channels, of bool, uint8, uint16 or float.",
        )
    check_size(image.shape[1], image.shape[0])
