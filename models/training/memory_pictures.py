"""Pictures to try the memory on: a formula as it was first seen, seen again otherwise, and one almost like
it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pymupdf

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.write import write
from scipix.models.training.augment_tone import fringe_channels
from scipix.models.training.minimal_pairs import changes
from scipix.models.training.readback import Reader
from scipix.models.training.typeset import EVALUATION_FONTS, typeset

DPI = 100.0
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5)
_DARK = (((30, 30, 30), (220, 220, 220)), ((0, 43, 54), (147, 161, 161)), ((13, 17, 23), (230, 237, 243)))
_LIGHT = (((255, 255, 255), (0, 0, 0)), ((253, 246, 227), (60, 80, 90)), ((240, 240, 245), (20, 20, 60)))
_SHARP_DPI = 300.0


@dataclass(frozen=True, slots=True)
class Page:
    """A typeset formula. ``change`` says how it differs from the formula ``number``; "" where it does not."""

    number: int
    change: str
    latex: str
    font: str
    reader: Reader
    page: int

    def picture(self, dpi: float = DPI, smoothing: int = 8) -> np.ndarray:
        """Gray, uint8 (H, W), black on white; ``smoothing`` is the bits of anti-aliasing, 0 to 8."""
        pymupdf.TOOLS.set_aa_level(smoothing)
        try:
            return self.reader.picture(self.page, dpi)
        finally:
            pymupdf.TOOLS.set_aa_level(8)


@dataclass(frozen=True, slots=True)
class View:
    """How a formula is seen again."""

    scale: float
    resampled: bool
    padding: tuple[int, int, int, int]
    paper: tuple[int, int, int]
    ink: tuple[int, int, int]
    fringes: bool
    smoothing: int
    gamma: float
    jpeg: bool

    @property
    def name(self) -> str:
        """For the tables: what of it matters most."""
        return f"x{self.scale:g}"


def random_view(rng: random.Random, scale: float | None = None) -> View:
    """A scale of SCALES; padding, theme, kind of anti-aliasing and JPEG 80 by chance."""
    paper, ink = rng.choice(_DARK if rng.random() < 0.4 else _LIGHT)
    return View(
        scale=rng.choice(SCALES) if scale is None else scale, resampled=rng.random() < 0.25,
        padding=(rng.randrange(25), rng.randrange(25), rng.randrange(25), rng.randrange(25)), paper=paper,
        ink=ink,
        fringes=rng.random() < 0.25, smoothing=rng.choice((8, 8, 8, 6)), gamma=rng.choice((1.0, 1.0, 0.8,
        1.25)), jpeg=rng.random() < 0.33,
    )  # fmt: skip


def seen(page: Page, view: View, dpi: float = DPI) -> np.ndarray:
    """RGB, uint8 (H, W, 3), at ``view.scale`` times ``dpi``."""
    if view.resampled:
        gray = page.picture(dpi)
        size = (max(8, round(gray.shape[1] * view.scale)), max(8, round(gray.shape[0] * view.scale)))
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA if view.scale < 1 else cv2.INTER_CUBIC)
    else:
        gray = page.picture(dpi * view.scale, view.smoothing)
    top, bottom, left, right = view.padding
    gray = cv2.copyMakeBorder(gray, top, bottom, left, right, cv2.BORDER_CONSTANT, value=(255,))
    channels = fringe_channels(gray, np.random.default_rng(page.number)) if view.fringes else [gray] * 3
    share = (1.0 - np.stack(channels, -1).astype(np.float32) / 255) ** view.gamma
    colour = np.asarray(view.paper, np.float32) * (1 - share) + np.asarray(view.ink, np.float32) * share
    pixels = np.rint(np.clip(colour, 0, 255)).astype(np.uint8)
    if view.jpeg:
        coded = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 80])[1]
        pixels = np.ascontiguousarray(cv2.imdecode(coded, cv2.IMREAD_COLOR)[..., ::-1])
    return pixels


def pages(formulas: Sequence[str], seed: int, variants: int) -> Iterator[list[Page]]:
    """For each formula that TeX accepts its page and those of up to ``variants`` minimal changes of it.

    Formulas take turns in the fonts of the evaluation. Changes that are drawn alike are left out.
    """
    rng = random.Random(seed)
    by_font: dict[str, list[tuple[int, str, str]]] = {font: [] for font in EVALUATION_FONTS}
    for number, formula in enumerate(formulas):
        try:
            row = parse(formula)
        except ParseError:
            continue
        if not row:
            continue
        jobs = by_font[EVALUATION_FONTS[number % len(EVALUATION_FONTS)]]
        jobs.append((number, "", write(row)))
        jobs += [(number, kind, write(changed)) for kind, changed in list(changes(row, rng))[:variants]]
    for font, jobs in by_font.items():
        yield from _families(jobs, font)


def _families(jobs: Sequence[tuple[int, str, str]], font: str) -> Iterator[list[Page]]:
    families: dict[int, list[Page]] = {}
    for batch in typeset([r"\displaystyle " + latex for _, _, latex in jobs], font) if jobs else []:
        reader = Reader(batch.pdf)
        for place, page in batch.pages.items():
            number, kind, latex = jobs[place]
            families.setdefault(number, []).append(Page(number, kind, latex, font, reader, page))
    for family in families.values():
        first = [page for page in family if not page.change]
        if first:
            sharp = first[0].picture(_SHARP_DPI)
            yield first + [
                page for page in family if page.change and not _alike(sharp, page.picture(_SHARP_DPI))
            ]


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether no reader could tell the two apart: a handful of pixels at print resolution."""
    if one.shape != other.shape:
        return False
    return int((np.abs(one.astype(np.int16) - other.astype(np.int16)) > 100).sum()) < 6
