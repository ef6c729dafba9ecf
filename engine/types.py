"""The frozen results of the engine. Boxes are in pixels of the picture that the caller gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Checkpoint: TypeAlias = Callable[[], None]
"""Called between the stages of long work; raises what shall end it."""


def uninterrupted() -> None:
    """The checkpoint of work that nobody interrupts."""


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-aligned rectangle in pixels; x grows to the right, y down, the far edges are exclusive."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a page that carries its own, as its file names it; lengths in points, y downwards.

    ``text`` is what it stands for in running text ('' if the file does not say), ``font`` the font's name,
    ``name`` the glyph's name in it (either may be ''). ``x`` and ``y`` are its origin on the baseline,
    ``end`` is where the next glyph would begin, ``box`` its ink.
    """

    text: str
    font: str
    name: str
    size: float
    x: float
    y: float
    end: float
    box: Box


@dataclass(frozen=True, slots=True)
class PageInk:
    """What a page of a document holds, in points with (0, 0) at its top left.

    ``glyphs`` are in the order of the file, ``rules`` are thin bars, ``pictures`` are images, ``drawings``
    all other paths.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...]
    pictures: tuple[Box, ...]
    drawings: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a symbol looked like (float16 numbers as bytes), and the classes that the networks alone would
    give it with their probabilities, best first."""

    numbers: bytes
    guesses: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One glyph or rule that was seen in the picture; ``appearance`` is there where it was just seen."""

    token: str
    box: Box
    probability: float
    appearance: Appearance | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One LaTeX token of the answer; ``box`` is None for tokens that leave no ink (braces, for example)."""

    text: str
    probability: float
    box: Box | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """One reading of the picture; ``score`` is a log probability, comparable within one recognition only."""

    latex: str
    score: float


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long one stage of a recognition took."""

    stage: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """The answer for one picture.

    ``alternatives`` is ordered best first and its first entry is ``latex``. ``confidence`` is 0..1: raw, as
    the engine gives it, or calibrated; then ``raw_confidence`` has the raw one. ``provider`` is the one that
    really ran, ``width`` and ``height`` are the size of the picture given. ``cached`` is true for an answer
    that was remembered, whose picture resembles this one by ``similarity``; ``entry`` is its number in the
    history. ``order`` holds the numbers of the ``symbols`` in the order of the formula's tree, -1 for a node
    that none stands for; empty where that is not known.
    """

    latex: str
    tokens: tuple[Token, ...]
    alternatives: tuple[Alternative, ...]
    confidence: float
    symbols: tuple[Symbol, ...]
    timings: tuple[StageTime, ...]
    provider: str
    model: str
    width: int
    height: int
    cached: bool = False
    similarity: float | None = None
    entry: str = ""
    raw_confidence: float | None = None
    order: tuple[int, ...] = ()
