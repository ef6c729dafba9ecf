"""Glyphs of a column -> rows: lines of type with everything that hangs on them.

Letters of the body's size stand on baselines. Baselines that one formula spans (the parts of a fraction, the
rows of a matrix) become one row; scripts, limits, tall signs and rules join the row that they are nearest to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from scipix.engine.layout.segments import Segment, body_size, segments
from scipix.engine.recognize.exact import around, is_bar, signs
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, Glyph

_ANCHOR = 0.8
"""Share of the body's size from which on a glyph may have a baseline of its own."""
_CLOSE = 0.75
"""em: baselines that are closer belong to one formula, if they are not far apart sideways."""
_MARKS = ".,;:'’‘`"
_WORDS = 6
"""Letters on a baseline of their own that are text, however small."""
_OPERATOR = 0.8
"""em: a sign as high as this that does not stand on the baseline is centred on the line, as operators are."""
_TALL = 1.3
"""em: a higher glyph spans what is beside it."""
_BAR_REACH = 1.3
"""em: how far the baselines over and under a fraction's bar may be."""
_STREAM = 0.35
"""em: how much nearer a row counts if the file draws the glyph together with it."""
_WITHIN = 1.5
"""em: the same, if what the file draws before and after the glyph is in that row."""
_RULE_REACH = 0.7
"""em: a rule that is farther from all glyphs is none of a formula."""


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers of glyphs in the order of the file, and of rules. ``baseline`` is that of most of its type."""

    glyphs: tuple[int, ...]
    rules: tuple[int, ...]
    box: Box
    baseline: float
    size: float
    baselines: int


def rows(
    glyphs: Sequence[Glyph],
    numbers: Sequence[int],
    rules: Sequence[Box],
    chosen: Sequence[int],
    table: GlyphClasses,
) -> list[Row]:
    """Rows of a column, from top to bottom.

    Args:
        glyphs, rules: of the whole page. numbers, chosen: those of the column.
        table: tells which glyphs are pieces of one sign.
    """
    numbers = sorted(numbers)
    size = body_size([glyphs[number] for number in numbers])
    anchors = [number for number in numbers if is_anchor(glyphs[number], size)]
    anchors = sorted({*anchors, *_small_text(glyphs, numbers, anchors, size)})
    if not anchors:
        anchors = list(numbers)
    found = segments(glyphs, anchors)
    lines = [line for line in found if not _is_punctuation(glyphs, line)] or found
    anchors = [number for line in lines for number in line.glyphs]
    units = _units(glyphs, numbers, table)
    group = _joined(lines, units, [rules[rule] for rule in chosen], size)
    members: dict[int, list[int]] = {}
    row_of: dict[int, int] = {}
    for line, number in zip(lines, group, strict=True):
        members.setdefault(number, []).extend(line.glyphs)
        row_of |= dict.fromkeys(line.glyphs, number)
    _attach(glyphs, units, anchors, row_of, members, size)
    bars = _attach_rules(glyphs, rules, chosen, row_of, size)
    made = [
        _row(glyphs, rules, sorted(set(of_row)), bars.get(number, []), _count(lines, group, number, size))
        for number, of_row in members.items()
    ]
    return sorted(made, key=lambda row: row.baseline)


def _is_punctuation(glyphs: Sequence[Glyph], line: Segment) -> bool:
    """Whether a segment has nothing but marks, which stand anywhere: an apostrophe is no line."""
    return all(glyphs[number].text in _MARKS and glyphs[number].text for number in line.glyphs)


def _small_text(
    glyphs: Sequence[Glyph], numbers: Sequence[int], anchors: Sequence[int], size: float
) -> list[int]:
    """Glyphs of lines in smaller type (footnotes, captions): words that are no script of anything."""
    known = set(anchors)
    found: list[int] = []
    for line in segments(glyphs, [number for number in numbers if number not in known]):
        letters = sum(
            glyphs[number].text.isascii() and glyphs[number].text.isalpha() for number in line.glyphs
        )
        if letters < _WORDS or not all(is_anchor(glyphs[n], glyphs[n].size) for n in line.glyphs[:_WORDS]):
            continue
        begins = [glyphs[number] for number in anchors]
        if not any(_script_base(glyph, line.box, size) for glyph in begins):
            found += line.glyphs
    return found


def _script_base(glyph: Glyph, script: Box, size: float) -> bool:
    """Whether a glyph stands right before a script."""
    beside = -0.3 * size < script.x0 - glyph.end < 0.3 * size
    return beside and min(glyph.box.y1, script.y1) - max(glyph.box.y0, script.y0) > -0.3 * size


@dataclass(frozen=True, slots=True)
class _Unit:
    """The glyphs of one sign, and the box around them."""

    glyphs: tuple[int, ...]
    box: Box

    @property
    def height(self) -> float:
        return self.box.y1 - self.box.y0


def _units(glyphs: Sequence[Glyph], numbers: Sequence[int], table: GlyphClasses) -> list[_Unit]:
    own = [glyphs[number] for number in numbers]
    units = [tuple(numbers[place] for place in places) for places in signs(own, table)]
    return [_Unit(unit, around([glyphs[number].box for number in unit])) for unit in units]


def is_anchor(glyph: Glyph, size: float) -> bool:
    """Whether a glyph stands on its baseline in the size of the body, as letters do."""
    height, middle = glyph.box.y1 - glyph.box.y0, (glyph.box.y0 + glyph.box.y1) / 2
    return (
        glyph.size >= _ANCHOR * size
        and height <= 1.1 * glyph.size
        and glyph.y - 0.85 * glyph.size <= middle <= glyph.y + 0.3 * glyph.size
    )


def _joined(lines: Sequence[Segment], units: Sequence[_Unit], rules: Sequence[Box], size: float) -> list[int]:
    """For each segment the number of its row: those on one baseline or in one formula share it."""
    parent = list(range(len(lines)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for a, b in _pairs(lines, size):
        parent[root(a)] = root(b)
    tall = [unit.box for unit in units if unit.height > _TALL * size]
    for box in tall:
        spanned = [i for i, line in enumerate(lines) if _spans(box, line, size)]
        for index in spanned[1:]:
            parent[root(index)] = root(spanned[0])
    for bar in rules:
        if any(abs(box.x1 - bar.x0) < 2 and abs(box.y0 - bar.y0) < 2 for box in tall):
            continue  # the top of a root
        for a, b in _over_and_under(bar, lines, size):
            parent[root(a)] = root(b)
    return [root(index) for index in range(len(lines))]


def _pairs(lines: Sequence[Segment], size: float) -> list[tuple[int, int]]:
    """Neighbours on one baseline, and those so close that they are parts of one formula."""
    found: list[tuple[int, int]] = []
    for a, first in enumerate(lines):
        for b in range(a + 1, len(lines)):
            second = lines[b]
            down = second.baseline - first.baseline
            if down > _CLOSE * size:
                break
            apart = max(first.box.x0, second.box.x0) - min(first.box.x1, second.box.x1)
            if down < 0.12 * size or apart < 1.5 * size:
                found.append((a, b))
    return found


def _spans(box: Box, line: Segment, size: float) -> bool:
    """Whether a tall glyph has a line beside it (which has no other place to go to)."""
    apart = max(box.x0, line.box.x0) - min(box.x1, line.box.x1)
    return box.y0 + 0.3 * size < line.baseline < box.y1 - 0.02 * size and apart < 12 * size


def _over_and_under(bar: Box, lines: Sequence[Segment], size: float) -> list[tuple[int, int]]:
    """Pairs of lines that a bar parts, as numerator and denominator: both are centred on it."""
    middle = (bar.y0 + bar.y1) / 2
    over: list[tuple[float, int]] = []
    under: list[tuple[float, int]] = []
    for index, line in enumerate(lines):
        if line.box.x0 < bar.x0 - 0.3 * size or line.box.x1 > bar.x1 + 0.3 * size:
            continue
        if 0 < middle - line.box.y1 < _BAR_REACH * size:
            over.append((middle - line.box.y1, index))
        elif 0 < line.box.y0 - middle < _BAR_REACH * size:
            under.append((line.box.y0 - middle, index))
    pairs = [(a, b) for _, a in sorted(over)[:1] for _, b in sorted(under)[:1]]
    return [pair for pair in pairs if all(_centred(lines[side], bar, size) for side in pair)]


def _centred(line: Segment, bar: Box, size: float) -> bool:
    """Whether a line may be a part of what is centred on a bar: alone on it, it is so itself."""
    off = abs(line.box.x0 + line.box.x1 - bar.x0 - bar.x1) / 2
    return off < 0.6 * size or bar.x1 - bar.x0 < 8 * size


def _count(lines: Sequence[Segment], group: Sequence[int], number: int, size: float) -> int:
    """How many baselines a row has."""
    heights = sorted(line.baseline for line, own in zip(lines, group, strict=True) if own == number)
    return 1 + sum(b - a > 0.12 * size for a, b in pairwise(heights))


def _boxes(boxes: Sequence[Box]) -> npt.NDArray[np.float64]:
    return np.array([(box.x0, box.y0, box.x1, box.y1) for box in boxes], np.float64).reshape(-1, 4)


def _distances(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Gaps between boxes, (len(a), len(b)): sideways and down added, 0 where they overlap."""
    x = np.maximum(a[:, None, 0], b[None, :, 0]) - np.minimum(a[:, None, 2], b[None, :, 2])
    y = np.maximum(a[:, None, 1], b[None, :, 1]) - np.minimum(a[:, None, 3], b[None, :, 3])
    apart: npt.NDArray[np.float64] = np.clip(x, 0, None) + np.clip(y, 0, None)
    return apart


