"""What the parser learns from: formulas as a detector reports them, imitated or really seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from scipix.engine.recognize.detect import CHOICES
from scipix.models.training.pictures import Shard
from scipix.models.training.relink import relink


@dataclass(frozen=True, slots=True)
class Example:
    """One formula for the parser. Links of -1 are not trained (their parent was not seen)."""

    choices: np.ndarray
    chances: np.ndarray
    boxes: np.ndarray
    scores: np.ndarray
    classes: np.ndarray
    parents: np.ndarray
    relations: np.ndarray
    modes: np.ndarray
    keep: np.ndarray


def imitate(shard: Shard, index: int, confusions: np.ndarray, rng: np.random.Generator) -> Example | None:
    """A layout as a detector would report it: shaken boxes, doubtful classes, symbols missed and invented."""
    rows = slice(*shard.offsets[index : index + 2])
    classes = shard.classes[rows]
    count = len(classes)
    if count == 0 or count > 220 or (classes < 0).any():
        return None
    rough = rng.random() < 0.5
    gone = rng.random(count) < (0.006 if rough else 0.0)
    if gone.all() or gone[shard.parents[rows] < 0].any():
        gone[:] = False
    parents, relations = relink(shard.parents[rows], shard.relations[rows], gone)
    kept = np.flatnonzero(~gone)
    place = np.full(count + 3, -2)
    place[kept] = np.arange(len(kept))
    place[-1] = -1
    extra = rng.choice(len(kept), rng.binomial(len(kept), 0.006)) if rough else np.zeros(0, int)
    source = np.concatenate([kept, kept[extra]]).astype(int)
    boxes = _shaken(shard.boxes[rows][source], len(kept), rng, rough)
    labels = classes[source]
    choices, chances = doubtful(labels, confusions, rng, 0.04 if rough else 0.01, len(kept))
    invented = np.arange(len(source)) >= len(kept)
    scores = 1 - rng.beta(0.8, 12.0, len(source))
    scores[invented] = rng.uniform(0.25, 0.95, invented.sum())
    return Example(
        choices, chances, boxes, scores, labels, np.where(invented, -2, place[parents[source]]),
        relations[source], shard.modes[rows][source].astype(np.int64), ~invented,
    )  # fmt: skip


def _shaken(boxes: np.ndarray, true: int, rng: np.random.Generator, rough: bool) -> np.ndarray:
    """Boxes in em of 10 points, moved a little, sheared and scaled; invented ones moved farther."""
    noise = rng.normal(0, 0.022 if rough else 0.006, boxes.shape)
    noise[true:] += rng.normal(0, 0.25, noise[true:].shape)
    scaled = boxes / 10 * np.exp(rng.normal(0, 0.06)) + noise
    slope = rng.normal(0, 0.006 if rough else 0.0)
    scaled[:, [1, 3]] += slope * scaled[:, [0, 2]].mean(1, keepdims=True)
    low = np.minimum(scaled[:, :2], scaled[:, 2:])
    return np.concatenate([low, np.maximum(scaled[:, 2:], low + 0.02)], 1).astype(np.float32)


def doubtful(
    labels: np.ndarray, confusions: np.ndarray, rng: np.random.Generator, rate: float, true: int
) -> tuple[np.ndarray, np.ndarray]:
    """Class choices and probabilities around the true labels; with ``rate`` the first is not the true one."""
    count = len(labels)
    drawn = rng.integers(0, confusions.shape[1], (count, CHOICES - 1))
    others = confusions[labels][np.arange(count)[:, None], drawn]
    choices = np.concatenate([labels[:, None], others], 1)
    sure = 1 - rng.beta(0.25, 4.0, count)
    shares = rng.dirichlet(np.full(CHOICES - 1, 0.4), count)
    rest = (1 - sure) * rng.uniform(0.5, 1, count)
    chances = np.concatenate([sure[:, None], shares * rest[:, None]], 1)
    wrong = rng.random(count) < rate
    wrong[true:] = True
    swapped = wrong & (rng.random(count) < 0.75)
    choices[swapped, :2] = choices[swapped, 1::-1]
    lost = wrong & ~swapped
    choices[lost, 0] = confusions[labels[lost], 0]
    chances[wrong, 0] = rng.uniform(0.3, 1, wrong.sum())
    chances[wrong, 1] = (1 - chances[wrong, 0]) * rng.uniform(0.3, 1, wrong.sum())
    return choices.astype(np.int64), chances.astype(np.float32)


def read_seen(folder: Path) -> list[Example]:
    """What the detector really saw (:mod:`observe`)."""
    examples = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as data:
            arrays = {name: data[name] for name in data.files}
        for start, end in pairwise(arrays.pop("offsets")):
            part = {name: array[start:end] for name, array in arrays.items()}
            if 0 < end - start <= 220:
                examples.append(Example(**part))
    return examples


def jittered(example: Example, rng: np.random.Generator) -> Example:
    """A seen formula a little larger or smaller, boxes a little moved: it will be shown many times."""
    boxes = example.boxes * np.float32(np.exp(rng.normal(0, 0.04)))
    boxes = boxes + rng.normal(0, 0.008, boxes.shape).astype(np.float32)
    boxes[:, 2:] = np.maximum(boxes[:, 2:], boxes[:, :2] + 0.02)
    return replace(example, boxes=boxes)


def load_confusions(path: Path | None, classes: int) -> np.ndarray:
    """What each class is mistaken for, (classes, K); anything for anything where nothing was measured."""
    if path:
        measured: np.ndarray = np.load(path)
        return measured
    return np.random.default_rng(0).integers(0, classes, (classes, 64))
