"""Train the typeface network: what a picture's symbols are, in the light of all of them.

    python -m scipix.models.training.train_typeface --data DIR --held-out DIR --seen DIR --out DIR
        --pictures N --minutes M [--models DIR] [--resume DIR]

First it sees ``--pictures`` pictures of ``--data`` with the weights of ``--models`` and a tenth as many of
``--held-out``; what was seen is kept in ``--seen`` and not seen again. ``--resume models`` goes on from the
committed weights. ``export --typeface OUT/typeface.pt --base DIR`` takes the result.
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

from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.font_families import FONTS
from scipix.models.training.resume import known_fonts, load_weights
from scipix.models.training.seen_once import add_options, seen_and_held_out
from scipix.models.training.train_heads import networks_of
from scipix.models.training.typeface import ExportedTypeface, Typeface, grown, last_layers, unfolded
from scipix.models.training.typeface_symbols import Symbols, read, see
from scipix.models.training.vocabulary import visual_classes

_EVENLY = 0.7
"""0 shows each font as often as it was seen, 1 all of them equally often."""
_FONT_WEIGHT = 0.1
"""Of the loss of the fonts."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Symbols of some pictures, as in :class:`Symbols`, with the number of each one's picture."""

    features: Tensor
    choices: Tensor
    logits: Tensor
    right: Tensor
    pictures: Tensor
    fonts: Tensor


def batch_of(symbols: Symbols, pictures: np.ndarray) -> Batch:
    """All symbols of the pictures named."""
    starts = np.concatenate([[0], symbols.ends[:-1]])
    lengths = (symbols.ends - starts)[pictures]
    rows = np.concatenate([np.arange(starts[one], symbols.ends[one]) for one in pictures])
    parts = (
        symbols.features[rows].astype(np.float32), symbols.choices[rows].astype(np.int64),
        symbols.logits[rows], symbols.right[rows].astype(np.int64),
        np.repeat(np.arange(len(pictures)), lengths), symbols.fonts[pictures].astype(np.int64),
    )  # fmt: skip
    return Batch(*map(torch.from_numpy, parts))


def batches(symbols: Symbols, size: int, seed: int) -> Iterator[Batch]:
    """Endless batches of ``size`` pictures, the fonts more even than they were seen."""
    rng = np.random.default_rng(seed)
    weights = np.bincount(symbols.fonts, minlength=len(FONTS))[symbols.fonts] ** -_EVENLY
    weights /= weights.sum()
    while True:
        yield batch_of(symbols, rng.choice(len(weights), size, p=weights))


def scores(model: Typeface, batch: Batch) -> tuple[Tensor, Tensor]:
    """Logits of the fonts (P, fonts), and of the choices of each symbol (N, CANDIDATES)."""
    fonts, codes = model(batch.features, batch.pictures, len(batch.fonts))
    return fonts, batch.logits + torch.einsum("nm,nkm->nk", codes, model.tell.weight[batch.choices])


@torch.no_grad()
def evaluate(model: Typeface, symbols: Symbols) -> str:
    """Shares of right fonts, right classes, and pictures all of whose classes are right, before and after."""
    found = np.zeros(3)
    asked = pictures = 0
    whole = np.zeros(2)
    for start in range(0, len(symbols.fonts), 64):
        batch = batch_of(symbols, np.arange(start, min(start + 64, len(symbols.fonts))))
        fonts, logits = scores(model, batch)
        of_interest = batch.right >= 0
        found[0] += int((fonts.argmax(1) == batch.fonts).sum())
        for number, choice in enumerate((torch.zeros_like(batch.right), logits.argmax(1))):
            is_right = (choice == batch.right) | ~of_interest
            found[1 + number] += int((is_right & of_interest).sum())
            wrong = torch.zeros(len(batch.fonts)).index_add(0, batch.pictures, (~is_right).float())
            whole[number] += int((wrong == 0).sum())
        asked, pictures = asked + int(of_interest.sum()), pictures + len(batch.fonts)
    return (
        f"fonts {found[0] / pictures:.3f} classes {found[1] / asked:.4f} {found[2] / asked:.4f} "
        f"pictures {whole[0] / pictures:.4f} {whole[1] / pictures:.4f}"
    )


def main() -> None:
    parser = trainer_options(__doc__, rate=2e-3)
    add_options(parser)
    parser.add_argument("--batch", type=int, default=32, help="pictures")
    train(begin(parser))


def train(options: argparse.Namespace) -> None:
    """See the symbols, train on them, report on those of other pictures."""
    symbols, held_out = seen_and_held_out(options, see, read)
    model = _begun(options, visual_classes())
    shadow = copy.deepcopy(model).eval()
    print(f"{len(symbols.right)} symbols, held out {len(held_out.right)}: {evaluate(shadow, held_out)}")

    def step(model: Typeface, batch: Batch) -> Step:
        fonts, logits = scores(model, batch)
        asked = batch.right >= 0
        classes = F.cross_entropy(logits[asked], batch.right[asked])
        font = F.cross_entropy(fonts, batch.fonts, label_smoothing=0.02)
        return Step(classes + _FONT_WEIGHT * font, int(asked.sum()), (classes, font))

    def told(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(state)
        return evaluate(shadow, held_out)

    source = batches(symbols, options.batch, options.seed)
    path = options.out / "typeface.pt"
    fit(model, source, step, told, options, path=path, clip=1.0, classes=visual_classes())


def _begun(options: argparse.Namespace, classes: list[str]) -> Typeface:
    """A new network, or one that goes on from exported weights."""
    if options.resume is None:
        return Typeface(len(classes))
    exported = ExportedTypeface(len(classes), known_fonts(options.resume))
    load_weights(exported, options.resume, classes)
    return grown(unfolded(exported, last_layers(*networks_of(options.resume, classes))))


if __name__ == "__main__":
    main()
