"""Train the layout parser on layout graphs, with the detector's mistakes imitated or (``--seen``) real.

    python -m scipix.models.training.train_parser --data DIR... --held-out DIR --out DIR --minutes M
        [--seen DIR --confusions FILE] [--resume PATH [--parts NAME...]]

Prints one line a minute: losses, formulas seen, and the scores on held-out formulas.
``--resume`` takes a checkpoint, an ONNX file or a folder of exported weights (``--resume models``: the
repository's own). With ``--parts`` only parameters whose names begin or end so are trained: the exported file
is the same in all others, and the repository's history grows by what has changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from scipix.models.training.examples import load_confusions
from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.parser import LayoutParser
from scipix.models.training.parser_batches import Batch, batches
from scipix.models.training.resume import load_weights
from scipix.models.training.vocabulary import visual_classes


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
    parser = trainer_options(__doc__, rate=1.2e-3)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--confusions", type=Path, help=".npy (classes, K): what each class is taken for")
    parser.add_argument("--seen", type=Path, help="folder made by observe")
    parser.add_argument("--parts", nargs="+", help="what is trained, such as classes, layers.4. or .bias")
    options = begin(parser)
    vocabulary = visual_classes()
    model = LayoutParser(len(vocabulary))
    if options.resume:
        load_weights(model, options.resume, vocabulary)
    if options.parts:
        freeze(model, options.parts)
    train(model, vocabulary, options)


def freeze(model: LayoutParser, parts: Sequence[str]) -> None:
    """Leave only the parameters to train whose names begin or end with one of the parts.

    Raises:
        SystemExit: a part names nothing.
    """
    for part in parts:
        if not any(name.startswith(part) or name.endswith(part) for name, _ in model.named_parameters()):
            raise SystemExit(f"No parameter of the parser begins or ends with {part}.")
    for name, value in model.named_parameters():
        value.requires_grad_(name.startswith(tuple(parts)) or name.endswith(tuple(parts)))


def train(model: LayoutParser, vocabulary: list[str], options: argparse.Namespace) -> None:
    """Train and report on held-out formulas."""
    shadow = LayoutParser(len(vocabulary))
    confusions = load_confusions(options.confusions, len(vocabulary))
    held_out = list(islice(batches([options.held_out], vocabulary, confusions, 999), 24))

    def step(model: LayoutParser, batch: Batch) -> Step:
        link, kind, mode, real = losses(model, batch)
        return Step(link + 0.3 * kind + 0.5 * mode + 0.5 * real, len(batch.links), (link, kind, mode, real))

    def scores(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(state)
        return evaluate(shadow, held_out)

    source = batches(options.data, vocabulary, confusions, options.seed, options.seen)
    path = options.out / "parser.pt"
    fit(model, source, step, scores, options, path=path, clip=1.0, classes=vocabulary)


if __name__ == "__main__":
    main()
