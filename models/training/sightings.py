"""How a detector really reported each class: what imitated formulas are given in place of invented doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from scipix.models.training.examples import Example

_FEW = 20
"""A class that was seen less often says too little about how it is seen."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """M detections, grouped by the class that they show; those that show nothing are the last group.

    Attributes:
        choices, chances: (M, CHOICES). scores: (M,).
        starts: (classes + 2,), where each group starts; group ``classes`` shows nothing.
    """

    choices: np.ndarray
    chances: np.ndarray
    scores: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(cls, examples: Sequence[Example], classes: int) -> Self:
        """Group what was seen."""
        shown = np.concatenate([np.where(one.keep, one.classes, classes) for one in examples])
        order = np.argsort(shown, kind="stable")
        choices, chances, scores = (
            np.concatenate([getattr(one, name) for one in examples])[order]
            for name in ("choices", "chances", "scores")
        )
        return cls(choices, chances, scores, np.searchsorted(shown[order], np.arange(classes + 2)))

    def drawn(self, example: Example, rng: np.random.Generator) -> Example:
        """The formula with classes and scores as they were reported of other symbols of the same classes.

        What shows a class that was seen too seldom stays as it is.
        """
        group = np.where(example.keep, example.classes, len(self.starts) - 2)
        first, count = self.starts[group], self.starts[group + 1] - self.starts[group]
        known = np.flatnonzero(count >= _FEW)
        rows = first[known] + rng.integers(0, count[known])
        changed = {
            name: _with(getattr(example, name), known, getattr(self, name)[rows])
            for name in ("choices", "chances", "scores")
        }
        return replace(example, **changed)


def _with(values: np.ndarray, places: np.ndarray, others: np.ndarray) -> np.ndarray:
    values = values.copy()
    values[places] = others
    return values
