"""The symbols of a whole page, found strip by strip: a page at once would take too much memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.pipeline import MARGIN_EM, TARGET_EM
from scipix.engine.recognize.detect import CHOICES, Detections, Look, detect
from scipix.engine.types import Box, Checkpoint

_CORE = 320
"""Pixels of height that a strip answers for: larger ones are no faster and take more memory."""
_MARGIN = 64
"""Pixels that it sees above and below: taller signs may be cut."""
_PART = 240
_BLANK = 200
"""Gray: a strip without a darker pixel is left out."""


@dataclass(frozen=True, slots=True)
class SeenSymbol:
    """One symbol of a page: its class with its probability, its box, and its type's size.

    ``size`` is relative to the page's, 0 where it is not known.
    """

    token: str
    box: Box
    size: float
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class SeenPage:
    """The symbols of a page and the size of most of its type, all in its pixels."""

    symbols: tuple[SeenSymbol, ...]
    em: float


def page_symbols(look: Look, gray: NDArray[np.uint8], checkpoint: Checkpoint) -> Detections:
    """Symbols of a page, boxes in its pixels.

    Args:
        gray: dark on white, its type of the size that the detector is used to.
        checkpoint: called before each strip.
    """
    found: list[Detections] = []
    for top, bottom in _strips(gray.shape[0]):
        checkpoint()
        above = max(0, top - _MARGIN)
        strip = gray[above : bottom + _MARGIN]
        left, right = _inked(strip)
        if right <= left:
            continue
        seen = detect(look, np.ascontiguousarray(strip[:, left:right]))
        boxes = seen.boxes + np.array([left, above, left, above], np.float32)
        middle = (boxes[:, 1] + boxes[:, 3]) / 2
        rows = np.flatnonzero((middle >= top) & (middle < bottom))
        found.append(Detections(boxes, seen.scores, seen.choices, seen.chances).only(rows))
    return _joined(found)


def densest_part(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The band of a page that has most ink: enough to tell the size of its type."""
    ink = (255.0 - gray).sum(axis=1, dtype=np.float64)
    sums = np.convolve(ink, np.ones(min(_PART, len(ink))), mode="valid")
    top = int(np.argmax(sums))
    return np.ascontiguousarray(gray[top : top + _PART])


def _strips(height: int) -> Iterator[tuple[int, int]]:
    for top in range(0, height, _CORE):
        yield top, min(height, top + _CORE)


def _inked(strip: NDArray[np.uint8]) -> tuple[int, int]:
    """The columns that have ink, with a margin."""
    columns = np.flatnonzero(strip.min(axis=0) < _BLANK)
    if not len(columns):
        return 0, 0
    margin = round(MARGIN_EM * TARGET_EM)
    return max(0, int(columns[0]) - margin), min(strip.shape[1], int(columns[-1]) + margin)


def _joined(found: list[Detections]) -> Detections:
    if not found:
        empty = np.zeros((0, CHOICES), np.float32)
        return Detections(
            np.zeros((0, 4), np.float32), np.zeros(0, np.float32), empty.astype(np.int64), empty
        )
    return Detections(
        np.concatenate([one.boxes for one in found]), np.concatenate([one.scores for one in found]),
        np.concatenate([one.choices for one in found]), np.concatenate([one.chances for one in found]),
    )  # fmt: skip
