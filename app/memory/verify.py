"""Are two pictures the same formula? Judged on the pixels, so that x^2 never answers for x^3.

Both pictures are dark on white and cut to their ink (see :mod:`scipix.app.memory.pictures`). The finer one is
laid over the coarser, scale and place settled by least squares; tone and sharpness are matched likewise. Then
every connected patch of ink, most often one symbol, is set to its own best place within a pixel and a half,
because programs put glyphs on whole pixels.

What then remains at the worst spot is judged against what rough edges explain and against what remains
elsewhere: resampling and JPEG leave something everywhere, another symbol leaves it in one place. Two
pictures of one scale need no resampling, so they are compared without blur. Where the pixels leave it open,
the symbols that differ most are shown to the classifier of glyphs: what it takes for the same in both speaks
for a repeat. Small type has to agree better than large, for its marks are of few pixels. In doubt the answer
is no.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.overlay import MARGIN, Real, ink_of, likeness, overlaid
from scipix.app.memory.pictures import Gray
from scipix.app.memory.remains import SHARP, SOFT, remaining
from scipix.engine.preprocess.scale import components
from scipix.engine.recognize.symbol_likeness import Sight

Strangeness = Callable[[Sight, Sight], NDArray[np.float32]]
"""How unlike to a classifier each symbol of two pictures is, (N,): 0 alike, log 2 nothing in common."""

_SAME_SCALE = 0.02
_MOST_ASPECT = 0.35
_LEAST_LIKENESS = 0.7
_OVERHANG, _MOST_OVERHANG, _OVERHANG_EM = 1.5, 3.0, 0.1
"""Pixels of the coarser picture, or a share of an em: a full stop at the end takes more."""
_LEAST_USUAL = 0.02
# Chosen with models/training/fit_memory.py on minimal pairs of other formulas than those of the benchmark.
_SMALL_TYPE, _LARGE_TYPE = 15.0, 19.0
"""Pixels of an em in the coarser picture."""
_LIMITS, _SAME_SCALE_LIMITS = (0.013, 0.11), (0.135, 0.5)
"""In small type and in large."""
_DETAIL_POWER = 0.4
_SYMBOL_POWER, _SPOT_POWER, _LEAST_STRANGE = 0.3, 0.4, 0.02
_NEVER_SEEN = float(np.log(2))
_ANOTHER = 0.5
"""A symbol that is so strange to the classifier is another, whatever the pixels say: of 19 300 comparisons of
fit_memory.py this took one of three false answers away, and one repeat of 1 000."""
_DOUBTFUL, _WORST_SPOTS = 5, 2
"""So many symbols, those that differ most, and so many spots are shown to the classifier."""
_SPOT_EM = 0.2
"""Half the side of a spot that is shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks against two pictures being of one formula.

    Attributes:
        same_scale: they need no resampling.
        worst: difference at the worst spot, as a share of what the edges around explain.
        usual: root mean square of this share over all ink.
        alone: the worst share where only edges count that both pictures have in that spot; a mark that one of
            them lacks has none there.
        em: size of the type in the coarser picture, pixels.
        detail: height in pixels that three of four letters of it reach.
        symbols, spots: the strangest symbol and the strangest spot, see ``Strangeness``; the worst there can
            be where nobody was asked.
        asked: whether the classifier was.
    """

    same_scale: bool
    worst: float
    usual: float
    alone: float
    em: float
    detail: float
    symbols: float = _NEVER_SEEN
    spots: float = _NEVER_SEEN
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """``same`` where the pictures agree; ``difference`` is 1 at the limit."""

    same: bool
    difference: float


_OTHER = Verdict(False, float("inf"))


def compare(
    one: Gray, other: Gray, em: float, boxes: NDArray[np.float32] | None = None,
    strangeness: Strangeness | None = None,
) -> Verdict:  # fmt: skip
    """Compare two pictures cut to their ink; ``em`` is the type size of ``one`` in its pixels.

    ``boxes`` (N, 4) are the symbols of ``one`` as shares of its width and height, for ``strangeness``.
    """
    found = evidence(one, other, em, boxes, strangeness)
    return _OTHER if found is None else judged(found)


def evidence(
    one: Gray, other: Gray, em: float, boxes: NDArray[np.float32] | None = None,
    strangeness: Strangeness | None = None, always: bool = False,
) -> Evidence | None:  # fmt: skip
    """What ``compare`` judges; None where the two cannot be laid over each other.

    ``strangeness`` is asked where it decides, or ``always``.
    """
    proportions = abs(np.log((one.shape[1] * other.shape[0]) / (one.shape[0] * other.shape[1])))
    if proportions > _MOST_ASPECT:
        return None
    first_finer = one.shape[1] >= other.shape[1]
    fine, coarse = (one, other) if first_finer else (other, one)
    target = ink_of(coarse)
    overhang = np.clip(_OVERHANG_EM * em * min(1.0, other.shape[1] / one.shape[1]), _OVERHANG, _MOST_OVERHANG)
    settled = overlaid(ink_of(fine), target, float(overhang))
    if settled is None or likeness(settled.laid, target) < _LEAST_LIKENESS:
        return None
    scale = float(settled.factor.mean())
    same_scale = bool(abs(np.log(scale)) < _SAME_SCALE)
    rest = remaining(settled.laid, target, SHARP if same_scale else SOFT)
    em_coarse = em / scale if first_finer else em
    found = Evidence(
        same_scale, float(rest.shares.max()), rest.usual, float(rest.alone.max()), em_coarse, detail(coarse)
    )
    if strangeness is None or boxes is None or not (always or _matters(found)):
        return found
    first = boxes * np.array([one.shape[1], one.shape[0]] * 2, np.float32)
    in_coarse = settled.to_coarse(first) if first_finer else first
    doubtful = _most_different(rest.shares, in_coarse)
    shown = np.concatenate((in_coarse[doubtful], _worst_spots(rest.alone, em_coarse)))
    of_fine = Sight(fine, em_coarse * scale, settled.to_fine(shown))
    of_coarse = Sight(coarse, em_coarse, shown)
    strange = strangeness(*((of_fine, of_coarse) if first_finer else (of_coarse, of_fine)))
    count = len(doubtful)
    symbols, spots = float(strange[:count].max(initial=0)), float(strange[count:].max())
    return replace(found, symbols=symbols, spots=spots, asked=True)


def judged(found: Evidence) -> Verdict:
    """The difference in units of what pictures of this size of type may have."""
    difference = found.worst**2 / (found.usual + _LEAST_USUAL)
    difference *= (found.symbols + _LEAST_STRANGE) ** _SYMBOL_POWER
    difference *= (found.spots + _LEAST_STRANGE) ** _SPOT_POWER
    if found.same_scale:
        difference /= _limit(found.em, _SAME_SCALE_LIMITS)
    else:
        difference *= found.alone / (_limit(found.em, _LIMITS) * max(found.detail, 1.0) ** _DETAIL_POWER)
    if found.asked and found.symbols > _ANOTHER:
        difference = max(difference, 1.0)
    return Verdict(difference < 1.0, difference)


def _limit(em: float, limits: tuple[float, float]) -> float:
    """Between small and large type the limit grows evenly in logarithms."""
    share = np.clip(np.log(em / _SMALL_TYPE) / np.log(_LARGE_TYPE / _SMALL_TYPE), 0.0, 1.0)
    return float(limits[0] ** (1 - share) * limits[1] ** share)


def _matters(found: Evidence) -> bool:
    """Whether the classifier's word would decide: the pixels neither suffice nor are hopeless."""
    return not judged(found).same and judged(replace(found, symbols=0.0, spots=0.0)).same


