"""The ink of a page that carries its own glyphs -> its blocks in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scipix.engine.layout.blocks import Block, Line, PageLayout
from scipix.engine.layout.columns import regions
from scipix.engine.layout.figures import figures, inside, ruled_tables, within
from scipix.engine.layout.lines import Column, LineMaker
from scipix.engine.layout.rows import rows
from scipix.engine.layout.segments import body_size, segments
from scipix.engine.layout.structure import Item, Measures, blocks_of, leading_of
from scipix.engine.layout.tables import table
from scipix.engine.recognize.exact import around
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, PageInk

_SAME_EDGE = 2.5
"""Points: lines that end so close to each other end at one edge."""
_NOTE_RULE = (0.08, 0.6)
"""Share of the page's width that the rule above footnotes has at least and at most."""
_NUMERATOR = 0.4
"""em above a rule within which a numerator ends; text above footnotes is farther."""


def page_layout(
    ink: PageInk, classes: GlyphClasses, left_out: frozenset[int] = frozenset(), size: float | None = None
) -> PageLayout:
    """Blocks of a page.

    Args:
        left_out: glyphs that are no part of the text (see furniture).
        size: of the document's body, in points; None to tell it from the page.
    """
    return _Page(ink, classes, left_out, size).layout()


class _Page:
    """One page while it is taken apart."""

    def __init__(
        self, ink: PageInk, classes: GlyphClasses, left_out: frozenset[int], size: float | None
    ) -> None:
        self.ink, self.classes = ink, classes
        self.maker = LineMaker(ink.glyphs, ink.rules, classes)
        self.size = size or body_size(ink.glyphs)
        self.figures = figures(ink)
        self.tables = [
            box for box in ruled_tables(ink.rules) if not any(inside(box, f) for f in self.figures)
        ]
        kept = [number for number in range(len(ink.glyphs)) if number not in left_out]
        self.text = kept if not self.figures else self._outside(kept)

    def _outside(self, numbers: Sequence[int]) -> list[int]:
        """Without the labels of figures: what lies within one altogether."""
        return [
            number
            for segment in segments(self.ink.glyphs, numbers)
            if not any(within(segment.box, area) for area in self.figures)
            for number in segment.glyphs
        ]

    def layout(self) -> PageLayout:
        apart = [self._table(box) for box in self.tables]
        kept = [block for block in apart if block is not None]
        boxed = [block.box for block in kept]
        running = [n for n in self.text if not any(inside(self.ink.glyphs[n].box, box) for box in boxed)]
        kept += [Block("figure", box) for box in self.figures]
        columns = regions(self.ink.glyphs, running, self.ink.width)
        numbers = [[number for one in column for number in one.glyphs] for column in columns]
        blocks: list[Block] = []
        for column, glyphs in enumerate(numbers):
            edges = self._edges(glyphs)
            own = self._column(glyphs, edges, boxed)
            blocks = _merged(blocks, own, [b for b in kept if self._belongs(b, column, numbers)])
        placed = {id(block) for block in blocks}
        blocks += [block for block in kept if id(block) not in placed]
        return PageLayout(self.ink.width, self.ink.height, tuple(blocks))

    def _table(self, box: Box) -> Block | None:
        numbers = [n for n in self.text if inside(self.ink.glyphs[n].box, box)]
        return (
            table(self.ink.glyphs, numbers, self.ink.rules, box, self.maker, self.classes)
            if numbers
            else None
        )

    def _edges(self, numbers: Sequence[int]) -> Column:
        """Where the lines of a column begin and end; an edge that one line alone has does not count."""
        boxes = [segment.box for segment in segments(self.ink.glyphs, numbers)]
        left, right = sorted(box.x0 for box in boxes), sorted((box.x1 for box in boxes), reverse=True)
        return Column(_shared(left), _shared(right))

    def _belongs(self, block: Block, column: int, numbers: Sequence[Sequence[int]]) -> bool:
        """Whether a table or figure is to be read within a column: the one whose ink is nearest to it."""
        return min(range(len(numbers)), key=lambda c: self._apart(block.box, numbers[c])) == column

    def _apart(self, box: Box, numbers: Sequence[int]) -> float:
        area = around([self.ink.glyphs[number].box for number in numbers])
        sideways = max(area.x0, box.x0) - min(area.x1, box.x1)
        wider = abs((area.x1 - area.x0) - (box.x1 - box.x0))
        down = max(area.y0, box.y0) - min(area.y1, box.y1)
        return max(0.0, sideways + 5) * 10 + max(0.0, down) * 3 + wider * 0.1

    def _column(self, numbers: Sequence[int], edges: Column, boxed: Sequence[Box]) -> list[Block]:
        rules = [
            number
            for number, rule in enumerate(self.ink.rules)
            if edges.left - 5 <= (rule.x0 + rule.x1) / 2 <= edges.right + 5
            and not any(inside(rule, box, 3) for box in (*boxed, *self.figures))
        ]
        above_notes = [number for number in rules if self._is_above_notes(self.ink.rules[number], edges)]
        rules = [number for number in rules if number not in above_notes]
        items: list[Item] = []
        for row in rows(self.ink.glyphs, numbers, self.ink.rules, rules, self.classes):
            display = self.maker.display(row, edges)
            line = Line((), row.box, row.baseline, row.size) if display else self.maker.line(row)
            items.append(Item(line, display))
        leading = leading_of(items, self.size)
        return blocks_of(items, edges, Measures(self.size, leading, self._notes_from(above_notes)))

    def _is_above_notes(self, rule: Box, edges: Column) -> bool:
        """Whether a rule parts the footnotes from the text: at the column's edge, low on the page."""
        low, high = (share * self.ink.width for share in _NOTE_RULE)
        at_edge = abs(rule.x0 - edges.left) < _SAME_EDGE
        place = at_edge and low <= rule.x1 - rule.x0 <= high and rule.y0 > 0.4 * self.ink.height
        return place and not any(
            rule.y0 - _NUMERATOR * self.size < glyph.box.y1 <= rule.y1
            and glyph.box.x0 < rule.x1
            and glyph.box.x1 > rule.x0
            for glyph in self.ink.glyphs
        )

    def _notes_from(self, rules: Sequence[int]) -> float:
        """The height of the rule above the footnotes; without one the lowest quarter of the page."""
        return max((self.ink.rules[number].y0 for number in rules), default=0.75 * self.ink.height)


def _shared(edges: Sequence[float]) -> float:
    """The first of sorted edges that the next one has too."""
    for first, second in pairwise(edges):
        if abs(first - second) < _SAME_EDGE:
            return first
    return edges[0]


def _merged(before: list[Block], own: Sequence[Block], apart: Sequence[Block]) -> list[Block]:
    """A column's blocks with its tables and figures at their heights."""
    waiting = sorted(apart, key=lambda block: block.box.y0)
    merged = list(before)
    for block in own:
        while waiting and waiting[0].box.y0 < block.box.y0:
            merged.append(waiting.pop(0))
        merged.append(block)
    return merged + waiting
