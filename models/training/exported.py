"""The networks as they are exported: with what ONNX Runtime is to compute behind them."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from scipix.engine.recognize.detect import CHOICES
from scipix.engine.recognize.geometry import PAIR_FEATURES, SYMBOL_FEATURES
from scipix.models.training.detector import Detector, sample_grid


class ExportedDetector(nn.Module):
    """ink -> features, heat at local maxima only, edge distances in pixels."""

    def __init__(self, detector: Detector) -> None:
        super().__init__()
        self.detector = detector

    def forward(self, ink: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        features = self.detector.features(ink)
        heat, edges = self.detector.maps(features)
        chance = torch.sigmoid(heat)
        peak = F.max_pool2d(chance[:, None], 3, 1, 1)[:, 0]
        return features, chance * (chance >= peak).float(), edges.exp() - 1


class ExportedClassifier(nn.Module):
    """features of one picture and boxes -> class logits."""

    def __init__(self, detector: Detector) -> None:
        super().__init__()
        self.classifier = detector.classifier

    def forward(self, features: Tensor, boxes: Tensor) -> Tensor:
        images = torch.zeros_like(boxes[:, 0]).long()
        return self.classifier(sample_grid(features, images, boxes))  # type: ignore[no-any-return]


def parser_inputs(count: int, classes: int) -> dict[str, Tensor]:
    """Random inputs of the parser for ``count`` symbols."""
    return {
        "choices": torch.randint(0, classes, (1, count, CHOICES)), "chances": torch.rand(1, count, CHOICES),
        "symbols": torch.randn(1, count, SYMBOL_FEATURES),
        "pairs": torch.randn(1, count, count, PAIR_FEATURES),
        "present": torch.ones(1, count),
    }  # fmt: skip
