"""Light ink turned dark, uneven paper flattened to white, faint ink strengthened."""

from __future__ import annotations

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.colour import Gray

_SAMPLES = 2_500
# Paper that varies by less than this is called even, and left as it is.
_EVEN = 0.05
# Ink whose dark end is at least this dark is not stretched: thin strokes at a low resolution look so.
_STRONG_INK = 0.65
# Below this contrast there is only noise, and no ink to strengthen.
_LEAST_INK = 0.04
# Between these shares of dark pixels the picture's border tells which of the two is the paper.
_SURE_DARK_SHARE = (0.35, 0.65)
_BACKGROUND_EDGE = 256
# Correlation of neighbouring pixels, across or down, below which a picture is noise.
_LEAST_ALIKE = 0.25


def dark_on_white(luminance: Gray) -> NDArray[np.uint8]:
    """HxW uint8 with paper 255 and dark ink, from HxW float32 in 0..1 of any polarity and unevenness."""
    gray = np.float32(1.0) - luminance if ink_is_light(luminance) else luminance
    darkness = relative_darkness(gray)
    strength = ink_strength(darkness)
    if _LEAST_INK < strength < _STRONG_INK:
        darkness = darkness * np.float32(_STRONG_INK / strength)
    return cast(NDArray[np.uint8], np.rint(255.0 * (1.0 - np.clip(darkness, 0.0, 1.0))).astype(np.uint8))


def ink_is_light(luminance: Gray) -> bool:
    """Whether light ink stands on dark paper: the paper is what covers most of the picture or its border."""
    step = max(1, int(np.ceil(np.sqrt(luminance.size / _SAMPLES))))
    sample = luminance[::step, ::step]
    rest = sample - _smooth_surface(sample)
    middle = (float(rest.min()) + float(rest.max())) / 2
    dark = rest < middle
    share = float(dark.mean())
    if share < _SURE_DARK_SHARE[0] or share > _SURE_DARK_SHARE[1]:
        return share > 0.5
    border = np.concatenate((dark[0], dark[-1], dark[:, 0], dark[:, -1]))
    return float(border.mean()) > 0.5


def _smooth_surface(sample: Gray) -> Gray:
    """The paper as a polynomial of second degree, of HxW; ink of either polarity is left out in rounds."""
    height, width = sample.shape
    if min(height, width) < 4:
        return np.full_like(sample, np.median(sample))
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1).reshape(-1, 6)
    values = sample.ravel()
    kept = np.abs(values - np.median(values)) <= 0.5 * max(float(np.ptp(values)), 1e-6)
    for _ in range(2):
        if kept.sum() < 32:
            break
        paper = terms[kept]
        weights = np.linalg.solve(paper.T @ paper + 1e-6 * np.eye(6), paper.T @ values[kept])
        rest = np.abs(values - terms @ weights)
        kept = rest <= np.quantile(rest, 0.6) + 1e-6
    else:
        return cast(Gray, (terms @ weights).reshape(sample.shape).astype(np.float32))
    return np.full_like(sample, np.median(sample))


def relative_darkness(gray: Gray) -> Gray:
    """How much darker than the paper around it each pixel is: 0 paper, 1 black; HxW float32, not below 0."""
    paper = background(gray)
    if float(np.ptp(paper)) < _EVEN:
        paper = np.full((1, 1), _paper_level(gray), np.float32)
    darkness = (paper - gray) / np.maximum(paper, np.float32(0.05))
    return cast(Gray, np.maximum(darkness, np.float32(0.0)))


def _paper_level(gray: Gray) -> float:
    """The commonest level of the light half of the picture; exactly 1.0 for a clean white paper."""
    levels = np.clip(np.rint(gray.ravel() * 255), 0, 255).astype(np.uint8)
    counts = np.bincount(levels, minlength=256)
    middle = (int(levels.min()) + int(levels.max())) // 2
    return float(middle + int(np.argmax(counts[middle:]))) / 255


def background(gray: Gray) -> Gray:
    """The paper without the ink, HxW: a closing wider than any stroke on a small copy, then smoothed."""
    height, width = gray.shape
    factor = min(1.0, _BACKGROUND_EDGE / min(height, width), 4 * _BACKGROUND_EDGE / max(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA) if factor < 1.0 else gray
    if min(size) >= 5:
        small = cv2.medianBlur(small, 3)
    kernel = _odd(max(15, min(size) // 3))
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((kernel, kernel), np.uint8))
    smooth = cv2.blur(closed, (_odd(kernel // 2), _odd(kernel // 2)), borderType=cv2.BORDER_REPLICATE)
    if factor == 1.0:
        return cast(Gray, smooth)
    return cast(Gray, cv2.resize(smooth, (width, height), interpolation=cv2.INTER_LINEAR))


def _odd(number: int) -> int:
    return number | 1


def ink_strength(darkness: Gray) -> float:
    """The darkness of the dark part of the ink, 0..1; the amount of empty paper around plays no role."""
    peak = float(darkness.max())
    ink = darkness[darkness > 0.4 * peak]
    return float(np.quantile(ink, 0.9)) if ink.size else 0.0


def is_noise(gray: NDArray[np.uint8]) -> bool:
    """Whether neighbouring pixels of HxW uint8 know nothing of each other, as no stroke of a pen leaves them.

    The correlation of neighbours is 0 in noise, and at least one half in pictures of formulas.
    """
    darkness = 255.0 - gray.astype(np.float32)
    darkness -= darkness.mean()
    power = float(np.square(darkness).mean())
    pairs = ((darkness[:, 1:], darkness[:, :-1]), (darkness[1:], darkness[:-1]))
    return all(float((one * other).sum()) < _LEAST_ALIKE * power * gray.size for one, other in pairs)
