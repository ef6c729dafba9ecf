"""Symbols of a prepared picture: the detector's maps -> peaks -> boxes -> classes of two classifiers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from scipix.engine.recognize import straight, stroke_weight, tall, unseen, wide
from scipix.engine.recognize.accents import Finder, are_parts, candidates
from scipix.engine.recognize.alike import Twins, twins_of, unified
from scipix.engine.recognize.appearance import NUMBERS, appearances
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.recognize.straight import Marks, marks_of
from scipix.engine.recognize.stroke_weight import Weights, weights_of
from scipix.engine.recognize.touching import parted
from scipix.engine.recognize.typeface import corrected

Run = Callable[[Mapping[str, npt.NDArray[Any]]], list[npt.NDArray[Any]]]

STRIDE = 2
"""Pixels of the prepared picture a cell of the detector's maps is high and wide."""
CHOICES = 4
"""How many classes of a symbol's distribution the parser sees."""
_SAME_PLACE = 0.6
"""Boxes that share this much of their union are one symbol seen twice."""
_THIN, _LEVEL = 5.0, 2.5
"""Pixels: a box lower than this is a rule, whose overlap is judged along its length; rules whose middles are
nearer in height are one."""
SHAPE_SHARE = 0.6
"""Weight of the glyph classifier, which sees finer, against the detector's, which sees more around."""
_FOUND = 0.5
"""Score of what the ink shows and the detector does not."""
_SIDE_STEP = 32
"""Pictures are padded to multiples of this, a cell of the detector's coarsest grid."""


@dataclass(frozen=True, slots=True)
class Look:
    """The networks that see: detector (ink -> features, heat, edges) and two classifiers of symbols.

    ``accents`` finds those that lie in the boxes of letters. ``typeface`` corrects both classifiers by what
    all symbols of the picture are set in. ``adaptation`` has the last word on classes, where there is one:
    appearances, logits -> logits. ``marks``: which classes are arrows and braces. ``weights``: which are bars
    and bold letters. ``twins``: which are one. ``peak``: a cell whose heat is below this is no symbol.
    """

    detector: Run
    classifier: Run
    glyphs: Run
    typeface: Run | None = None
    accents: Finder | None = None
    adaptation: Callable[[FloatArray, FloatArray], FloatArray] | None = None
    marks: Marks = field(default_factory=lambda: marks_of(()))
    weights: Weights = field(default_factory=lambda: weights_of(()))
    twins: Twins = field(default_factory=lambda: twins_of(()))
    peak: float = 0.3


def _none() -> Looks:
    return Looks(
        np.zeros((0, NUMBERS), np.float32),
        np.zeros((0, CHOICES), np.int64),
        np.zeros((0, CHOICES), np.float32),
    )


@dataclass(frozen=True, slots=True)
class Looks:
    """What N symbols look like, to learn from.

    Attributes:
        appearances: (N, NUMBERS) float32.
        choices, chances: (N, CHOICES), the classes as the networks alone would have them.
    """

    appearances: FloatArray
    choices: npt.NDArray[np.int64]
    chances: FloatArray

    def __len__(self) -> int:
        return len(self.appearances)

    def only(self, rows: npt.NDArray[np.intp]) -> Looks:
        """Some of the symbols, by number; none stays none."""
        return Looks(self.appearances[rows], self.choices[rows], self.chances[rows]) if len(self) else self


@dataclass(frozen=True, slots=True)
class Detections:
    """N symbols found in one picture.

    Attributes:
        boxes: (N, 4) float32, pixels of the prepared picture.
        scores: (N,) float32, heat of the peak.
        choices: (N, CHOICES) int64, the likeliest classes, best first.
        chances: (N, CHOICES) float32, their probabilities.
        looks: of all symbols; empty where nobody looked, for their classes were known.
    """

    boxes: FloatArray
    scores: FloatArray
    choices: npt.NDArray[np.int64]
    chances: FloatArray
    looks: Looks = field(default_factory=_none)

    def __len__(self) -> int:
        return len(self.boxes)

    def only(self, rows: npt.NDArray[np.intp]) -> Detections:
        """Some of the symbols, by number."""
        return Detections(
            self.boxes[rows], self.scores[rows], self.choices[rows], self.chances[rows], self.looks.only(rows)
        )


