"""Degradations of the gray levels: these leave every box and the size where they were."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import cast

import cv2
import numpy as np
from numpy.random import Generator

from scipix.models.training.augment_sample import WHITE, Gray, Real, Sample

LUMA = (0.299, 0.587, 0.114)
LEVELS = np.linspace(0.0, 1.0, 256, dtype=np.float32)
SMALLEST_EM = 11.0  # pixels; no screen shows formulas smaller than this and expects them to be read


def _levels(curve: Real) -> Gray:
    """A look-up table (256,) uint8 from a curve (256,) of values 0..1."""
    return (np.clip(curve, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)


def _rounded(values: Real) -> Gray:
    """Float32 gray levels brought back to uint8, saturated."""
    return cast(Gray, cv2.convertScaleAbs(np.maximum(values, 0.0)))


def ramp(shape: tuple[int, int], rng: Generator) -> Real:
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
    low = curve[sample.gray] + ramp(sample.gray.shape, rng) * np.float32(slope)
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
