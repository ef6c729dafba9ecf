"""Batches of formulas of like length for the parser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from scipix.engine.recognize.detect import CHOICES
from scipix.engine.recognize.geometry import PAIR_FEATURES, SYMBOL_FEATURES, pair_features, symbol_features
from scipix.engine.recognize.relations import Relation
from scipix.models.training.background import in_background
from scipix.models.training.examples import Example, imitate, jittered, read_seen
from scipix.models.training.pictures import Shard, read_shard, shard_paths
from scipix.models.training.sightings import Sightings

_PAIRS_A_BATCH = 60_000
"""Batches hold formulas of like length, as many as keep the number of symbol pairs near this."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of :meth:`LayoutParser.forward` and labels (links as parent * R + relation, -100 unknown)."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    links: Tensor
    classes: Tensor
    keep: Tensor
    modes: Tensor


def collate(examples: Sequence[Example]) -> Batch:
    """Pad formulas to the longest."""
    count, longest = len(examples), max(len(example.boxes) for example in examples)
    choices = np.zeros((count, longest, CHOICES), np.int64)
    chances = np.zeros((count, longest, CHOICES), np.float32)
    symbols = np.zeros((count, longest, SYMBOL_FEATURES), np.float32)
    pairs = np.zeros((count, longest, longest, PAIR_FEATURES), np.float32)
    present = np.zeros((count, longest), np.float32)
    links = np.full((count, longest), -100)
    classes, modes = links.copy(), links.copy()
    keep = np.zeros((count, longest), np.float32)
    for row, example in enumerate(examples):
        size = len(example.boxes)
        choices[row, :size], chances[row, :size] = example.choices, example.chances
        symbols[row, :size] = symbol_features(example.boxes, 1.0, example.scores)
        pairs[row, :size, :size] = pair_features(example.boxes, 1.0)
        present[row, :size] = 1
        parents = np.where(example.parents == -1, np.arange(size), example.parents)
        links[row, :size] = np.where(parents >= 0, parents * len(Relation) + example.relations, -100)
        classes[row, :size] = np.where(example.keep, example.classes, -100)
        modes[row, :size] = np.where(example.keep, example.modes, -100)
        keep[row, :size] = example.keep
    arrays = (choices, chances, symbols, pairs, present)
    inputs = tuple(torch.from_numpy(array) for array in arrays)
    return Batch(inputs, *map(torch.from_numpy, (links, classes, keep, modes)))  # type: ignore[arg-type]


def _of_seen(examples: Sequence[Example], rng: np.random.Generator) -> Iterator[Batch]:
    """Endless batches of seen formulas of like length."""
    keys = sorted(range(len(examples)), key=lambda index: len(examples[index].boxes))
    while True:
        middle = int(rng.integers(len(keys)))
        size = len(examples[keys[middle]].boxes)
        count = int(np.clip(_PAIRS_A_BATCH // max(1, size) ** 2, 1, 96))
        near = keys[max(0, middle - 2 * count) : middle + 1]
        chosen = rng.choice(near, min(count, len(near)), replace=False)
        yield collate([jittered(examples[index], rng) for index in chosen])


def batches(
    folders: Sequence[Path],
    vocabulary: Sequence[str],
    confusions: np.ndarray,
    seed: int,
    seen: Path | None = None,
) -> Iterator[Batch]:
    """Endless batches of like length, prepared by one background thread; half of them seen ones, if given."""
    return in_background(_batches(folders, vocabulary, confusions, np.random.default_rng(seed), seen))


def _batches(
    folders: Sequence[Path],
    vocabulary: Sequence[str],
    confusions: np.ndarray,
    rng: np.random.Generator,
    seen: Path | None,
) -> Iterator[Batch]:
    examples = read_seen(seen) if seen else []
    sightings = Sightings.of(examples, len(vocabulary)) if examples else None
    observed = _of_seen(examples, rng) if examples else None
    while True:
        paths = [path for folder in folders for path in shard_paths(folder)]
        chosen = rng.choice(len(paths), min(4, len(paths)), replace=False)
        for batch in _of_shards(
            [read_shard(paths[i], vocabulary) for i in chosen], confusions, sightings, rng
        ):
            yield batch
            if observed:
                yield next(observed)


def _of_shards(
    shards: Sequence[Shard], confusions: np.ndarray, sightings: Sightings | None, rng: np.random.Generator
) -> Iterator[Batch]:
    sizes = [np.diff(shard.offsets).tolist() for shard in shards]
    keys = [(size, s, i) for s, column in enumerate(sizes) for i, size in enumerate(column)]
    keys.sort(key=lambda key: key[0] + rng.random())
    groups: list[list[tuple[int, int, int]]] = [[]]
    for key in keys:
        if (len(groups[-1]) + 1) * key[0] ** 2 > _PAIRS_A_BATCH or len(groups[-1]) >= 96:
            groups.append([])
        groups[-1].append(key)
    for number in rng.permutation(len(groups)):
        examples = [imitate(shards[s], i, confusions, rng) for _, s, i in groups[number]]
        real = [example for example in examples if example is not None]
        if real:
            yield collate([sightings.drawn(example, rng) for example in real] if sightings else real)
