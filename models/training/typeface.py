"""The typeface network: all symbols of a picture -> corrections of their classes.

It knows of each symbol what the last hidden layers of both classifiers know. Where one symbol leaves it open
which typeface it is set in, all of a picture together do not, and in that typeface each is looked at again.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from scipix.models.training.detector import Detector
from scipix.models.training.font_families import FONTS
from scipix.models.training.glyphs import GlyphClassifier

Layers = tuple[nn.Linear, nn.Linear]
_FONT_WIDTH, _WIDTH = 48, 64
_DROP = 0.1
FEATURES = 640
"""Hidden units of both classifiers' heads."""
_SCALE = 0.25
"""Brings these to about 1."""
_UNLIKELY = -10.0
"""A symbol's vote for a font that is not known yet."""


class Typeface(nn.Module):
    """Features of symbols (N, FEATURES) with the number of each one's picture -> chances of fonts, and codes.

    A symbol's code times ``tell.weight`` is the correction of its classes' logits.
    """

    def __init__(self, classes: int, fonts: int = len(FONTS)) -> None:
        super().__init__()
        self.drop = nn.Dropout(_DROP)
        self.font_look = nn.Linear(FEATURES, _FONT_WIDTH)
        self.font = nn.Linear(_FONT_WIDTH, fonts)
        self.look = nn.Linear(FEATURES, _WIDTH)
        self.in_font = nn.Linear(fonts, _WIDTH, bias=False)
        self.tell = nn.Linear(_WIDTH + fonts, classes, bias=False)
        nn.init.zeros_(self.tell.weight)

    def forward(self, features: Tensor, pictures: Tensor, count: int) -> tuple[Tensor, Tensor]:
        """Logits of the fonts of ``count`` pictures (count, fonts), and codes of the symbols (N, M)."""
        seen = self.drop(features) * _SCALE
        votes = self.font(F.relu(self.font_look(seen)))
        sums = votes.new_zeros(count, votes.shape[1]).index_add(0, pictures, votes)
        symbols = torch.bincount(pictures, minlength=count).clamp(min=1)
        fonts = sums / symbols[:, None].sqrt()
        chances = fonts.softmax(1)
        own = self.drop(F.relu(self.look(seen) + self.in_font(chances)[pictures]))
        return fonts, torch.cat([own, chances[pictures]], 1)


class ExportedTypeface(nn.Module):
    """Logits of both classifiers, (N, classes) each, of one picture -> corrections (N, classes).

    A head's hidden layer follows from its logits, as it has fewer units than there are classes, so that the
    classifiers' files need not be changed: ``sense`` is the first layers behind that inverse.
    """

    def __init__(self, classes: int, fonts: int = len(FONTS)) -> None:
        super().__init__()
        self.sense = nn.Linear(2 * classes, _FONT_WIDTH + _WIDTH)
        self.font = nn.Linear(_FONT_WIDTH, fonts)
        self.in_font = nn.Linear(fonts, _WIDTH, bias=False)
        self.tell = nn.Linear(_WIDTH + fonts, classes, bias=False)

    def forward(self, context: Tensor, shape: Tensor) -> Tensor:
        seen = self.sense(torch.cat([context, shape], 1))
        votes = self.font(F.relu(seen[:, :_FONT_WIDTH]))
        symbols = torch.ones_like(votes[:, :1]).sum()
        chances = (votes.sum(0, keepdim=True) / symbols.sqrt()).softmax(1)
        own = F.relu(seen[:, _FONT_WIDTH:] + self.in_font(chances))
        return self.tell(torch.cat([own, chances.expand(own.shape[0], -1)], 1))  # type: ignore[no-any-return]


@torch.no_grad()
def inverse(layer: nn.Linear) -> nn.Linear:
    """What a head's last layer was given, from what it answered: (N, classes) -> (N, units), float64."""
    back = nn.Linear(layer.out_features, layer.in_features, dtype=torch.float64)
    back.weight.copy_(torch.linalg.pinv(layer.weight.double()))
    back.bias.copy_(-back.weight @ layer.bias.double())
    return back


def last_layers(detector: Detector, glyphs: GlyphClassifier) -> Layers:
    """The layers that give the logits, by context and by shape."""
    layers = detector.classifier[-1], glyphs.tell[-1]
    assert isinstance(layers[0], nn.Linear)
    assert isinstance(layers[1], nn.Linear)
    return layers


@torch.no_grad()
def folded(typeface: Typeface, layers: Layers) -> ExportedTypeface:
    """The network as it is exported, for classifiers with these last layers."""
    exported = ExportedTypeface(typeface.tell.out_features, typeface.font.out_features)
    first = torch.cat([typeface.font_look.weight, typeface.look.weight]).double() * _SCALE
    bias = torch.cat([typeface.font_look.bias, typeface.look.bias]).double()
    parts = []
    for weight, back in zip(first.split(FEATURES // 2, 1), map(inverse, layers), strict=True):
        parts.append(weight @ back.weight)
        bias = bias + weight @ back.bias
    exported.sense.weight.copy_(torch.cat(parts, 1))
    exported.sense.bias.copy_(bias)
    _share(exported, typeface)
    return exported.eval()


@torch.no_grad()
def moments(layers: Layers) -> np.ndarray:
    """What is known of the inputs of ``sense``: second moments (2 classes, 2 classes), up to a factor.

    Logits follow from a head's fewer units, taken as independent of one another here.
    """
    heads = (torch.cat([layer.weight, layer.bias[:, None]], 1).double() for layer in layers)
    return torch.block_diag(*(head @ head.T for head in heads)).numpy()


@torch.no_grad()
def unfolded(exported: ExportedTypeface, layers: Layers) -> Typeface:
    """The network to train on from what was exported for classifiers with these last layers."""
    typeface = Typeface(exported.tell.out_features, exported.font.out_features)
    bias, parts = exported.sense.bias.clone(), []
    for weight, head in zip(exported.sense.weight.chunk(2, 1), layers, strict=True):
        parts.append(weight @ head.weight / _SCALE)
        bias += weight @ head.bias
    first = torch.cat(parts, 1)
    for layer, part, own in zip(
        (typeface.font_look, typeface.look), first.split((_FONT_WIDTH, _WIDTH)),
        bias.split((_FONT_WIDTH, _WIDTH)), strict=True,
    ):  # fmt: skip
        layer.weight.copy_(part)
        layer.bias.copy_(own)
    _share(typeface, exported)
    return typeface


@torch.no_grad()
def grown(typeface: Typeface) -> Typeface:
    """The same network with places for the fonts that were added behind those it knows.

    It takes no picture to be set in one of them before it is trained on.
    """
    known = typeface.font.out_features
    bigger = Typeface(typeface.tell.out_features)
    bigger.font_look.load_state_dict(typeface.font_look.state_dict())
    bigger.look.load_state_dict(typeface.look.state_dict())
    bigger.font.weight.zero_()[:known] = typeface.font.weight
    bigger.font.bias.fill_(_UNLIKELY)[:known] = typeface.font.bias
    bigger.in_font.weight.zero_()[:, :known] = typeface.in_font.weight
    bigger.tell.weight[:, : _WIDTH + known] = typeface.tell.weight
    return bigger


def _share(one: Typeface | ExportedTypeface, other: Typeface | ExportedTypeface) -> None:
    """Give one network the layers that both have."""
    for name in ("font", "in_font", "tell"):
        getattr(one, name).load_state_dict(getattr(other, name).state_dict())
