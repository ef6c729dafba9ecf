"""The training loop and the options that the three trainings share."""

from __future__ import annotations

import argparse
import copy
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from scipix.models.training.budget import Average, Budget, parameter_groups, save
from scipix.models.training.precision import fast_arithmetic

B = TypeVar("B")
M = TypeVar("M", bound=nn.Module)
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
    parser.add_argument(
        "--threads", type=int, default=torch.get_num_threads(), help="each works on a batch of its own"
    )
    return parser


def begin(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Read the options; set the seed, make the folder."""
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    return options


def fit(
    model: M,
    source: Iterator[B],
    step: Callable[[M, B], Step],
    scores: Callable[[dict[str, Tensor]], str],
    options: argparse.Namespace,
    *,
    path: Path,
    clip: float,
    **content: object,
) -> None:
    """Train until ``options.minutes`` are used up.

    Args:
        source: endless batches; each of ``options.threads`` threads takes one for every step.
        step: forward pass of one batch, under :func:`fast_arithmetic`; called by several threads.
        scores: what to print of the averaged weights.
        path: the checkpoint, written every five minutes and at the end with ``content`` beside the weights.
        clip: largest norm of the gradient.
    """
    optimizer = torch.optim.AdamW(parameter_groups(model, _WEIGHT_DECAY), lr=options.rate, betas=(0.9, 0.98))
    budget, average = Budget(options.minutes, options.rate), Average(model)
    logged = saved = time.monotonic()
    seen, means = 0, np.zeros(0)
    for number, results in enumerate(_gradients(model, source, step, options.threads)):
        budget.set_rate(optimizer)
        nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        average.update(model)
        seen += sum(result.size for result in results)
        figures = np.mean([[figure.item() for figure in result.figures] for result in results], 0)
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


def _gradients(
    model: M, source: Iterator[B], step: Callable[[M, B], Step], threads: int
) -> Iterator[list[Step]]:
    """Leave the mean gradient of some batches in ``model``, again and again.

    A batch a thread is faster than one batch whose every operation is shared by the threads: two threads show
    the detector 1.1 times as many pictures a second.
    """
    copies = [model, *(_sharing(model) for _ in range(threads - 1))]
    with ThreadPoolExecutor(threads, initializer=partial(torch.set_num_threads, 1)) as pool:
        while True:
            batches = [next(source) for _ in copies]
            results = list(pool.map(partial(_backward, step), copies, batches))
            for same in zip(*(one.parameters() for one in copies), strict=True):
                if same[0].requires_grad:
                    grads = [value.grad for value in same if value.grad is not None]
                    same[0].grad = torch.stack(grads).mean(0)
            yield results


def _backward(step: Callable[[M, B], Step], model: M, batch: B) -> Step:
    """The gradient of one batch, in ``model``."""
    model.zero_grad()
    with fast_arithmetic():
        result = step(model, batch)
    result.loss.backward()  # type: ignore[no-untyped-call]
    return result


def _sharing(model: M) -> M:
    """A copy with the same parameters, but with gradients and normalisation statistics of its own."""
    twin = copy.deepcopy(model)
    for mine, theirs in zip(model.parameters(), twin.parameters(), strict=True):
        theirs.data = mine.data
    return twin
