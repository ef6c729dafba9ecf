"""A page cut into tiles along the white between its columns and lines, so that no symbol is cut.

The detector's time goes by pixels, ink or not, so what is white is left out: the gutter between columns, the
rest of short lines, the space around figures. A tile answers for all that lies in it and needs no margin;
only where there is no white to cut along (a large drawing) tiles overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import MARGIN_EM, TARGET_EM

MARGIN = round(MARGIN_EM * TARGET_EM)
"""Pixels of white around a tile: single formulas have it too."""
_DARK = 200
"""Gray: a darker pixel is ink."""
_HIGHEST = 320
"""Pixels: higher tiles are no faster a pixel and take more memory."""
_OVERLAP = 64
"""Pixels that tiles see of each other where there is no white between them: taller signs may be cut."""
_GUTTER, _COLUMN = 20, 120
"""Pixels of white between columns at least, and of a column's width."""
_BESIDE = 100
"""Pixels of height that columns have at least; less is a line with wide blanks."""
_GAP = 6
"""Pixels of white between lines; there is less between a fraction's parts."""
_STEP = 64
"""Sides of a tile are multiples of this: with less white around them words are read a little worse."""
_NARROW = 6e6
"""A cut costs so many pixels divided by the square of its white: limits stand close to their sum."""

Mask: TypeAlias = npt.NDArray[np.bool_]
Span: TypeAlias = tuple[int, int]
"""Where something begins and ends, in pixels."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page, in pixels; it answers for symbols whose middle is in rows ``first`` to ``last``."""

    left: int
    top: int
    right: int
    bottom: int
    first: int
    last: int

    def picture(self, gray: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        """What it shows, in a white frame of MARGIN, on the right and below of more."""
        height, width = self.bottom - self.top, self.right - self.left
        framed = np.full((_framed(height), _framed(width)), 255, np.uint8)
        inner = framed[MARGIN : MARGIN + height, MARGIN : MARGIN + width]
        inner[:] = gray[self.top : self.bottom, self.left : self.right]
        return framed


def tiles(gray: npt.NDArray[np.uint8]) -> tuple[Tile, ...]:
    """The tiles of a page (dark on white, its type of the canonical size); none of a blank one."""
    ink = gray < _DARK
    regions = _regions(ink, 0, len(ink))
    return tuple(tile for rows, columns in regions for tile in _tiles_of(ink, rows, columns))


def _regions(ink: Mask, top: int, bottom: int) -> Iterator[tuple[Span, Span]]:
    """Rows and columns of each column of text and of what spans them."""
    lines = [(top + a, top + b) for a, b in _runs(_inked(ink[top:bottom], 1), _GAP)]
    if not lines:
        return
    inked = np.array([ink[first:last].any(axis=0) for first, last in lines])
    start, end = _beside(lines, inked)
    if start == end:
        yield (lines[0][0], lines[-1][1]), (0, ink.shape[1])
        return
    rows = lines[start][0], lines[end - 1][1]
    yield from _regions(ink, top, rows[0])
    for columns in _columns(_inked(inked[start:end], 0)):
        yield rows, columns
    yield from _regions(ink, rows[1], bottom)


def _beside(lines: Sequence[Span], inked: Mask) -> Span:
    """The highest part with a gutter: its first line, and that behind its last; equal if there is none."""
    best, end = (0, 0), 0
    for start in range(len(lines)):
        end = max(end, start)
        while end < len(lines) and len(_columns(_inked(inked[start : end + 1], 0))) > 1:
            end += 1
        if end > start and _height(lines, start, end) > max(_BESIDE, _height(lines, *best)):
            best = (start, end)
    return best


def _height(lines: Sequence[Span], start: int, end: int) -> int:
    return lines[end - 1][1] - lines[start][0] if end > start else 0


def _columns(inked: Mask) -> list[Span]:
    """Columns apart by a gutter and wide enough to be such; else all there is as one."""
    found = _runs(inked, _GUTTER)
    if all(right - left >= _COLUMN for left, right in found):
        return found
    return [(found[0][0], found[-1][1])]


def _inked(part: Mask, axis: int) -> Mask:
    """Where there is ink, summed up along an axis."""
    return np.asarray(part.any(axis=axis), np.bool_)


def _runs(inked: Mask, gap: int) -> list[Span]:
    """Where ink begins and ends, apart by more than ``gap``."""
    places = np.flatnonzero(inked)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts = places[np.concatenate([[0], breaks + 1])]
    ends = places[np.concatenate([breaks, [len(places) - 1]])] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _tiles_of(ink: Mask, rows: Span, columns: Span) -> Iterator[Tile]:
    """Tiles of a region, cut so that the detector has the fewest pixels to look at."""
    part = ink[slice(*rows), slice(*columns)]
    lines = _runs(_inked(part, 1), _GAP)
    cost, before = [0.0], [0]
    for end in range(1, len(lines) + 1):
        ways = [(cost[start] + _price(part, lines, start, end), start) for start in _starts(lines, end)]
        least, start = min(ways)
        cost.append(least)
        before.append(start)
    cuts = [len(lines)]
    while cuts[-1]:
        cuts.append(before[cuts[-1]])
    for start, end in pairwise(reversed(cuts)):
        first, last = lines[start][0], lines[end - 1][1]
        left, right = _edges(part[first:last])
        yield from _high((columns[0] + left, columns[0] + right), (rows[0] + first, rows[0] + last))


def _starts(lines: Sequence[Span], end: int) -> Iterator[int]:
    """First lines of tiles that end before line ``end``: a tile has one line, more if it is not too high."""
    for start in range(end - 1, -1, -1):
        if start < end - 1 and _height(lines, start, end) > _HIGHEST - 2 * MARGIN:
            return
        yield start


def _price(part: Mask, lines: Sequence[Span], start: int, end: int) -> float:
    """Pixels that the detector looks at for a tile, and what the cut above it costs."""
    left, right = _edges(part[lines[start][0] : lines[end - 1][1]])
    cut = _NARROW / (lines[start][0] - lines[start - 1][1]) ** 2 if start else 0.0
    return _framed(_height(lines, start, end)) * _framed(right - left) + cut


def _framed(length: int) -> int:
    return -(-(length + 2 * MARGIN) // _STEP) * _STEP


def _edges(part: Mask) -> Span:
    columns = np.flatnonzero(_inked(part, 0))
    return int(columns[0]), int(columns[-1]) + 1


def _high(columns: Span, rows: Span) -> Iterator[Tile]:
    """One tile, or several that overlap where it would be too high."""
    (left, right), (top, bottom) = columns, rows
    if bottom - top <= _HIGHEST:
        yield Tile(left, top, right, bottom, top - MARGIN, bottom + MARGIN)
        return
    for first in range(top, bottom, _HIGHEST):
        last = min(bottom, first + _HIGHEST)
        yield Tile(left, max(top, first - _OVERLAP), right, min(bottom, last + _OVERLAP), first, last)
