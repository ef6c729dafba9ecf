"""The probability that a whole formula is right: from raw features by a shipped model,
then by what a user said.

The shipped model is a logistic regression, fitted on formulas that nothing was trained on. On top of it
lies a monotone curve through the user's verdicts. It starts as the shipped model itself: ten verdicts
bend it a little, ten thousand make it theirs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.types import Recognition

Real = NDArray[np.float64]

FILE = "calibration.json"
FEATURES = (
    "confidence", "mean", "least", "doubtful", "length", "variety", "margin", "spread", "second", "valid",
)  # fmt: skip
_EDGE = 1e-4
_DOUBTFUL = 0.9
_PRIOR_PLACES, _PRIOR_WEIGHT = 20, 2.0
_HOLD, _FLATTEST, _NEWTON_STEPS = 4.0, 0.05, 25
_SHAPE_AFTER, _GRID = 1000.0, 401
"""From about so many verdicts on the shape of the curve is theirs."""
ECE_BINS = 10
Z95 = 1.959964
"""Standard deviations on either side of the mean that hold 95 % of a normal distribution."""


def features(answer: Recognition) -> tuple[float, ...]:
    """What the confidence is made of, in the order of FEATURES; finite numbers."""
    chances = np.clip([one.probability for one in answer.symbols] or [0.5], _EDGE, 1.0)
    chances = np.nan_to_num(chances, nan=0.5)
    scores = np.array([one.score for one in answer.alternatives] or [0.0])
    scores = np.where(np.isfinite(scores), scores, -50.0)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    margin = min(10.0, float(scores[0] - scores[1])) if len(scores) > 1 else 10.0
    count = len(chances)
    distinct = len({one.token for one in answer.symbols}) if answer.symbols else 1
    return (
        _logit(answer.confidence), float(np.log(chances).mean()), _logit(float(chances.min())),
        float(np.log1p((chances < _DOUBTFUL).sum())), math.log(count), distinct / count, margin,
        float(-(shares * np.log(shares + 1e-12)).sum()), float(np.log(np.sort(chances)[: 3]).mean()),
        float(_is_valid(answer.latex)),
    )  # fmt: skip


def _logit(chance: float) -> float:
    if math.isnan(chance):
        return 0.0
    chance = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(chance / (1 - chance))


def _is_valid(latex: str) -> bool:
    try:
        return bool(parse(latex))
    except ParseError:
        return False


@dataclass(frozen=True, slots=True)
class ShippedModel:
    """Weights for standardised features, and a monotone curve (places, chances) over the result.

    ``version`` names the weights of the recogniser that it was fitted for.
    """

    version: str
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    places: tuple[float, ...] = (0.0, 1.0)
    chances: tuple[float, ...] = (0.0, 1.0)

    def probability(self, values: Sequence[float]) -> float:
        """Of the whole formula being right, 0..1."""
        standard = (np.asarray(values) - self.mean) / self.scale
        linear = float(standard @ np.asarray(self.weights)) + self.bias
        return float(np.interp(1 / (1 + math.exp(-min(max(linear, -40), 40))), self.places, self.chances))


def load_shipped(folder: Path) -> ShippedModel | None:
    """The model that lies beside the weights, None where there is none that can be read."""
    try:
        content = json.loads((folder / FILE).read_text("utf-8"))
        if tuple(content.pop("features")) != FEATURES:
            return None
        lists = {
            name: tuple(map(float, content[name]))
            for name in ("mean", "scale", "weights", "places", "chances")
        }
        return ShippedModel(str(content["version"]), bias=float(content["bias"]), **lists)
    except (OSError, ValueError, KeyError, TypeError):
        return None


# -- a user's verdicts --------------------------------------------------------------------------------------
def isotonic(places: Real, values: Real, weights: Real) -> tuple[Real, Real, Real]:
    """The monotone steps nearest to weighted points (pool adjacent violators): begin, end and height of
    each."""
    order = np.argsort(places, kind="stable")
    steps: list[tuple[float, float, float, float]] = []  # height, weight, begin, end
    for place, value, weight in zip(places[order], values[order], weights[order], strict=True):
        step = (float(value), float(weight), float(place), float(place))
        while steps and (steps[-1][0] >= step[0] or steps[-1][3] == step[2]):
            height, heavy, begin, _ = steps.pop()
            total = heavy + step[1]
            step = ((height * heavy + step[0] * step[1]) / total, total, begin, step[3])
        steps.append(step)
    heights, _, begins, ends = (np.array(column) for column in zip(*steps, strict=True))
    return begins, ends, heights


@dataclass(frozen=True, slots=True)
class Curve:
    """A monotone map of probabilities, an immutable snapshot; ``verdicts`` is how many made it."""

    places: tuple[float, ...] = (0.0, 1.0)
    chances: tuple[float, ...] = (0.0, 1.0)
    verdicts: int = 0

    def __call__(self, probability: float) -> float:
        return float(np.interp(probability, self.places, self.chances))


def recalibrated(probabilities: Sequence[float], right: Sequence[bool]) -> Curve:
    """The curve of the shipped model bent by verdicts on answers of those shipped probabilities.

    Few verdicts move and stretch it (two numbers, held near nothing); with many, isotonic regression on top
    gives it their shape.
    """
    count = len(probabilities)
    line = _line(np.asarray(probabilities, float), np.asarray(right, float))
    grid = np.linspace(0, 1, _GRID)
    bent = _bent(grid, line)
    places = np.concatenate(
        (prior := (np.arange(_PRIOR_PLACES) + 0.5) / _PRIOR_PLACES, _bent(probabilities, line))
    )
    values = np.concatenate((prior, np.asarray(right, float)))
    weights = np.concatenate((np.full(_PRIOR_PLACES, _PRIOR_WEIGHT), np.ones(count)))
    begins, ends, heights = isotonic(places, values, weights)
    steps = np.interp(bent, np.stack((begins, ends), 1).ravel(), np.repeat(heights, 2))
    trust = count / (count + _SHAPE_AFTER)
    return Curve(tuple(grid.tolist()), tuple(((1 - trust) * bent + trust * steps).tolist()), count)


def _line(probabilities: Real, right: Real) -> Real:
    """Slope and shift of the log odds that fit best, drawn to 1 and 0; by Newton's method."""
    line = np.array([1.0, 0.0])
    if not len(probabilities):
        return line
    odds = _odds(probabilities)
    terms, hold = np.stack((odds, np.ones_like(odds)), 1), np.diag([_HOLD, _HOLD / 2])
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-terms @ line))
        curvature = terms.T @ (terms * (chance * (1 - chance))[:, None]) + hold
        line = line - np.linalg.solve(curvature, terms.T @ (chance - right) + hold @ (line - [1.0, 0.0]))
        line[0] = max(line[0], _FLATTEST)
    return line


