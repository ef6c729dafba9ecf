"""How one typeset page looks on a screen, on paper and to a camera: a page and a seed -> the picture of it.

An effect draws the page itself, as its resolution belongs to it: fringes need three times the columns.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import pymupdf
from numpy.random import Generator

from scipix.models.training.augment_tone import ramp
from scipix.models.training.readback import Reader

Picture = np.ndarray
"""uint8, gray (H, W) or RGB (H, W, 3)."""
Colour = tuple[int, int, int]
_FIR = np.array([1, 2, 3, 2, 1], np.float32) / 9
"""The usual filter of sub-pixel rendering: it spreads each third of a pixel over its neighbours."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A typeset page: 10 pt type, margin of 6 pt."""

    reader: Reader
    page: int

    def drawn(self, dpi: float, across: int = 1) -> Picture:
        """Gray (H, W * across), black on white, anti-aliased."""
        matrix = pymupdf.Matrix(across * dpi / 72, dpi / 72)
        pixmap = self.reader.document[self.page].get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
        rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
        return rows[:, : pixmap.width].copy()


Effect = Callable[[Sheet, Generator], Picture]


def plain(dpi: float) -> Effect:
    """Gray anti-aliasing, as most systems draw text."""
    return lambda sheet, _: sheet.drawn(dpi)


def fringed(sheet: Sheet, dpi: float = 100) -> Picture:
    """RGB: each third of a pixel drawn by itself, as ClearType does."""
    wide = sheet.drawn(dpi, across=3)
    wide = np.pad(wide, ((0, 0), (0, -wide.shape[1] % 3)), constant_values=255)
    smooth = cv2.filter2D(wide, cv2.CV_32F, _FIR[None], borderType=cv2.BORDER_REPLICATE)
    return _bytes(smooth.reshape(len(wide), -1, 3))


def cleartype(sheet: Sheet, rng: Generator) -> Picture:
    """Fringes in the order of most screens, at times in the other."""
    found = fringed(sheet, float(rng.choice((96, 110))))
    return found if rng.random() < 0.8 else np.ascontiguousarray(found[..., ::-1])


_DARK: tuple[tuple[Colour, Colour], ...] = (
    ((212, 212, 212), (30, 30, 30)), ((230, 237, 243), (13, 17, 23)), ((171, 178, 191), (40, 44, 52)),
    ((255, 255, 255), (0, 0, 0)), ((131, 148, 150), (0, 43, 54)),
)  # fmt: skip
_INKS: tuple[Colour, ...] = (
    (0, 0, 238), (200, 0, 0), (0, 120, 60), (128, 0, 128), (200, 90, 0), (0, 128, 160), (110, 110, 110),
)  # fmt: skip
_MARKERS: tuple[Colour, ...] = ((255, 255, 0), (255, 240, 120), (160, 255, 140), (255, 180, 210))
_SLIDES: tuple[tuple[Colour, Colour], ...] = (
    ((255, 255, 255), (0, 51, 102)), ((255, 255, 255), (122, 0, 25)), ((20, 20, 60), (214, 228, 244)),
    ((255, 220, 60), (30, 60, 30)), ((60, 30, 0), (250, 236, 200)), ((255, 255, 255), (70, 130, 130)),
)  # fmt: skip


def dark(sheet: Sheet, rng: Generator) -> Picture:
    """The themes of editors and pages, gray or with fringes."""
    ink, paper = _DARK[int(rng.integers(len(_DARK)))]
    light = fringed(sheet) if rng.random() < 0.4 else sheet.drawn(100)
    return inked(light, ink, np.array(paper, np.float32))


def coloured(sheet: Sheet, rng: Generator) -> Picture:
    """Coloured ink on white."""
    ink = _INKS[int(rng.integers(len(_INKS)))]
    return inked(sheet.drawn(100), ink, np.full(3, 255, np.float32))


def highlighted(sheet: Sheet, rng: Generator) -> Picture:
    """A marker over the whole formula or over a part of it; its ends are sharp, its edges leave white."""
    gray = sheet.drawn(100)
    height, width = gray.shape
    paper = np.full((height, width, 3), 255, np.float32)
    start, end = (0.0, 1.0) if rng.random() < 0.5 else sorted(rng.uniform(0, 1, 2))
    top, bottom = (round(height * share) for share in (rng.uniform(0, 0.12), rng.uniform(0.88, 1)))
    marked = np.s_[top:bottom, round(start * width) : max(round(start * width) + 6, round(end * width))]
    paper[marked] = _MARKERS[int(rng.integers(len(_MARKERS)))]
    return inked(gray, (0, 0, 0), paper)


def slide(sheet: Sheet, rng: Generator) -> Picture:
    """Large type on a coloured ground that is even or runs into another shade."""
    ink, colour = _SLIDES[int(rng.integers(len(_SLIDES)))]
    gray = sheet.drawn(220)
    slope = ramp(gray.shape, rng)[..., None] * float(rng.choice((0.0, 30.0, 50.0)))
    return inked(gray, ink, np.array(colour, np.float32) + slope - slope.mean())