def to_ink(gray: npt.NDArray[np.uint8]) -> FloatArray:
    """(1, 1, H, W) float32, 1 = ink, padded with white on the right and below."""
    height, width = gray.shape
    sides = [-(-side // _SIDE_STEP) * _SIDE_STEP for side in gray.shape]
    ink = np.zeros((1, 1, *sides), np.float32)
    ink[0, 0, :height, :width] = 1.0 - gray.astype(np.float32) / 255.0
    return ink


def detect(look: Look, gray: npt.NDArray[np.uint8]) -> Detections:
    """Find the symbols of a prepared picture, sorted from left to right."""
    features, whole = symbols(look, gray)
    if not len(whole.boxes):
        none = np.zeros((0, CHOICES))
        return Detections(whole.boxes, whole.scores, none.astype(np.int64), none.astype(np.float32))
    whole, asked = _with_accents(look, features, gray, whole, opinions(look, features, gray, whole))
    logits, seen = _class_logits(look, whole, asked), appearances(asked.shown, asked.sizes)
    logits = judged_by_ink(look, logits, gray, whole.boxes)
    looks, boxes = Looks(seen, *best_classes(logits)), parted(whole.boxes, gray)
    if look.adaptation is None:
        return Detections(boxes, whole.scores, looks.choices, looks.chances, looks)
    return Detections(boxes, whole.scores, *best_classes(look.adaptation(seen, logits)), looks)


def judged_by_ink(
    look: Look, logits: FloatArray, gray: npt.NDArray[np.uint8], boxes: FloatArray
) -> FloatArray:
    """Logits (N, classes) of the boxes (N, 4) after what the ink alone says of lines and of bold letters.

    Classes of one name are one.
    """
    logits = straight.judged(unified(logits, look.twins), gray, boxes, look.marks)
    return stroke_weight.judged(logits, gray, boxes, look.weights)


def symbols(look: Look, gray: npt.NDArray[np.uint8]) -> tuple[FloatArray, tall.Whole]:
    """The detector's features, and all symbols with what only the ink shows; none where it sees nothing."""
    features, boxes, scores = peaks(look, gray)
    if not len(boxes):
        return features, tall.Whole(boxes, scores, np.zeros(0, np.intp))
    return features, tall.joined(*_with_missed(gray, boxes, scores), tall.strokes(gray))


def peaks(look: Look, gray: npt.NDArray[np.uint8]) -> tuple[FloatArray, FloatArray, FloatArray]:
    """The detector's features, and boxes and scores of what it sees, sorted from left to right."""
    features, heat, edges = look.detector({"ink": to_ink(gray)})
    boxes, scores = boxes_of_peaks(heat[0], edges[0], look.peak)
    kept = without_twins(boxes, scores)
    boxes, scores = straight.fitted(*wide.fitted(boxes[kept], scores[kept], gray), gray)
    order = np.argsort(boxes[:, 0] + boxes[:, 2], kind="stable")
    return features, boxes[order], scores[order]


def _with_missed(
    gray: npt.NDArray[np.uint8], boxes: FloatArray, scores: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Detections with what the ink shows and the detector does not: wide marks, lines, small pieces."""
    for find in (wide.missed, straight.missed, unseen.missed):
        found = find(gray, boxes)
        boxes = np.concatenate((boxes, found))
        scores = np.concatenate((scores, np.full(len(found), _FOUND, np.float32)))
    order = np.argsort(boxes[:, 0] + boxes[:, 2], kind="stable")
    return boxes[order], scores[order]


def _class_logits(look: Look, whole: tall.Whole, asked: Opinions) -> FloatArray:
    """Logits of both classifiers together; of tall delimiters the detector knows too little to be asked."""
    logits = agreed(asked.context, asked.shape)
    if look.typeface is not None:
        (corrections,) = look.typeface({"context": asked.context, "shape": asked.shape})
        logits = corrected(logits, corrections)
    logits[whole.tall] = log_softmax(asked.shape[whole.tall])
    return logits


class Opinions(NamedTuple):
    """What both classifiers say of N symbols.

    Attributes:
        context, shape: (N, C) float32, logits.
        shown, sizes: what the glyph classifier was shown: patches (N, 1, PATCH, PATCH) and log sizes (N, 2).
    """

    context: FloatArray
    shape: FloatArray
    shown: FloatArray
    sizes: FloatArray


def opinions(look: Look, features: FloatArray, gray: npt.NDArray[np.uint8], whole: tall.Whole) -> Opinions:
    """Ask both classifiers."""
    (context,) = look.classifier({"features": features, "boxes": whole.boxes})
    shown, sizes = tall.shown(gray, whole.boxes, whole.tall)
    (shape,) = look.glyphs({"patches": shown, "sizes": sizes})
    return Opinions(context, shape, shown, sizes)


def _with_accents(
    look: Look, features: FloatArray, gray: npt.NDArray[np.uint8], whole: tall.Whole, asked: Opinions
) -> tuple[tall.Whole, Opinions]:
    """Symbols and opinions with the accents that lie in the boxes of letters as symbols of their own."""
    if look.accents is None:
        return whole, asked
    found = candidates(look.accents, gray, whole)
    count, known = len(found.rows), len(whole.boxes)
    if not count:
        return whole, asked
    parts = tall.Whole(
        np.concatenate([found.letters, found.accents]),
        np.concatenate([whole.scores[found.rows], found.chances]),
        np.zeros(0, np.intp),
    )
    of_parts = opinions(look, features, gray, parts)
    chances = agreed(of_parts.context, of_parts.shape)
    before = agreed(asked.context[found.rows], asked.shape[found.rows])
    agreed_to = np.flatnonzero(are_parts(look.accents, found, before, chances[:count], chances[count:]))
    order = np.arange(known)
    order[found.rows[agreed_to]] = known + agreed_to
    order = np.concatenate([order, known + count + agreed_to])
    boxes = np.concatenate([whole.boxes, parts.boxes])
    order = order[np.argsort(boxes[order, 0] + boxes[order, 2], kind="stable")]
    scores = np.concatenate([whole.scores, parts.scores])
    everything = tall.Whole(boxes[order], scores[order], np.flatnonzero(np.isin(order, whole.tall)))
    return everything, Opinions(
        *(np.concatenate([one, other])[order] for one, other in zip(asked, of_parts, strict=True))
    )


def agreed(context: FloatArray, shape: FloatArray) -> FloatArray:
    """Logits of both classifiers together: a weighted product of their probabilities."""
    mean: FloatArray = (1 - SHAPE_SHARE) * log_softmax(context) + SHAPE_SHARE * log_softmax(shape)
    return mean


def boxes_of_peaks(heat: FloatArray, edges: FloatArray, least: float) -> tuple[FloatArray, FloatArray]:
    """Boxes (N, 4) and scores (N,) of the cells that the detector left standing as peaks.

    Args:
        heat: (H/2, W/2), 0 except at local maxima.
        edges: (4, H/2, W/2) distances in pixels from the cell's centre to left, top, right and bottom.
        least: a cell whose heat is below this is no symbol.
    """
    rows, columns = np.nonzero(heat > least)
    x = (columns.astype(np.float32) + 0.5) * STRIDE
    y = (rows.astype(np.float32) + 0.5) * STRIDE
    left, top, right, bottom = edges[:, rows, columns]
    boxes = np.stack([x - left, y - top, x + right, y + bottom], 1).astype(np.float32)
    return boxes, heat[rows, columns].astype(np.float32)


def without_twins(boxes: FloatArray, scores: FloatArray) -> npt.NDArray[np.intp]:
    """Indices of the boxes that remain when of each group in the same place only the strongest stays."""
    order = np.argsort(-scores, kind="stable")
    x0, y0, x1, y1 = boxes[order].T
    width = np.minimum(x1[:, None], x1) - np.maximum(x0[:, None], x0)
    height = np.minimum(y1[:, None], y1) - np.maximum(y0[:, None], y0)
    shared = np.clip(width, 0, None) * np.clip(height, 0, None)
    area = (x1 - x0) * (y1 - y0)
    same = shared > _SAME_PLACE * (area[:, None] + area - shared)
    thin = (y1 - y0) < _THIN
    level = np.abs((y0 + y1)[:, None] - (y0 + y1)) / 2 < _LEVEL
    along = width > 0.5 * np.minimum((x1 - x0)[:, None], x1 - x0)
    same |= thin[:, None] & thin & level & along
    alive = np.ones(len(order), bool)
    for index in range(len(order)):
        if alive[index]:
            alive[index + 1 :] &= ~same[index, index + 1 :]
    return order[alive]


def best_classes(logits: FloatArray) -> tuple[npt.NDArray[np.int64], FloatArray]:
    """The CHOICES likeliest classes and their probabilities, best first."""
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    chances = shifted / shifted.sum(1, keepdims=True)
    part = np.argpartition(-chances, CHOICES, axis=1)[:, :CHOICES]
    rows = np.arange(len(logits))[:, None]
    order = np.argsort(-chances[rows, part], axis=1)
    choices = part[rows, order]
    return choices.astype(np.int64), chances[rows, choices].astype(np.float32)
