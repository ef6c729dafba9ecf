"""The language model: a formula's words -> how likely each is behind those before it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_WIDTH, _LAYERS, _HEADS = 96, 4, 3
_FADING = 0.5, 0.125, 0.0
"""Of each head: how much less, in nats a word, it heeds what is farther back (Press et al. 2022, ALiBi).

The last one finds what was written long before."""
_NEVER = -1e9


class _Layer(nn.Module):
    """Attention to the words before, then two dense layers; both added to what comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.before = nn.LayerNorm(_WIDTH)
        self.attend = nn.Linear(_WIDTH, 3 * _WIDTH)
        self.bring = nn.Linear(_WIDTH, _WIDTH)
        self.between = nn.LayerNorm(_WIDTH)
        self.widen = nn.Linear(_WIDTH, 2 * _WIDTH)
        self.narrow = nn.Linear(2 * _WIDTH, _WIDTH)

    def forward(self, known: Tensor, distances: Tensor) -> Tensor:
        count, length = known.shape[0], known.shape[1]
        parts = self.attend(self.before(known)).reshape(count, length, 3, _HEADS, _WIDTH // _HEADS)
        asked, offered, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: at this size PyTorch's fused attention takes ten times as long to go back through.
        heeded = asked * (_WIDTH // _HEADS) ** -0.5 @ offered.transpose(2, 3) + distances.to(asked.dtype)
        brought = heeded.softmax(3).to(value.dtype) @ value
        known = known + self.bring(brought.transpose(1, 2).reshape(count, length, _WIDTH))
        return known + self.narrow(F.gelu(self.widen(self.between(known))))  # type: ignore[no-any-return]


class LanguageModel(nn.Module):
    """Numbers of words (F, N) -> logits (F, N, words) of the word behind each."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.embed = nn.Embedding(words, _WIDTH)
        self.layers = nn.ModuleList(_Layer() for _ in range(_LAYERS))
        self.last = nn.LayerNorm(_WIDTH)
        self.tell = nn.Linear(_WIDTH, words)

    def forward(self, words: Tensor) -> Tensor:
        places = torch.arange(words.shape[1])
        back = (places[:, None] - places[None]).float()
        fading = back.new_tensor(_FADING)[:, None, None]
        distances = torch.where(back < 0, _NEVER, -back * fading)[None]
        known = self.embed(words)
        for layer in self.layers:
            known = layer(known, distances)
        return self.tell(self.last(known))  # type: ignore[no-any-return]


class ExportedLanguage(nn.Module):
    """Numbers of words (F, N) -> log probability of each but the first, behind those before it (F, N - 1)."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: Tensor) -> Tensor:
        chances = self.model(words)[:, :-1].log_softmax(2)
        return chances.gather(2, words[:, 1:, None])[:, :, 0]  # type: ignore[no-any-return]
