"""The symbol detector: a small convolutional pyramid that finds symbols and tells their class.

Input: ink, float (B, 1, H, W) in 0..1 (1 = ink), H and W multiples of 32, one em about 24 px. Features live
on a grid of 4 px, heat and boxes on one of 2 px: neighbouring narrow letters in scripts, and a letter there
and its accent, stand closer than 4 px.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from scipix.engine.recognize.detect import STRIDE

GRID = 4
"""Class features are sampled on GRID x GRID points spread over the box."""
FINER = 2
"""Cells of heat and boxes that a cell of the features is high and wide."""


class Conv(nn.Sequential):
    """Convolution, batch normalisation, ReLU."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1, kernel: int = 3) -> None:
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Residual(nn.Module):
    """Two 3x3 convolutions around a shortcut (He et al. 2015)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = Conv(width, width)
        self.second = nn.Sequential(nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.second(self.first(x)))


class Detector(nn.Module):
    """Heat map, boxes and class logits.

    Args:
        classes: number of visual classes.
        widths: channels at strides 2, 4, 8, 16 and 32.
    """

    def __init__(self, classes: int, widths: tuple[int, ...] = (24, 64, 112, 160, 160)) -> None:
        super().__init__()
        w2, w4, w8, w16, w32 = widths
        self.stem = Conv(1, w2, 2)
        self.s4 = nn.Sequential(Conv(w2, w4, 2), Residual(w4), Residual(w4))
        self.s8 = nn.Sequential(Conv(w4, w8, 2), Residual(w8), Residual(w8), Residual(w8))
        self.s16 = nn.Sequential(Conv(w8, w16, 2), Residual(w16), Residual(w16), Residual(w16))
        self.s32 = nn.Sequential(Conv(w16, w32, 2), Residual(w32), Residual(w32))
        self.up16 = Conv(w32, w16, kernel=1)
        self.up8 = nn.Sequential(Conv(w16, w8, kernel=1))
        self.mix8 = Conv(w8, w8)
        self.up4 = Conv(w8, w4, kernel=1)
        self.mix4 = nn.Sequential(Conv(w4, w4), Conv(w4, w4))
        self.heat = nn.Sequential(Conv(w4, 48), nn.Conv2d(48, FINER**2, 1))
        self.edges = nn.Sequential(Conv(w4, 48), nn.Conv2d(48, 4 * FINER**2, 1))
        self.classifier = nn.Sequential(
            nn.Linear(w4 * GRID * GRID, 320), nn.ReLU(inplace=True), nn.Linear(320, classes)
        )
        nn.init.constant_(self.heat[1].bias, -4.0)  # type: ignore[arg-type, union-attr]
        nn.init.constant_(self.edges[1].bias, 1.8)  # type: ignore[arg-type, union-attr]

    def features(self, ink: Tensor) -> Tensor:
        """Feature map at stride 4, (B, C, H/4, W/4)."""
        f4 = self.s4(self.stem(ink))
        f8 = self.s8(f4)
        f16 = self.s16(f8)
        f32 = self.s32(f16)
        f16 = f16 + F.interpolate(self.up16(f32), scale_factor=2.0, mode="nearest")
        f8 = self.mix8(f8 + F.interpolate(self.up8(f16), scale_factor=2.0, mode="nearest"))
        mixed: Tensor = self.mix4(f4 + F.interpolate(self.up4(f8), scale_factor=2.0, mode="nearest"))
        return mixed

    def maps(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Heat logits (B, H/2, W/2) and distances to the edges, log(1 + px), (B, 4, H/2, W/2).

        The edges are left, top, right, bottom.
        """
        heat = F.pixel_shuffle(self.heat(features), FINER)[:, 0]
        return heat, F.pixel_shuffle(self.edges(features), FINER)

    def classify(self, features: Tensor, images: Tensor, boxes: Tensor) -> Tensor:
        """Class logits (N, classes) of boxes (N, 4) in pixels, each in the picture ``images`` (N,) names."""
        return self.classifier(sample_grid(features, images, boxes))  # type: ignore[no-any-return]


def sample_grid(features: Tensor, images: Tensor, boxes: Tensor) -> Tensor:
    """Bilinear samples of the feature map on a grid over each box, flattened to (N, C * GRID * GRID)."""
    _, channels, height, width = features.shape
    steps = (torch.arange(GRID, device=boxes.device, dtype=boxes.dtype) + 0.5) / GRID
    x = (boxes[:, 0:1] + (boxes[:, 2:3] - boxes[:, 0:1]) * steps) / (STRIDE * FINER) - 0.5
    y = (boxes[:, 1:2] + (boxes[:, 3:4] - boxes[:, 1:2]) * steps) / (STRIDE * FINER) - 0.5
    x = x.clamp(0, width - 1.001)[:, None, :].expand(-1, GRID, -1).reshape(-1, GRID * GRID)
    y = y.clamp(0, height - 1.001)[:, :, None].expand(-1, -1, GRID).reshape(-1, GRID * GRID)
    flat = features.permute(0, 2, 3, 1).reshape(-1, channels)
    left, top = x.floor(), y.floor()
    fx, fy = (x - left)[..., None], (y - top)[..., None]
    base = images[:, None] * (height * width) + top.long() * width + left.long()
    right = (left < width - 1).long()
    below = (top < height - 1).long() * width
    upper = flat[base] * (1 - fx) + flat[base + right] * fx
    lower = flat[base + below] * (1 - fx) + flat[base + below + right] * fx
    return (upper * (1 - fy) + lower * fy).flatten(1)
