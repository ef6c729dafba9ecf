"""Degradation of typeset pictures on the fly, as screens, scanners and careless crops produce it.

A sample is a gray uint8 picture (H, W) of black ink on white together with the boxes of its glyphs, float32
(N, 4) as x0, y0, x1, y1. Boxes live on pixel edges: pixel i covers [i, i + 1). `em` is the width of one em in
pixels (10..45); every blur, gap and margin is relative to it, so that small type is treated as gently as it
needs. What happens to a picture is written in three tables of (name, probability, function); the rows are
drawn independently and run in the order of the table, which is the order of nature: paper, printing, optics,
sensor, compression. Everything random comes from the generator passed in, so a seed names a picture. None of
the functions writes into its input.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from scipix.models.training.augment_geometry import margins, neighbours, shift, warp
from scipix.models.training.augment_sample import Boxes, Effect, Gray, Real, Sample
from scipix.models.training.augment_tone import (
    LUMA,
    background,
    blur,
    fringe_channels,
    fringes,
    hard_edges,
    jpeg,
    ramp,
    resample,
    sensor_noise,
    specks,
    stroke,
    tone,
    uneven_light,
)

CLEAN_SHARE = 0.45

Row = tuple[str, float, Effect]

CLEAN: tuple[Row, ...] = (("shift", 0.7, shift), ("tone", 0.7, tone))

GEOMETRY: tuple[Row, ...] = (
    ("shift", 0.3, shift),
    ("warp", 0.4, warp),
    ("margins", 0.6, margins),
    ("neighbours", 0.2, neighbours),
)

TONE: tuple[Row, ...] = (
    ("stroke", 0.4, stroke),
    ("hard edges", 0.14, hard_edges),
    ("resample", 0.22, resample),
    ("fringes", 0.2, fringes),
    ("blur", 0.25, blur),
    ("background", 0.35, background),
    ("uneven light", 0.15, uneven_light),
    ("sensor noise", 0.22, sensor_noise),
    ("specks", 0.08, specks),
    ("jpeg", 0.3, jpeg),
    ("tone", 0.3, tone),
)


def _drawn(rows: Sequence[Row], rng: Generator) -> list[Effect]:
    """The functions whose coin came up, in the order of the table."""
    coins = rng.random(len(rows))
    return [effect for (_, probability, effect), coin in zip(rows, coins, strict=True) if coin < probability]


def _strength(count: int, em: float, rng: Generator) -> float:
    """How hard each of `count` effects strikes, 0..1: gentler the more they are and the smaller the type."""
    return float(rng.uniform(0.3, 1.0) * min(1.0, em / 20.0) / math.sqrt(max(1.0, count / 2.0)))


def _run(gray: Gray, boxes: Boxes, rng: Generator, em: float, geometry: bool) -> Sample:
    """The whole mixture, or, without geometry, only the rows that leave size and boxes alone."""
    clean = rng.random() < CLEAN_SHARE
    moves = _drawn(CLEAN[:1] if clean else GEOMETRY, rng) if geometry else []
    tones = _drawn(CLEAN[1:] if clean else TONE, rng)
    sample = Sample(np.ascontiguousarray(gray), boxes, em, _strength(len(tones), em, rng))
    for effect in (*moves, *tones):
        sample = effect(sample, rng)
    return sample


def degrade(gray: Gray, boxes: Boxes, rng: Generator, em: float) -> tuple[Gray, Boxes]:
    """A degraded copy of a picture and its boxes moved along.

    gray: (H, W) uint8, black ink on white, one em being `em` pixels; boxes: (N, 4) float32 x0, y0, x1, y1 in
    pixels, N may be 0. Returns gray (H', W') uint8, dark ink on light, and boxes (N, 4) float32 inside it, in
    the same order. Nearly half of the pictures stay nearly clean.
    """
    sample = _run(gray, np.asarray(boxes, dtype=np.float32).reshape(-1, 4), rng, em, geometry=True)
    height, width = sample.gray.shape
    limits = np.array([width, height, width, height], dtype=np.float32)
    return np.ascontiguousarray(sample.gray), np.clip(sample.boxes, np.float32(0.0), limits)


# ---- colour: for trying the engine end to end ------------------------------------------------------------


def _luma(colour: Real) -> float:
    """Brightness 0..255 of an RGB colour (3,)."""
    return float(np.dot(colour, np.array(LUMA, dtype=np.float32)))


def _palette(rng: Generator) -> tuple[Real, Real]:
    """Ink and paper, RGB (3,) float32, 100 apart in luma: dark mode, white on a colour, or tinted paper."""
    kind = rng.random()
    if kind < 0.35:
        paper, ink = rng.uniform(0, 60, 3), rng.uniform(150, 255, 3)
    elif kind < 0.5:
        paper, ink = rng.uniform(0, 150, 3), rng.uniform(235, 255, 3)
    else:
        paper, ink = rng.uniform(190, 255, 3), rng.uniform(0, 130, 3)
    if abs(_luma(paper) - _luma(ink)) < 100.0:
        ink = np.full(3, 0.0 if _luma(paper) > 127.0 else 255.0)
    return ink.astype(np.float32), paper.astype(np.float32)


def recolour(gray: Gray, rng: Generator) -> NDArray[np.uint8]:
    """RGB (H, W, 3) uint8 of a gray picture: coloured ink, plain or gradient paper, dark mode, fringes."""
    ink, paper = _palette(rng)
    channels = fringe_channels(gray, rng) if rng.random() < 0.3 else [gray] * 3
    light = np.stack(channels, axis=2).astype(np.float32) / np.float32(255.0)
    sheet = np.broadcast_to(paper, light.shape)
    if rng.random() < 0.35:
        slope = ramp(gray.shape, rng)[:, :, None] - np.float32(0.5)
        sheet = np.clip(sheet + slope * rng.uniform(-60, 60, 3).astype(np.float32), 0.0, 255.0)
    return np.rint(ink + (sheet - ink) * light).astype(np.uint8)


def degraded_rgb(gray: Gray, rng: Generator, em: float, *, geometry: bool = False) -> NDArray[np.uint8]:
    """Degraded and recoloured RGB (H, W, 3) uint8. Size and positions stay unless `geometry` is true."""
    sample = _run(gray, np.zeros((0, 4), dtype=np.float32), rng, em, geometry)
    return recolour(sample.gray, rng)
