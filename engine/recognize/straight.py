"""Rules and long arrows: where they are, where they end and where they point, told by their ink.

Of a line over a long group the detector sees some ten em at a time, and the glyph classifier, whose patch
shows five, no more than the middle: some lines are missed, others are too short, and an arrow is taken for a
line or for one that points the other way. A line is a run of ink in one row of pixels. From an arrow's a head
rises above and below at once, and only at the ends, and it ends in white; letters that touch a line go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.class_numbers import class_numbers
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.ink import INK, inked, piece_boxes

_WIDE, _FLAT = 1.1 * TARGET_EM, 2.5
"""Least width in pixels, and in heights, of a detection on a line or an arrow: a minus is shorter."""
_END = round(0.45 * TARGET_EM)
"""Columns at either end where a head is looked for."""
_LEAST = 2 * _END + 2
"""Pixels of a line at least."""
_FIRST, _LAST = slice(None, _END), slice(-_END, None)
_RISE = 0.075 * TARGET_EM
"""Pixels by which a head rises above the shaft, and reaches below it."""
_AROUND = round(0.5 * TARGET_EM)
"""Rows above and below a detection that are looked at."""
_WHITE = 2
"""Rows between a head and the white above or below it."""
_THICK = 0.2 * TARGET_EM
"""Pixels: lines are thinner."""
_COVERED = 0.6
"""Share of a detection's width that a line covers at least."""
_LOPSIDED = 2
"""Pixels by which a head may rise more on one side: a shaft has no exact middle."""
_NO = np.float32(-20.0)
"""Log probability of what the ink rules out."""
_MISSED, _LEVEL = round(1.5 * TARGET_EM), 3.0
"""Pixels: a run of ink as long as this is a line; a detection within so many rows is on it."""
_DOUBTED = 4.0
"""Nats that an upright arrow may be behind the likeliest class: brackets beside letters look like some."""
_EVEN = 0.5
"""How even the heads of upright arrows are: brackets have feet on one side, and dirt on the other."""
_GAP = 3
"""Rows: pieces of an upright arrow are nearer to one another."""
_TURNED = [1, 0, 3, 2]
"""A box in the picture with rows and columns exchanged."""
_SHARED = 0.4
"""A line is not missed where a detection beside it covers more of its length."""


@dataclass(frozen=True, slots=True)
class Arrows:
    """Classes, by number, of arrows with one shaft, by where they have heads: left or up, right or down."""

    first: npt.NDArray[np.intp]
    last: npt.NDArray[np.intp]
    both: npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Marks:
    """Classes, by number: level arrows, upright ones, and braces."""

    level: Arrows
    upright: Arrows
    braces: npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Line:
    """A run of ink in a row of pixels.

    Attributes:
        box: of the line with its heads, in pixels.
        left, right: whether there is a head at that end.
    """

    box: FloatArray
    left: bool
    right: bool

    @property
    def is_arrow(self) -> bool:
        return self.left or self.right


def marks_of(classes: Sequence[str]) -> Marks:
    """The numbers of these names."""

    def arrows(*directions: str) -> Arrows:
        kinds = ("", "long", "over")
        return Arrows(
            *(class_numbers(classes, [f"\\{kind}{one}arrow" for kind in kinds]) for one in directions)
        )

    braces = class_numbers(classes, (r"\overbrace", r"\underbrace"))
    return Marks(arrows("left", "right", "leftright"), arrows("up", "down", "updown"), braces)


def fitted(
    boxes: FloatArray, scores: FloatArray, gray: npt.NDArray[np.uint8]
) -> tuple[FloatArray, FloatArray]:
    """Detections (N, 4), (N,) with lines and upright arrows as long as their ink, the strongest of each."""
    boxes, kept = boxes.copy(), np.ones(len(boxes), bool)
    rows, taken = _flat(boxes), set[tuple[int, int, int]]()
    for row in rows[np.argsort(-scores[rows], kind="stable")]:
        line = _line(gray, boxes[row])
        if line is None:
            continue
        where = int(line.box[0]), int(line.box[2]), int(line.box[1] + line.box[3])
        kept[row] = where not in taken
        taken.add(where)
        boxes[row] = line.box if line.is_arrow else [line.box[0], boxes[row, 1], line.box[2], boxes[row, 3]]
    turned, closed = boxes[:, _TURNED], _closed(gray)
    for row in _flat(turned):
        line = _line(closed, turned[row], _EVEN)
        if line is not None and line.is_arrow:
            boxes[row] = line.box[_TURNED]
    return boxes[kept], scores[kept]


