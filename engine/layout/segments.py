"""Glyphs -> segments: runs on one baseline without a wide gap. Columns are found with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scipix.engine.recognize.exact import around
from scipix.engine.types import Box, Glyph

_GAP = 0.85
"""em: a wider gap parts segments; a gutter is wider, a space between words is not."""
_SAME_LINE = 0.1
"""em: baselines that differ by less are one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Numbers of glyphs on one baseline, from left to right."""

    glyphs: tuple[int, ...]
    box: Box
    baseline: float


def body_size(glyphs: Sequence[Glyph]) -> float:
    """The size of most letters, in points; 10 where there are none."""
    counts = Counter(round(glyph.size, 1) for glyph in glyphs if glyph.text.isalpha())
    return counts.most_common(1)[0][0] if counts else 10.0


def segments(glyphs: Sequence[Glyph], numbers: Sequence[int]) -> list[Segment]:
    """Segments of some of the glyphs, from top to bottom."""
    order = sorted(numbers, key=lambda number: (round(glyphs[number].y, 1), glyphs[number].x))
    found: list[Segment] = []
    run: list[int] = []
    for number in order:
        if run and not _goes_on(glyphs[run[-1]], glyphs[number]):
            found.append(_segment(glyphs, run))
            run = []
        run.append(number)
    if run:
        found.append(_segment(glyphs, run))
    return found


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    return abs(glyph.y - last.y) < _SAME_LINE * size and glyph.x - last.end < _GAP * size


def _segment(glyphs: Sequence[Glyph], run: Sequence[int]) -> Segment:
    return Segment(tuple(run), around([glyphs[number].box for number in run]), glyphs[run[0]].y)
