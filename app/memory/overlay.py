"""One picture laid over another of the same formula: scale and place settled by least squares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.pictures import Gray

Real = NDArray[np.float32]
Pair = NDArray[np.float64]
"""A value across and one down."""

MARGIN = 4
"""Pixels of white around a picture that lets it move."""
_ANISOTROPY, _UNEVEN = 0.06, 1.3
"""Stretching in one direction that is a fault of rounding: as a share, and in pixels of the lesser side."""
_SETTLING = ((True, 2, 1.0, 3), (False, 1, 2.0, 1), (False, 1, 1.0, 2), (None, 1, 0.6, 2))
"""For large pictures, small ones or both (None): reduction, blur in pixels, number of steps at most."""
_LARGE = 8_000
"""Pixels of a picture that is settled at half its size first."""
_STILL = 0.03
_FAR = 0.9
"""Likeness of two blurred pictures before anything is settled, below which they show other formulas.

Pictures of one formula begin well above, whatever their scale, theme and smoothing; those of another one,
near by its vector, well below.
"""


def ink_of(gray: Gray) -> Real:
    """Ink 0..1 with a margin of white that lets it move."""
    framed = cv2.copyMakeBorder(gray, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=(255,))
    return cast(Real, np.float32(1.0) - framed.astype(np.float32) / np.float32(255.0))


def blurred(ink: Real, sigma: float) -> Real:
    return cast(Real, cv2.GaussianBlur(ink, (0, 0), sigma))


@dataclass(frozen=True, slots=True)
class Overlay:
    """A finer picture at the place and scale of a coarser: place in it = ``start`` + ``factor`` * place."""

    laid: Real
    factor: Pair
    start: Pair

    def to_fine(self, boxes: NDArray[np.float32]) -> NDArray[np.float32]:
        """Boxes (N, 4) of the coarser picture without its margin in the finer."""
        moved = boxes * np.tile(self.factor, 2) + np.tile(self._origin(), 2)
        return moved.astype(np.float32)

    def to_coarse(self, boxes: NDArray[np.float32]) -> NDArray[np.float32]:
        """The way back."""
        moved = (boxes - np.tile(self._origin(), 2)) / np.tile(self.factor, 2)
        return moved.astype(np.float32)

    def _origin(self) -> Pair:
        # Pixels are numbered at their centres and from the margin, boxes count edges from the ink.
        return self.start + (self.factor - 1) * (MARGIN - 0.5)


def likeness(one: Real, other: Real) -> float:
    """Cosine of the angle between two pictures."""
    product = float(np.vdot(one, other))
    return product / (float(np.linalg.norm(one)) * float(np.linalg.norm(other)) + 1e-9)


def overlaid(fine: Real, coarse: Real, overhang: float) -> Overlay | None:
    """``fine`` laid over ``coarse``; None where the two are far from each other or do not settle."""
    factor = np.array([fine.shape[1] - 2 * MARGIN, fine.shape[0] - 2 * MARGIN], np.float64)
    factor /= (coarse.shape[1] - 2 * MARGIN, coarse.shape[0] - 2 * MARGIN)
    start = MARGIN - 0.5 - (MARGIN - 0.5) * factor
    shrink = float(factor.mean())
    if shrink > 1.05:
        # What a pixel of the coarser picture covers, so that shrinking does not alias.
        fine = blurred(fine, float(np.sqrt((shrink * shrink - 1.0) / 12.0)))
    stages = [stage[1:] for stage in _SETTLING if stage[0] in (None, coarse.size > _LARGE)]
    for number, (reduction, sigma, most) in enumerate(stages):
        levels = _reduced(fine, reduction), _reduced(coarse, reduction)
        soft, target = blurred(levels[0], sigma * float(factor.mean())), blurred(levels[1], sigma)
        # A pixel's number is that of its centre, so the origin moves when pixels are put together.
        small = (start + (factor - 1) * (reduction - 1) / 2) / reduction
        if number == 0 and likeness(_warped(soft, factor, small, target.shape), target) < _FAR:
            return None
        factor, small = _steps(soft, target, factor, small, most)
        start = small * reduction - (factor - 1) * (reduction - 1) / 2
    uneven = max(_ANISOTROPY, _UNEVEN / (min(coarse.shape) - 2 * MARGIN))
    if factor.min() <= 0 or abs(np.log(factor[0] / factor[1])) > uneven:
        return None
    if not _same_frame(fine.shape, coarse.shape, factor, start, overhang):
        return None
    return Overlay(_warped(fine, factor, start, coarse.shape), factor, start)


def _same_frame(
    fine: tuple[int, ...], coarse: tuple[int, ...], factor: Pair, start: Pair, overhang: float
) -> bool:
    """Whether the ink of both ends at the same places; what hangs over is no part of the overlay."""
    low = (MARGIN - 0.5 - start) / factor
    high = (np.array([fine[1], fine[0]]) - MARGIN - 0.5 - start) / factor
    ends = np.array([coarse[1], coarse[0]]) - MARGIN - 0.5
    return bool(max(np.abs(low - (MARGIN - 0.5)).max(), np.abs(high - ends).max()) < overhang)


def _reduced(ink: Real, reduction: int) -> Real:
    if reduction == 1:
        return ink
    size = (ink.shape[1] // reduction, ink.shape[0] // reduction)
    even = ink[: size[1] * reduction, : size[0] * reduction]
    return cast(Real, cv2.resize(even, size, interpolation=cv2.INTER_AREA))


def _steps(fine: Real, coarse: Real, factor: Pair, start: Pair, most: int) -> tuple[Pair, Pair]:
    """Settle until nothing moves any more."""
    for _ in range(most):
        old_factor, old_start = factor, start
        factor, start = _settled(fine, coarse, factor, start)
        if _moved(old_factor, old_start, factor, start, coarse.shape) < _STILL:
            break
    return factor, start


def _moved(factor: Pair, start: Pair, new_factor: Pair, new_start: Pair, shape: tuple[int, ...]) -> float:
    """How far a corner of the coarse picture went, pixels of the fine one."""
    far = np.array([shape[1], shape[0]], np.float64)
    return float(
        max(np.abs(new_start - start).max(), np.abs(new_start - start + (new_factor - factor) * far).max())
    )


def _warped(ink: Real, factor: Pair, start: Pair, shape: tuple[int, ...]) -> Real:
    matrix = np.array([[factor[0], 0, start[0]], [0, factor[1], start[1]]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cast(Real, cv2.warpAffine(ink, matrix, (shape[1], shape[0]), flags=flags))


def _settled(fine: Real, coarse: Real, factor: Pair, start: Pair) -> tuple[Pair, Pair]:
    """Scale and place that leave the least difference: one step of Gauss and Newton from those given."""
    laid = _warped(fine, factor, start, coarse.shape)
    across, down = slopes(laid)
    height, width = coarse.shape
    x = (np.arange(width, dtype=np.float32) - width / 2) / width
    y = ((np.arange(height, dtype=np.float32) - height / 2) / height)[:, None]
    terms = np.stack([one.ravel() for one in (across, across * x, down, down * y, laid)])
    normal = terms @ terms.T
    normal[np.diag_indices(5)] += 1e-3
    move = np.linalg.solve(normal, terms @ (coarse - laid).ravel()).astype(np.float64)
    grow = np.clip([move[1] / width, move[3] / height], -0.05, 0.05)
    shift = np.clip([move[0], move[2]], -2, 2) - grow * (width / 2, height / 2)
    # A place p of the coarse picture shows what the last overlay had at p + shift + grow * p.
    return factor * (1 + grow), start + factor * shift


def slopes(ink: Real) -> tuple[Real, Real]:
    """Change of the ink a pixel across and down."""
    across = cv2.Sobel(ink, cv2.CV_32F, 1, 0, ksize=3, scale=0.125)
    down = cv2.Sobel(ink, cv2.CV_32F, 0, 1, ksize=3, scale=0.125)
    return cast(Real, across), cast(Real, down)
