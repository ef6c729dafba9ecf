"""Lines of a column -> blocks: headings, paragraphs, lists, displays, captions, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scipix.engine.layout.blocks import Block, BlockKind, Line, TextPiece
from scipix.engine.layout.lines import Column, Display
from scipix.engine.recognize.exact import around

_HEADING_NUMBER = re.compile(r"^(\d{1,2}|[A-Z]|[IVX]{1,5})((?:\.\d{1,2})*)\.?\s+\S")
_CAPTION = re.compile(r"^(Figure|Fig\.|Table|Algorithm|Listing|Scheme)\s*\d+[.:]?")
_BULLETS = frozenset("•·◦▪∗*–—‣■○●►▶▸◆")
_MARKER = re.compile(rf"^([{''.join(sorted(_BULLETS))}]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)])(?:\s+|$)")
_LARGER = 1.12
"""Times the body's size: larger type is a heading."""
_TITLE = 1.4
_SMALLER = 0.9
_INDENT = 0.8
"""em: a line that begins farther right begins a paragraph."""
_WIDE_GAP = 1.45
"""Times the usual distance of lines: a wider one parts paragraphs."""
_SHORT = 2.5
"""em: a line that ends farther from the edge ends a paragraph."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line or a display of a column, from top to bottom."""

    line: Line
    display: Display | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """Of a page: size of the body, usual distance of lines, and where footnotes may begin (y)."""

    size: float
    leading: float
    notes_from: float


