"""Train the symbol detector.

    python -m scipix.models.training.train_detector --data DIR --held-out DIR --out DIR --minutes M
        [--resume PATH]

Prints one line a minute: losses, pictures seen, and on held-out crops precision, recall and class accuracy.
``--resume`` takes a checkpoint or a folder of exported weights (``--resume models``: the repository's own).
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from scipix.engine.recognize.detect import STRIDE
from scipix.models.training.detector import Detector
from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.pictures import Crops, batches, heat_targets, importance
from scipix.models.training.precision import fast_arithmetic
from scipix.models.training.resume import load_weights
from scipix.models.training.settle import settle
from scipix.models.training.vocabulary import visual_classes

WIDTHS = (24, 48, 96, 144, 144)
_NEAR = torch.tensor([[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]])


def focal(logits: Tensor, target: Tensor, importance: Tensor) -> Tensor:
    """Penalty-reduced focal loss of CenterNet, per positive; ``importance`` weighs the positives."""
    positive = target.eq(1)
    log_p, log_q = F.logsigmoid(logits), F.logsigmoid(-logits)
    p = log_p.exp()
    gain = torch.where(positive, importance * (1 - p) ** 2 * log_p, (1 - target) ** 4 * p**2 * log_q)
    return -gain.sum() / positive.sum().clamp(min=1)


def edge_loss(edges: Tensor, boxes: Tensor, images: Tensor) -> Tensor:
    """L1 of log(1 + distance) to the four sides, at the centre cell and its neighbours."""
    _, _, height, width = edges.shape
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    column = (centres[:, 0] / STRIDE).long()[:, None] + _NEAR[:, 0]
    row = (centres[:, 1] / STRIDE).long()[:, None] + _NEAR[:, 1]
    column, row = column.clamp(0, width - 1), row.clamp(0, height - 1)
    x, y = (column + 0.5) * STRIDE, (row + 0.5) * STRIDE
    sides = torch.stack(
        [x - boxes[:, 0:1], y - boxes[:, 1:2], boxes[:, 2:3] - x, boxes[:, 3:4] - y], -1
    )  # fmt: skip
    found = edges.permute(0, 2, 3, 1)[images[:, None], row, column]
    return F.l1_loss(found, torch.log1p(sides.clamp(min=0)))


def losses(model: Detector, batch: Crops, rng: np.random.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Heat, edge and class losses, and the share of right classes."""
    boxes, images = torch.from_numpy(batch.boxes), torch.from_numpy(batch.images)
    features = model.features(torch.from_numpy(batch.ink).to(memory_format=torch.channels_last))
    heat, edges = model.maps(features)
    size = (boxes[:, 2:] - boxes[:, :2]).repeat(1, 2)
    noise = torch.from_numpy(rng.normal(0, 0.06, boxes.shape).astype(np.float32))
    shaken = boxes + noise * size.clamp(max=20)
    labels = torch.from_numpy(batch.classes)
    logits = model.classify(features, images, shaken).float()
    known = labels >= 0
    classes = F.cross_entropy(logits[known], labels[known], label_smoothing=0.03)
    right = (logits[known].argmax(1) == labels[known]).float().mean()
    centres = focal(heat.float(), torch.from_numpy(heat_targets(batch)), torch.from_numpy(importance(batch)))
    return centres, edge_loss(edges.float(), boxes, images), classes, right


@torch.no_grad()
def evaluate(model: Detector, held_out: list[Crops]) -> str:
    """Recall of centres (a peak within 3 px), precision of peaks, class accuracy at the true boxes."""
    model.eval()
    hits = peaks = symbols = right = 0
    for batch in held_out:
        with fast_arithmetic():
            features = model.features(torch.from_numpy(batch.ink))
            heat, _ = model.maps(features)
            logits = model.classify(features, torch.from_numpy(batch.images), torch.from_numpy(batch.boxes))
        heat = heat.float().sigmoid()
        top = (heat == F.max_pool2d(heat[:, None], 3, 1, 1)[:, 0]) & (heat > 0.3)
        where = top.nonzero().numpy()
        for image in range(len(batch.ink)):
            cells = where[where[:, 0] == image][:, [2, 1]]
            mine = (cells + 0.5) * STRIDE
            boxes = batch.boxes[batch.images == image]
            centres = (boxes[:, :2] + boxes[:, 2:]) / 2
            reach = np.maximum(4.0, (boxes[:, 2:] - boxes[:, :2]) / 5)
            near = (np.abs(mine[None] - centres[:, None]) <= reach[:, None]).all(-1)
            hits += int(near.any(1).sum())
            peaks += len(mine)
            symbols += len(boxes)
        right += int((logits.argmax(1).numpy() == batch.classes).sum())
    model.train()
    return f"recall {hits / symbols:.4f} precision {hits / max(1, peaks):.4f} classes {right / symbols:.4f}"


def main() -> None:
    parser = trainer_options(__doc__, rate=2.5e-3)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--batch", type=int, default=12)
    options = begin(parser)
    classes = visual_classes()
    model = Detector(len(classes), WIDTHS).to(memory_format=torch.channels_last)
    if options.resume:
        resume(model, classes, options)
    train(model, classes, options)


def resume(model: Detector, classes: list[str], options: argparse.Namespace) -> None:
    """Begin with the weights of ``options.resume``."""
    load_weights(model, options.resume, classes)
    if options.resume.is_dir():
        shown = islice(batches(options.data, classes, options.batch, options.seed + 1), 16)
        inks = ((torch.from_numpy(one.ink),) for one in shown)
        settle(model, lambda ink: model.maps(model.features(ink)), inks)


def train(model: Detector, classes: list[str], options: argparse.Namespace) -> None:
    """Train and report on held-out crops."""
    shadow = Detector(len(classes), WIDTHS)
    held_out = list(islice(batches(options.held_out, classes, options.batch, 999), 16))
    rng = np.random.default_rng(options.seed)

    def step(model: Detector, batch: Crops) -> Step:
        heat, edge, kind, right = losses(model, batch, rng)
        return Step(heat + 2.0 * edge + kind, len(batch.ink), (heat, edge, kind, right))

    def scores(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(state)
        return evaluate(shadow, held_out)

    source = batches(options.data, classes, options.batch, options.seed)
    path = options.out / "detector.pt"
    fit(model, source, step, scores, options, path=path, clip=5.0, classes=classes, widths=WIDTHS)


if __name__ == "__main__":
    main()
