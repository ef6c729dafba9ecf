"""Train the accent network: which boxes hold an accent beside their letter, and where.

    python -m scipix.models.training.train_accents --data DIR --held-out DIR --seen DIR --out DIR
        --pictures N --minutes M [--models DIR] [--resume DIR]

First it looks with the weights of ``--models`` for the boxes of ``--pictures`` pictures of ``--data``, and of
a tenth as many of ``--held-out``; what was found is kept in ``--seen`` and not looked for again. ``--resume
models`` goes on from the committed weights. ``export --accents OUT/accents.pt --base DIR`` takes the result.
"""

from __future__ import annotations

import argparse
import copy
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from scipix.models.training.accent_boxes import FOUND, MADE, Boxes, read, see
from scipix.models.training.accents import AccentFinder
from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.resume import load_weights
from scipix.models.training.seen_once import add_options, seen_and_held_out
from scipix.models.training.vocabulary import visual_classes

_OF_EACH = 192, 192, 48, 80, 48
"""Boxes of each kind in a batch."""
_BETA = 0.03
"""Error of an edge, in shares of the patch's side, up to which it counts by its square."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Boxes, as in :class:`Boxes`; ``holds``: (N,) float32, 1 where there is an accent."""

    patches: Tensor
    sizes: Tensor
    places: Tensor
    holds: Tensor


def batch_of(boxes: Boxes, rows: np.ndarray) -> Batch:
    """The boxes named."""
    holds = np.isin(boxes.kind[rows], (FOUND, MADE)).astype(np.float32)
    patches = boxes.patches[rows, None].astype(np.float32) / np.float32(255)
    return Batch(*map(torch.from_numpy, (patches, boxes.sizes[rows], boxes.places[rows], holds)))


def batches(boxes: Boxes, seed: int) -> Iterator[Batch]:
    """Endless batches of boxes of all kinds that there are."""
    rng = np.random.default_rng(seed)
    of_kind = [np.flatnonzero(boxes.kind == kind) for kind in range(len(_OF_EACH))]
    kinds = [(rows, count) for rows, count in zip(of_kind, _OF_EACH, strict=True) if len(rows)]
    while True:
        yield batch_of(boxes, np.concatenate([rng.choice(rows, count) for rows, count in kinds]))


@torch.no_grad()
def evaluate(model: AccentFinder, boxes: Boxes) -> str:
    """Of the boxes found: the share of accents among as many, and twice as many, likeliest as there are.

    And the median error of the edges of those that hold one, in shares of the patch's side.
    """
    parts = np.array_split(np.flatnonzero(boxes.kind <= FOUND), 1 + len(boxes.kind) // 4096)
    logits = np.concatenate([model(*_asked(boxes, rows))[0].numpy() for rows in parts])
    holds = boxes.kind[np.concatenate(parts)] == FOUND
    count, order = int(holds.sum()), np.argsort(-logits, kind="stable")
    shares = [holds[order[: many * count]].sum() / max(count, 1) for many in (1, 2)]
    batch = batch_of(boxes, np.flatnonzero(boxes.kind == FOUND))
    errors = (model(batch.patches, batch.sizes)[1] - batch.places).abs().median() if count else np.nan
    return f"accents {count} found {shares[0]:.3f} {shares[1]:.3f} edges {float(errors):.3f}"


def _asked(boxes: Boxes, rows: np.ndarray) -> tuple[Tensor, Tensor]:
    batch = batch_of(boxes, rows)
    return batch.patches, batch.sizes


def main() -> None:
    parser = trainer_options(__doc__, rate=2e-3)
    add_options(parser)
    train(begin(parser))


def train(options: argparse.Namespace) -> None:
    """Look for the boxes, train on them, report on those of other pictures."""
    boxes, held_out = seen_and_held_out(options, see, read)
    model = AccentFinder()
    if options.resume is not None:
        load_weights(model, options.resume)
    shadow = copy.deepcopy(model).eval()
    print(f"{len(boxes.kind)} boxes, {np.bincount(boxes.kind)}, held out: {evaluate(shadow, held_out)}")

    def step(model: AccentFinder, batch: Batch) -> Step:
        logits, places = model(batch.patches, batch.sizes)
        holds = F.binary_cross_entropy_with_logits(logits.float(), batch.holds)
        there = batch.holds > 0
        errors = F.smooth_l1_loss(places[there].float(), batch.places[there], beta=_BETA, reduction="none")
        edges = errors.sum() / max(int(there.sum()), 1)
        return Step(holds + edges, len(batch.holds), (holds, edges))

    def told(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(state)
        return evaluate(shadow, held_out)

    source = batches(boxes, options.seed)
    path = options.out / "accents.pt"
    fit(model, source, step, told, options, path=path, clip=1.0, classes=visual_classes())


if __name__ == "__main__":
    main()
