"""The accent network: whether a box holds an accent beside its letter, and where both are."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from scipix.models.training.detector import Conv

_WIDTH = 96
_DROP = 0.15


class AccentFinder(nn.Module):
    """Patches (N, 1, 32, 32) and log sizes (N, 2) -> logits (N,), places of accent and letter (N, 8).

    Places are edges as seen from the middle of the box, in shares of the patch's side.
    """

    def __init__(self) -> None:
        super().__init__()
        self.look = nn.Sequential(
            Conv(1, 16, 2), Conv(16, 32), Conv(32, 48, 2), Conv(48, 64), nn.MaxPool2d(2)
        )  # fmt: skip
        self.known = nn.Linear(64 * 16 + 2, _WIDTH)
        self.drop = nn.Dropout(_DROP)
        self.tell = nn.Linear(_WIDTH, 9)

    def forward(self, patches: Tensor, sizes: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.look(patches).flatten(1)
        known = F.relu(self.known(torch.cat([seen, sizes.to(seen.dtype)], 1)))
        told = self.tell(self.drop(known))
        return told[:, 0], told[:, 1:]
