"""The cells of a ruled table."""

from __future__ import annotations

from collections.abc import Sequence

from scipix.engine.layout.blocks import Block, Line
from scipix.engine.layout.lines import LineMaker
from scipix.engine.layout.rows import Row, rows
from scipix.engine.layout.segments import segments
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, Glyph

_COLUMN_GAP = 0.75
"""em of white in every row parts columns."""


def table(
    glyphs: Sequence[Glyph],
    numbers: Sequence[int],
    rules: Sequence[Box],
    box: Box,
    maker: LineMaker,
    classes: GlyphClasses,
) -> Block | None:
    """The table in a box; None where there is only one column."""
    found = rows(glyphs, numbers, rules, (), classes)
    edges = _column_edges(glyphs, found)
    if len(edges) < 2:
        return None
    cells = tuple(tuple(_cell(glyphs, row, left, right, maker) for left, right in edges) for row in found)
    return Block("table", box, rows=cells)


def _column_edges(glyphs: Sequence[Glyph], found: Sequence[Row]) -> list[tuple[float, float]]:
    """Left and right edge of each column: ink of all rows, put together where it overlaps."""
    spans = sorted((one.box.x0, one.box.x1) for row in found for one in segments(glyphs, row.glyphs))
    size = found[0].size if found else 10.0
    edges: list[tuple[float, float]] = []
    for left, right in spans:
        if edges and left < edges[-1][1] + _COLUMN_GAP * size:
            edges[-1] = (edges[-1][0], max(right, edges[-1][1]))
        else:
            edges.append((left, right))
    return edges


def _cell(glyphs: Sequence[Glyph], row: Row, left: float, right: float, maker: LineMaker) -> Line:
    own = tuple(n for n in row.glyphs if left - 1 <= (glyphs[n].box.x0 + glyphs[n].box.x1) / 2 <= right + 1)
    if not own:
        return Line((), Box(left, row.box.y0, right, row.box.y1), row.baseline, row.size)
    part = Row(own, (), Box(left, row.box.y0, right, row.box.y1), row.baseline, row.size, 1)
    return maker.line(part)
