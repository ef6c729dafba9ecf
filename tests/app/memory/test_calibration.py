"""Confidences that mean what they say."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_answers import answer

from scipix.app.memory.calibration import (
    FEATURES,
    ShippedModel,
    expected_error,
    features,
    isotonic,
    recalibrated,
    reliability,
    sure_threshold,
    wilson,
)


def verdicts(count: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Confidences that are far too high, and whether the answers were right."""
    rng = np.random.default_rng(seed)
    claimed = rng.beta(4, 1, count)
    return claimed, rng.random(count) < claimed**3


points = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


@given(points)
def test_the_curve_is_monotone_and_keeps_the_mean(pairs):
    places, values = (np.array(column, float) for column in zip(*pairs, strict=True))
    begins, ends, heights = isotonic(places, values, np.ones(len(pairs)))
    assert (np.diff(heights) > 0).all()
    assert (begins <= ends).all()
    assert (ends[:-1] < begins[1:]).all()
    assert heights.min() >= 0
    assert heights.max() <= 1


def test_the_curve_is_the_best_monotone_one():
    _, _, heights = isotonic(np.arange(5.0), np.array([0, 1, 0, 1, 1.0]), np.ones(5))
    assert heights == pytest.approx([0, 0.5, 1])
    _, _, weighted = isotonic(np.arange(3.0), np.array([1, 0, 1.0]), np.array([3, 1, 1.0]))
    assert weighted == pytest.approx([0.75, 1])


@given(points)
def test_a_recalibrated_probability_never_falls_where_the_shipped_rises(pairs):
    curve = recalibrated([place for place, _ in pairs], [right for _, right in pairs])
    values = [curve(place) for place in np.linspace(0, 1, 50)]
    assert all(0 <= value <= 1 for value in values)
    assert (np.diff(values) >= -1e-12).all()


def test_without_verdicts_the_curve_changes_next_to_nothing():
    curve = recalibrated([], [])
    assert [curve(place) for place in (0.1, 0.5, 0.9)] == pytest.approx([0.1, 0.5, 0.9], abs=1e-6)


def test_ten_verdicts_bend_a_little_and_ten_thousand_decide():
    claimed, right = verdicts(10_000)
    test_claimed, test_right = verdicts(20_000, seed=4)

    def error_after(count: int) -> float:
        curve = recalibrated(claimed[:count].tolist(), right[:count].tolist())
        return expected_error([curve(one) for one in test_claimed], test_right.tolist())

    errors = [error_after(count) for count in (0, 10, 100, 1000, 10_000)]
    assert errors[0] > 0.15
    assert errors[1] <= errors[0]
    assert errors == sorted(errors, reverse=True)
    assert errors[-1] < 0.021


def test_a_perfect_confidence_has_no_error_and_a_boast_has_all():
    assert expected_error([0.0, 1.0], [False, True]) == 0
    assert expected_error([1.0, 1.0], [False, False]) == 1
    assert expected_error([], []) == 0


def test_bins_hold_what_they_say():
    found = reliability([0.05, 0.95, 0.97, 1.0], [False, True, True, False])
    assert [(one.count, one.low) for one in found] == [(1, 0.0), (3, 0.9)]
    assert found[1].right == pytest.approx(2 / 3)
    assert found[1].interval[0] < 2 / 3 < found[1].interval[1]


def test_the_threshold_is_the_lowest_that_will_do():
    claimed = [0.99] * 40 + [0.8] * 60 + [0.3] * 50
    right = [True] * 40 + [True] * 57 + [False] * 3 + [False] * 50
    found = sure_threshold(claimed, right)
    assert (found.confidence, found.count) == (0.8, 100)
    assert found.precision == pytest.approx(0.97)
    assert found.interval[0] < 0.97 < found.interval[1]


def test_too_few_verdicts_give_no_threshold():
    assert sure_threshold([0.99] * 29, [True] * 29) is None
    assert sure_threshold([0.99] * 30, [True] * 30).count == 30
    assert sure_threshold([0.5] * 100, [False] * 100) is None


def test_intervals_hold_their_share():
    assert wilson(0, 0) == (0, 1)
    low, high = wilson(95, 100)
    assert low == pytest.approx(0.888, abs=0.002)
    assert high == pytest.approx(0.978, abs=0.002)


def test_features_are_finite_whatever_the_answer():
    odd = answer(r"\frac{", float("nan"))
    for one in (answer(), odd, answer(others=())):
        values = features(one)
        assert len(values) == len(FEATURES)
        assert all(math.isfinite(value) for value in values)
    assert features(odd)[FEATURES.index("valid")] == 0


def test_the_model_is_a_logistic_regression_through_a_curve():
    zeros = (0.0,) * len(FEATURES)
    ones = (1.0,) * len(FEATURES)
    model = ShippedModel("m1", zeros, ones, ones, 0.0, (0.0, 0.5, 1.0), (0.0, 0.2, 1.0))
    assert model.probability(zeros) == pytest.approx(0.2)
    assert model.probability((1e6,) * len(FEATURES)) == pytest.approx(1.0)
