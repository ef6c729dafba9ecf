"""Geometry of symbols as the parser sees it. Shared by training and recognition, so both see the same."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]

SYMBOL_FEATURES = 9
PAIR_FEATURES = 12


def symbol_features(boxes: FloatArray, em: float, scores: FloatArray | None = None) -> FloatArray:
    """Where each symbol is within the formula, how large, and how surely seen, (N, SYMBOL_FEATURES).

    Args:
        boxes: (N, 4) x0, y0, x1, y1 in pixels, y downwards.
        em: pixels.
        scores: (N,) the detector's, 0..1; None where the symbols are known to be there.
    """
    box = boxes / np.float32(em)
    seen = np.ones(len(boxes), np.float32) if scores is None else scores
    chance: FloatArray = np.clip(seen, 0.05, 0.999).astype(np.float32)
    centre, size = (box[:, :2] + box[:, 2:]) / 2, np.maximum(box[:, 2:] - box[:, :2], 0.02)
    low, high = box[:, :2].min(0), box[:, 2:].max(0)
    middle = np.median(centre[:, 1])
    columns = [
        np.arcsinh(centre[:, 0] - low[0]), np.arcsinh(high[0] - centre[:, 0]),
        np.arcsinh(centre[:, 1] - low[1]), np.arcsinh(high[1] - centre[:, 1]),
        np.arcsinh(centre[:, 1] - middle),
        np.log(size[:, 0]), np.log(size[:, 1]), np.log(size[:, 0] * size[:, 1]) / 2,
        np.log(chance / (1 - chance)) / 4,
    ]  # fmt: skip
    return np.stack(columns, 1).astype(np.float32)


def pair_features(boxes: FloatArray, em: float) -> FloatArray:
    """How symbol j lies to symbol i, (N, N, PAIR_FEATURES); distances in em, squashed by arcsinh."""
    box = boxes / np.float32(em)
    x0, y0, x1, y1 = box.T
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    width, height = np.maximum(x1 - x0, 0.02), np.maximum(y1 - y0, 0.02)

    def apart(a: FloatArray, b: FloatArray) -> FloatArray:
        distance: FloatArray = np.arcsinh(3 * (b[None, :] - a[:, None]))
        return distance

    across = np.minimum(x1[:, None], x1[None]) - np.maximum(x0[:, None], x0[None])
    down = np.minimum(y1[:, None], y1[None]) - np.maximum(y0[:, None], y0[None])
    features = [
        apart(cx, cx), apart(cy, cy), apart(x1, x0), apart(x0, x1),
        apart(x0, x0), apart(x1, x1), apart(y0, y0), apart(y1, y1),
        np.log(height[None] / height[:, None]), np.log(width[None] / width[:, None]),
        np.clip(across / np.minimum(width[:, None], width[None]), -1, 1),
        np.clip(down / np.minimum(height[:, None], height[None]), -1, 1),
    ]  # fmt: skip
    return np.stack(features, -1).astype(np.float32)
