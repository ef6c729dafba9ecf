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
    for a, b, length in _matcher(old, old_places, new, new_places).get_matching_blocks():
        twins.update(zip(old_places[a : a + length], new_places[b : b + length], strict=True))
    return tuple(twins.get(place) for place in known)


def differences(chosen: str, other: str) -> tuple[Span, ...]:
    """The spans of ``other`` that ``chosen`` does not have in the same order, neighbours joined."""
    chosen_places, other_places = source_spans(chosen), source_spans(other)
    matcher = _matcher(chosen, chosen_places, other, other_places)
    return tuple(
        (other_places[start][0], other_places[end - 1][1])
        for tag, _, _, start, end in matcher.get_opcodes()
        if tag != "equal" and end > start
    )


def _matcher(
    old: str, old_places: Sequence[Span], new: str, new_places: Sequence[Span]
) -> SequenceMatcher[str]:
    return SequenceMatcher(
        None,
        [old[start:end] for start, end in old_places],
        [new[start:end] for start, end in new_places],
        autojunk=False,
    )


def shares(alternatives: Sequence[Alternative]) -> tuple[float, ...]:
    """The alternatives' probabilities relative to each other, 1 in sum; equal where no score is finite."""
    scores = [item.score if item.score == item.score else -math.inf for item in alternatives]
    best = max(scores, default=-math.inf)
    if not math.isfinite(best):
        return tuple(1.0 / len(scores) for _ in scores)
    weights = [math.exp(score - best) for score in scores]
    return tuple(weight / sum(weights) for weight in weights)
