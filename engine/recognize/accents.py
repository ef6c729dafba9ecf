"""Accents that the detector saw as one with their letters.

In small type an accent and its letter are one peak, whose box holds both, so that nothing is left for another
symbol. A small network is shown each box with more around it than the classifiers see, and tells whether it
holds an accent, and where accent and letter are. The classifiers have to agree: what is left is more surely a
letter than the whole was, and what was taken away is an accent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.patches import patch_sizes, patches, sides
from scipix.engine.recognize.tall import Whole

PATCH = 32
"""Pixels of a patch's side."""
AROUND = 1.6
"""The patch shows this much of the box's longer side."""
SLACK = 1.5
"""Pixels by which boxes may be wrong."""
_LOWEST = 0.3 * TARGET_EM
"""Pixels: no lower box holds an accent and a letter."""
_LIKELY = 0.2
"""Chance from which on the classifiers are asked."""
_ENOUGH = 3.0
"""Logarithm of the odds from which on the box is parted."""
_NEVER = 0.005
"""No chance is nearer to 0 or 1 than this."""
_FLAT = 3.0
"""A box up to so many times as high as an accent, where that is, is that accent."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The network, and which of the classes are accents, (C,).

    ``run``: patches (N, 1, PATCH, PATCH) and log sizes (N, 2) -> logits (N,) of an accent in the box, and
    places (N, 8) of accent and letter from the middle of the box, in shares of the patch's side.
    """

    run: Callable[[Mapping[str, npt.NDArray[Any]]], list[npt.NDArray[Any]]]
    is_accent: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Boxes (K, 4) of accents and of their letters, ``rows`` (K,) in whose boxes both lie, chances (K,)."""

    rows: npt.NDArray[np.intp]
    accents: FloatArray
    letters: FloatArray
    chances: FloatArray


def feeds_of(gray: npt.NDArray[np.uint8], boxes: FloatArray) -> dict[str, FloatArray]:
    """What the network is shown of boxes (N, 4) in a prepared picture."""
    return {"patches": patches(gray, boxes, PATCH, AROUND), "sizes": patch_sizes(boxes, TARGET_EM)}


def candidates(finder: Finder, gray: npt.NDArray[np.uint8], whole: Whole) -> Candidates:
    """What may be accents in the boxes of others that were found in a prepared picture."""
    high = whole.boxes[:, 3] - whole.boxes[:, 1] > _LOWEST
    high[whole.tall] = False
    rows = np.flatnonzero(high)
    if not len(rows):
        nothing = np.zeros((0, 4), np.float32)
        return Candidates(rows, nothing, nothing, np.zeros(0, np.float32))
    boxes = whole.boxes[rows]
    logits, shares = finder.run(feeds_of(gray, boxes))
    chances = 1 / (1 + np.exp(-logits))
    middles, reach = np.tile((boxes[:, :2] + boxes[:, 2:]) / 2, 4), sides(boxes, AROUND)[:, None]
    places = (middles + shares * reach).astype(np.float32)
    kept = np.zeros(len(rows), bool)
    for one in np.flatnonzero(chances > _LIKELY):
        accent, letter = places[one, :4], places[one, 4:]
        kept[one] = is_above(accent, letter) and _is_new(accent, np.delete(whole.boxes, rows[one], 0))
    return Candidates(rows[kept], places[kept, :4], places[kept, 4:], chances[kept].astype(np.float32))


def are_parts(
    finder: Finder, found: Candidates, whole: FloatArray, letters: FloatArray, accents: FloatArray
) -> npt.NDArray[np.bool_]:
    """Which of K candidates the classifiers agree to, by their logits (K, C) of whole boxes and of parts.

    Their evidence counts as if it were independent of the network's: the odds that one part is an accent, and
    how much less doubt there is of what the letter is.
    """
    is_accent = np.exp(accents[:, finder.is_accent]).max(1)
    doubts = _odds(np.exp(letters).max(1)) - _odds(np.exp(whole).max(1))
    enough: npt.NDArray[np.bool_] = _odds(found.chances) + _odds(is_accent) + doubts > _ENOUGH
    return enough & (doubts > 0)


def _odds(chances: FloatArray) -> FloatArray:
    """Their logarithms."""
    clipped = np.clip(chances, _NEVER, 1 - _NEVER)
    odds: FloatArray = np.log(clipped / (1 - clipped))
    return odds


def is_above(accent: FloatArray, letter: FloatArray) -> bool:
    """Whether one box (4,) lies above another, and over it."""
    middle = float(accent[0] + accent[2]) / 2
    return bool(accent[3] < letter[1] + SLACK and letter[0] < middle < letter[2])


def _is_new(accent: FloatArray, boxes: FloatArray) -> bool:
    """Whether none of the boxes (N, 4), but for those of larger symbols, is where the accent is."""
    middle = (accent[:2] + accent[2:]) / 2
    inside = ((middle > boxes[:, :2] - SLACK) & (middle < boxes[:, 2:] + SLACK)).all(1)
    alike = boxes[:, 3] - boxes[:, 1] < _FLAT * (accent[3] - accent[1]) + 2 * SLACK
    return not bool((inside & alike).any())
