"""Rows of one display that were found one by one, put together: chains of equations, centred rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from scipix.engine.latex.syntax.glyphs import GLYPHS
from scipix.engine.layout.blocks import Block, FormulaPiece, PageLayout, Piece
from scipix.engine.recognize.exact import around
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Glyph

_NUMBER = re.compile(r"^\(([A-Z]{0,3}[.-]?\d{0,3}(?:[.\-–]\d+)*[a-z′*]?)\)$")
RELATIONS = frozenset("=<>") | {token for token, sign in GLYPHS.items() if sign.kind == "rel"}
_ALIGNED = 0.15
"""em: signs that begin so close to each other are aligned."""
_APART = 0.51
"""em by which rows of one display are at most farther apart than lines of text."""
_LEAST_APART = 0.22
"""The same at least, for rows that have nothing but their nearness in common."""
_LEAST_ALIGNED = -0.3
_GAP = 0.75
"""em of white between tall rows of one display."""
_COLUMN_GAP = 1.2
"""em without ink between equations that stand side by side."""
_LEADING = 1.2
"""Times the size of the type: the distance of lines where no text tells it."""


def with_joined_displays(layout: PageLayout, classes: GlyphClasses) -> PageLayout:
    """The layout with the rows of a display as lines of one block, which has one number at most.

    Rows that have a number each stay apart, save those that go on with the equation of the row before.
    """
    leading = _leading(layout.blocks)
    found: list[Block] = []
    index = 0
    while index < len(layout.blocks):
        run, between, end = _run(layout.blocks, index, leading, classes)
        together = _joined(run, between, classes) if len(run) > 1 else None
        found += together or layout.blocks[index:end]
        index = end
    return replace(layout, blocks=tuple(found))


def in_one(block: Block) -> FormulaPiece:
    """All rows of a display as one formula."""
    pieces = [piece for line in block.lines for piece in line.pieces if isinstance(piece, FormulaPiece)]
    glyphs = tuple(glyph for piece in pieces for glyph in piece.glyphs)
    rules = tuple(rule for piece in pieces for rule in piece.rules)
    return FormulaPiece(around([piece.box for piece in pieces]), glyphs, rules)


def has_columns(block: Block) -> bool:
    """Whether all rows of a display have a wide gap at the same place, as equations side by side have."""
    common = [(block.box.x0, block.box.x1)]
    for line in block.lines:
        gaps = [gap for piece in line.pieces for gap in _gaps(piece, _COLUMN_GAP * line.size)]
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in gaps if min(b, d) > max(a, c)]
    return len(block.lines) > 1 and bool(common)


def _gaps(piece: Piece, least: float) -> list[tuple[float, float]]:
    """Where a formula has no ink over its whole height (x)."""
    if not isinstance(piece, FormulaPiece):
        return []
    gaps: list[tuple[float, float]] = []
    end = piece.box.x0
    for box in sorted((*piece.rules, *(glyph.box for glyph in piece.glyphs)), key=lambda box: box.x0):
        if box.x0 - end > least:
            gaps.append((end, box.x0))
        end = max(end, box.x1)
    return gaps


def _leading(blocks: Sequence[Block]) -> float | None:
    """The usual distance of lines of text; None on a page without."""
    steps = [
        below.baseline - above.baseline
        for block in blocks
        if block.kind == "paragraph"
        for above, below in pairwise(block.lines)
        if 0.9 * above.size < below.baseline - above.baseline < 3 * above.size
    ]
    return median(steps) if steps else None


def _run(
    blocks: Sequence[Block], start: int, leading: float | None, classes: GlyphClasses
) -> tuple[list[Block], str, int]:
    """Displays that follow each other closely, the number that stands between two of them, and the end."""
    if blocks[start].kind != "display":
        return [], "", start + 1
    run, between, end = [blocks[start]], "", start + 1
    while end < len(blocks):
        number = _lone_number(blocks[end])
        following = end + 1 if number and not between else end
        if following >= len(blocks) or not _follows(run[-1], blocks[following], leading, classes):
            break
        run.append(blocks[following])
        between = number if following > end else between
        end = following + 1
    return run, between, end


def _lone_number(block: Block) -> str:
    """The number of an equation that belongs to the rows above and below it together; '' for others."""
    if block.kind not in ("paragraph", "item") or len(block.lines) != 1:
        return ""
    match = _NUMBER.match((block.marker + block.text).strip())
    return match.group(1) if match else ""


def _follows(above: Block, below: Block, leading: float | None, classes: GlyphClasses) -> bool:
    """Whether a display is the next row of the one above it."""
    if below.kind != "display" or len(below.lines) != 1:
        return False
    last, first = above.lines[-1], below.lines[0]
    size = max(last.size, first.size)
    more = first.baseline - last.baseline - (leading or _LEADING * size)
    least = _LEAST_ALIGNED if _aligned(above, below, size, classes) else _LEAST_APART
    gap = below.box.y0 - above.box.y1
    return more > least * size and (more < _APART * size or 0 <= gap < _GAP * size)


def _aligned(above: Block, below: Block, size: float, classes: GlyphClasses) -> bool:
    """Whether rows have relations at one place, or the lower one begins with one."""
    upper, lower = _relations(above, classes), _relations(below, classes)
    shared = any(abs(a - b) < _ALIGNED * size for a in upper for b in lower)
    return shared or _begins_with_relation(below, classes)


def _relations(row: Block, classes: GlyphClasses) -> list[float]:
    """Where on its baseline a row has relations (x)."""
    line = row.lines[-1]
    return [
        glyph.x
        for glyph in _glyphs(row)
        if abs(glyph.y - line.baseline) < 0.1 * line.size and classes.token(glyph) in RELATIONS
    ]


def _glyphs(row: Block) -> Sequence[Glyph]:
    piece = row.lines[-1].pieces[0]
    return piece.glyphs if isinstance(piece, FormulaPiece) else ()


def _joined(run: Sequence[Block], between: str, classes: GlyphClasses) -> list[Block] | None:
    """The displays that the rows of a run are; None where its numbers do not tell."""
    numbers = [row.number for row in run if row.number] + ([between] if between else [])
    if len(numbers) <= 1:
        return [_whole(run, numbers[0] if numbers else "")]
    if between:
        return None
    found = [run[0]]
    for row in run[1:]:
        if not found[-1].number and _begins_with_relation(row, classes):
            found[-1] = _whole((found[-1], row), row.number)
        else:
            found.append(row)
    return found


def _whole(rows: Sequence[Block], number: str) -> Block:
    lines = tuple(line for row in rows for line in row.lines)
    return replace(rows[0], box=around([row.box for row in rows]), lines=lines, number=number)


def _begins_with_relation(row: Block, classes: GlyphClasses) -> bool:
    glyphs = _glyphs(row)
    return bool(glyphs) and classes.token(min(glyphs, key=lambda glyph: glyph.x)) in RELATIONS
