"""Cuts one picture of the whole desktop into its screens. Pure arithmetic: the portal gives no map with it.

Two layouts occur. Compositors paint the logical desktop with one factor, the highest scale of all screens;
under XWayland Qt's positions are pixels already and only the sizes are logical.
"""

from __future__ import annotations

from dataclasses import dataclass

Rect = tuple[int, int, int, int]
# Rounding moves an edge by a pixel or two; a wrong layout is off by far more.
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Monitor:
    """One screen: its logical rectangle (x, y, width, height) on the virtual desktop and its scale."""

    rect: Rect
    scale: float


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of the picture that shows one screen (x, y, width, height), its pixels per logical unit."""

    rect: Rect
    scale: float


def split(size: tuple[int, int], monitors: tuple[Monitor, ...]) -> tuple[Piece, ...] | None:
    """Return each monitor's part of a picture of ``size``; None if the picture fits no known layout."""
    layouts = (tuple(m.rect for m in monitors), tuple(_pixels_placed(m) for m in monitors))
    best = min(layouts, key=lambda rects: _misfit(size, rects))
    if _misfit(size, best) > _TOLERANCE:
        return None
    left, top, width, height = _bounds(best)
    across, down = size[0] / width, size[1] / height
    pieces = []
    for monitor, (x, y, w, h) in zip(monitors, best, strict=True):
        x0, x1 = round((x - left) * across), round((x - left + w) * across)
        y0, y1 = round((y - top) * down), round((y - top + h) * down)
        pieces.append(Piece((x0, y0, x1 - x0, y1 - y0), (x1 - x0) / monitor.rect[2]))
    return tuple(pieces)


def _pixels_placed(monitor: Monitor) -> Rect:
    x, y, width, height = monitor.rect
    return x, y, round(width * monitor.scale), round(height * monitor.scale)


def _bounds(rects: tuple[Rect, ...]) -> Rect:
    left, top = min(r[0] for r in rects), min(r[1] for r in rects)
    right, bottom = max(r[0] + r[2] for r in rects), max(r[1] + r[3] for r in rects)
    return left, top, right - left, bottom - top


def _misfit(size: tuple[int, int], rects: tuple[Rect, ...]) -> float:
    """Return how much the picture's width and height disagree about its scale."""
    _, _, width, height = _bounds(rects)
    return abs(size[0] * height / (size[1] * width) - 1)
