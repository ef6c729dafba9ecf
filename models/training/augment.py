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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
Boxes = NDArray[np.float32]
Matrix = NDArray[np.float64]
Real = NDArray[np.float32]

CLEAN_SHARE = 0.45
WHITE = 255
INK_LIMIT = 248  # anything darker counts as ink when margins are cut: anti-aliased edges included
LUMA = (0.299, 0.587, 0.114)
LEVELS = np.linspace(0.0, 1.0, 256, dtype=np.float32)
SMALLEST_EM = 11.0  # pixels; no screen shows formulas smaller than this and expects them to be read


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture under way: gray (H, W), boxes (N, 4) in pixels, em in pixels, strength of effects 0..1."""

    gray: Gray
    boxes: Boxes
    em: float
    strength: float


Effect = Callable[[Sample, Generator], Sample]
Row = tuple[str, float, Effect]


# ---- helpers ---------------------------------------------------------------------------------------------


def _levels(curve: Real) -> Gray:
    """A look-up table (256,) uint8 from a curve (256,) of values 0..1."""
    return (np.clip(curve, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)


def _rounded(values: Real) -> Gray:
    """Float32 gray levels brought back to uint8, saturated."""
    return cast(Gray, cv2.convertScaleAbs(np.maximum(values, 0.0)))


def _ramp(shape: tuple[int, int], rng: Generator) -> Real:
    """A plane (H, W) float32 rising from 0 to 1 in a random direction."""
    angle = rng.uniform(0.0, 2.0 * math.pi)
    x = np.linspace(-0.5, 0.5, shape[1], dtype=np.float32) * np.float32(math.cos(angle))
    y = np.linspace(-0.5, 0.5, shape[0], dtype=np.float32) * np.float32(math.sin(angle))
    reach = abs(math.cos(angle)) + abs(math.sin(angle))
    return cast(Real, (x[None, :] + y[:, None]) / np.float32(reach) + np.float32(0.5))


def _grain(shape: tuple[int, int], sigma: float, rng: Generator) -> Real:
    """Normal noise (H, W) float32 of sigma gray levels; every second time softened as by a lens."""
    noise = rng.standard_normal(shape, dtype=np.float32)
    if rng.random() < 0.5:
        noise = cast(Real, cv2.GaussianBlur(noise, (3, 3), 0.6)) * np.float32(1.6)
    return noise * np.float32(sigma)


def _blurred(gray: Gray, sigma: float) -> Gray:
    """Gaussian blur, sigma in pixels, with a kernel as small as the sigma allows."""
    side = 2 * max(1, math.ceil(2.5 * sigma)) + 1
    return cast(Gray, cv2.GaussianBlur(gray, (side, side), sigma, borderType=cv2.BORDER_REPLICATE))


# ---- geometry: these move the boxes ----------------------------------------------------------------------


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


# ---- tone: these leave every box and the size where they were --------------------------------------------


def tone(sample: Sample, rng: Generator) -> Sample:
    """A slight gamma (0.8..1.3) and contrast: ink at 0..40, paper at 240..255."""
    black, white = rng.uniform(0.0, 0.16) * rng.random(), 1.0 - rng.uniform(0.0, 0.06) * rng.random()
    curve = black + (white - black) * LEVELS ** np.float32(math.exp(rng.uniform(-0.22, 0.26)))
    return replace(sample, gray=cast(Gray, cv2.LUT(sample.gray, _levels(curve))))


def stroke(sample: Sample, rng: Generator) -> Sample:
    """Strokes thicker (print bleed, touching) or thinner by a fraction of a pixel: blur, then a steep curve.

    Thinning keeps a share of the ink that was there, all the more the smaller the type, so that rules of less
    than a pixel survive it.
    """
    thicker = rng.random() < 0.6
    sigma = max(0.4, sample.em * rng.uniform(0.02, 0.045))
    reach = 0.26 if thicker else -0.16
    edge = 0.5 + sample.strength * rng.uniform(0.4, 1.0) * reach  # darker than this becomes ink
    curve = 1.0 / (1.0 + np.exp(-rng.uniform(7.0, 12.0) * (LEVELS - edge)))
    curve = (curve - curve[0]) / (curve[-1] - curve[0])
    gray = cast(Gray, cv2.LUT(_blurred(sample.gray, sigma), _levels(curve)))
    kept = 1.0 if thicker else float(np.clip(1.15 - sample.em / 40.0, 0.4, 0.85))
    floor = cv2.LUT(sample.gray, _levels(1.0 - kept * (1.0 - LEVELS)))
    return replace(sample, gray=cast(Gray, cv2.min(gray, floor)))


def hard_edges(sample: Sample, rng: Generator) -> Sample:
    """Anti-aliasing off: ink where a pixel holds half of the most ink around it, so thin rules stay whole.

    In small type a third of a pixel is enough, else the bar of a plus breaks where it meets the other. Below
    an em of 20 px the edges harden only in part: renderers hint type that small, which a threshold does not.
    """
    ink = 255 - sample.gray
    curve = np.clip(LEVELS * np.float32(rng.uniform(0.4, 0.6)), 0.12, np.clip(sample.em / 70.0, 0.33, 0.6))
    most = cv2.dilate(ink, np.ones((3, 3), np.uint8), borderType=cv2.BORDER_REPLICATE)
    hard = cv2.compare(ink, cv2.LUT(most, _levels(curve)), cv2.CMP_LT)
    share = float(np.clip(sample.em / 10.0 - 1.0, 0.2, 1.0))
    return replace(sample, gray=cast(Gray, cv2.addWeighted(hard, share, sample.gray, 1.0 - share, 0.0)))


def resample(sample: Sample, rng: Generator) -> Sample:
    """A screen of lower resolution: down to an em of at least 11 px and back up to the same size."""
    height, width = sample.gray.shape
    smallest = max(SMALLEST_EM, sample.em * (1.0 - 0.6 * sample.strength))
    if smallest >= 0.92 * sample.em:
        return sample
    scale = rng.uniform(smallest, 0.92 * sample.em) / sample.em
    small = (max(1, round(width * scale)), max(1, round(height * scale)))
    down = int(rng.choice((cv2.INTER_AREA, cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)))
    up = int(rng.choice((cv2.INTER_LINEAR, cv2.INTER_CUBIC)))
    lower = cv2.resize(sample.gray, small, interpolation=down)
    return replace(sample, gray=cast(Gray, cv2.resize(lower, (width, height), interpolation=up)))


def fringe_channels(gray: Gray, rng: Generator) -> list[Gray]:
    """Red, green, blue (H, W) of sub-pixel rendering, a third of a pixel apart, RGB or BGR by chance."""
    spread = rng.uniform(0.0, 0.12)  # the filter that keeps the colours at bay; none gives vivid fringes
    taps = ([1 / 3, 2 / 3, 0.0], [spread, 1.0 - 2.0 * spread, spread], [0.0, 2 / 3, 1 / 3])
    order = taps if rng.random() < 0.75 else taps[::-1]
    rows = [np.array([row], dtype=np.float32) for row in order]
    return [cast(Gray, cv2.filter2D(gray, -1, row, borderType=cv2.BORDER_REPLICATE)) for row in rows]


def fringes(sample: Sample, rng: Generator) -> Sample:
    """Sub-pixel rendering brought to gray: by luma, by mean, or by the darkest channel."""
    red, green, blue = fringe_channels(sample.gray, rng)
    if rng.random() < 0.25:
        return replace(sample, gray=cast(Gray, cv2.min(cv2.min(red, green), blue)))
    weights = LUMA if rng.random() < 0.7 else (1 / 3, 1 / 3, 1 / 3)
    pair = cv2.addWeighted(red, weights[0], green, weights[1], 0.0)
    return replace(sample, gray=cast(Gray, cv2.addWeighted(pair, 1.0, blue, weights[2], 0.0)))


def background(sample: Sample, rng: Generator) -> Sample:
    """What is left of dark mode, colours and gradients once an engine has turned them into dark ink on light.

    The picture is squeezed into few gray levels, put on a slope, given noise, rounded and stretched.
    """
    contrast = 255.0 * (1.0 - 0.75 * sample.strength * rng.random())
    gamma = math.exp(rng.uniform(-0.35, 0.35))  # light on dark is blended with a gamma of its own
    curve = LEVELS ** np.float32(gamma) * np.float32(contrast)
    slope = 0.16 * contrast * sample.strength * rng.random()
    low = curve[sample.gray] + _ramp(sample.gray.shape, rng) * np.float32(slope)
    if rng.random() < 0.4:
        low += _grain(sample.gray.shape, 1.5 * sample.strength, rng)
    np.rint(low, out=low)
    darkest, lightest, _, _ = cv2.minMaxLoc(low)
    black, white = 50.0 * sample.strength * rng.random(), 255.0 - 12.0 * rng.random()
    gain = (white - black) / max(1.0, max(lightest - darkest, 0.5 * contrast))
    return replace(sample, gray=_rounded((low - np.float32(lightest)) * np.float32(gain) + np.float32(white)))


def blur(sample: Sample, rng: Generator) -> Sample:
    """Out of focus (sigma 0.012..0.045 em) or, one time in four, moved along a line by about 0.1 em."""
    if rng.random() < 0.75:
        sigma = sample.em * (0.012 + 0.033 * sample.strength * rng.random())
        return replace(sample, gray=_blurred(sample.gray, max(0.25, sigma)))
    reach = 1 if sample.em < 28.0 else 2
    line = np.zeros((2 * reach + 1, 2 * reach + 1), dtype=np.float32)
    steps = np.arange(-reach, reach + 1)
    down, right = ((0, 1), (1, 0), (1, 1), (1, -1))[int(rng.integers(4))]
    line[reach + down * steps, reach + right * steps] = 0.5 * sample.strength
    line[reach, reach] = 1.0
    gray = cv2.filter2D(sample.gray, -1, line / line.sum(), borderType=cv2.BORDER_REPLICATE)
    return replace(sample, gray=cast(Gray, gray))


def uneven_light(sample: Sample, rng: Generator) -> Sample:
    """A smooth field of light, down to 0.7 of the full brightness at its darkest."""
    height, width = sample.gray.shape
    grid = 1.0 - 0.3 * sample.strength * rng.random((2, 3), dtype=np.float32)
    field = np.minimum(cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC), 1.0)
    return replace(sample, gray=cast(Gray, cv2.multiply(sample.gray, field, dtype=cv2.CV_8U)))


def sensor_noise(sample: Sample, rng: Generator) -> Sample:
    """Normal noise of 1 to 14 gray levels."""
    sigma = 1.0 + 13.0 * sample.strength * rng.random()
    return replace(sample, gray=_rounded(sample.gray + _grain(sample.gray.shape, sigma, rng)))


def specks(sample: Sample, rng: Generator) -> Sample:
    """Salt and pepper on up to 0.4 % of the pixels; more salt, for pepper reads as dots and accents."""
    gray = sample.gray.copy()
    count = round(gray.size * 0.004 * sample.strength * rng.random())
    places = rng.integers(0, gray.size, count)
    gray.reshape(-1)[places] = np.where(rng.random(count) < 0.7, WHITE, rng.integers(0, 150, count))
    return replace(sample, gray=gray)


def jpeg(sample: Sample, rng: Generator) -> Sample:
    """JPEG of quality 90 down to 30."""
    quality = round(90.0 - 60.0 * sample.strength * rng.random())
    coded, data = cv2.imencode(".jpg", sample.gray, (cv2.IMWRITE_JPEG_QUALITY, quality))
    return replace(sample, gray=cast(Gray, cv2.imdecode(data, cv2.IMREAD_GRAYSCALE))) if coded else sample


# ---- the mixture -----------------------------------------------------------------------------------------

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
        ramp = _ramp(gray.shape, rng)[:, :, None] - np.float32(0.5)
        sheet = np.clip(sheet + ramp * rng.uniform(-60, 60, 3).astype(np.float32), 0.0, 255.0)
    return np.rint(ink + (sheet - ink) * light).astype(np.uint8)


def degraded_rgb(gray: Gray, rng: Generator, em: float, *, geometry: bool = False) -> NDArray[np.uint8]:
    """Degraded and recoloured RGB (H, W, 3) uint8. Size and positions stay unless `geometry` is true."""
    sample = _run(gray, np.zeros((0, 4), dtype=np.float32), rng, em, geometry)
    return recolour(sample.gray, rng)
