"""Train the last layers of both classifiers together, on symbols as the recogniser finds them.

    python -m scipix.models.training.train_heads --resume models --data DIR --held-out DIR --out DIR
        --pictures N --minutes M [--rank R]

Each classifier was trained alone, the detector's at the true boxes. What counts is the product of their
chances at the boxes that are found, and this is what is made likelier here; of each alone the classes stay
good, for some questions go to one of them. All layers before stay as they are, so thousands of symbols a
second are learned from. ``export --heads OUT/heads.pt --base DIR`` takes the result.
"""

from __future__ import annotations

import argparse
import copy
import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from scipix.engine.recognize.detect import SHAPE_SHARE
from scipix.models.training.detector import Detector
from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.found_symbols import Found, found
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.low_rank import let_change, plain
from scipix.models.training.resume import load_weights
from scipix.models.training.train_detector import WIDTHS
from scipix.models.training.vocabulary import visual_classes

_ALONE = 0.3
"""Weight of each classifier's own loss against that of their product."""
_HELD_OUT = 600
"""Pictures."""


class Heads(nn.Module):
    """Features of symbols -> log chances (N, classes): both together, by context, by shape."""

    def __init__(self, context: nn.Sequential, shape: nn.Sequential) -> None:
        super().__init__()
        self.context, self.shape = context, shape

    def forward(self, context: Tensor, shape: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        around = F.log_softmax(self.context(context), 1)
        alone = F.log_softmax(self.shape(shape), 1)
        return (1 - SHAPE_SHARE) * around + SHAPE_SHARE * alone, around, alone


def networks_of(models: Path, classes: list[str]) -> tuple[Detector, GlyphClassifier]:
    """Both networks of a folder of exported weights."""
    detector, glyphs = Detector(len(classes), WIDTHS), GlyphClassifier(len(classes))
    load_weights(detector, models, classes)
    load_weights(glyphs, models, classes)
    return detector, glyphs


def heads_of(detector: Detector, glyphs: GlyphClassifier) -> Heads:
    """The last layers of both networks, shared with them."""
    return Heads(detector.classifier, glyphs.tell)


def batches(symbols: Found, size: int, seed: int) -> Iterator[Found]:
    """Endless batches, every symbol once before any comes again."""
    rng = np.random.default_rng(seed)
    while True:
        order = rng.permutation(len(symbols))
        for start in range(0, max(1, len(order) - size + 1), size):
            rows = order[start : start + size]
            yield Found(symbols.context[rows], symbols.shape[rows], symbols.labels[rows])


def losses(model: Heads, batch: Found) -> list[Tensor]:
    """Cross-entropy of both together, by context and by shape."""
    labels = torch.from_numpy(batch.labels)
    outputs = model(torch.from_numpy(batch.context).float(), torch.from_numpy(batch.shape).float())
    return [F.cross_entropy(output, labels, label_smoothing=0.03) for output in outputs]


@torch.no_grad()
def evaluate(model: Heads, held_out: Found) -> str:
    """Share of right classes: both together, by context, by shape."""
    right = np.zeros(3)
    for start in range(0, len(held_out), 4096):
        rows = slice(start, start + 4096)
        context = torch.from_numpy(held_out.context[rows]).float()
        shape = torch.from_numpy(held_out.shape[rows]).float()
        for number, output in enumerate(model(context, shape)):
            right[number] += (output.argmax(1).numpy() == held_out.labels[rows]).sum()
    both, around, alone = right / len(held_out)
    return f"classes {both:.4f} by context {around:.4f} by shape {alone:.4f}"


def main() -> None:
    parser = trainer_options(__doc__, rate=1e-3)
    parser.set_defaults(resume=Path("models"))  # a folder: its weights see the symbols, too
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=20_000, help="to see before the training")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--rank", type=int, help="of the changes to the weights; without: any")
    train(begin(parser))


def train(options: argparse.Namespace) -> None:
    """See the symbols, train on them, report on those of other pictures."""
    classes = visual_classes()
    model = heads_of(*networks_of(options.resume, classes))
    held_out = found(options.resume, options.held_out, _HELD_OUT, 999, options.workers)
    symbols = found(options.resume, options.data, options.pictures, options.seed, options.workers)
    print(f"{len(symbols)} symbols, held out {len(held_out)}: {evaluate(model, held_out)}", flush=True)
    shadow = copy.deepcopy(model)
    if options.rank:
        let_change(model, options.rank)

    def step(model: Heads, batch: Found) -> Step:
        both, around, alone = losses(model, batch)
        return Step(both + _ALONE * (around + alone), len(batch), (both, around, alone))

    def scores(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(plain(state))
        return evaluate(shadow, held_out)

    source = batches(symbols, options.batch, options.seed)
    fit(model, source, step, scores, options, path=options.out / "heads.pt", clip=5.0, classes=classes)


if __name__ == "__main__":
    main()