def _attach(
    glyphs: Sequence[Glyph],
    units: Sequence[_Unit],
    anchors: Sequence[int],
    row_of: dict[int, int],
    members: dict[int, list[int]],
    size: float,
) -> None:
    """Give every other sign to the row it is nearest to; a tall one to the row whose middle it shares."""
    others = [unit for unit in units if unit.glyphs[0] not in row_of]
    tall = [unit for unit in others if unit.height > _OPERATOR * size]
    _join_rows(glyphs, tall, sorted(anchors), row_of, members, size, tall=True)
    # Limits are near their operator, which may be far from any letter.
    known = sorted([*anchors, *(number for unit in tall for number in unit.glyphs)])
    small = [unit for unit in others if unit.height <= _OPERATOR * size]
    _join_rows(glyphs, small, known, row_of, members, size, tall=False)


def _join_rows(
    glyphs: Sequence[Glyph],
    others: Sequence[_Unit],
    ordered: Sequence[int],
    row_of: dict[int, int],
    members: dict[int, list[int]],
    size: float,
    *,
    tall: bool,
) -> None:
    """Give signs to the rows of glyphs that have one, ``ordered`` as in the file."""
    if not others:
        return
    owners = np.array([row_of[number] for number in ordered])
    boxes = _boxes([unit.box for unit in others])
    letters = _boxes([glyphs[number].box for number in ordered])
    gaps = _distances(boxes, letters)
    axes = np.array([glyphs[number].y - 0.25 * size for number in ordered])
    left, right = np.maximum(boxes[:, None, 0], letters[:, 0]), np.minimum(boxes[:, None, 2], letters[:, 2])
    sideways = np.clip(left - right, 0, None)
    shared = np.abs((boxes[:, None, 1] + boxes[:, None, 3]) / 2 - axes[None]) + 0.3 * sideways
    places = np.searchsorted(ordered, [unit.glyphs[0] for unit in others])
    for index, unit in enumerate(others):
        if not tall and index and _follows(glyphs, others[index - 1], unit):
            row = row_of[others[index - 1].glyphs[0]]
            row_of |= dict.fromkeys(unit.glyphs, row)
            members[row].extend(unit.glyphs)
            continue
        near = (shared if tall else gaps)[index].copy()
        beside = [owners[place] for place in (places[index] - 1, places[index]) if 0 <= place < len(ordered)]
        for row in set(beside):
            near[owners == row] -= (_WITHIN if beside == [row, row] else _STREAM) * size
        row = int(owners[int(np.argmin(near))])
        row_of |= dict.fromkeys(unit.glyphs, row)
        members[row].extend(number for number in unit.glyphs if number not in members[row])


