"""Imitated formulas get classes and scores as they were really reported."""

import numpy as np

from scipix.models.training.examples import Example
from scipix.models.training.sightings import Sightings

_CLASSES = 3
_NOTHING = -7
"""The runner-up of what shows nothing, as a mark."""


def _example(classes: list[int], keep: list[bool], runner_up: int, score: float) -> Example:
    count = len(classes)
    labels = np.array(classes)
    choices, chances = np.stack([labels, np.full(count, runner_up)], 1), np.full((count, 2), 0.5, np.float32)
    boxes, none = np.zeros((count, 4), np.float32), np.zeros(count, int)
    return Example(
        choices, chances, boxes, np.full(count, score), labels, none - 1, none, none, np.array(keep)
    )


def _seen() -> list[Example]:
    real = _example([0] * 30 + [1] * 5, [True] * 35, 2, 0.75)
    return [real, _example([1] * 25, [False] * 25, _NOTHING, 0.25)]


def test_a_symbol_is_reported_as_others_of_its_class_were():
    plain = _example([0, 0, 0], [True] * 3, 1, 1.0)
    drawn = Sightings.of(_seen(), _CLASSES).drawn(plain, np.random.default_rng(0))
    assert drawn.choices.tolist() == [[0, 2]] * 3
    assert drawn.scores.tolist() == [0.75] * 3
    assert drawn.classes is plain.classes
    assert plain.scores.tolist() == [1.0] * 3


def test_what_is_no_symbol_is_reported_as_nothing_was():
    plain = _example([0, 0], [True, False], 1, 1.0)
    drawn = Sightings.of(_seen(), _CLASSES).drawn(plain, np.random.default_rng(0))
    assert drawn.choices[:, 1].tolist() == [2, _NOTHING]
    assert drawn.scores.tolist() == [0.75, 0.25]


def test_classes_seen_too_seldom_stay_as_imitated():
    plain = _example([1, 2, 0], [True] * 3, 0, 1.0)
    drawn = Sightings.of(_seen(), _CLASSES).drawn(plain, np.random.default_rng(0))
    assert drawn.choices.tolist() == [[1, 0], [2, 0], [0, 2]]
    assert drawn.scores.tolist() == [1.0, 1.0, 0.75]
