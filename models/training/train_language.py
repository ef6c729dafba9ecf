"""Train the language model: which LaTeX is likely to be written.

    python -m scipix.models.training.train_language --texts FILE --held-out FILE --out DIR --minutes M
        [--resume DIR]

``--texts`` is what :mod:`texts` made, ``--held-out`` a plain text of formulas, one a line, that tells how
well others are foretold. ``--resume models`` goes on from the committed weights, if their words are those of
the texts. ``export --language OUT/language.pt --base DIR`` takes the result.
"""

from __future__ import annotations

import argparse
import copy
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from scipix.engine.recognize.language import BORDER, UNKNOWN, numbers_of
from scipix.engine.weights import read_manifest, read_words
from scipix.models.training.corpus import shuffled
from scipix.models.training.fit import Step, begin, fit, trainer_options
from scipix.models.training.language import LanguageModel
from scipix.models.training.resume import load_weights
from scipix.models.training.texts import GRAMMAR, Text, Texts, in_words, read

_LENGTH = 160
"""Words of a row."""
_OF_GRAMMAR = 0.2
"""Share of the rows."""
_ALONE, _JOINED = 0.5, 0.7
"""Share of the rows whose formulas stand one by one; of borders that are left out in the others, as real
formulas are longer than most of the sources'."""
_TOLD = 500
"""Held-out formulas."""


def rows(texts: Texts, seed: int) -> Iterator[Text]:
    """Endless rows of ``_LENGTH + 1`` words: formulas that follow one another in a source."""
    rng = np.random.default_rng(seed)
    starts = {name: np.flatnonzero(one == BORDER) for name, one in texts.sources.items()}
    names = [name for name in starts if len(starts[name])]
    weights = _weights(texts, names)
    while True:
        name = names[rng.choice(len(names), p=weights)]
        of = texts.sources[name]
        first = rng.choice(starts[name])
        row = np.resize(of[first : first + 4 * _LENGTH], 4 * _LENGTH)
        if rng.random() >= _ALONE:
            left_out = (row == BORDER) & (rng.random(len(row)) < _JOINED)
            left_out[0] = False
            row = row[~left_out]
        yield row[: _LENGTH + 1]


def _weights(texts: Texts, names: list[str]) -> np.ndarray:
    """Shares of the sources: the larger the more, but none rules; the grammar has its own."""
    sizes = np.array([0.0 if name == GRAMMAR else len(texts.sources[name]) ** 0.6 for name in names])
    shares = sizes / max(sizes.sum(), 1e-9) * (1 - _OF_GRAMMAR)
    made = np.array([_OF_GRAMMAR if name == GRAMMAR else 0.0 for name in names])
    return (shares + made) / (shares + made).sum()


def batches(texts: Texts, size: int, seed: int) -> Iterator[Tensor]:
    """Endless batches of ``size`` rows."""
    source = rows(texts, seed)
    while True:
        yield torch.from_numpy(np.stack([next(source) for _ in range(size)]).astype(np.int64))


@torch.no_grad()
def evaluate(model: LanguageModel, formulas: list[Tensor]) -> str:
    """Nats a word of each formula alone, and the perplexity."""
    lost = words = 0.0
    for one in formulas:
        lost += float(F.cross_entropy(model(one[None, :-1])[0], one[1:], reduction="sum"))
        words += len(one) - 1
    return f"held out {lost / words:.3f} perplexity {np.exp(lost / words):.2f}"


def main() -> None:
    parser = trainer_options(__doc__, rate=3e-3)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--batch", type=int, default=32, help="rows")
    train(begin(parser))


def train(options: argparse.Namespace) -> None:
    """Train on the texts, report on the held-out formulas."""
    texts = read(options.texts)
    numbers = numbers_of(texts.words)
    formulas = [
        torch.tensor([BORDER, *(numbers.get(word, UNKNOWN) for word in one), BORDER])
        for one in in_words(shuffled(options.held_out, options.seed)[:_TOLD])
    ]
    model = _begun(options, texts.words)
    shadow = copy.deepcopy(model).eval()

    def step(model: LanguageModel, batch: Tensor) -> Step:
        logits = model(batch[:, :-1])
        loss = F.cross_entropy(logits.float().flatten(0, 1), batch[:, 1:].flatten())
        return Step(loss, batch.numel(), (loss,))

    def told(state: dict[str, Tensor]) -> str:
        shadow.load_state_dict(state)
        return evaluate(shadow, formulas)

    source = batches(texts, options.batch, options.seed)
    path = options.out / "language.pt"
    fit(model, source, step, told, options, path=path, clip=1.0, words=list(texts.words))


def _begun(options: argparse.Namespace, words: tuple[str, ...]) -> LanguageModel:
    """A new model, or one that goes on from a checkpoint or a folder with the same words."""
    model, before = LanguageModel(len(words)), options.resume
    if before is None:
        return model
    if before.is_dir():
        known = read_words(read_manifest(before).model("words"))
    else:
        known = tuple(torch.load(before, weights_only=True)["words"])
    if known != words:
        raise SystemExit(f"{before}: knows other words than these texts; train anew, or with its texts")
    load_weights(model, before)
    return model


if __name__ == "__main__":
    main()
