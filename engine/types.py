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
class Symbol:
    """One glyph or rule that was seen in the picture."""

    token: str
    box: Box
    probability: float


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

    ``alternatives`` is ordered best first and its first entry is ``latex``. ``confidence`` is the raw,
    uncalibrated value in 0..1. ``provider`` is the one that really ran, ``width`` and ``height`` are the
    size of the picture given.
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
