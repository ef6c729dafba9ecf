"""The beam against every possible choice on toy formulas."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from scipix.engine.recognize.beam import search
from scipix.engine.recognize.relations import Relation

R = len(Relation)


def log_softmax(logits: np.ndarray) -> np.ndarray:
    shifted = logits - logits.max(-1, keepdims=True)
    return (shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))).astype(np.float32)


def brute_force(links: np.ndarray, relations: tuple[int, ...]) -> list[tuple[float, tuple[int, ...]]]:
    """Scores and links (parent * R + relation) of every allowed tree, best first."""
    count = len(links)
    options = [
        [child * R + Relation.ROOT] + [p * R + r for p in range(count) if p != child for r in relations]
        for child in range(count)
    ]
    trees = []
    for pick in itertools.product(*options):
        places = [(-1, 0) if k % R == Relation.ROOT else (k // R, k % R) for k in pick]
        if len(set(places)) < count or sum(k % R == Relation.ROOT for k in pick) != 1:
            continue
        if all(_reaches_root(child, pick) for child in range(count)):
            trees.append((float(sum(links[child, k] for child, k in enumerate(pick))), pick))
    return sorted(trees, key=lambda item: -item[0])


def _reaches_root(child: int, pick: tuple[int, ...]) -> bool:
    for _ in pick:
        if pick[child] % R == Relation.ROOT:
            return True
        child = pick[child] // R
    return False


def toy_links(rng: np.random.Generator, count: int, relations: tuple[int, ...]) -> np.ndarray:
    logits = np.full((count, count, R), -30.0)
    for child in range(count):
        logits[child, child, Relation.ROOT] = rng.normal(0, 2)
        for parent in range(count):
            if parent != child:
                logits[child, parent, list(relations)] = rng.normal(0, 2, len(relations))
    return log_softmax(logits.reshape(count, -1))


@pytest.mark.parametrize("seed", range(25))
def test_finds_what_brute_force_finds(seed: int) -> None:
    # GIVEN four symbols with random scores for three relations
    relations = (int(Relation.NEXT), int(Relation.SUB), int(Relation.SUP))
    links = toy_links(np.random.default_rng(seed), 4, relations)
    # WHEN the beam is wide enough to hold every doubt
    found = search(links, [[(0, 0.0)]] * 4, 3000)
    # THEN it finds the best tree of all, with its score
    score, pick = brute_force(links, relations)[0]
    assert found[0].score == pytest.approx(score, abs=1e-4)
    parents = tuple(-1 if k % R == Relation.ROOT else k // R for k in pick)
    assert found[0].parents == parents


def test_hypotheses_are_ordered_and_distinct() -> None:
    links = toy_links(np.random.default_rng(3), 5, (int(Relation.NEXT), int(Relation.SUB)))
    found = search(links, [[(0, -0.1), (1, -2.4)]] * 5, 8)
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)
    assert len({(h.parents, h.relations, h.classes) for h in found}) == len(found) == 8


def test_two_symbols_never_take_one_place() -> None:
    # GIVEN two symbols that both want to follow the first
    logits = np.full((3, 3, R), -20.0)
    logits[0, 0, Relation.ROOT] = 5
    logits[1, 0, Relation.NEXT] = 5
    logits[2, 0, Relation.NEXT] = 4
    logits[2, 1, Relation.NEXT] = 3
    # WHEN they are linked
    best = search(log_softmax(logits.reshape(3, -1)), [[(0, 0.0)]] * 3, 5)[0]
    # THEN the surer one gets the place
    assert best.parents == (-1, 0, 1)


def test_classes_join_the_beam() -> None:
    links = np.zeros((1, R), np.float32)
    found = search(links, [[(7, -0.2), (9, -1.7)]], 5)
    assert [h.classes for h in found] == [(7,), (9,)]
