"""Weights as bytes: rounded one by one, or so that the errors of all of them together cancel."""

from __future__ import annotations

import numpy as np

_DAMPING = 1e-5
"""Times the mean of the diagonal: where nothing is known of an input, its errors count a little."""
_SMALLEST = np.float32(1e-12)


def rounded(weights: np.ndarray, levels: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights (M, N) as bytes (M, N) int8 within -levels..levels, and the scale of each column, (1, N)."""
    scales = _scales(weights, levels)
    return np.rint(weights / scales).astype(np.int8), scales


def rounded_for(weights: np.ndarray, moments: np.ndarray, levels: int) -> tuple[np.ndarray, np.ndarray]:
    """The same for weights (outputs, inputs) whose inputs are known to depend on one another.

    One input after the other is rounded, and the weights of those to come take up the error as well as they
    can (Frantar et al. 2022, GPTQ, https://arxiv.org/abs/2210.17323).

    Args:
        moments: (N, N), the inputs' second moments or what is proportional to them.
    """
    scales = _scales(weights, levels)
    left, step = weights.astype(np.float64), scales[0].astype(np.float64)
    damped = moments + _DAMPING * np.trace(moments) / len(moments) * np.eye(len(moments))
    weight = np.linalg.cholesky(np.linalg.inv(damped)).T
    found = np.zeros(weights.shape, np.int8)
    for column, follows in enumerate(weight):
        values = np.clip(np.rint(left[:, column] / step[column]), -127, 127)
        found[:, column] = values
        error = (left[:, column] - values * step[column]) / follows[column]
        left[:, column:] -= error[:, None] * follows[column:]
    return found, scales


def _scales(weights: np.ndarray, levels: int) -> np.ndarray:
    return np.maximum(np.abs(weights).max(0, keepdims=True), _SMALLEST) / np.float32(levels)
