"""The weights of readings are found where there are some to find."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from golden_pictures import MODELS, TRUTH, golden, needs_models

from scipix.engine.recognize.weighing import WEIGHTS
from scipix.models.training.evaluation_pictures import Picture, PictureSet, encoded, save
from scipix.models.training.weigh import Choice, cross_validated, fitted, main, right_ones

TRUE = np.array([1.0, 0.5, 0.2, 0.0, -0.5])


def made_up(count: int = 3000) -> list[Choice]:
    """One of four readings is right, as likely as weights say."""
    rng = np.random.default_rng(5)
    made = []
    for formula in range(count):
        evidence = rng.normal(0, 2, (4, len(WEIGHTS)))
        chances = np.exp(evidence @ TRUE)
        right = np.zeros(4, bool)
        right[rng.choice(4, p=chances / chances.sum())] = True
        made.append(Choice(evidence, right, formula, last=True))
    return made


def test_the_weights_that_made_the_choices_are_found() -> None:
    np.testing.assert_allclose(fitted(made_up()), TRUE, atol=0.08)


def test_nothing_to_learn_from_leaves_the_weights_as_they_are() -> None:
    sure = Choice(np.ones((1, len(WEIGHTS))), np.array([True]), 0, last=True)
    lost = Choice(np.ones((2, len(WEIGHTS))), np.array([False, False]), 1, last=True)
    np.testing.assert_allclose(fitted([sure, lost]), WEIGHTS)


def test_only_the_last_look_at_a_picture_counts() -> None:
    evidence = np.array([[1.0, 0, 0, 0, 0], [2.0, 0, 0, 0, 0]])
    first = Choice(evidence, np.array([True, False]), 0, last=False)
    last = Choice(evidence, np.array([False, True]), 0, last=True)
    assert right_ones([first, last], np.eye(5)[0]) == 1
    assert right_ones([first, first], np.eye(5)[0]) == 0


def test_other_formulas_weights_do_nearly_as_well() -> None:
    made = made_up(600)
    assert right_ones(made, TRUE) == pytest.approx(cross_validated(made), abs=20)
    assert cross_validated(made) > right_ones(made, np.eye(5)[3]) + 100


@needs_models
def test_pictures_are_looked_at_in_all_ways(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = [
        Picture("golden", number, "cm", 100, False, truth, truth, encoded(golden(name)))
        for number, (name, truth) in enumerate((name, TRUTH[f"{name}.png"]) for name in ("greek", "accents"))
    ]
    save(tmp_path / "two.npz", PictureSet(tuple(shown), {}))
    assert main([str(tmp_path / "two.npz"), "--models", str(MODELS), "--workers", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 pictures; among their readings is the right one in 2"
    assert "shipped weights 2" in lines[1]
    assert lines[2].startswith("fitted: ")
    assert lines[2].count(",") == len(WEIGHTS) - 1
