"""What every training here shares: a learning rate that fits the time, averaged weights, checkpoints."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from torch import nn


class Budget:
    """Wall-clock schedule: linear warm-up, then a cosine to a fiftieth of the peak when the time is up."""

    def __init__(self, minutes: float, peak: float, warm_up: float = 0.02) -> None:
        self.start = time.monotonic()
        self.seconds = minutes * 60
        self.peak = peak
        self.warm_up = warm_up

    def progress(self) -> float:
        """Share of the time used, 0..1."""
        return min(1.0, (time.monotonic() - self.start) / self.seconds)

    def set_rate(self, optimizer: torch.optim.Optimizer) -> float:
        """Set and return the learning rate that is due now."""
        done = self.progress()
        if done < self.warm_up:
            shape = done / self.warm_up
        else:
            shape = 0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2
        for group in optimizer.param_groups:
            group["lr"] = self.peak * shape
        return self.peak * shape


class Average:
    """Exponential moving average of weights and buffers (Polyak); what is evaluated and shipped."""

    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.steps = 0
        self.state = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for name, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                self.state[name].lerp_(value, 1 - decay)
            else:
                self.state[name].copy_(value)


def save(path: Path, **content: Any) -> None:
    """Write a checkpoint, complete or not at all."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.rename(path)


def parameter_groups(model: nn.Module, decay: float) -> Iterable[dict[str, Any]]:
    """Weight decay for matrices and kernels, none for biases and normalisation; without what is frozen."""
    trained = [p for p in model.parameters() if p.requires_grad]
    matrices = [p for p in trained if p.ndim > 1]
    vectors = [p for p in trained if p.ndim <= 1]
    return [{"params": matrices, "weight_decay": decay}, {"params": vectors, "weight_decay": 0.0}]
