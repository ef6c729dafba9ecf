"""Train the layout parser on layout graphs, with the detector's mistakes imitated or (``--seen``) real.

    python -m scipix.models.training.train_parser --data DIR... --held-out DIR --out DIR --minutes M
        [--seen DIR --confusions FILE] [--resume PATH]

Prints one line a minute: losses, formulas seen, and the scores on held-out formulas.
``--resume`` takes a checkpoint, an ONNX file or a folder of exported weights (``--resume models``: the
repository's own).
"""

from __future__ import annotations

import argparse
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from scipix.engine.recognize.geometry import PAIR_FEATURES, SYMBOL_FEATURES, pair_features, symbol_features
from scipix.engine.recognize.relations import Relation
from scipix.models.training.budget import Average, Budget, parameter_groups, save
from scipix.models.training.parser import CHOICES, LayoutParser
from scipix.models.training.pictures import Shard, read_shard
from scipix.models.training.relink import relink
from scipix.models.training.resume import load_weights
from scipix.models.training.vocabulary import visual_classes

_PAIRS_A_BATCH = 60_000
"""Batches hold formulas of like length, as many as keep the number of symbol pairs near this."""


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
    ready: queue.Queue[Batch] = queue.Queue(maxsize=8)

    def work() -> None:
        rng = np.random.default_rng(seed)
        observed = _of_seen(read_seen(seen), rng) if seen else None
        while True:
            found = [path for folder in folders for path in sorted(folder.glob("*.npz"))]
            paths = [path for path in found if ".part" not in path.name]
            chosen = rng.choice(len(paths), min(4, len(paths)), replace=False)
            for batch in _of_shards([read_shard(paths[i], vocabulary) for i in chosen], confusions, rng):
                ready.put(batch)
                if observed:
                    ready.put(next(observed))

    threading.Thread(target=work, daemon=True).start()
    while True:
        yield ready.get()


def _of_shards(shards: Sequence[Shard], confusions: np.ndarray, rng: np.random.Generator) -> Iterator[Batch]:
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
            yield collate(real)


def losses(model: LayoutParser, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Cross entropies of links, classes, keep and modes."""
    links, classes, keep, modes = model(*batch.inputs)
    size, count = links.shape[:2]
    pairs = links.float().reshape(size * count, -1)
    link = F.cross_entropy(pairs, batch.links.reshape(-1), ignore_index=-100)
    kind = F.cross_entropy(classes.float().flatten(0, 1), batch.classes.flatten(), ignore_index=-100)
    mode = F.cross_entropy(modes.float().flatten(0, 1), batch.modes.flatten(), ignore_index=-100)
    real = F.binary_cross_entropy_with_logits(keep.float(), batch.keep, weight=batch.inputs[4])
    return link, kind, mode, real


@torch.no_grad()
def evaluate(model: LayoutParser, held_out: Sequence[Batch]) -> str:
    """Share of right links and of formulas whose every link is right; class and mode accuracy."""
    model.eval()
    right = total = whole = formulas = kinds = known = modes_right = 0
    for batch in held_out:
        links, classes, _, modes = model(*batch.inputs)
        valid = batch.links >= 0
        good = links.flatten(2).argmax(-1) == batch.links
        right += int((good & valid).sum())
        total += int(valid.sum())
        whole += int((good | ~valid).all(1).sum())
        formulas += len(good)
        labelled = batch.classes >= 0
        kinds += int(((classes.argmax(-1) == batch.classes) & labelled).sum())
        modes_right += int(((modes.argmax(-1) == batch.modes) & labelled).sum())
        known += int(labelled.sum())
    model.train()
    return (
        f"links {right / total:.5f} formulas {whole / formulas:.4f} classes {kinds / known:.4f} "
        f"modes {modes_right / known:.5f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--confusions", type=Path, help=".npy (classes, K): what each class is taken for")
    parser.add_argument("--seen", type=Path, help="folder made by observe")
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = visual_classes()
    model = LayoutParser(len(vocabulary))
    if options.resume:
        load_weights(model, options.resume, vocabulary)
    train(model, vocabulary, options)


def load_confusions(path: Path | None, classes: int) -> np.ndarray:
    """What each class is mistaken for, (classes, K); anything for anything where nothing was measured."""
    if path:
        measured: np.ndarray = np.load(path)
        return measured
    return np.random.default_rng(0).integers(0, classes, (classes, 64))


def train(model: LayoutParser, vocabulary: list[str], options: argparse.Namespace) -> None:
    """The loop: until the budget is used up, a checkpoint every five minutes and at the end."""
    optimizer = torch.optim.AdamW(parameter_groups(model, 0.02), lr=options.rate, betas=(0.9, 0.98))
    budget, average = Budget(options.minutes, options.rate), Average(model)
    shadow = LayoutParser(len(vocabulary))
    confusions = load_confusions(options.confusions, len(vocabulary))
    held_out = list(islice(batches([options.held_out], vocabulary, confusions, 999), 24))
    logged = saved = time.monotonic()
    seen, sums = 0, np.zeros(4)
    for step, batch in enumerate(batches(options.data, vocabulary, confusions, options.seed, options.seen)):
        budget.set_rate(optimizer)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            link, kind, mode, real = losses(model, batch)
        optimizer.zero_grad()
        (link + 0.3 * kind + 0.5 * mode + 0.5 * real).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        average.update(model)
        seen += len(batch.links)
        sums = 0.98 * sums + 0.02 * np.array([link.item(), kind.item(), mode.item(), real.item()])
        now, done = time.monotonic(), budget.progress() >= 1
        if now - saved > 300 or done:
            saved = now
            save(options.out / "parser.pt", average=average.state, classes=vocabulary, seen=seen)
        if now - logged > 60 or done:
            logged = now
            shadow.load_state_dict(average.state)
            losses_now, scores = np.round(sums, 4), evaluate(shadow, held_out)
            print(f"{budget.progress():.3f} step {step} seen {seen} loss {losses_now} {scores}", flush=True)
        if done:
            return


if __name__ == "__main__":
    main()
