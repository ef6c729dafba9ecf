"""The layout parser: a small transformer over the symbols of a formula that tells each symbol's parent.

It is a dependency parser (in the spirit of Dozat and Manning 2017) with geometry in the attention: for every
symbol one softmax over all pairs (parent, relation). Besides, it corrects the symbol's class from its
context, says whether the detection is a symbol at all, and how a delimiter got its size.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from scipix.engine.latex.tree import MODES
from scipix.engine.recognize.geometry import PAIR_FEATURES, SYMBOL_FEATURES
from scipix.engine.recognize.relations import Relation


class Layer(nn.Module):
    """Pre-norm transformer layer whose attention is biased by the pair geometry."""

    def __init__(self, width: int, heads: int, pair: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.bias = nn.Linear(pair, heads)
        self.out = nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x: Tensor, pair: Tensor, mask: Tensor) -> Tensor:
        batch, count, width = x.shape
        qkv = self.qkv(self.norm1(x)).reshape(batch, count, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5
        scores = scores + self.bias(pair).permute(0, 3, 1, 2) + mask[:, None, None, :]
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, count, width)
        x = x + self.out(mixed)
        return x + self.narrow(F.gelu(self.wide(self.norm2(x))))  # type: ignore[no-any-return]


class LayoutParser(nn.Module):
    """Symbols -> links, classes, keep, modes.

    Args:
        classes: number of visual classes.
        width, layers, heads, pair: sizes.
    """

    def __init__(
        self, classes: int, width: int = 192, layers: int = 5, heads: int = 6, pair: int = 32
    ) -> None:
        super().__init__()
        self.embed = nn.Embedding(classes, width)
        nn.init.normal_(self.embed.weight, 0, 0.5)
        self.geometry = nn.Sequential(nn.Linear(SYMBOL_FEATURES, width), nn.GELU(), nn.Linear(width, width))
        self.pair = nn.Sequential(nn.Linear(PAIR_FEATURES, 48), nn.GELU(), nn.Linear(48, pair), nn.GELU())
        self.layers = nn.ModuleList(Layer(width, heads, pair) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        hidden = 96
        self.child, self.parent = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.between = nn.Linear(pair, hidden)
        self.links = nn.Linear(hidden, len(Relation))
        self.classes = nn.Linear(width, classes)
        self.trust = nn.Parameter(torch.tensor(1.0))
        self.keep = nn.Linear(width, 1)
        self.modes = nn.Linear(width, len(MODES))

    def forward(
        self, choices: Tensor, chances: Tensor, symbols: Tensor, pairs: Tensor, present: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits.

        Args:
            choices: int64 (B, N, CHOICES), the detector's best classes; chances: float (B, N, CHOICES) their
            probabilities; symbols: (B, N, SYMBOL_FEATURES); pairs: (B, N, N, PAIR_FEATURES); present: float
            (B, N), 1 for a symbol, 0 for padding.

        Returns:
            links (B, N, N, R): child, parent, relation; classes (B, N, C); keep (B, N); modes (B, N, MODES).
        """
        x = (self.embed(choices) * chances[..., None]).sum(2) + self.geometry(symbols)
        pair = self.pair(pairs)
        mask = (1 - present) * -1e4
        for layer in self.layers:
            x = layer(x, pair, mask)
        x = self.norm(x)
        hidden = F.gelu(self.child(x)[:, :, None] + self.parent(x)[:, None] + self.between(pair))
        links = self.links(hidden) + mask[:, None, :, None]
        seen = torch.log(chances.clamp(min=1e-4)) + 9.2
        classes = self.classes(x).float().scatter_add(2, choices, (self.trust * seen).float())
        return links, classes, self.keep(x)[..., 0], self.modes(x)
