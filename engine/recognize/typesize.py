"""How large the type is, told by the symbols themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.geometry import FloatArray

_LIKE_LETTERS = frozenset(r"\infty \partial \nabla \ell \hbar \emptyset \forall \exists".split())
_TEXT_SHARE = 0.7
"""Symbols in scripts are smaller than the text: this quantile of the sizes seen is one of text."""


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Height in em of each class in text size (0 where unknown), and which classes may tell the size.

    Those of fixed shape have one height in one size of type; of these the letters tell it best.
    """

    heights: FloatArray
    telling: np.ndarray[tuple[int], np.dtype[np.bool_]]
    of_fixed_shape: np.ndarray[tuple[int], np.dtype[np.bool_]]

    @classmethod
    def of(cls, classes: Sequence[str], heights: Sequence[float]) -> TypeSizes:
        """Letters and digits tell the size; delimiters, operators and rules come in many."""
        values = np.array(heights, np.float32)
        letters = np.array(
            [split_style(name)[1] in S.LETTERS | S.DIGITS | S.GREEK for name in classes], np.bool_
        )
        fixed = letters | np.array([name in _LIKE_LETTERS for name in classes], np.bool_)
        return cls(values, letters & (values > 0.2), fixed & (values > 0.2))

    def em(self, found: Detections) -> float:
        """Pixels of one em, from the heights of the symbols found; the canonical size where none tells."""
        first = found.choices[:, 0]
        telling = self.telling[first] & (found.chances[:, 0] > 0.5)
        if not telling.any():
            return TARGET_EM
        heights = (found.boxes[:, 3] - found.boxes[:, 1])[telling]
        return float(np.quantile(heights / self.heights[first[telling]], _TEXT_SHARE, method="higher"))

    def relative(self, boxes: FloatArray, classes: Sequence[int]) -> FloatArray:
        """Size of the type each symbol is set in, (N,), from boxes in em; 1 where the class is unknown."""
        nominal = self.heights[np.asarray(classes, np.intp)]
        heights = boxes[:, 3] - boxes[:, 1]
        known = nominal > 0.05
        sizes = np.where(known, heights / np.where(known, nominal, 1.0), 1.0)
        return np.clip(sizes, 0.3, 1.5).astype(np.float32)
