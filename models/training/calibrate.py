"""Fit the shipped calibration: raw features of an answer -> the probability that the whole formula is right.

    python -m scipix.models.training.calibrate [--im2latex FILE] [--models DIR] [--limit N]

Reads pictures of formulas that nothing was trained on (those of ``evaluate``: clean, other sizes,
degraded), fits
a logistic regression and writes calibration.json beside the weights. The errors printed are cross-validated:
no formula is judged by a model that saw it. With N answers even a perfect confidence shows some error; that
is printed as well. Fit anew whenever the weights change: a calibration of other weights is not used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from scipix.app.memory.calibration import (
    FEATURES,
    FILE,
    ShippedModel,
    expected_error,
    features,
    sure_threshold,
)
from scipix.engine.errors import EngineError
from scipix.models.training.compare import normalised
from scipix.models.training.evaluate import DEFAULT_IM2LATEX, FormulaRecognizer
from scipix.models.training.evaluation_pictures import FOLDER, Picture
from scipix.models.training.evaluation_sets import Plan, pictures

_FOLDS, _SPLITS = 5, 10
_RIDGE = 1.0
_NEWTON_STEPS = 40


@dataclass(frozen=True, slots=True)
class Answers:
    """N answers: features (N, F), raw confidences, whether they were right, numbers of the formulas."""

    features: np.ndarray
    raw: np.ndarray
    right: np.ndarray
    formulas: np.ndarray


def observed(recognizer: FormulaRecognizer, shown: Sequence[Picture]) -> Answers:
    """Every picture once; those without an answer are left out, as no confidence is shown for them."""
    rows = []
    for one in tqdm(shown, desc="recognising", mininterval=5):
        try:
            answer = recognizer.recognize(one.image())
        except EngineError:
            continue
        right = normalised(answer.latex) == normalised(one.truth)
        rows.append((features(answer), answer.confidence, right, f"{one.collection}{one.formula}"))
    values, raw, right, names = zip(*rows, strict=True)
    return Answers(
        np.array(values), np.array(raw), np.array(right, float), np.unique(names, return_inverse=True)[1]
    )


def fitted(answers: Answers, version: str) -> ShippedModel:
    """Logistic regression on standardised features with a little ridge, by Newton's method."""
    mean, scale = answers.features.mean(0), answers.features.std(0) + 1e-9
    terms = np.column_stack(((answers.features - mean) / scale, np.ones(len(answers.raw))))
    ridge = np.diag([_RIDGE] * len(FEATURES) + [0.0])
    weights = np.zeros(terms.shape[1])
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-terms @ weights))
        curvature = terms.T @ (terms * (chance * (1 - chance))[:, None]) + ridge + 1e-9 * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, terms.T @ (chance - answers.right) + ridge @ weights)
    return ShippedModel(
        version, *(tuple(map(float, part)) for part in (mean, scale, weights[:-1])), float(weights[-1])
    )


def cross_validated(answers: Answers, seed: int) -> np.ndarray:
    """Probabilities (N,), each from a model that did not see the formula; ``seed`` draws the folds."""
    order = np.random.default_rng(seed).permutation(int(answers.formulas.max()) + 1)
    chances = np.zeros(len(answers.raw))
    for fold in range(_FOLDS):
        inside = order[answers.formulas] % _FOLDS == fold
        part = Answers(*(getattr(answers, name)[~inside] for name in Answers.__slots__))
        model = fitted(part, "")
        chances[inside] = [model.probability(row) for row in answers.features[inside]]
    return chances


def noise(chances: np.ndarray) -> float:
    """The error that a perfect confidence would show with so many answers."""
    rng = np.random.default_rng(0)
    drawn = (rng.random((100, len(chances))) < chances).tolist()
    return float(np.mean([expected_error(chances.tolist(), right) for right in drawn]))


def report(answers: Answers) -> None:
    right = answers.right.astype(bool).tolist()
    splits = [cross_validated(answers, seed) for seed in range(_SPLITS)]
    errors = [100 * expected_error(chances.tolist(), right) for chances in splits]
    print(f"{len(right)} answers, {100 * np.mean(right):.1f} % right")
    print(f"ECE of the raw confidence  {100 * expected_error(answers.raw.tolist(), right):.2f} %")
    spread = f"{min(errors):.2f} to {max(errors):.2f} in {_SPLITS} splits"
    print(f"ECE calibrated, held out   {np.mean(errors):.2f} % ({spread})")
    print(f"ECE of a perfect one       {100 * noise(splits[0]):.2f} %")
    print(f"surely right: {sure_threshold(splits[0].tolist(), right)}")


def write(model: ShippedModel, folder: Path) -> Path:
    """The file that ``load_shipped`` reads."""
    path = folder / FILE
    path.write_text(json.dumps({"features": FEATURES, **asdict(model)}, indent=1) + "\n", "utf-8")
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    from scipix.app.paths import models_dir
    from scipix.engine.recognize.recognizer import Recognizer

    parser = argparse.ArgumentParser(description="Fits the shipped calibration.")
    parser.add_argument("--im2latex", type=Path, default=DEFAULT_IM2LATEX, help="one formula a line")
    parser.add_argument("--models", type=Path, default=models_dir(), help="folder of manifest and weights")
    parser.add_argument("--limit", type=int, default=900, help="formulas of im2latex")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where pictures are kept")
    options = parser.parse_args(arguments)
    plan = Plan(options.im2latex, options.limit, round(options.limit / 3), round(options.limit / 6))
    recognizer = Recognizer.load(options.models, "cpu")
    answers = observed(recognizer, pictures(plan, options.folder).pictures)
    report(answers)
    print(write(fitted(answers, recognizer.version), options.models))
    return 0


if __name__ == "__main__":
    sys.exit(main())
