"""Weights as bytes."""

from __future__ import annotations

import numpy as np

from scipix.models.training.rounding import rounded, rounded_for


def test_each_weight_is_as_near_as_its_column_allows() -> None:
    weights = np.random.default_rng(1).normal(size=(40, 30)).astype(np.float32)
    weights[:, 3] = 0
    found, scales = rounded(weights, 20)
    assert found.dtype == np.int8
    assert np.abs(found).max() == 20
    assert scales.shape == (1, 30)
    assert (np.abs(found * scales - weights) <= 0.5001 * scales).all()


def test_errors_cancel_where_inputs_depend_on_one_another() -> None:
    rng = np.random.default_rng(2)
    weights = rng.normal(size=(12, 90)).astype(np.float32)
    base = rng.normal(size=(90, 30))  # ninety inputs made of thirty numbers
    inputs = rng.normal(size=(500, 30)) @ base.T
    exact = inputs @ weights.T
    errors = []
    for found, scales in (rounded(weights, 15), rounded_for(weights, base @ base.T, 15)):
        errors.append(np.sqrt(np.mean((inputs @ (found * scales).T - exact) ** 2)))
    assert errors[1] < 0.5 * errors[0]


def test_independent_inputs_are_rounded_one_by_one() -> None:
    weights = np.random.default_rng(3).normal(size=(5, 8)).astype(np.float32)
    for one, other in zip(rounded(weights, 31), rounded_for(weights, np.eye(8), 31), strict=True):
        np.testing.assert_array_equal(one, other)
