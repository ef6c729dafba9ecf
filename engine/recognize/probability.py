"""Logits to probabilities."""

from __future__ import annotations

import numpy as np

from scipix.engine.recognize.geometry import FloatArray


def log_softmax(logits: FloatArray) -> FloatArray:
    """Log probabilities over the last axis, same shape."""
    shifted = logits - logits.max(-1, keepdims=True)
    result: FloatArray = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result
