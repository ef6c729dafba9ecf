"""The fit of the shipped calibration finds what is there to find."""

from __future__ import annotations

import numpy as np

from scipix.app.memory.calibration import FEATURES, expected_error, load_shipped
from scipix.models.training.calibrate import Answers, cross_validated, fitted, write


def made_up(count: int = 4000) -> Answers:
    """Answers that are right as often as a line through two of the features says."""
    rng = np.random.default_rng(5)
    values = rng.normal(0, 1, (count, len(FEATURES)))
    values[:, -1] = 1.0  # valid LaTeX, always
    chance = 1 / (1 + np.exp(-(0.5 + 2 * values[:, 0] - values[:, 3])))
    right = (rng.random(count) < chance).astype(float)
    return Answers(values, np.full(count, 0.99), right, np.arange(count) // 2)


def test_the_fit_is_calibrated_on_formulas_it_did_not_see():
    answers = made_up()
    right = answers.right.astype(bool).tolist()
    assert expected_error(answers.raw.tolist(), right) > 0.3
    assert expected_error(cross_validated(answers, 0).tolist(), right) < 0.04


def test_a_written_model_reads_back_the_same(tmp_path):
    model = fitted(made_up(500), "v1")
    write(model, tmp_path)
    assert load_shipped(tmp_path) == model


def test_another_list_of_features_is_not_read(tmp_path):
    path = write(fitted(made_up(500), "v1"), tmp_path)
    path.write_text(path.read_text("utf-8").replace('"margin"', '"width"'), "utf-8")
    assert load_shipped(tmp_path) is None
    assert load_shipped(tmp_path / "missing") is None
