"""Glyphs -> segments: runs on one baseline without a wide gap. Columns are found with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scipix.engine.recognize.exact import around
from scipix.engine.types import Box, Glyph

_GAP = 0.85
"""em: a wider gap parts segments; a space between words is not."""
_GUTTER_GAP = 0.5
"""em: the same where columns may meet; a line that is too long leaves little of the gutter."""
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


def narrow_segments(glyphs: Sequence[Glyph], numbers: Sequence[int]) -> list[Segment]:
    """Segments that surely do not run over a gutter; loose lines come in several."""
    return _segments(glyphs, numbers, lambda last, glyph: _GUTTER_GAP)


def segments(glyphs: Sequence[Glyph], numbers: Sequence[int], gutter: float | None = None) -> list[Segment]:
    """Segments of some of the glyphs, from top to bottom; ``gutter`` is where columns meet (x)."""

    def gap(last: Glyph, glyph: Glyph) -> float:
        return _GUTTER_GAP if gutter is not None and last.end - 1 < gutter < glyph.x + 1 else _GAP

    return _segments(glyphs, numbers, gap)


def _segments(
    glyphs: Sequence[Glyph], numbers: Sequence[int], gap: Callable[[Glyph, Glyph], float]
) -> list[Segment]:
    order = sorted(numbers, key=lambda number: (round(glyphs[number].y, 1), glyphs[number].x))
    found: list[Segment] = []
    run: list[int] = []
    for number in order:
        if run and not _goes_on(glyphs[run[-1]], glyphs[number], gap(glyphs[run[-1]], glyphs[number])):
            found.append(_segment(glyphs, run))
            run = []
        run.append(number)
    if run:
        found.append(_segment(glyphs, run))
    return found


def _goes_on(last: Glyph, glyph: Glyph, gap: float) -> bool:
    size = max(last.size, glyph.size)
    return abs(glyph.y - last.y) < _SAME_LINE * size and -size < glyph.x - last.end < gap * size


def _segment(glyphs: Sequence[Glyph], run: Sequence[int]) -> Segment:
    return Segment(tuple(run), around([glyphs[number].box for number in run]), glyphs[run[0]].y)
