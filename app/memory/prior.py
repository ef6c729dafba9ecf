"""What this user writes: n-grams over the normal form of accepted formulas, to choose among readings.

A reading's score gains ``weight`` times what the user's language says of it against what it says of the
others
(shallow fusion). The weight is fitted on verdicts kept apart, and is 0 unless it makes the choice better
there.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scipix.engine.latex.features import places
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Array, Node, Row, Script, Sym
from scipix.engine.types import Alternative

Beam = Sequence[tuple[str, float]]
"""Readings with their log probabilities, best first."""
_ORDER = 3
_TRUST = 2.0
"""Witten and Bell: a context counts for this much per different thing that followed it."""
_UNSEEN = 1e-4
WEIGHTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45)
_LENGTH = 3.0
"""What a token costs in the mean (log): given back, or the shortest reading would win."""
LEAST_FORMULAS = 50


def tokens(latex: str) -> tuple[str, ...]:
    """The normal form as a line of names with brackets for places; empty where it does not parse."""
    try:
        return tuple(_row(parse(latex)))
    except ParseError:
        return ()


def _row(row: Row) -> Iterable[str]:
    for node in row:
        yield from _node(node)


def _node(node: Node) -> Iterable[str]:
    if isinstance(node, Sym):
        yield node.token
        return
    if isinstance(node, Script):
        yield from _node(node.base)
        parts = [(name, row) for name, row in places(node) if name != "base"]
    else:
        yield getattr(node, "command", node.kind if isinstance(node, Array) else type(node).__name__)
        parts = list(places(node))
    for name, row in parts:
        if row:
            yield f"<{name}"
            yield from _row(row)
            yield ">"


@dataclass(slots=True)
class Language:
    """Counts of what follows what. One writer; a copy is not needed for reading between additions."""

    counts: dict[tuple[str, ...], Counter[str]] = field(default_factory=dict)
    formulas: int = 0
    totals: dict[tuple[str, ...], int] = field(init=False)

    def __post_init__(self) -> None:
        self.totals = {context: sum(seen.values()) for context, seen in self.counts.items()}

    def add(self, latex: str, times: int = 1) -> None:
        """Learn a formula; what does not parse is left out. Negative ``times`` unlearns it."""
        line = tokens(latex)
        if not line:
            return
        self.formulas += times
        padded = ("<",) * (_ORDER - 1) + line + ("end",)
        for end in range(_ORDER - 1, len(padded)):
            for length in range(_ORDER):
                context = padded[end - length : end]
                self.counts.setdefault(context, Counter())[padded[end]] += times
                self.totals[context] = self.totals.get(context, 0) + times

    def score(self, latex: str) -> float:
        """How likely a formula is, compared with others of its length (log); -inf where it does not parse."""
        line = tokens(latex)
        if not line:
            return -math.inf
        padded = ("<",) * (_ORDER - 1) + line + ("end",)
        return sum(
            _LENGTH + math.log(self._chance(padded[end - _ORDER + 1 : end], padded[end]))
            for end in range(_ORDER - 1, len(padded))
        )

    def _chance(self, context: tuple[str, ...], name: str) -> float:
        """Interpolated with the shorter contexts."""
        chance = _UNSEEN
        for length in range(len(context) + 1):
            shorter = context[len(context) - length :]
            seen = self.counts.get(shorter)
            if seen:
                total, kinds = self.totals[shorter], len(seen)
                chance = (seen[name] + _TRUST * kinds * chance) / (total + _TRUST * kinds)
        return chance


def fused(beam: Beam, language: Language, weight: float) -> list[tuple[str, float]]:
    """The readings in their new order, with the new log probabilities."""
    if weight == 0 or len(beam) < 2:
        return list(beam)
    scores = [language.score(latex) for latex, _ in beam]
    return sorted(
        ((latex, score + weight * own) for (latex, score), own in zip(beam, scores, strict=True)),
        key=lambda reading: -reading[1],
    )


def reranked(readings: Sequence[Alternative], language: Language, weight: float) -> tuple[Alternative, ...]:
    """Alternatives in the order of ``fused`` with their own scores; unreadable ones stay behind."""
    if weight == 0 or language.formulas < LEAST_FORMULAS:
        return tuple(readings)
    by_latex = {one.latex: one for one in readings}
    order = fused([(one.latex, one.score) for one in readings], language, weight)
    return tuple(by_latex[latex] for latex, _ in order)


def fitted_weight(beams: Sequence[tuple[Beam, str]], language: Language) -> float:
    """The weight that puts most right formulas first; of equals the smallest, so 0 unless another is better.

    Args:
        beams: readings of answers that the language has not learned from, and what was right, in normal form.
    """
    gains = {
        weight: sum(bool(beam) and fused(beam, language, weight)[0][0] == right for beam, right in beams)
        for weight in WEIGHTS
    }
    return max(WEIGHTS, key=lambda weight: (gains[weight], -weight))
