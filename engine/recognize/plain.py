"""How high the delimiters of a picture are that nothing sized: fonts differ by a fifth, pictures do not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scipix.engine.latex.tree import MODES
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.relations import Relation

TELLING = frozenset("()[]")
"""Delimiters that are equally high in nearly all fonts if nothing sizes them."""
_SCRIPTS = frozenset(
    (
        Relation.SUB, Relation.SUP, Relation.PRESUB, Relation.PRESUP, Relation.BELOW, Relation.ABOVE,
        Relation.INDEX,
    )
)  # fmt: skip
_SIZES = (1.0, 0.71, 0.52)
"""Height of delimiters in text, in scripts, and in scripts of those."""
_ENOUGH, _FEW = 4, 2
"""Delimiters that tell the height of those in the same type, and in another."""
_LOW = 0.25
"""Quantile of the heights: among those that the parser takes for plain ones some are not."""
_LARGER, _MUCH_LARGER = 1.13, 1.2
"""Ratio to plain ones in the same type, and in another: TeX's next size is 1.15 times as high or more, in 18
fonts."""
_HIGH = (math.inf, 0.92, 0.68)
"""em, where no others tell."""


@dataclass(frozen=True, slots=True)
class Plain:
    """em: height of delimiters that nothing sized, None where none tells, and what none of them exceeds."""

    height: float | None = None
    limit: float = math.inf


def levels_of(parents: Sequence[int], relations: Sequence[int]) -> list[int]:
    """How many scripts each of N symbols stands in."""
    levels = [-1] * len(parents)
    for start in range(len(levels)):
        path: list[int] = []
        index = start
        while index >= 0 and levels[index] < 0 and len(path) < len(levels):
            path.append(index)
            index = parents[index]
        level = levels[index] if index >= 0 else 0
        for step in reversed(path):
            level += relations[step] in _SCRIPTS
            levels[step] = level
    return levels


def plain_delimiters(
    tokens: Sequence[str], modes: Sequence[int], levels: Sequence[int], boxes: FloatArray
) -> tuple[Plain, ...]:
    """What is plain in text, in scripts, and in scripts of those.

    Args:
        tokens, modes, boxes: of N symbols, as in :class:`assemble.Graph`.
        levels: how many scripts each stands in.
    """
    told: tuple[list[float], ...] = tuple([] for _ in _SIZES)
    for token, mode, level, box in zip(tokens, modes, levels, boxes, strict=True):
        if token in TELLING and not MODES[mode]:
            told[type_of(level)].append(float(box[3] - box[1]))
    return tuple(_plain(told, kind) for kind in range(len(_SIZES)))


def type_of(level: int) -> int:
    """0 for text, 1 for scripts, 2 for scripts of those and all further ones."""
    return min(level, len(_SIZES) - 1)


def _plain(told: Sequence[Sequence[float]], kind: int) -> Plain:
    own = _low(told[kind])
    scaled = _low([
        _SIZES[kind] / _SIZES[other] * height
        for other, heights in enumerate(told)
        for height in heights
        if other != kind
    ])  # fmt: skip
    limits = [_LARGER * own] if own is not None else []
    if len(told[kind]) < _ENOUGH:  # these may be the very ones in question
        limits.append(_MUCH_LARGER * scaled if scaled is not None else _HIGH[kind])
    limit = min(limits)
    return Plain(own if own is None or own <= limit else None, limit)


def _low(heights: Sequence[float]) -> float | None:
    return float(np.quantile(heights, _LOW)) if len(heights) >= _FEW else None
