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
        return self.moved(self.alike(appearances), logits, classes)

    def alike(self, appearances: Real) -> Real:
        """How much each known symbol counts for each of N: (N, M), 1 for the very same look."""
        squares = (appearances**2).sum(1)[:, None] + (self.appearances**2).sum(1)
        squares -= 2 * appearances @ self.appearances.T
        weights = np.exp(-np.maximum(squares, 0) / (2 * self.width**2))
        weights[squares > (_REACH * self.width) ** 2] = 0
        counts: Real = weights.astype(np.float32)
        return counts

    def moved(self, weights: Real, logits: Real, classes: Sequence[str]) -> Real:
        """``__call__`` with the result of ``alike``."""
        shifted = np.exp(logits - logits.max(1, keepdims=True))
        chances = shifted / shifted.sum(1, keepdims=True)
        place = {name: number for number, name in enumerate(classes)}
        where = np.array([place.get(name, len(classes)) for name in self.names], np.intp)
        for row, counts in enumerate(weights):
            near = np.flatnonzero(counts)
            if len(near):
                chances[row] = self._moved(chances[row], near, counts[near], where)
        logarithms: Real = np.log(np.maximum(chances, _NEVER)).astype(np.float32)
        return logarithms

    def _moved(self, chances: Real, near: NDArray[np.intp], weights: Real, where: NDArray[np.intp]) -> Real:
        """Chances (C,) by the ratio of what was to what was expected among ``near``."""
        count = len(chances)
        was = np.bincount(where[self.truth[near]], weights, count + 1)[:count]
        thought = weights[:, None] * self.chances[near]
        expected = np.bincount(where[self.guessed[near]].ravel(), thought.ravel(), count + 1)[:count]
        held = self.strength * np.maximum(chances, LEAST_CHANCE)
        moved = chances * (was + held) / (expected + held)
        shares: Real = (moved / moved.sum()).astype(np.float32)
        return shares


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