def _follows(glyphs: Sequence[Glyph], last: _Unit, unit: _Unit) -> bool:
    """Whether a small sign goes on with the one before it, in the file and on the page."""
    a, b = glyphs[last.glyphs[-1]], glyphs[unit.glyphs[0]]
    beside = -0.3 * b.size < b.x - a.end < 0.4 * b.size
    return unit.glyphs[0] == last.glyphs[-1] + 1 and beside and abs(a.y - b.y) < 0.1 * b.size


def _attach_rules(
    glyphs: Sequence[Glyph], rules: Sequence[Box], chosen: Sequence[int], row_of: dict[int, int], size: float
) -> dict[int, list[int]]:
    """Rules of each row; those far from every glyph belong to none."""
    numbers = list(row_of)
    bars = [rule for rule in chosen if is_bar(rules[rule])]
    found: dict[int, list[int]] = {}
    if not numbers or not bars:
        return found
    gaps = _distances(_boxes([rules[rule] for rule in bars]), _boxes([glyphs[n].box for n in numbers]))
    for index, rule in enumerate(bars):
        best = int(np.argmin(gaps[index]))
        if gaps[index, best] < _RULE_REACH * size:
            found.setdefault(row_of[numbers[best]], []).append(rule)
    return found


def _row(
    glyphs: Sequence[Glyph], rules: Sequence[Box], members: Sequence[int], bars: Sequence[int], baselines: int
) -> Row:
    own = [glyphs[number] for number in members]
    size = body_size(own)
    widths: dict[float, float] = {}
    for glyph in own:
        if glyph.size >= _ANCHOR * size:
            level = round(glyph.y, 1)
            widths[level] = widths.get(level, 0.0) + glyph.end - glyph.x
    baseline = max(widths, key=lambda level: widths[level]) if widths else own[0].y
    box = around([glyph.box for glyph in own] + [rules[bar] for bar in bars])
    return Row(tuple(members), tuple(bars), box, baseline, size, baselines)