def _most_different(spots: Real, boxes: NDArray[np.float32]) -> NDArray[np.intp]:
    """Numbers of the boxes, in pixels of the coarser picture, that have the worst spots."""
    places = np.concatenate((np.floor(boxes[:, :2]), np.ceil(boxes[:, 2:])), 1).astype(int) + MARGIN
    places = np.clip(places, 0, None)
    worst = [float(spots[y0 : y1 + 1, x0 : x1 + 1].max(initial=0.0)) for x0, y0, x1, y1 in places]
    return np.argsort(-np.array(worst), kind="stable")[:_DOUBTFUL]


def _worst_spots(alone: Real, em: float) -> NDArray[np.float32]:
    """Squares (_WORST_SPOTS, 4) around the worst places, in pixels of the coarser picture."""
    left, reach, half = alone.copy(), max(2, round(em / 4)), _SPOT_EM * em
    squares: list[tuple[float, float, float, float]] = []
    for _ in range(_WORST_SPOTS):
        y, x = (int(place) for place in np.unravel_index(left.argmax(), left.shape))
        left[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1] = 0
        middle = x + 0.5 - MARGIN, y + 0.5 - MARGIN
        squares.append((middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half))
    return np.array(squares, np.float32)


def detail(gray: Gray) -> float:
    """Height in pixels that three of four letters reach; tells how small the marks are that matter."""
    boxes = components(gray)
    width, height = boxes[:, 2].astype(float), boxes[:, 3].astype(float)
    letters = height[(height >= 0.5 * width) & (width >= 0.2 * height)]
    return float(np.quantile(letters, 0.25)) if letters.size else float(gray.shape[0])
