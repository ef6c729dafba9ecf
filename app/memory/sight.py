"""How this user's symbols look: symbols whose class is known correct the classes of those that look alike.

Among alike symbols of before, each class was right so many times, and the networks expected it so many times.
Where both agree, nothing changes, be the symbols ever so alike: what stands where is the networks' business.
Where they do not, a class gains or loses by the ratio of the two, drawn to 1 by ``strength`` symbols that did
just what is expected now: one correction moves a doubtful symbol, several consistent ones a sure one.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.samples import Sample
from scipix.engine.recognize.appearance import NUMBERS

Real = NDArray[np.float32]

_REACH = 2.5
"""In widths: symbols that look less alike do not count."""
LEAST_CHANCE = 1e-5
"""What a class that nobody thought of has at least, for a ratio needs something to start from."""
_NEVER = 1e-8
_ROWS = 256
"""Symbols that are compared at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """An immutable snapshot; an ``Adaptation`` of the engine. ``strength`` is infinite where it is off.

    Attributes:
        appearances: (M, NUMBERS). truth: (M,) numbers into ``names``. guessed, chances: (M, G) likewise.
    """

    names: tuple[str, ...]
    appearances: Real
    truth: NDArray[np.intp]
    guessed: NDArray[np.intp]
    chances: Real
    width: float = 0.2
    strength: float = math.inf

    def __len__(self) -> int:
        return len(self.truth)

    def __call__(self, appearances: Real, logits: Real, classes: Sequence[str]) -> Real:
        """Logarithms of the chances (N, C) in the light of what is known."""
        return moved(self.alike(appearances), self.names, logits, classes, self.strength)

    def alike(self, appearances: Real) -> Counts:
        """What the known symbols that look like N others were, by ``names``; the very same look counts 1."""
        parts = [self._counts(appearances[row : row + _ROWS]) for row in range(0, len(appearances), _ROWS)]
        was, expected = zip(*parts, strict=True)
        return Counts(np.concatenate(was), np.concatenate(expected))

    def _counts(self, appearances: Real) -> tuple[Real, Real]:
        squares = (appearances**2).sum(1)[:, None] + (self.appearances**2).sum(1)
        squares -= 2 * appearances @ self.appearances.T
        rows, near = np.nonzero(squares < (_REACH * self.width) ** 2)
        weights = np.exp(-np.maximum(squares[rows, near], 0) / (2 * self.width**2))
        shape = len(appearances), len(self.names)
        first = rows * shape[1]
        was = np.bincount(first + self.truth[near], weights, shape[0] * shape[1])
        places, thought = first[:, None] + self.guessed[near], weights[:, None] * self.chances[near]
        expected = np.bincount(places.ravel(), thought.ravel(), shape[0] * shape[1])
        return was.reshape(shape).astype(np.float32), expected.reshape(shape).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """For N symbols (N, K): how often a class was right among alike ones, and how often it was expected."""

    was: Real
    expected: Real


def moved(
    counts: Counts, names: Sequence[str], logits: Real, classes: Sequence[str], strength: float
) -> Real:
    """Logarithms of chances (N, C): those of ``logits`` by the ratio of what was to what was expected."""
    place = {name: number for number, name in enumerate(classes)}
    where = np.array([place.get(name, len(classes)) for name in names], np.intp)
    was, expected = np.zeros((2, len(logits), len(classes) + 1), np.float32)
    was[:, where], expected[:, where] = counts.was, counts.expected
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    chances = shifted / shifted.sum(1, keepdims=True)
    held = strength * np.maximum(chances, LEAST_CHANCE)
    chances = chances * (was[:, :-1] + held) / (expected[:, :-1] + held)
    logarithms: Real = np.log(np.maximum(chances / chances.sum(1, keepdims=True), _NEVER)).astype(np.float32)
    return logarithms


def sight_of(samples: Sequence[Sample]) -> Sight:
    """The snapshot of these samples, switched off; see ``fitted``."""
    names = sorted({one.truth for one in samples} | {name for one in samples for name, _ in one.guesses})
    place = {name: number for number, name in enumerate(names)}
    most = max((len(one.guesses) for one in samples), default=1)
    guessed = np.zeros((len(samples), most), np.intp)
    chances = np.zeros((len(samples), most), np.float32)
    for row, one in enumerate(samples):
        for column, (name, chance) in enumerate(one.guesses):
            guessed[row, column], chances[row, column] = place[name], chance
    appearances = np.array([one.appearance for one in samples], np.float32).reshape(-1, NUMBERS)
    truth = np.array([place[one.truth] for one in samples], np.intp)
    return Sight(tuple(names), appearances, truth, guessed, chances)


def to_text(sight: Sight) -> str:
    """The snapshot for the database."""
    file = io.BytesIO()
    np.savez_compressed(
        file, appearances=sight.appearances.astype(np.float16), truth=sight.truth.astype(np.int32),
        guessed=sight.guessed.astype(np.int32), chances=sight.chances.astype(np.float16),
        about=np.array(json.dumps([sight.names, sight.width, sight.strength])),
    )  # fmt: skip
    return b64encode(file.getvalue()).decode()


def from_text(text: str) -> Sight | None:
    """What ``to_text`` wrote, None for no text; raises ValueError, KeyError or TypeError for any other."""
    if not text:
        return None
    try:
        with np.load(io.BytesIO(b64decode(text)), allow_pickle=False) as file:
            names, width, strength = json.loads(str(file["about"]))
            return Sight(
                tuple(names), file["appearances"].astype(np.float32), file["truth"].astype(np.intp),
                file["guessed"].astype(np.intp), file["chances"].astype(np.float32), float(width),
                float(strength),
            )  # fmt: skip
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(str(error)) from error
