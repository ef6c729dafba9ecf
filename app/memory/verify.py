"""Are two pictures the same formula? Judged on the pixels, so that x^2 never answers for x^3.

Both pictures are dark on white and cut to their ink (see :mod:`scipix.app.memory.pictures`). The finer one is
laid over the coarser, scale and place settled by least squares; tone and sharpness are matched likewise. Then
every connected patch of ink, most often one symbol, is set to its own best place within a pixel and a half,
because programs put glyphs on whole pixels. What then remains is judged against what rough edges explain.

How much may remain depends on how many pixels the smallest letters have: where a comma is two pixels, nothing
may. Two pictures of the same scale are judged without any blur, where less is enough to tell them apart.
In doubt the answer is no.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.pictures import Gray
from scipix.engine.preprocess.scale import components

Real = NDArray[np.float32]
Pair = NDArray[np.float64]
"""A value across and one down."""

# Chosen on minimal pairs of other formulas than those of the benchmark, with a fifth to spare.
_SOFT_LIMIT, _SHARP_LIMIT = 0.40, 0.50
_FULL_DETAIL = 12.0
"""Pixels: small letters of this height leave no doubt; below, the limit falls with the square."""
_SAME_SCALE = 0.02
_MOST_ASPECT = 0.35
_ANISOTROPY = 0.06
_MARGIN = 4
_SETTLING = ((True, 2, 1.0, 3), (False, 1, 2.0, 1), (False, 1, 1.0, 2), (None, 1, 0.6, 2))
"""For large pictures, small ones or both (None): reduction, blur in pixels, number of steps at most."""
_LARGE = 8_000
"""Pixels of a picture that is settled at half its size first."""
_STILL = 0.03
_LEAST_LIKENESS = 0.8
_OVERHANG = 1.5
"""Pixels of the coarser picture: a full stop at the end takes more."""
_INK = 0.15
_SHIFT, _GAIN = 0.6, (0.8, 1.25)
_SOFT, _SMALL, _WIDE = 0.6, 0.8, 2.5
_ROUGH = 0.1
_WINDOWS = (0.30, 0.60)
_EDGE_NOISE, _FLOOR = 0.02, 0.06


@dataclass(frozen=True, slots=True)
class Verdict:
    """``same`` where the pictures agree; ``difference`` is 1 at the limit."""

    same: bool
    difference: float


_OTHER = Verdict(False, float("inf"))


def compare(one: Gray, other: Gray, em: float) -> Verdict:
    """Compare two pictures cut to their ink; ``em`` is the type size of ``one`` in its pixels."""
    proportions = abs(np.log((one.shape[1] * other.shape[0]) / (one.shape[0] * other.shape[1])))
    if proportions > _MOST_ASPECT:
        return _OTHER
    if one.shape[1] < other.shape[1]:
        fine, coarse, em_coarse = other, one, em
    else:
        fine, coarse, em_coarse = one, other, em * other.shape[1] / one.shape[1]
    target = _ink(coarse)
    settled = overlaid(_ink(fine), target)
    if settled is None:
        return _OTHER
    laid, scale = settled
    if _likeness(laid, target) < _LEAST_LIKENESS:
        return _OTHER
    difference = _soft_difference(laid, target) / (_SOFT_LIMIT * min(1.0, detail(coarse) / _FULL_DETAIL) ** 2)
    if difference >= 1.0 and abs(np.log(scale)) < _SAME_SCALE:
        difference = _sharp_difference(laid, target, em_coarse) / _SHARP_LIMIT
    return Verdict(difference < 1.0, difference)


def detail(gray: Gray) -> float:
    """Height in pixels that three of four letters reach; tells how small the marks are that matter."""
    boxes = components(gray)
    width, height = boxes[:, 2].astype(float), boxes[:, 3].astype(float)
    letters = height[(height >= 0.5 * width) & (width >= 0.2 * height)]
    return float(np.quantile(letters, 0.25)) if letters.size else float(gray.shape[0])


def _ink(gray: Gray) -> Real:
    """Ink 0..1 with a margin of white that lets it move."""
    framed = cv2.copyMakeBorder(gray, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=(255,))
    return cast(Real, np.float32(1.0) - framed.astype(np.float32) / np.float32(255.0))


def _likeness(one: Real, other: Real) -> float:
    """Cosine of the angle between two pictures."""
    product = float(np.vdot(one, other))
    return product / (float(np.linalg.norm(one)) * float(np.linalg.norm(other)) + 1e-9)


def _blurred(ink: Real, sigma: float) -> Real:
    return cast(Real, cv2.GaussianBlur(ink, (0, 0), sigma))


# -- one over the other -------------------------------------------------------------------------------------
def overlaid(fine: Real, coarse: Real) -> tuple[Real, float] | None:
    """``fine`` at the place and scale of ``coarse``, and that scale; None where the two do not settle."""
    factor = np.array([fine.shape[1] - 2 * _MARGIN, fine.shape[0] - 2 * _MARGIN], np.float64)
    factor /= (coarse.shape[1] - 2 * _MARGIN, coarse.shape[0] - 2 * _MARGIN)
    start = _MARGIN - 0.5 - (_MARGIN - 0.5) * factor
    shrink = float(factor.mean())
    if shrink > 1.05:
        # What a pixel of the coarser picture covers, so that shrinking does not alias.
        fine = _blurred(fine, float(np.sqrt((shrink * shrink - 1.0) / 12.0)))
    for wanted, reduction, sigma, most in _SETTLING:
        if wanted in (None, coarse.size > _LARGE):
            levels = _reduced(fine, reduction), _reduced(coarse, reduction)
            # A pixel's number is that of its centre, so the origin moves when pixels are put together.
            small = (start + (factor - 1) * (reduction - 1) / 2) / reduction
            factor, small = _steps(*levels, factor, small, sigma, most)
            start = small * reduction - (factor - 1) * (reduction - 1) / 2
    if factor.min() <= 0 or abs(np.log(factor[0] / factor[1])) > _ANISOTROPY:
        return None
    if not _same_frame(fine.shape, coarse.shape, factor, start):
        return None
    return _warped(fine, factor, start, coarse.shape), float(factor.mean())


def _same_frame(fine: tuple[int, ...], coarse: tuple[int, ...], factor: Pair, start: Pair) -> bool:
    """Whether the ink of both ends at the same places; what hangs over is no part of the overlay."""
    low = (_MARGIN - 0.5 - start) / factor
    high = (np.array([fine[1], fine[0]]) - _MARGIN - 0.5 - start) / factor
    ends = np.array([coarse[1], coarse[0]]) - _MARGIN - 0.5
    return bool(max(np.abs(low - (_MARGIN - 0.5)).max(), np.abs(high - ends).max()) < _OVERHANG)


def _reduced(ink: Real, reduction: int) -> Real:
    if reduction == 1:
        return ink
    size = (ink.shape[1] // reduction, ink.shape[0] // reduction)
    even = ink[: size[1] * reduction, : size[0] * reduction]
    return cast(Real, cv2.resize(even, size, interpolation=cv2.INTER_AREA))


def _steps(fine: Real, coarse: Real, factor: Pair, start: Pair, sigma: float, most: int) -> tuple[Pair, Pair]:
    """Settle until nothing moves any more."""
    soft, target = _blurred(fine, sigma * float(factor.mean())), _blurred(coarse, sigma)
    for _ in range(most):
        old_factor, old_start = factor, start
        factor, start = _settled(soft, target, factor, start)
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
    across, down = _slopes(laid)
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


def _slopes(ink: Real) -> tuple[Real, Real]:
    """Change of the ink a pixel across and down."""
    across = cv2.Sobel(ink, cv2.CV_32F, 1, 0, ksize=3, scale=0.125)
    down = cv2.Sobel(ink, cv2.CV_32F, 0, 1, ksize=3, scale=0.125)
    return cast(Real, across), cast(Real, down)


def _toned(laid: Real, coarse: Real) -> Real:
    """``laid`` in the tone and sharpness that come nearest to ``coarse``."""
    soft, softer = _blurred(laid, 0.7), _blurred(laid, 1.4)
    terms = np.stack([term.ravel() for term in (laid, np.square(laid), soft, softer)], axis=1)
    target = coarse.ravel()
    used = (softer.ravel() > 0.01) | (target > 0.02)
    part = terms[used]
    weights = np.linalg.solve(part.T @ part + 0.05 * np.eye(terms.shape[1]), part.T @ target[used])
    return cast(Real, (terms @ weights.astype(np.float32)).reshape(coarse.shape))


# -- what remains -------------------------------------------------------------------------------------------
def _soft_difference(laid: Real, coarse: Real) -> float:
    """The worst spot of what remains after a little blur, against the edges around it."""
    target = _blurred(coarse, _SOFT)
    rest, edges = _without_places(_toned(_blurred(laid, 0.9 * _SOFT), target), target)
    spots = np.abs(_blurred(rest, _SMALL))
    return float((spots / (_ROUGH + np.sqrt(_blurred(edges, _WIDE)))).max())


def _sharp_difference(laid: Real, coarse: Real, em: float) -> float:
    """The largest ratio of energy that remains to that of edges, over windows of two sizes."""
    rest, edges = _without_places(_toned(laid, coarse), coarse)
    return max(_worst_window(rest, edges, max(3, round(em * share) | 1)) for share in _WINDOWS)


def _worst_window(rest: Real, edges: Real, side: int) -> float:
    energy = cv2.boxFilter(rest * rest, cv2.CV_32F, (side, side), normalize=False)
    rough = cv2.boxFilter(edges, cv2.CV_32F, (side, side), normalize=False)
    return float((energy / (_FLOOR + _EDGE_NOISE * rough)).max())


def _without_places(model: Real, coarse: Real) -> tuple[Real, Real]:
    """What is left of ``coarse`` once every patch of ink stands at its best place; energy of the edges.

    A patch may move by a whole pixel each way, by a fraction more along its slopes, and take its own
    strength.
    """
    flat, owner, count = _patches(model, coarse)
    across, down = _slopes(model)
    basis = np.stack([one.ravel()[flat] for one in (model, across, down)])
    products = np.einsum("ip,jp->ijp", basis, basis)
    normal = np.stack([[np.bincount(owner, one, count) for one in row] for row in products]).transpose(
        2, 0, 1
    )
    inverse = np.linalg.inv(normal + 0.02 * np.eye(3))
    best, place, strength = np.full(count, np.inf), np.zeros(count, np.int64), np.zeros((count, 3))
    width, ink = coarse.shape[1], coarse.ravel()
    for step in [dy * width + dx for dy in (0, -1, 1) for dx in (0, -1, 1)]:
        seen = ink[flat + step]
        found = np.stack([np.bincount(owner, seen * one, count) for one in basis], 1)
        weights = np.einsum("nij,nj->ni", inverse, found)
        weights[:, 0] = np.clip(weights[:, 0], *_GAIN)
        weights[:, 1:] = np.clip(weights[:, 1:], -_SHIFT, _SHIFT)
        energy = np.bincount(owner, seen * seen, count) - 2 * (weights * found).sum(1)
        energy += np.einsum("ni,nij,nj->n", weights, normal, weights)
        better = energy < best
        best[better], place[better], strength[better] = energy[better], step, weights[better]
    moved = np.bincount(flat + place[owner], (strength[owner] * basis.T).sum(1), model.size)
    still = model.ravel().copy()
    still[flat] = 0
    rest = coarse - (still + moved).reshape(coarse.shape)
    return cast(Real, rest.astype(np.float32)), across * across + down * down


def _patches(model: Real, coarse: Real) -> tuple[NDArray[np.intp], NDArray[np.int32], int]:
    """Flat places of all ink of either picture with a rim of a pixel, the patch of each, and how many."""
    inked = (np.maximum(model, coarse) > _INK).astype(np.uint8)
    count, labels = cv2.connectedComponents(inked, connectivity=8)
    rim = cv2.dilate(labels.astype(np.float32), np.ones((3, 3), np.uint8)).astype(np.int32)
    labels = np.where(labels > 0, labels, rim)
    # A patch may step by one pixel: it must not step out of the picture.
    labels[:2], labels[-2:], labels[:, :2], labels[:, -2:] = 0, 0, 0, 0
    flat = np.flatnonzero(labels.ravel())
    return flat, labels.ravel()[flat].astype(np.int32), count
