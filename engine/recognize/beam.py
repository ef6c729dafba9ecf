"""Beam search over the parser's doubts: which parent and relation, which class.

Every symbol makes one choice of each; two symbols may not take the same place (parent, relation), there is
one root, and links do not run in circles. Certain symbols choose first, so only real doubts widen the beam.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.relations import Relation

_RELATIONS = len(Relation)
_FLOOR = 7.0
"""Choices this much (log) below the best of their symbol are not looked at while it has a free place."""
_CLASS_FLOOR = 4.0
_LAST_RESORT = 12
"""How many choices of a symbol are looked at when its better ones are taken."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Parents (-1 for the root), relations and classes of all symbols, with the log probability."""

    score: float
    parents: tuple[int, ...]
    relations: tuple[int, ...]
    classes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to link a symbol: parent (itself for the root), relation, log probability."""

    parent: int
    relation: int
    score: float


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    links: tuple[Choice | None, ...]
    places: frozenset[tuple[int, int]]


def link_choices(links: FloatArray) -> list[list[Choice]]:
    """Choices of each symbol, best first, from log probabilities (N, N * R)."""
    count = len(links)
    top = min(_LAST_RESORT, links.shape[1])
    best = np.argpartition(-links, top - 1, axis=1)[:, :top]
    choices: list[list[Choice]] = []
    for child in range(count):
        order = best[child][np.argsort(-links[child, best[child]], kind="stable")]
        found = [Choice(int(k) // _RELATIONS, int(k) % _RELATIONS, float(links[child, k])) for k in order]
        choices.append(
            [choice for choice in found if (choice.parent == child) == (choice.relation == Relation.ROOT)]
        )
    return choices


def search(links: FloatArray, classes: Sequence[Sequence[tuple[int, float]]], width: int) -> list[Hypothesis]:
    """The best ways to choose everything, best first, at most ``width``.

    Args:
        links: (N, N * R) log probabilities of (parent, relation) for each symbol.
        classes: for each symbol its possible classes with log probabilities, best first.
        width: of the beam.
    """
    states = _link_states(link_choices(links), width)
    hypotheses = [(state.score, state.links, tuple(0 for _ in classes)) for state in states]
    for index, options in enumerate(classes):
        if len(options) > 1 and options[0][1] - options[1][1] < _CLASS_FLOOR:
            grown = [
                (score + option[1] - options[0][1], picked, (*ranks[:index], rank, *ranks[index + 1 :]))
                for score, picked, ranks in hypotheses
                for rank, option in enumerate(options)
                if options[0][1] - option[1] < _CLASS_FLOOR
            ]
            hypotheses = sorted(grown, key=lambda item: -item[0])[:width]
    base = sum(options[0][1] for options in classes)
    return [_finished(base + score, picked, ranks, classes) for score, picked, ranks in hypotheses]


def _finished(
    score: float, picked: tuple[Choice | None, ...], ranks: tuple[int, ...],
    classes: Sequence[Sequence[tuple[int, float]]],
) -> Hypothesis:  # fmt: skip
    links = [choice for choice in picked if choice is not None]
    parents = tuple(-1 if link.relation == Relation.ROOT else link.parent for link in links)
    chosen = tuple(options[rank][0] for options, rank in zip(classes, ranks, strict=True))
    return Hypothesis(score, parents, tuple(link.relation for link in links), chosen)


def _link_states(choices: Sequence[Sequence[Choice]], width: int) -> list[_State]:
    count = len(choices)
    doubt = [-(c[0].score - c[1].score) if len(c) > 1 else 0.0 for c in choices]
    states = [_State(0.0, (None,) * count, frozenset())]
    for child in sorted(range(count), key=lambda index: doubt[index]):
        grown = [new for state in states for new in _grown(state, child, choices[child])]
        if not grown:
            return []
        states = sorted(grown, key=lambda state: -state.score)[:width]
    return states


def _grown(state: _State, child: int, choices: Sequence[Choice]) -> list[_State]:
    """States after a child's free choices: the good ones, or the first free one where those are taken."""
    grown: list[_State] = []
    for choice in choices:
        if grown and choice.score < choices[0].score - _FLOOR:
            break
        place = (
            (-1, int(Relation.ROOT)) if choice.relation == Relation.ROOT else (choice.parent, choice.relation)
        )
        if place in state.places or _is_ancestor(state.links, child, choice):
            continue
        links = (*state.links[:child], choice, *state.links[child + 1 :])
        grown.append(_State(state.score + choice.score, links, state.places | {place}))
    return grown


def _is_ancestor(links: Sequence[Choice | None], child: int, choice: Choice) -> bool:
    """Whether the chosen parent hangs below the child already."""
    if choice.relation == Relation.ROOT:
        return False
    current = choice.parent
    while current != child:
        link = links[current]
        if link is None or link.relation == Relation.ROOT:
            return False
        current = link.parent
    return True
