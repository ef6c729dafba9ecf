"""Training pictures for the detector: shards -> degraded crops at canonical scale with their symbols."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.detect import STRIDE
from scipix.models.training.augment import degrade
from scipix.models.training.background import in_background

Picture = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Gray picture, boxes and classes."""
_CROPS = ((64, 672), (96, 448), (192, 224), (320, 160))
"""Heights and widths of the training crops, of about equal area."""
_ALONE = 0.3
"""Share of the crops that show one formula even if there were room for more."""
_SMALL, _SMALL_WEIGHT = 0.4 * TARGET_EM, 2.0
"""Pixels: a symbol whose longer side is below this weighs so much when it is not seen."""
_GAP = (20, 72)
"""White between formulas side by side, px: nearly an em to three."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of :mod:`make_data` in memory; classes are -1 for tokens outside the vocabulary."""

    offsets: np.ndarray
    classes: np.ndarray
    boxes: np.ndarray
    parents: np.ndarray
    relations: np.ndarray
    modes: np.ndarray
    fonts: np.ndarray
    ems: np.ndarray
    png_offsets: np.ndarray
    pngs: np.ndarray

    def __len__(self) -> int:
        return len(self.fonts)


def read_shard(path: Path, classes: Sequence[str]) -> Shard:
    """Read a shard and number its tokens by the vocabulary."""
    number = {token: index for index, token in enumerate(classes)}
    with np.load(path) as data:
        tokens = str(data["tokens"]).split("\n")
        return Shard(
            data["offsets"], np.array([number.get(token, -1) for token in tokens], np.int32), data["boxes"],
            data["parents"], data["relations"], data["modes"], data["fonts"], data["ems"],
            data["png_offsets"], data["pngs"],
        )  # fmt: skip


def shard_paths(folder: Path) -> list[Path]:
    """The finished shards of a folder, in order."""
    return [path for path in sorted(folder.glob("*.npz")) if ".part" not in path.name]


@dataclass(frozen=True, slots=True)
class Crops:
    """A batch: ink float32 (B, 1, H, W), boxes (N, 4) px, classes (N,) and picture numbers (N,)."""

    ink: np.ndarray
    boxes: np.ndarray
    classes: np.ndarray
    images: np.ndarray


def scaled_picture(shard: Shard, index: int, rng: np.random.Generator) -> Picture:
    """Degraded gray picture with em near :data:`TARGET_EM`, boxes in its pixels and classes."""
    start, end = shard.png_offsets[index : index + 2]
    gray = cv2.imdecode(shard.pngs[start:end], cv2.IMREAD_GRAYSCALE)
    rows = slice(*shard.offsets[index : index + 2])
    em = float(shard.ems[index])
    gray, boxes = degrade(gray, shard.boxes[rows] * (em / 10), rng, em)
    factor = TARGET_EM / em * math.exp(rng.normal(0, 0.12))
    size = (max(8, round(gray.shape[1] * factor)), max(8, round(gray.shape[0] * factor)))
    kernel = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(gray, size, interpolation=kernel)
    scale = np.array([size[0] / gray.shape[1], size[1] / gray.shape[0]] * 2, np.float32)
    return scaled, boxes * scale, shard.classes[rows]


