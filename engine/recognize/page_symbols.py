"""The symbols of a whole page, found tile by tile: a page at once would take more memory and more time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize import tall
from scipix.engine.recognize.detect import (
    CHOICES,
    Detections,
    Look,
    agreed,
    best_classes,
    judged_by_ink,
    peaks,
)
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.page_tiles import MARGIN, Tile, tiles
from scipix.engine.recognize.patches import patch_sizes, patches
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.types import Box, Checkpoint

_SURE = 0.95
"""Most letters of a text are surer than this at the first look. The second look, at each symbol by itself,
takes as long, and on scans of three documents it made none of them another."""


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
    """The symbols of a page and the size of most of its type, all in its pixels.

    ``found``: the same as they were detected, and behind them what is too doubtful to be a symbol by itself.
    """

    symbols: tuple[SeenSymbol, ...]
    em: float
    found: Detections = field(default_factory=lambda: _joined([]))


def page_symbols(look: Look, gray: NDArray[np.uint8], checkpoint: Checkpoint) -> Detections:
    """Symbols of a page, boxes in its pixels.

    Args:
        gray: dark on white, its type of the size that the detector is used to.
        checkpoint: called before each tile.
    """
    found: list[Detections] = []
    for tile in tiles(gray):
        checkpoint()
        found.append(_seen(look, gray, tile))
    return _joined(found)


def _seen(look: Look, gray: NDArray[np.uint8], tile: Tile) -> Detections:
    """The symbols that a tile answers for."""
    found = part_symbols(look, tile.picture(gray))
    left, top = tile.left - MARGIN, tile.top - MARGIN
    boxes = found.boxes + np.array([left, top, left, top], np.float32)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    own = np.flatnonzero((middle >= tile.first) & (middle < tile.last))
    return Detections(boxes, found.scores, found.choices, found.chances).only(own)


def part_symbols(look: Look, gray: NDArray[np.uint8]) -> Detections:
    """Symbols of a part of a page, its type of the size that the detector is used to."""
    features, boxes, scores = peaks(look, gray)
    if not len(boxes):
        return _joined([])
    whole = tall.joined(boxes, scores, tall.strokes(gray))
    logits = judged_by_ink(look, _class_logits(look, features, gray, whole), gray, whole.boxes)
    return Detections(whole.boxes, whole.scores, *best_classes(logits))


def _class_logits(look: Look, features: FloatArray, gray: NDArray[np.uint8], whole: tall.Whole) -> FloatArray:
    """Log probabilities; the glyph classifier is asked where the detector's own is in doubt."""
    (context,) = look.classifier({"features": features, "boxes": whole.boxes})
    logits = log_softmax(context)
    asked = logits.max(1) <= np.log(_SURE)
    asked[whole.tall] = True
    rows = np.flatnonzero(asked)
    if not len(rows):
        return logits
    shown, sizes = patches(gray, whole.boxes[rows]), patch_sizes(whole.boxes[rows], TARGET_EM)
    strokes = np.searchsorted(rows, whole.tall)
    if len(strokes):
        shown[strokes], sizes[strokes] = tall.looks(gray, whole.boxes[whole.tall])
    (shape,) = look.glyphs({"patches": shown, "sizes": sizes})
    logits[rows] = agreed(context[rows], shape)
    logits[whole.tall] = log_softmax(shape[strokes])
    return logits


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
