"""The glyph classifier: one symbol's patch -> class. Sees finer than the detector's stride of four pixels."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from scipix.models.training.detector import Conv


class GlyphClassifier(nn.Module):
    """Patch (N, 1, 24, 24) and log sizes (N, 2) -> class logits (N, classes)."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.look = nn.Sequential(
            Conv(1, 32), Conv(32, 48, 2), Conv(48, 64), Conv(64, 96, 2), Conv(96, 128), nn.MaxPool2d(2)
        )  # fmt: skip
        self.tell = nn.Sequential(nn.Linear(128 * 9 + 2, 320), nn.ReLU(inplace=True), nn.Linear(320, classes))

    def forward(self, patches: Tensor, sizes: Tensor) -> Tensor:
        seen = self.look(patches).flatten(1)
        return self.tell(torch.cat([seen, sizes.to(seen.dtype)], 1))  # type: ignore[no-any-return]