def _closed(gray: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The picture with rows and columns exchanged, without the gaps in upright arrows made of pieces."""
    closed: npt.NDArray[np.uint8] = np.asarray(
        cv2.morphologyEx(gray, cv2.MORPH_OPEN, np.ones((_GAP, 1), np.uint8)), np.uint8
    )
    return closed.T


def missed(gray: npt.NDArray[np.uint8], boxes: FloatArray) -> FloatArray:
    """Lines (N, 4) that no detection is on."""
    runs = cv2.morphologyEx(inked(gray), cv2.MORPH_OPEN, np.ones((1, _MISSED | 1), np.uint8))
    lines = piece_boxes(np.asarray(runs, np.uint8))
    lines = lines[lines[:, 3] - lines[:, 1] <= _THICK]
    free = [not _covers(boxes, line).any() for line in lines]
    found: FloatArray = lines[np.array(free, bool)]
    return found


def _covers(boxes: FloatArray, line: FloatArray) -> npt.NDArray[np.bool_]:
    """Which boxes have something of the line in them."""
    level = (boxes[:, 1] - _LEVEL < line[3]) & (boxes[:, 3] + _LEVEL > line[1])
    beside = np.minimum(boxes[:, 2], line[2]) - np.maximum(boxes[:, 0], line[0])
    covers: npt.NDArray[np.bool_] = level & (beside > _SHARED * (line[2] - line[0]))
    return covers


def judged(logits: FloatArray, gray: npt.NDArray[np.uint8], boxes: FloatArray, marks: Marks) -> FloatArray:
    """Logits (N, classes) of the boxes (N, 4): a line is no brace, and arrows point as their ink does."""
    logits = logits.copy()
    _judge(logits, gray, boxes, marks.level, marks.braces, 0.0)
    upright = np.concatenate([marks.upright.first, marks.upright.last, marks.upright.both])
    maybe = np.flatnonzero(logits[:, upright].max(1, initial=-np.inf) > logits.max(1) - _DOUBTED)
    of_these = logits[maybe]
    _judge(of_these, _closed(gray), boxes[maybe][:, _TURNED], marks.upright, marks.braces, _EVEN)
    logits[maybe] = of_these
    return logits


def _judge(
    logits: FloatArray,
    gray: npt.NDArray[np.uint8],
    boxes: FloatArray,
    arrows: Arrows,
    braces: npt.NDArray[np.intp],
    even: float,
) -> None:
    """What the ink of level lines says, in place; ``even`` as in :func:`_line`."""
    for row in _flat(boxes):
        line = _line(gray, boxes[row], even)
        if line is None:
            continue
        if not line.is_arrow:
            logits[row, braces] += _NO
            continue
        pointing = arrows.both if line.left and line.right else arrows.first if line.left else arrows.last
        other = np.ones(logits.shape[1], bool)
        other[pointing] = False
        logits[row, other] += _NO


def _flat(boxes: FloatArray) -> npt.NDArray[np.intp]:
    """Which boxes (N, 4) may be lines."""
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    return np.flatnonzero((width >= _WIDE) & (width >= _FLAT * height))


def _line(gray: npt.NDArray[np.uint8], box: FloatArray, even: float = 0.0) -> Line | None:
    """The line through the middle of ``box``, None where there is none nearly as long.

    Heads rise on one side by at least ``even`` of what they do on the other.
    """
    top, bottom = max(0, int(box[1]) - _AROUND), int(box[3]) + 1 + _AROUND
    level = slice(max(0, int(box[1] - _LEVEL)) - top, int(box[3] + _LEVEL) + 1 - top)
    x0, x1 = max(0, int(box[0])), min(gray.shape[1], round(float(box[2])))
    ink = gray[top:bottom] < INK
    quarter = (x1 - x0) // 4
    near = ink[level, x0 + quarter : x1 - quarter]
    if not near.any():
        return None
    shaft = level.start + int(near.sum(1).argmax())
    left, right = _ends(ink[shaft], (x0 + x1) // 2)
    if right - left < max(_LEAST, _COVERED * (x1 - x0)):
        return None
    above, below = _run(ink[shaft::-1, left:right]), _run(ink[shaft:, left:right])
    inner = slice(_END, -_END)
    if np.median((above + below)[inner]) > _THICK + 1:
        return None
    up, down = above - np.median(above[inner]), below - np.median(below[inner])
    less = np.minimum(up, down)  # a letter may touch it on one side
    is_head = (less >= 1) & (less >= even * np.maximum(up, down))
    rise = np.where(is_head, np.minimum((up + down) / 2, less + _LOPSIDED / 2), 0.0)
    reach, row = max(0.0, *(float(rise[end].max()) for end in (_FIRST, _LAST))) + 1, top + shaft + 0.5
    ends_white = [_is_white(ink[:, left:right][:, end], shaft, round(reach)) for end in (_FIRST, _LAST)]
    heads = [
        bool(rise[inner].max() < _RISE <= rise[end].max()) and white
        for end, white in zip((_FIRST, _LAST), ends_white, strict=True)
    ]
    return Line(np.array([left, row - reach, right, row + reach], np.float32), *heads)


def _is_white(ink: npt.NDArray[np.bool_], shaft: int, reach: int) -> bool:
    """Whether a head ends, and nothing stands above it, or nothing below it."""
    near = reach + _WHITE
    above, below = (
        ink[max(0, shaft - _AROUND) : max(0, shaft - near)],
        ink[shaft + near + 1 : shaft + _AROUND],
    )
    return near < _AROUND and not (above.any() and below.any())


def _ends(row: npt.NDArray[np.bool_], middle: int) -> tuple[int, int]:
    """First column and the one behind the last of the run of ink around ``middle``."""
    if middle >= len(row) or not row[middle]:
        return 0, 0
    gaps = np.flatnonzero(~row)
    place = int(np.searchsorted(gaps, middle))
    return (int(gaps[place - 1]) + 1 if place else 0), (int(gaps[place]) if place < len(gaps) else len(row))


def _run(ink: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Rows of ink in each column before the first white."""
    run: npt.NDArray[np.int64] = np.where(ink.all(0), len(ink), (~ink).argmax(0))
    return run