def leading_of(items: Sequence[Item], size: float) -> float:
    """The usual distance of baselines."""
    steps = sorted(
        b.line.baseline - a.line.baseline
        for a, b in pairwise(items)
        if 0.9 * size < b.line.baseline - a.line.baseline < 2.2 * size
    )
    return steps[len(steps) // 2] if steps else 1.2 * size


def blocks_of(items: Sequence[Item], column: Column, measures: Measures) -> list[Block]:
    """The blocks of one column."""
    found: list[Block] = []
    for index, item in enumerate(items):
        if item.display is not None:
            found.append(_display(item))
            continue
        previous = items[index - 1] if index else None
        kind, marker, level = _kind(item.line, column, measures)
        if found and _continues(found[-1], previous, item.line, kind, column, measures):
            found[-1] = _longer(found[-1], item.line)
        else:
            found.append(_block(kind, item.line, marker, level))
    return [
        unmarked(block) for block in found if any(_has_ink(p) for line in block.lines for p in line.pieces)
    ]


def _display(item: Item) -> Block:
    assert item.display is not None
    display = item.display
    line = replace(item.line, pieces=(display.formula,), box=display.formula.box)
    return Block("display", display.formula.box, (line,), number=display.number)


def _block(kind: BlockKind, line: Line, marker: str, level: int) -> Block:
    return Block(kind, line.box, (line,), level, marker)


def _longer(block: Block, line: Line) -> Block:
    return replace(block, lines=(*block.lines, line), box=around([block.box, line.box]))


def _kind(line: Line, column: Column, measures: Measures) -> tuple[BlockKind, str, int]:
    """What a line would begin, with its marker and level."""
    text = line.text
    size = line.size
    first = line.pieces[0] if line.pieces else None
    marker = _MARKER.match(first.text.lstrip()) if isinstance(first, TextPiece) else None
    if size >= _TITLE * measures.size:
        return "title" if size >= 1.55 * measures.size else "heading", "", 1
    heading = _heading_level(line, measures)
    if heading:
        return "heading", "", heading
    if _CAPTION.match(text):
        return "caption", "", 0
    if size < _SMALLER * measures.size and line.box.y0 > measures.notes_from:
        return "footnote", _note_marker(line), 0
    indented = line.box.x0 > column.left + 0.3 * measures.size
    if marker and indented and _is_centred(line, column) and marker.group(1)[:1].isdigit():
        return "heading", "", 1
    if marker and (indented or marker.group(1) in _BULLETS):
        depth = int((line.box.x0 - column.left) / (2.4 * measures.size)) if marker.group(1) in _BULLETS else 0
        return "item", marker.group(1), max(0, min(3, depth))
    return "paragraph", "", 0


def _is_centred(line: Line, column: Column) -> bool:
    """Whether a line stands in the middle of its column, well off its edges."""
    left, right = line.box.x0 - column.left, column.right - line.box.x1
    return min(left, right) > 3 * line.size and abs(left - right) < 1.5 * line.size


def _heading_level(line: Line, measures: Measures) -> int:
    """1 to 4 for a heading, 0 for other lines."""
    pieces = [piece for piece in line.pieces if isinstance(piece, TextPiece) and piece.text.strip()]
    if not pieces or len(line.text) > 160 or not any(char.isalpha() for char in line.text):
        return 0
    bold = all(piece.bold for piece in pieces) and len(pieces) == len([p for p in line.pieces if _has_ink(p)])
    larger = line.size >= _LARGER * measures.size
    if not (larger or bold):
        return 0
    numbered = _HEADING_NUMBER.match(line.text)
    if numbered:
        return min(4, 1 + numbered.group(2).count("."))
    if not larger and line.text.rstrip().endswith((".", ":", ",")) and len(line.text) > 60:
        return 0
    return 1 if line.size >= 1.3 * measures.size else 2


def _has_ink(piece: object) -> bool:
    return not isinstance(piece, TextPiece) or bool(piece.text.strip())


def _note_marker(line: Line) -> str:
    first = line.pieces[0] if line.pieces else None
    return first.text.strip() if isinstance(first, TextPiece) and first.raised else ""


def _continues(
    block: Block, previous: Item | None, line: Line, kind: BlockKind, column: Column, measures: Measures
) -> bool:
    """Whether a line goes on with the block before it."""
    if previous is None or previous.display is not None:
        return False
    last = block.lines[-1]
    step = line.baseline - last.baseline
    gap = step > _WIDE_GAP * max(measures.leading, 1.2 * line.size) or step < 0
    if block.kind in ("title", "heading") or kind in ("title", "heading"):
        same = (
            block.kind == kind and abs(line.size - last.size) < 0.6 and not _HEADING_NUMBER.match(line.text)
        )
        return same and step < 1.7 * line.size
    if block.kind == "item":
        return (
            kind == "paragraph"
            and not gap
            and line.box.x0 > last_text_left(block, column) - 0.3 * measures.size
        )
    if block.kind in ("caption", "footnote"):
        note = kind == "footnote" and not _note_marker(line)
        return not gap and abs(line.size - last.size) < 0.6 and (kind == "paragraph" or note)
    if kind != "paragraph" or gap:
        return False
    indented = (
        line.box.x0 > column.left + _INDENT * measures.size
        and line.box.x0 > last.box.x0 + 0.5 * measures.size
    )
    ended = last.box.x1 < column.right - _SHORT * measures.size and _ends_sentence(last)
    return not indented and not ended


def last_text_left(block: Block, column: Column) -> float:
    """Where an item's further lines may begin."""
    return block.lines[-1].box.x0 if len(block.lines) > 1 else max(column.left + 3, block.lines[0].box.x0)


def _ends_sentence(line: Line) -> bool:
    last = line.pieces[-1] if line.pieces else None
    return isinstance(last, TextPiece) and last.text.rstrip().endswith((".", ":", "!", "?", "∎", "□"))


def unmarked(block: Block) -> Block:
    """An item or footnote without its marker in its text."""
    if not block.marker or not block.lines:
        return block
    first, *rest = block.lines
    pieces = list(first.pieces)
    if pieces and isinstance(pieces[0], TextPiece):
        text = pieces[0].text.lstrip()
        if text.startswith(block.marker):
            pieces[0] = replace(pieces[0], text=text[len(block.marker) :].lstrip())
    kept = tuple(piece for piece in pieces if not isinstance(piece, TextPiece) or piece.text)
    return replace(block, lines=(replace(first, pieces=kept), *rest))
