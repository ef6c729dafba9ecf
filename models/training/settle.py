"""Batch normalisations that come out of an ONNX file, made fit for training."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn


@torch.no_grad()
def settle(model: nn.Module, forward: Callable[..., object], shown: Iterable[tuple[Tensor, ...]]) -> None:
    """Give batch normalisations the statistics of real batches without changing a single answer.

    ONNX has them folded away, so :mod:`resume` leaves neutral ones. Training normalises by the batch:
    with neutral scales it would throw away the scale of every channel in its first step.

    Args:
        forward: called with each item of ``shown``; runs every normalisation of ``model``.
    """
    seen: dict[nn.BatchNorm2d, list[tuple[Tensor, Tensor]]] = {}

    def look(module: nn.BatchNorm2d, inputs: tuple[Tensor, ...]) -> None:
        values = inputs[0].double()
        moments = values.mean((0, 2, 3)), values.var((0, 2, 3))
        seen.setdefault(module, []).append(moments)

    layers = [module for module in model.modules() if isinstance(module, nn.BatchNorm2d)]
    hooks = [layer.register_forward_pre_hook(look) for layer in layers]
    with evaluating(model):
        for item in shown:
            forward(*item)
    for hook in hooks:
        hook.remove()
    for layer, moments in seen.items():
        means, variances = zip(*moments, strict=True)
        _restate(layer, torch.stack(means).mean(0), torch.stack(variances).mean(0))


def _restate(layer: nn.BatchNorm2d, mean: Tensor, variance: Tensor) -> None:
    """New statistics, and scale and shift that make the layer the same function as before."""
    scale = layer.weight / (layer.running_var + layer.eps).sqrt()
    layer.bias.add_((mean - layer.running_mean) * scale)
    layer.weight.copy_(scale * (variance + layer.eps).sqrt())
    layer.running_mean.copy_(mean)
    layer.running_var.copy_(variance)


@contextmanager
def evaluating(model: nn.Module) -> Iterator[None]:
    """Evaluation mode for a while."""
    training = model.training
    model.eval()
    try:
        yield
    finally:
        model.train(training)