def scan(sheet: Sheet, rng: Generator) -> Picture:
    """Gray paper, lying a little askew; soft edges, grain and specks."""
    gray = _turned(sheet.drawn(150), rng.uniform(-1.5, 1.5))
    soft = cv2.GaussianBlur(gray, (0, 0), rng.uniform(0.4, 0.9)).astype(np.float32)
    paper = rng.uniform(215, 245)
    soft = rng.uniform(10, 50) + soft * (paper - 40) / 255
    soft += rng.normal(0, rng.uniform(3, 9), gray.shape)
    count = int(gray.size * 4e-4)
    soft.reshape(-1)[rng.integers(0, gray.size, count)] = rng.uniform(20, 120, count)
    return _bytes(soft)


def bilevel(sheet: Sheet, rng: Generator) -> Picture:
    """A scan in black and white, as archives keep papers: strokes with rough edges, most heavy, and dirt."""
    gray = _turned(sheet.drawn(200), rng.uniform(-1.5, 1.5))
    soft = cv2.GaussianBlur(gray, (0, 0), rng.uniform(0.5, 0.9)).astype(np.float32)
    ink = soft + rng.normal(0, rng.uniform(3, 12), gray.shape) < rng.uniform(165, 215)
    for _ in range(round(gray.size * 1e-4)):
        top, left = rng.integers(0, gray.shape[0]), rng.integers(0, gray.shape[1])
        part = ink[top : top + rng.integers(1, 4), left : left + rng.integers(1, 4)]
        part |= rng.random(part.shape) < 0.7
    return np.where(ink, 0, 255).astype(np.uint8)


def phone(sheet: Sheet, rng: Generator) -> Picture:
    """Seen slantwise by a camera: perspective, a shadow across, warm light, blur, noise, JPEG."""
    gray = cv2.copyMakeBorder(sheet.drawn(180), 24, 24, 24, 24, cv2.BORDER_CONSTANT, value=255)
    gray = _slanted(_turned(gray, rng.uniform(-1.5, 1.5)), rng)
    height, width = gray.shape
    light = rng.uniform(150, 215) + rng.uniform(20, 60) * (ramp(gray.shape, rng) - 0.5)
    edge = ramp((height, width), rng) - rng.uniform(0.3, 0.7)
    shadow = 1 - rng.uniform(0.15, 0.4) / (1 + np.exp(-edge * rng.uniform(15, 40)))
    soft = cv2.GaussianBlur(gray, (0, 0), rng.uniform(0.6, 1.3)).astype(np.float32) / 255
    value = light * shadow * (0.15 + 0.85 * soft)
    warm = np.array([1.06, 1.0, rng.uniform(0.78, 0.95)], np.float32)
    found = value[..., None] * warm + rng.normal(0, rng.uniform(2, 6), (height, width, 3))
    return compressed(_bytes(found), 75)


def jpeg(sheet: Sheet, rng: Generator) -> Picture:
    """As a messenger sends a picture: strongly compressed."""
    return compressed(sheet.drawn(110), int(rng.integers(25, 55)))


def inked(light: Picture, ink: Colour, paper: np.ndarray) -> Picture:
    """RGB: ``light`` (255 where there is none of the ink) with an ink on a paper, (3,) or (H, W, 3)."""
    share = light.astype(np.float32) / 255
    share = share[..., None] if share.ndim == 2 else share
    colour = np.array(ink, np.float32)
    return _bytes(colour + (np.clip(paper, 0, 255) - colour) * share)


def compressed(picture: Picture, quality: int) -> Picture:
    """Through JPEG and back."""
    bgr = picture[..., ::-1] if picture.ndim == 3 else picture
    data = cv2.imencode(".jpg", bgr, (cv2.IMWRITE_JPEG_QUALITY, quality))[1]
    found = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    return np.ascontiguousarray(found[..., ::-1]) if found.ndim == 3 else cast(Picture, found)


def _turned(gray: Picture, degrees: float) -> Picture:
    """Turned about its middle on a canvas that holds it all."""
    height, width = gray.shape
    lean = abs(math.sin(math.radians(degrees)))
    more_down, more_across = math.ceil(width * lean / 2), math.ceil(height * lean / 2)
    gray = cv2.copyMakeBorder(
        gray, more_down, more_down, more_across, more_across, cv2.BORDER_CONSTANT, value=255
    )
    height, width = gray.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    return cast(
        Picture, cv2.warpAffine(gray, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    )


def _slanted(gray: Picture, rng: Generator) -> Picture:
    """Each corner moved inwards by up to 6 % of the height: mild perspective."""
    height, width = gray.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + (
        rng.uniform(0, 0.06, (4, 2)) * height * np.sign(np.array([width, height]) / 2 - corners)
    )
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    size = (width, height)
    return cast(Picture, cv2.warpPerspective(gray, matrix, size, flags=cv2.INTER_CUBIC, borderValue=255))


def _bytes(values: np.ndarray) -> Picture:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
