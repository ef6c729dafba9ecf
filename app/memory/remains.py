"""What remains of a picture once another lies on it, with tone, sharpness and places of glyphs matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.overlay import Real, blurred, slopes

_INK = 0.15
"""Darkness of a pixel that belongs to a patch."""
_SHIFT = 0.6
"""Pixels a patch may move along its slopes."""
_ROUGH, _WIDE = 0.1, 2.5
_ROUGH_ALONE, _NARROW = 0.05, 0.8
"""Of the edges around a spot: what is added to them, and how far around, in pixels."""


@dataclass(frozen=True, slots=True)
class Way:
    """How what remains is looked at.

    ``soft`` and ``spot``: pixels of blur before matching and of a spot. A patch may ``step`` by a whole pixel
    and take a strength within ``gain``.
    """

    soft: float
    spot: float
    step: bool
    gain: tuple[float, float]


SHARP = Way(0.3, 0.6, False, (0.9, 1.1))
"""For pictures of one scale."""
SOFT = Way(0.6, 0.8, True, (0.8, 1.25))


@dataclass(frozen=True, slots=True)
class Remaining:
    """What remains around each pixel, as shares of what edges explain.

    Attributes:
        shares: of all edges around; ``usual`` is the root mean square over all ink.
        alone: of the edges on the spot that both pictures have.
    """

    shares: Real
    alone: Real
    usual: float


def remaining(laid: Real, coarse: Real, way: Way) -> Remaining:
    """What is left of ``coarse`` where ``laid`` is to be the same."""
    target = blurred(coarse, way.soft)
    model = _toned(blurred(laid, 0.9 * way.soft), target)
    rest, inked = _without_places(model, target, way)
    spots, edges = np.abs(blurred(rest, way.spot)), _edges(model)
    common = np.minimum(blurred(edges, _NARROW), blurred(_edges(target), _NARROW))
    shares = spots / (_ROUGH + np.sqrt(blurred(edges, _WIDE)))
    alone = spots / (_ROUGH_ALONE + np.sqrt(common))
    usual = float(np.sqrt(np.square(shares[inked]).mean())) if inked.any() else 0.0
    return Remaining(cast(Real, shares), cast(Real, alone), usual)


def _edges(ink: Real) -> Real:
    """Energy of the slopes."""
    across, down = slopes(ink)
    return cast(Real, across * across + down * down)


def _toned(laid: Real, coarse: Real) -> Real:
    """``laid`` in the tone and sharpness that come nearest to ``coarse``."""
    soft, softer = blurred(laid, 0.7), blurred(laid, 1.4)
    terms = np.stack([term.ravel() for term in (laid, np.square(laid), soft, softer)], axis=1)
    target = coarse.ravel()
    used = (softer.ravel() > 0.01) | (target > 0.02)
    part = terms[used]
    weights = np.linalg.solve(part.T @ part + 0.05 * np.eye(terms.shape[1]), part.T @ target[used])
    return cast(Real, (terms @ weights.astype(np.float32)).reshape(coarse.shape))


def _without_places(model: Real, coarse: Real, way: Way) -> tuple[Real, NDArray[np.bool_]]:
    """What is left of ``coarse`` once every patch of ink stands at its best place, and where ink is.

    A patch may move by a whole pixel each way, by a fraction more along its slopes, and take its own
    strength.
    """
    flat, owner, count = _patches(model, coarse)
    across, down = slopes(model)
    basis = np.stack([one.ravel()[flat] for one in (model, across, down)])
    products = np.einsum("ip,jp->ijp", basis, basis)
    normal = np.stack([[np.bincount(owner, one, count) for one in row] for row in products]).transpose(
        2, 0, 1
    )
    inverse = np.linalg.inv(normal + 0.02 * np.eye(3))
    best, place, strength = np.full(count, np.inf), np.zeros(count, np.int64), np.zeros((count, 3))
    width, ink = coarse.shape[1], coarse.ravel()
    moves = (0, -1, 1) if way.step else (0,)
    for step in [dy * width + dx for dy in moves for dx in moves]:
        seen = ink[flat + step]
        found = np.stack([np.bincount(owner, seen * one, count) for one in basis], 1)
        weights = np.einsum("nij,nj->ni", inverse, found)
        weights[:, 0] = np.clip(weights[:, 0], *way.gain)
        weights[:, 1:] = np.clip(weights[:, 1:], -_SHIFT, _SHIFT)
        energy = np.bincount(owner, seen * seen, count) - 2 * (weights * found).sum(1)
        energy += np.einsum("ni,nij,nj->n", weights, normal, weights)
        better = energy < best
        best[better], place[better], strength[better] = energy[better], step, weights[better]
    moved = np.bincount(flat + place[owner], (strength[owner] * basis.T).sum(1), model.size)
    still = model.ravel().copy()
    still[flat] = 0
    rest = coarse - (still + moved).reshape(coarse.shape)
    inked = np.zeros(model.size, np.bool_)
    inked[flat] = True
    return cast(Real, rest.astype(np.float32)), inked.reshape(coarse.shape)


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
