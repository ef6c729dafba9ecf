"""Train the glyph classifier on patches of degraded pictures.

python -m scipix.models.training.train_glyphs --data DIR --held-out DIR --out DIR --minutes M [--resume PATH]
    [--rank R]

``--resume`` takes a checkpoint, an ONNX file or a folder of exported weights (``--resume models``: the
repository's own). ``--rank`` trains changes of low rank only, whose files cost little beside the old ones;
a checkpoint of such a training goes on with its changes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from scipix.engine.recognize import tall
from scipix.models.training.background import in_background
from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.low_rank import let_change, plain
from scipix.models.training.pictures import shuffled_pictures
from scipix.models.training.resume import load_changes, load_weights
from scipix.models.training.settle import settle
from scipix.models.training.vocabulary import visual_classes

Patches = tuple[np.ndarray, np.ndarray, np.ndarray]
_A_PICTURE = 40
"""At most this many symbols of one picture, so that long formulas do not rule."""


def batches(folder: Path, classes: Sequence[str], size: int, seed: int) -> Iterator[Patches]:
    """Endless (patches, sizes, labels) of ``size`` symbols, prepared by one background thread."""
    return in_background(_batches(folder, classes, size, np.random.default_rng(seed)))


def _batches(folder: Path, classes: Sequence[str], size: int, rng: np.random.Generator) -> Iterator[Patches]:
    pool: list[Patches] = []
    for item in _pictures(folder, classes, rng):
        pool.append(item)
        if sum(len(labels) for _, _, labels in pool) >= 4 * size:
            joined = [np.concatenate(parts) for parts in zip(*pool, strict=True)]
            order = rng.permutation(len(joined[2]))
            for start in range(0, 4 * size, size):
                rows = order[start : start + size]
                yield joined[0][rows], joined[1][rows], joined[2][rows]
            pool = []


def _pictures(folder: Path, classes: Sequence[str], rng: np.random.Generator) -> Iterator[Patches]:
    for gray, boxes, labels in shuffled_pictures(folder, classes, rng, shards=8):
        known = np.flatnonzero(labels >= 0)
        chosen = rng.choice(known, min(_A_PICTURE, len(known)), replace=False)
        if len(chosen):
            yield symbol_patches(gray, boxes[chosen], labels[chosen], rng)


def symbol_patches(
    gray: np.ndarray, boxes: np.ndarray, labels: np.ndarray, rng: np.random.Generator
) -> Patches:
    """Patches around boxes as inexact as the detector's."""
    size = np.minimum(boxes[:, 2:] - boxes[:, :2], 24)
    shaken = boxes + rng.normal(0, 0.5, boxes.shape) + rng.normal(0, 0.03, boxes.shape) * np.tile(size, 2)
    shaken = shaken.astype(np.float32)
    strokes = np.flatnonzero(tall.is_stroke(boxes) & tall.is_inside(boxes, gray.shape))
    shaken[strokes] = boxes[strokes]  # their ends are told by the ink
    shown, sizes = tall.shown(gray, shaken, strokes)
    return shown, (sizes + rng.normal(0, 0.08)).astype(np.float32), labels.astype(np.int64)


@torch.no_grad()
def evaluate(model: GlyphClassifier, held_out: Sequence[Patches]) -> str:
    """Share of right first classes, and of right classes among the first four."""
    model.eval()
    right = among = total = 0
    for seen, sizes, labels in held_out:
        logits = model(torch.from_numpy(seen), torch.from_numpy(sizes))
        best = logits.topk(4, 1).indices.numpy()
        right += int((best[:, 0] == labels).sum())
        among += int((best == labels[:, None]).any(1).sum())
        total += len(labels)
    model.train()
    return f"classes {right / total:.4f} among four {among / total:.4f}"


def main() -> None:
    parser = trainer_options(__doc__, rate=2e-3)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rank", type=int, help="of the changes to the weights of --resume; without: any")
    options = begin(parser)
    classes = visual_classes()
    model = GlyphClassifier(len(classes)).to(memory_format=torch.channels_last)
    if options.resume:
        resume(model, classes, options)
    elif options.rank:
        parser.error("--rank needs --resume: there is nothing to change")
    train(model, classes, options)


def resume(model: GlyphClassifier, classes: list[str], options: argparse.Namespace) -> None:
    """Begin with the weights of ``options.resume``."""
    load_weights(model, options.resume, classes)
    if options.rank:
        let_change(model, options.rank)
        if options.resume.suffix == ".pt":
            load_changes(model, options.resume)
    elif options.resume.suffix != ".pt":
        shown = islice(batches(options.data, classes, options.batch, options.seed + 1), 16)
        settle(model, model, ((torch.from_numpy(ink), torch.from_numpy(sizes)) for ink, sizes, _ in shown))


def train(model: GlyphClassifier, classes: list[str], options: argparse.Namespace) -> None:
    """Train and report on held-out symbols."""
    shadow = GlyphClassifier(len(classes))
    held_out = list(islice(batches(options.held_out, classes, options.batch, 999), 24))

    def step(model: GlyphClassifier, batch: Patches) -> Step:
        ink, sizes, labels = map(torch.from_numpy, batch)
        logits = model(ink.to(memory_format=torch.channels_last), sizes)
        loss = F.cross_entropy(logits.float(), labels, label_smoothing=0.03)
        return Step(loss, len(labels), (loss,))

    def scores(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(plain(state))
        return evaluate(shadow, held_out)

    source = batches(options.data, classes, options.batch, options.seed)
    fit(model, source, step, scores, options, path=options.out / "glyphs.pt", clip=5.0, classes=classes)


if __name__ == "__main__":
    main()
