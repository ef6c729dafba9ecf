"""What symbols are, in the typeface that the whole picture is set in.

The classifiers see one symbol at a time, and what is an ``l`` in one typeface is a ``1`` in another. A
network tells the typeface from all symbols of a picture together, and how likely that makes the classes of
each.
"""

from __future__ import annotations

import numpy as np

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.probability import log_softmax

CANDIDATES = 8
"""The likeliest classes of a symbol, among which the network was trained to choose."""


def corrected(logits: FloatArray, corrections: FloatArray) -> FloatArray:
    """Logits (N, C) of N symbols with the corrections (N, C) of the likeliest classes of each.

    These classes are as likely together as before.
    """
    rows = np.arange(len(logits))[:, None]
    best = np.argpartition(-logits, CANDIDATES, axis=1)[:, :CANDIDATES]
    before = logits[rows, best]
    after = log_softmax(before + corrections[rows, best])
    result = logits.copy()
    result[rows, best] = after + np.logaddexp.reduce(before, axis=1, keepdims=True)
    return result
