"""How far sight may change what the networks think, fitted on verdicts that it has not learned from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.samples import Sample, samples
from scipix.app.memory.sight import LEAST_CHANCE, Real, Sight, moved, sight_of

WIDTHS, STRENGTHS = (0.2, 0.3, 0.4), (8.0, 4.0, 2.0, 1.0)
LEAST_SAMPLES = 200
_HELD_OUT = 0.3
_MOST_KNOWN, _MOST_HELD = 16_000, 1200
"""Symbols: the newest ones are all that sight needs, and all that it has the time for."""
Lesson = tuple[bytes, str]
"""The looks of a recognition and the LaTeX that is right."""


def learned_sight(lessons: Sequence[Lesson]) -> Sight | None:
    """Sight from lessons, oldest first; None unless one of the older lessons helps with the newer ones."""
    cut = round(len(lessons) * (1 - _HELD_OUT))
    older, newer = _newest(lessons[:cut]), _newest(lessons[cut:])
    if min(len(older), len(newer)) < LEAST_SAMPLES:
        return None
    width, strength = fitted(older, newer[:_MOST_HELD])
    if math.isinf(strength):
        return None
    return replace(sight_of((newer + older)[:_MOST_KNOWN]), width=width, strength=strength)


def _newest(lessons: Sequence[Lesson]) -> list[Sample]:
    """About as many symbols as there is time for, newest first."""
    found: list[Sample] = []
    for looks, final in reversed(lessons):
        if len(found) >= _MOST_KNOWN:
            break
        found += samples(looks, final)
    return found


def fitted(known: Sequence[Sample], held: Sequence[Sample]) -> tuple[float, float]:
    """Width and strength under which ``known`` tells most of ``held``; an infinite strength where none helps.

    What counts is the logarithm of the true classes' chances, and only where no more wrong classes come first
    than the networks alone put there.
    """
    sight, names = sight_of(known), sight_of([*known, *held]).names
    place = {name: number for number, name in enumerate(names)}
    truth = np.array([place[one.truth] for one in held], np.intp)
    logits, seen = _logits(held, place), np.array([one.appearance for one in held], np.float32)
    best, found = _told(logits, truth), (WIDTHS[0], math.inf)
    most = best.wrong
    for width in WIDTHS:
        counts = replace(sight, width=width).alike(seen)
        for strength in STRENGTHS:
            told = _told(moved(counts, sight.names, logits, names, strength), truth)
            if told.wrong <= most and told.likelihood > best.likelihood:
                best, found = told, (width, strength)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """How many classes are wrong, and the mean logarithm of the true ones' chances."""

    wrong: int
    likelihood: float


def _told(logits: Real, truth: NDArray[np.intp]) -> _Told:
    shifted = logits - logits.max(1, keepdims=True)
    right = shifted[np.arange(len(truth)), truth] - np.log(np.exp(shifted).sum(1))
    return _Told(int((logits.argmax(1) != truth).sum()), float(right.mean()))


def _logits(held: Sequence[Sample], place: dict[str, int]) -> Real:
    """The networks' opinion (N, C), as far as it was kept."""
    logits = np.full((len(held), len(place)), math.log(LEAST_CHANCE), np.float32)
    for row, one in enumerate(held):
        for name, chance in one.guesses:
            logits[row, place[name]] = math.log(max(chance, LEAST_CHANCE))
    return logits