def crop(
    gray: np.ndarray, boxes: np.ndarray, classes: np.ndarray, shape: tuple[int, int], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A window of the given shape; symbols cut by its edge stay in the picture and are not asked for."""
    height, width = shape
    top = _offset(gray.shape[0], height, rng)
    left = _offset(gray.shape[1], width, rng)
    canvas = np.full(shape, 255, np.uint8)
    y0, x0 = max(0, top), max(0, left)
    part = gray[y0 : top + height, x0 : left + width]
    canvas[y0 - top : y0 - top + part.shape[0], x0 - left : x0 - left + part.shape[1]] = part
    moved = boxes - np.array([left, top, left, top], np.float32)
    inside = (moved[:, :2] >= -1).all(1) & (moved[:, 2] <= width + 1) & (moved[:, 3] <= height + 1)
    return canvas, moved[inside], classes[inside]


def _offset(size: int, window: int, rng: np.random.Generator) -> int:
    """Where a window starts: anywhere in a larger picture, anywhere around a smaller one."""
    low, high = (0, size - window) if size >= window else (size - window, 0)
    return int(rng.integers(low, high + 1))


def batches(folder: Path, classes: Sequence[str], size: int, seed: int) -> Iterator[Crops]:
    """Endless batches, prepared by one background thread."""
    return in_background(_batches(folder, classes, size, np.random.default_rng(seed)))


def _batches(folder: Path, classes: Sequence[str], size: int, rng: np.random.Generator) -> Iterator[Crops]:
    rows: dict[tuple[int, int], list[Picture]] = {shape: [] for shape in _CROPS}
    waiting: dict[tuple[int, int], list[Picture]] = {shape: [] for shape in _CROPS}
    for picture in shuffled_pictures(folder, classes, rng, shards=6):
        shape = next((shape for shape in _CROPS if picture[0].shape[0] <= shape[0] + 8), _CROPS[-1])
        rows[shape].append(picture)
        if sum(gray.shape[1] for gray, _, _ in rows[shape]) < shape[1] and rng.random() > _ALONE:
            continue
        waiting[shape].append(crop(*beside(rows[shape], rng), shape, rng))
        rows[shape] = []
        if len(waiting[shape]) == size:
            yield collate(waiting[shape])
            waiting[shape] = []


def beside(pictures: Sequence[Picture], rng: np.random.Generator) -> Picture:
    """Formulas side by side at random heights: a crop full of symbols teaches more than one half white."""
    height = max(gray.shape[0] for gray, _, _ in pictures)
    gaps = rng.integers(*_GAP, len(pictures) - 1)
    lefts = np.cumsum([0, *(gray.shape[1] for gray, _, _ in pictures[:-1])]) + np.cumsum([0, *gaps])
    canvas = np.full((height, lefts[-1] + pictures[-1][0].shape[1]), 255, np.uint8)
    moved = []
    for (gray, boxes, _), left in zip(pictures, lefts, strict=True):
        top = int(rng.integers(height - gray.shape[0] + 1))
        canvas[top : top + gray.shape[0], left : left + gray.shape[1]] = gray
        moved.append(boxes + np.array([left, top, left, top], np.float32))
    return canvas, np.concatenate(moved), np.concatenate([labels for _, _, labels in pictures])


def shuffled_pictures(
    folder: Path, classes: Sequence[str], rng: np.random.Generator, shards: int
) -> Iterator[Picture]:
    """Endless degraded pictures of a folder, mixed over some shards at a time."""
    cv2.setNumThreads(1)
    while True:
        paths = shard_paths(folder)
        chosen = rng.choice(len(paths), min(shards, len(paths)), replace=False)
        loaded = [read_shard(paths[i], classes) for i in chosen]
        for s, i in rng.permutation([(s, i) for s, shard in enumerate(loaded) for i in range(len(shard))]):
            yield scaled_picture(loaded[s], i, rng)


def collate(crops: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray]]) -> Crops:
    """Stack crops of one shape."""
    ink = 1.0 - np.stack([gray for gray, _, _ in crops])[:, None].astype(np.float32) / 255
    images = np.concatenate([np.full(len(boxes), i) for i, (_, boxes, _) in enumerate(crops)])
    return Crops(
        ink, np.concatenate([boxes for _, boxes, _ in crops]).astype(np.float32),
        np.concatenate([labels for _, _, labels in crops]).astype(np.int64), images.astype(np.int64),
    )  # fmt: skip


def heat_targets(batch: Crops) -> np.ndarray:
    """Gaussians at the centres (Zhou et al., Objects as Points, 2019), float32 (B, H/2, W/2), peak 1.

    Each side's spread follows the box, so that a long rule may be found anywhere near its middle.
    """
    count, _, height, width = batch.ink.shape
    heat = np.zeros((count, height // STRIDE, width // STRIDE), np.float32)
    for image, box in zip(batch.images, batch.boxes, strict=True):
        centre = (box[:2] + box[2:]) / 2 / STRIDE
        spread = np.clip((box[2:] - box[:2]) / 7, 1.4, (10.0, 8.0)) / STRIDE
        _splat(heat[image], centre, spread)
    return heat


def importance(batch: Crops) -> np.ndarray:
    """Weights of the centres in the loss, float32 (B, H/2, W/2), 1 where there is none.

    Dots, primes and accents are few among the symbols, faint, and close to their letters: they were what a
    detector missed that found everything else.
    """
    count, _, height, width = batch.ink.shape
    weights = np.ones((count, height // STRIDE, width // STRIDE), np.float32)
    small = (batch.boxes[:, 2:] - batch.boxes[:, :2]).max(1, initial=0) < _SMALL
    column, row = ((batch.boxes[small, :2] + batch.boxes[small, 2:]) / 2 / STRIDE).astype(int).T
    inside = (column >= 0) & (column < weights.shape[2]) & (row >= 0) & (row < weights.shape[1])
    weights[batch.images[small][inside], row[inside], column[inside]] = _SMALL_WEIGHT
    return weights


def _splat(heat: np.ndarray, centre: np.ndarray, spread: np.ndarray) -> None:
    """Raise the map to a Gaussian whose peak cell is exactly 1, in place."""
    column, row = int(centre[0]), int(centre[1])
    rx, ry = int(np.ceil(2.5 * spread[0])), int(np.ceil(2.5 * spread[1]))
    x0, x1 = max(0, column - rx), min(heat.shape[1], column + rx + 1)
    y0, y1 = max(0, row - ry), min(heat.shape[0], row + ry + 1)
    if x0 >= x1 or y0 >= y1:
        return
    gx = np.exp(-0.5 * ((np.arange(x0, x1) - column) / spread[0]) ** 2)
    gy = np.exp(-0.5 * ((np.arange(y0, y1) - row) / spread[1]) ** 2)
    window = heat[y0:y1, x0:x1]
    np.maximum(window, gy[:, None] * gx[None, :], out=window)