def _bent(probabilities: Sequence[float] | Real, line: Real) -> Real:
    bent: Real = 1 / (1 + np.exp(-(line[0] * _odds(np.asarray(probabilities, float)) + line[1])))
    return bent


def _odds(probabilities: Real) -> Real:
    inside = np.clip(probabilities, _EDGE, 1 - _EDGE)
    odds: Real = np.log(inside / (1 - inside))
    return odds


# -- how good it is -----------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about one confidence: how many, their mean confidence, the share that was right, its
    interval."""

    low: float
    high: float
    count: int
    confidence: float
    right: float
    interval: tuple[float, float]


def reliability(
    probabilities: Sequence[float], right: Sequence[bool], bins: int = ECE_BINS
) -> tuple[Bin, ...]:
    """Bins of equal width that hold something, lowest first."""
    chance, truth = np.asarray(probabilities, float), np.asarray(right, float)
    number = np.minimum((chance * bins).astype(int), bins - 1)
    found = []
    for place in np.unique(number):
        inside = number == place
        count, good = int(inside.sum()), int(truth[inside].sum())
        mean = float(chance[inside].mean())
        found.append(
            Bin(
                float(place / bins), float((place + 1) / bins), count, mean, good / count, wilson(good, count)
            )
        )
    return tuple(found)


def expected_error(probabilities: Sequence[float], right: Sequence[bool], bins: int = ECE_BINS) -> float:
    """Expected calibration error (ECE), 0..1; 0 without answers."""
    total = len(probabilities)
    found = reliability(probabilities, right, bins) if total else ()
    return sum(one.count / total * abs(one.confidence - one.right) for one in found)


def wilson(good: int, count: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927): inside 0..1 and right for shares near the ends, too."""
    if not count:
        return 0.0, 1.0
    z, share = Z95, good / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Threshold:
    """From this confidence on an answer is surely right; the share that was, its interval, on how many."""

    confidence: float
    precision: float
    interval: tuple[float, float]
    count: int


def sure_threshold(
    probabilities: Sequence[float], right: Sequence[bool], precision: float = 0.95, least: int = 30
) -> Threshold | None:
    """The lowest confidence above which at least ``least`` answers are right often enough, None without."""
    order = np.argsort(-np.asarray(probabilities, float), kind="stable")
    chance, truth = np.asarray(probabilities, float)[order], np.asarray(right, float)[order]
    good = np.cumsum(truth)
    best: Threshold | None = None
    for place in range(least - 1, len(chance)):
        last_of_its_kind = place + 1 == len(chance) or chance[place + 1] < chance[place]
        if last_of_its_kind and good[place] / (place + 1) >= precision:
            share = float(good[place] / (place + 1))
            best = Threshold(float(chance[place]), share, wilson(int(good[place]), place + 1), place + 1)
    return best
