"""Classes that have one name: a digit in bold, whichever of two commands made it so.

``\\mathbf{3}`` and ``\\boldsymbol{3}`` are drawn alike, and Unicode knows one bold digit. The networks
learned two classes, between which they cannot tell, so that neither was sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.class_numbers import class_numbers
from scipix.engine.recognize.geometry import FloatArray

_NONE = np.float32(-100.0)
"""Logit of a class that has become another."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Numbers of classes that stay and, in the same order, of those that become them."""

    kept: npt.NDArray[np.intp]
    merged: npt.NDArray[np.intp]


def twins_of(classes: Sequence[str]) -> Twins:
    """The numbers of these names; none where a name is missing."""
    return _twins_of(tuple(classes))


@lru_cache(maxsize=4)
def _twins_of(classes: tuple[str, ...]) -> Twins:
    digits = sorted(S.DIGITS)
    kept, merged = (
        class_numbers(classes, {f"{style}{{{digit}}}" for digit in digits})
        for style in (r"\mathbf", r"\boldsymbol")
    )
    return Twins(kept, merged) if len(kept) == len(merged) else Twins(kept[:0], merged[:0])


def unified(logits: FloatArray, twins: Twins) -> FloatArray:
    """Logits (N, classes) after the chances of the merged classes have gone to those that stay."""
    logits = logits.copy()
    logits[:, twins.kept] = np.logaddexp(logits[:, twins.kept], logits[:, twins.merged])
    logits[:, twins.merged] = _NONE
    return logits
