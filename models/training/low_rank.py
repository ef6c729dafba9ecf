"""Training on with changes of low rank: new weights that cost a fraction of the old ones.

A layer's weights stay what they are and get the product of two thin matrices added (Hu et al. 2021,
https://arxiv.org/abs/2106.09685); biases are trained as they are, normalisations keep their statistics.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

_FACTORS = ".parametrizations.weight"


class Change(nn.Module):
    """Weights (M, ...) plus the product of factors (M, R) and (R, N), N numbers for each of the M outputs."""

    def __init__(self, weight: Tensor, rank: int) -> None:
        super().__init__()
        outputs, inputs = weight.flatten(1).shape
        rank = min(rank, outputs, inputs)
        self.left = nn.Parameter(torch.zeros(outputs, rank))
        self.right = nn.Parameter(torch.randn(rank, inputs) / inputs**0.5)

    def forward(self, weight: Tensor) -> Tensor:
        return weight + (self.left @ self.right).view_as(weight)


def let_change(model: nn.Module, rank: int) -> None:
    """Freeze the weights of all convolutions and linear layers but for a change of this rank."""
    for layer in list(model.modules()):
        if isinstance(layer, nn.Conv2d | nn.Linear):
            layer.weight.requires_grad_(False)
            parametrize.register_parametrization(layer, "weight", Change(layer.weight, rank))
        elif isinstance(layer, nn.BatchNorm2d):
            layer.eval()
            layer.weight.requires_grad_(False)


def plain(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a model as it was before :func:`let_change`; other weights come back as they are."""
    found: dict[str, Tensor] = {}
    for name, value in state.items():
        layer, parts, part = name.partition(_FACTORS)
        if not parts:
            found[name] = value
        elif part == ".original":
            factors = (state[f"{layer}{_FACTORS}.0.{side}"] for side in ("left", "right"))
            found[f"{layer}.weight"] = value + torch.mm(*factors).view_as(value)
    return found
