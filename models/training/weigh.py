"""Fit the weights with which the readings of a picture are compared, and print them.

    python -m scipix.models.training.weigh PICTURES.npz ... [--models DIR] [--workers N]

The files are sets of development pictures as ``evaluate`` leaves them (its own and those of conditions).
Every picture is looked at in all ways, and after each look the right ones among the readings so far are to be
as likely as can be (a conditional logit). Printed beside the weights: how many pictures are right after all
looks by the parser's score alone, by the shipped weights, and by weights fitted to four fifths of the
formulas and tried on the fifth. Their place is ``WEIGHTS`` in :mod:`scipix.engine.recognize.weighing`.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

from scipix.engine.errors import EngineError
from scipix.engine.recognize.language import OnceRead
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.recognize.reading import Reading, voted
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.recognize.views import Clock
from scipix.engine.recognize.weighing import WEIGHTS, apart, evidence
from scipix.models.training.compare import normalised
from scipix.models.training.evaluation_pictures import Picture, load

_FOLDS = 5
_COUNT = 5
"""Readings that are asked for."""
_NEWTON_STEPS = 30
_RIDGE = 1.0
"""Added to the curvature, which makes the steps shorter and leaves the end where it is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Readings to choose from: evidence (N, 5), which are right (N,), the number of the formula, and whether
    these are all readings of all looks at the picture."""

    evidence: np.ndarray
    right: np.ndarray
    formula: int
    last: bool


def choices(recognizer: Recognizer, picture: Picture) -> Iterator[Choice]:
    """After each look at a picture the readings that compete: valid, where one is, and not far behind."""
    assert recognizer.language is not None
    language = OnceRead(recognizer.language)
    truths = set(map(normalised, (picture.truth, *picture.also)))
    pools = list(_pools(recognizer, picture))
    for number, readings in enumerate(pools, 1):
        near = apart([one for one in readings if one.valid] or readings)[0]
        if near:
            right = np.array([normalised(one.latex) in truths for one in near])
            yield Choice(evidence(near, language), right, picture.formula, number == len(pools))


def _pools(recognizer: Recognizer, picture: Picture) -> Iterator[list[Reading]]:
    """The readings after each look, as the recogniser has them before they are weighed."""
    clock = Clock()
    viewer = recognizer.viewer(picture.image(), clock)
    first = viewer.upright()
    views: list[list[Reading]] = []
    for seen in (first, *viewer.others(first)):
        views.append(recognizer.read_view(seen, _COUNT, clock))
        yield voted(views)


def fitted(seen: Sequence[Choice]) -> np.ndarray:
    """Weights (5,) that make the right readings as likely as can be, where there are right and wrong ones."""
    telling = [one for one in seen if one.right.any() and not one.right.all()]
    weights = WEIGHTS.astype(float)
    for _ in range(_NEWTON_STEPS):
        slope, curvature = np.zeros_like(weights), np.eye(len(weights)) * _RIDGE
        for one in telling:
            chances = np.exp(log_softmax(one.evidence @ weights))
            of_right = np.where(one.right, chances, 0) / chances[one.right].sum()
            about = one.evidence - chances @ one.evidence
            slope += of_right @ about
            curvature += about.T @ (about * chances[:, None])
        weights += np.linalg.solve(curvature, slope)
    return weights


def right_ones(seen: Sequence[Choice], weights: np.ndarray) -> int:
    """How many pictures are right after all looks."""
    return sum(bool(one.right[(one.evidence @ weights).argmax()]) for one in seen if one.last)


def cross_validated(seen: Sequence[Choice]) -> int:
    """The same with weights that were fitted to other formulas."""
    parts = [[one for one in seen if one.formula % _FOLDS == fold] for fold in range(_FOLDS)]
    return sum(
        right_ones(part, fitted([one for other in parts if other is not part for one in other]))
        for part in parts
        if part
    )


@lru_cache(maxsize=1)
def _recognizer(models: Path) -> Recognizer:
    cv2.setNumThreads(1)
    return Recognizer.load(models, "cpu")


def _task(models: Path, picture: Picture) -> list[Choice]:
    try:
        return list(choices(_recognizer(models), picture))
    except EngineError:
        return []


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pictures", type=Path, nargs="+", help="files of development pictures")
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args(arguments)
    shown = [one for path in options.pictures for one in load(path).pictures]
    with multiprocessing.get_context("spawn").Pool(options.workers) as pool:
        found = pool.imap(partial(_task, options.models), shown, chunksize=8)
        seen = [one for part in tqdm(found, total=len(shown), mininterval=5) for one in part]
    score_alone = np.eye(len(WEIGHTS))[0]
    print(
        f"{len(shown)} pictures; among their readings is the right one in "
        f"{sum(bool(one.right.any()) for one in seen if one.last)}"
    )
    print(
        f"right by score alone {right_ones(seen, score_alone)}, shipped weights {right_ones(seen, WEIGHTS)}, "
        f"cross-validated {cross_validated(seen)}"
    )
    print("fitted: " + ", ".join(f"{weight:.3f}" for weight in fitted(seen)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
