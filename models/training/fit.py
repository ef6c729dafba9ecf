"""The training loop and the options that the three trainings share."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from scipix.models.training.budget import Average, Budget, parameter_groups, save
from scipix.models.training.precision import fast_arithmetic

B = TypeVar("B")
_SAVE_EVERY, _LOG_EVERY = 300.0, 120.0
"""Seconds."""
_WEIGHT_DECAY = 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """What one batch gives: the loss to go down, how many things it was about, and the figures to print."""

    loss: Tensor
    size: int
    figures: Sequence[Tensor]


def trainer_options(description: str | None, rate: float) -> argparse.ArgumentParser:
    """Options of every training, with the peak learning rate that suits it."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser


def begin(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Read the options; set threads and seed, make the folder."""
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    return options


def fit(
    model: nn.Module,
    source: Iterable[B],
    step: Callable[[B], Step],
    scores: Callable[[dict[str, Tensor]], str],
    options: argparse.Namespace,
    *,
    path: Path,
    clip: float,
    **content: object,
) -> None:
    """Train until ``options.minutes`` are used up.

    Args:
        source: endless batches.
        step: forward pass of one batch, under :func:`fast_arithmetic`.
        scores: what to print of the averaged weights.
        path: the checkpoint, written every five minutes and at the end with ``content`` beside the weights.
        clip: largest norm of the gradient.
    """
    optimizer = torch.optim.AdamW(parameter_groups(model, _WEIGHT_DECAY), lr=options.rate, betas=(0.9, 0.98))
    budget, average = Budget(options.minutes, options.rate), Average(model)
    logged = saved = time.monotonic()
    seen, means = 0, np.zeros(0)
    for number, batch in enumerate(source):
        budget.set_rate(optimizer)
        with fast_arithmetic():
            result = step(batch)
        optimizer.zero_grad()
        result.loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        average.update(model)
        seen += result.size
        figures = np.array([figure.item() for figure in result.figures])
        means = 0.98 * means + 0.02 * figures if number else figures
        now, done = time.monotonic(), budget.progress() >= 1
        if now - saved > _SAVE_EVERY or done:
            saved = now
            save(path, average=average.state, seen=seen, **content)
        if now - logged > _LOG_EVERY or done:
            logged = now
            told = f"{budget.progress():.3f} step {number} seen {seen} loss {np.round(means, 4)}"
            print(told, scores(average.state), flush=True)
        if done:
            return
