"""Degradations that move the boxes: shifts, warps, margins, and pieces of neighbouring ink."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import cv2
import numpy as np
from numpy.random import Generator

from scipix.models.training.augment_sample import WHITE, Boxes, Gray, Matrix, Sample

INK_LIMIT = 248  # anything darker counts as ink when margins are cut: anti-aliased edges included


def move_boxes(boxes: Boxes, matrix: Matrix) -> Boxes:
    """Boxes (N, 4) sent through a 3x3 map of pixel edges.

    The enclosing rectangle of four turned corners is right for rules but loose for round glyphs, whose ink
    does not reach the corners. Half-way between it and the rectangle around the inscribed ellipse fits both.
    """
    corners = boxes[:, [0, 1, 2, 1, 0, 3, 2, 3]].reshape(-1, 4, 2).astype(np.float64)
    moved = corners @ matrix[:2, :2].T + matrix[:2, 2]
    moved /= corners @ matrix[2, :2][:, None] + matrix[2, 2]
    across = (moved[:, 1] + moved[:, 3] - moved[:, 0] - moved[:, 2]) / 4.0
    down = (moved[:, 2] + moved[:, 3] - moved[:, 0] - moved[:, 1]) / 4.0
    half = (np.abs(across) + np.abs(down) + np.hypot(across, down)) / 2.0
    centre = moved.mean(axis=1)
    return np.concatenate([centre - half, centre + half], axis=1).astype(np.float32)


def _warped(sample: Sample, matrix: Matrix, size: tuple[int, int], kernel: int) -> Sample:
    """The sample under a 3x3 map of pixel edges, on a white canvas of size (width, height)."""
    half = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5], [0.0, 0.0, 1.0]])
    centres = np.linalg.inv(half) @ matrix @ half  # cv2 counts from pixel centres
    if np.any(centres[2, :2]):
        gray = cv2.warpPerspective(sample.gray, centres, size, flags=kernel, borderValue=WHITE)
    else:
        gray = cv2.warpAffine(sample.gray, centres[:2], size, flags=kernel, borderValue=WHITE)
    return replace(sample, gray=cast(Gray, gray), boxes=move_boxes(sample.boxes, matrix))


def shift(sample: Sample, rng: Generator) -> Sample:
    """Move by less than half a pixel; cubic, for renderers place glyphs between pixels without softening."""
    matrix = np.eye(3)
    matrix[:2, 2] = rng.uniform(-0.45, 0.45, 2)
    height, width = sample.gray.shape
    return _warped(sample, matrix, (width, height), cv2.INTER_CUBIC)


def _random_map(width: int, height: int, rng: Generator) -> Matrix:
    """Rotation within 2 degrees (mostly 0.7), also shear to 0.05 or perspective to 4 %, about the middle."""
    angle = math.radians(float(np.clip(rng.normal(0.0, 0.45), -2.0, 2.0)))
    if rng.random() < 0.08:
        angle = math.radians(rng.uniform(-2.0, 2.0))
    cosine, sine = math.cos(angle), math.sin(angle)
    matrix = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])
    if rng.random() < 0.3:
        matrix = matrix @ np.array([[1.0, rng.uniform(-0.05, 0.05), 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    if rng.random() < 0.25:
        matrix[2, :2] = rng.uniform(-0.04, 0.04, 2) / (width, height)
    middle = np.array([[1.0, 0.0, -width / 2], [0.0, 1.0, -height / 2], [0.0, 0.0, 1.0]])
    return cast(Matrix, matrix @ middle)


def warp(sample: Sample, rng: Generator) -> Sample:
    """Rotation, shear and perspective in one resampling; the canvas grows so that no ink leaves it."""
    height, width = sample.gray.shape
    matrix = _random_map(width, height, rng)
    corners = np.array([[0, width, 0, width], [0, 0, height, height], [1, 1, 1, 1]]) * 1.0
    moved = matrix @ corners
    moved = moved[:2] / moved[2]
    low, high = moved.min(axis=1), moved.max(axis=1)
    to_origin = np.array([[1.0, 0.0, -low[0]], [0.0, 1.0, -low[1]], [0.0, 0.0, 1.0]])
    size = (math.ceil(high[0] - low[0]), math.ceil(high[1] - low[1]))
    kernel = cv2.INTER_CUBIC if rng.random() < 0.5 else cv2.INTER_LINEAR
    return _warped(sample, to_origin @ matrix, size, kernel)


def ink_extent(gray: Gray, boxes: Boxes) -> tuple[int, int, int, int]:
    """x0, y0, x1, y1 in whole pixels around all ink and boxes; the whole picture when there is neither."""
    height, width = gray.shape
    x, y, w, h = cv2.boundingRect(cast(Gray, cv2.threshold(gray, INK_LIMIT - 1, 1, cv2.THRESH_BINARY_INV)[1]))
    extents = [(x, y, x + w, y + h)] if w and h else []
    if len(boxes):
        low, high = np.floor(boxes[:, :2].min(axis=0)), np.ceil(boxes[:, 2:].max(axis=0))
        extents.append((int(low[0]), int(low[1]), int(high[0]), int(high[1])))
    if not extents:
        return 0, 0, width, height
    x0, y0 = max(0, min(e[0] for e in extents)), max(0, min(e[1] for e in extents))
    x1, y1 = min(width, max(e[2] for e in extents)), min(height, max(e[3] for e in extents))
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else (0, 0, width, height)


def _padded(sample: Sample, gray: Gray, origin: tuple[int, int], pads: Sequence[int]) -> Sample:
    """`gray`, cut from the sample at origin (x, y), with white pads (left, top, right, bottom) in pixels."""
    left, top, right, bottom = pads
    canvas = cv2.copyMakeBorder(gray, top, bottom, left, right, cv2.BORDER_CONSTANT, value=WHITE)
    offset = np.array([left - origin[0], top - origin[1]] * 2, dtype=np.float32)
    return replace(sample, gray=cast(Gray, canvas), boxes=sample.boxes + offset)


def margins(sample: Sample, rng: Generator) -> Sample:
    """Crop to the ink, then 0 to 1 em of white on each side; on a quarter of the sides none at all."""
    x0, y0, x1, y1 = ink_extent(sample.gray, sample.boxes)
    pads = rng.uniform(0.0, sample.em, 4) * (rng.random(4) > 0.25)
    return _padded(sample, sample.gray[y0:y1, x0:x1], (x0, y0), [round(p) for p in pads])


def _neighbour_above(sample: Sample, rng: Generator, deepest: float, nearest: float) -> Sample:
    """The feet of another line at the upper border: the lowest rows of this ink, `deepest` em at most.

    The gap to the picture's own ink is `nearest` to `nearest` + 0.5 em.
    """
    x0, y0, x1, y1 = ink_extent(sample.gray, sample.boxes)
    depth = min(y1 - y0, max(1, round(sample.em * rng.uniform(0.06, deepest))))
    length = max(1, round((x1 - x0) * rng.uniform(0.1, 0.8)))
    source = x0 + int(rng.integers(0, x1 - x0 - length + 1))
    target = int(rng.integers(0, sample.gray.shape[1] - length + 1))
    gap = max(1, round(sample.em * rng.uniform(nearest, nearest + 0.5)))
    room = max(0, depth + gap - y0)  # the margin that is there already serves as a part of the gap
    piece = sample.gray[y1 - depth : y1, source : source + length]
    grown = _padded(sample, sample.gray, (0, 0), (0, room, 0, 0))
    grown.gray[:depth, target : target + length] = piece
    return grown


def _turned(sample: Sample, quarter: bool, mirrored: bool) -> Sample:
    """Transposed and then turned upside down, as asked, boxes too; the same in reverse order undoes it."""
    gray, boxes = sample.gray, sample.boxes
    if quarter:
        gray, boxes = gray.T, boxes[:, [1, 0, 3, 2]]
    if mirrored:
        signs, height = np.array([1, -1, 1, -1], np.float32), np.float32(len(gray))
        gray, boxes = gray[::-1], boxes[:, [0, 3, 2, 1]] * signs + height * (signs < 0)
    return replace(sample, gray=np.ascontiguousarray(gray), boxes=boxes)


def neighbours(sample: Sample, rng: Generator) -> Sample:
    """Pieces of other ink at one border or at two that meet, unlabelled.

    One recipe serves four sides: the picture is turned. Beside the formula the pieces are slim and further
    off, for there a whole symbol at a usual distance would belong to the formula.
    """
    beside_first = bool(rng.random() < 0.3)
    for quarter in (beside_first, not beside_first)[: 1 + int(rng.random() < 0.35)]:
        mirrored = bool(rng.random() < 0.5)
        deepest, nearest = (0.16, 0.5) if quarter else (0.28, 0.3)
        grown = _neighbour_above(_turned(sample, quarter, mirrored), rng, deepest, nearest)
        sample = _turned(_turned(grown, False, mirrored), quarter, False)
    return sample
