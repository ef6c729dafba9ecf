"""Columns of a page: where the gutter is, what stands across it, and the order of reading."""

from __future__ import annotations

from collections.abc import Sequence

from scipix.engine.layout.segments import Segment, narrow_segments, segments
from scipix.engine.types import Box, Glyph

_MIDDLE = (0.25, 0.75)
"""Share of the page's width in which a gutter is looked for."""
_LONG = 0.18
"""Share of the page's width from which on a segment counts as a line of a column."""
_LEAST_LINES = 4
_SURE_LINES = 8
"""A column of fewer lines is one only if at most half as many lines cross the gutter: the white between words
of a slide's lines may lie under one another."""
_FULL_LINES, _FLUSH, _CENTRE = 8, 0.02, (0.44, 0.56)
"""A column of so many lines, set flush (within a share of the page's width) up to the page's centre, needs no
more than one line beside it: the last page of an article."""
_STEPS = 160


def regions(glyphs: Sequence[Glyph], numbers: Sequence[int], width: float) -> list[list[Segment]]:
    """Segments by column, in the order of reading: what spans the page, then left, then right, and so on."""
    gutter = _gutter(narrow_segments(glyphs, numbers), width)
    found = segments(glyphs, numbers, gutter)
    if gutter is None:
        return [list(found)] if found else []
    bands = _bands(found, gutter)
    columns: list[list[Segment]] = []
    for across, band in bands:
        if across:
            columns.append(band)
            continue
        left = [one for one in band if (one.box.x0 + one.box.x1) / 2 < gutter]
        right = [one for one in band if (one.box.x0 + one.box.x1) / 2 >= gutter]
        columns += [part for part in (left, right) if part]
    return columns


def _gutter(found: Sequence[Segment], width: float) -> float | None:
    """x of the gutter, None for a page of one column."""
    lines = [one.box for one in found if one.box.x1 - one.box.x0 > _LONG * width]
    best, place = 0.0, None
    low, high = (share * width for share in _MIDDLE)
    for step in range(_STEPS + 1):
        x = low + (high - low) * step / _STEPS
        left = sum(box.x1 <= x for box in lines)
        right = sum(box.x0 >= x for box in lines)
        across = len(lines) - left - right
        score = min(left, right) - 0.5 * across
        least = 1 if not across and _is_full([box for box in lines if box.x1 <= x], width) else _LEAST_LINES
        doubted = min(left, right) < _SURE_LINES and 2 * across > min(left, right)
        if min(left, right) >= least and score > best and not doubted:
            best, place = score, x
    return None if place is None else _centred(lines, place)


def _is_full(column: Sequence[Box], width: float) -> bool:
    """Whether lines are a left column set flush as far as the page's centre."""
    if len(column) < _FULL_LINES:
        return False
    edge = max(box.x1 for box in column)
    flush = sum(box.x1 > edge - _FLUSH * width for box in column)
    return flush > len(column) / 2 and _CENTRE[0] * width < edge < _CENTRE[1] * width


def _centred(lines: Sequence[Box], x: float) -> float:
    """The middle between the columns' edges."""
    left = max(box.x1 for box in lines if box.x1 <= x)
    right = min(box.x0 for box in lines if box.x0 >= x)
    return (left + right) / 2


def _bands(found: Sequence[Segment], gutter: float) -> list[tuple[bool, list[Segment]]]:
    """The page from top to bottom as bands that span it (True) or have two columns (False)."""
    spans = _spans(found, gutter)
    bands: list[tuple[bool, list[Segment]]] = []
    for one in sorted(found, key=lambda item: item.baseline):
        middle = (one.box.y0 + one.box.y1) / 2
        number = next((index for index, (top, bottom) in enumerate(spans) if top <= middle <= bottom), None)
        across = number is not None
        if not bands or bands[-1][0] != across:
            bands.append((across, []))
        bands[-1][1].append(one)
    return bands


def _spans(found: Sequence[Segment], gutter: float) -> list[tuple[float, float]]:
    """Heights that segments across the gutter take up; those with no column between them are one."""
    across = sorted(
        (one.box.y0, one.box.y1) for one in found if one.box.x0 < gutter - 3 and one.box.x1 > gutter + 3
    )
    beside = [
        (one.box.y0 + one.box.y1) / 2 for one in found if one.box.x1 <= gutter + 3 or one.box.x0 >= gutter - 3
    ]
    spans: list[tuple[float, float]] = []
    for top, bottom in across:
        if spans:
            between = sum(spans[-1][1] < y < top for y in beside)
            if top - spans[-1][1] < 30 and between <= 2:
                spans[-1] = (spans[-1][0], max(bottom, spans[-1][1]))
                continue
        spans.append((top, bottom))
    return spans
