"""What goes into the preview and what comes out. Frozen, so that threads may share them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""The place of a token in the source: [start, end)."""

Fractions: TypeAlias = tuple[float, float, float, float]
"""x0, y0, x1, y1 as fractions of the picture; x grows to the right, y down."""


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """One formula to draw. ``marks`` are source spans whose places in the picture are wanted."""

    key: int
    channel: str
    latex: str
    display: bool = True
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A drawn formula.

    ``svg`` is safe for Qt, black on transparent; ``width``, ``height`` and ``baseline`` (from the top) are in
    em. ``boxes`` has one entry a mark: None where the mark leaves no ink or could not be placed.
    """

    key: int
    channel: str
    latex: str
    svg: bytes
    width: float
    height: float
    baseline: float
    renderer: str
    boxes: tuple[Fractions | None, ...]


@dataclass(frozen=True, slots=True)
class PreviewFailure:
    """Why a formula could not be drawn, in words for the user; ``start`` is the place in the source."""

    key: int
    channel: str
    latex: str
    title: str
    message: str
    hint: str
    start: int | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cleaned picture: SVG, size in em, and the boxes of the tokens by number."""

    svg: bytes
    width: float
    height: float
    baseline: float
    boxes: dict[int, Fractions]
