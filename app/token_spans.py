"""Where the tokens of an answer stand in its LaTeX, and where two sources differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scipix.engine.recognize.grounding import latex_tokens
from scipix.engine.types import Alternative, Box, Token

Span = tuple[int, int]
"""Start and end (exclusive), in characters of the source."""


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """One token in the source, what it is worth, and its place in the picture (None: it leaves no ink)."""

    start: int
    end: int
    probability: float
    box: Box | None


def spans(latex: str, tokens: Sequence[Token]) -> tuple[TokenSpan, ...]:
    """The tokens of an answer with their places in it, in order; a token that is not there is left out."""
    places = _find(latex, [token.text for token in tokens])
    return tuple(
        TokenSpan(*place, token.probability, token.box)
        for token, place in zip(tokens, places, strict=True)
        if place is not None
    )


def source_spans(latex: str) -> tuple[Span, ...]:
    """The tokens of any source: what the answer's alternatives have instead of probabilities and boxes."""
    places = _find(latex, latex_tokens(latex))
    return tuple(place for place in places if place is not None)


def _find(latex: str, texts: Sequence[str]) -> list[Span | None]:
    """The texts one behind the other; only blanks are skipped, unless a text is found further on alone."""
    places: list[Span | None] = []
    position = 0
    for text in texts:
        start = latex.find(text, position) if text else -1
        if start >= 0:
            position = start + len(text)
        places.append((start, position) if start >= 0 else None)
    return places


def follow(old: str, new: str, known: Sequence[Span]) -> tuple[Span | None, ...]:
    """Where tokens of ``old`` stand in ``new``; None where the new source has something else.

    Compares token by token, so an alternative keeps its links to the picture wherever both say the same.
    """
    old_places, new_places = source_spans(old), source_spans(new)
    twins: dict[Span, Span] = {}
    for a_start, a_end, b_start, b_end in _equal_runs(_texts(old, old_places), _texts(new, new_places)):
        twins.update(zip(old_places[a_start:a_end], new_places[b_start:b_end], strict=True))
    return tuple(twins.get(place) for place in known)


def differences(chosen: str, other: str) -> tuple[Span, ...]:
    """The spans of ``other`` that ``chosen`` does not have in the same order, neighbours joined."""
    places = source_spans(other)
    runs = _equal_runs(_texts(chosen, source_spans(chosen)), _texts(other, places))
    found: list[Span] = []
    position = 0
    for _, _, start, end in (*runs, (0, 0, len(places), len(places))):
        if start > position:
            found.append((places[position][0], places[start - 1][1]))
        position = end
    return tuple(found)


def _texts(source: str, places: Sequence[Span]) -> list[str]:
    return [source[start:end] for start, end in places]


def _equal_runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Runs of tokens that both have: start and end in the one, start and end in the other.

    What begins and ends alike is taken off first: comparing the rest is quadratic.
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    matcher = SequenceMatcher(None, old[head:old_end], new[head:new_end], autojunk=False)
    inner = [
        (head + a, head + a + length, head + b, head + b + length)
        for a, b, length in matcher.get_matching_blocks()
        if length
    ]
    return [(0, head, 0, head), *inner, (old_end, len(old), new_end, len(new))]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens are equal from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def shares(alternatives: Sequence[Alternative]) -> tuple[float, ...]:
    """The alternatives' probabilities relative to each other, 1 in sum; equal where no score is finite."""
    scores = [item.score if item.score == item.score else -math.inf for item in alternatives]
    best = max(scores, default=-math.inf)
    if not math.isfinite(best):
        return tuple(1.0 / len(scores) for _ in scores)
    weights = [math.exp(score - best) for score in scores]
    return tuple(weight / sum(weights) for weight in weights)


@dataclass(frozen=True, slots=True)
class Change:
    """Tokens of a source that became others; ``old`` or ``new`` may be empty. Around them is what stayed."""

    old: str
    new: str
    before: str
    after: str


def changes(old: str, new: str, around: int = 2) -> tuple[Change, ...]:
    """What differs between two sources, in order, each with up to ``around`` tokens on both sides."""
    old_places, new_places = source_spans(old), source_spans(new)
    runs = _equal_runs(_texts(old, old_places), _texts(new, new_places))
    found: list[Change] = []
    old_at = new_at = 0
    for old_start, old_end, new_start, new_end in runs:
        if old_start > old_at or new_start > new_at:
            before = new_places[max(0, new_at - around) : new_at]
            after = new_places[new_start : min(new_end, new_start + around)]
            found.append(
                Change(
                    _cut(old, old_places[old_at:old_start]), _cut(new, new_places[new_at:new_start]),
                    _cut(new, before), _cut(new, after),
                )
            )  # fmt: skip
        old_at, new_at = old_end, new_end
    return tuple(found)


def _cut(source: str, places: Sequence[Span]) -> str:
    return source[places[0][0] : places[-1][1]] if places else ""
