"""Pages -> results: from the glyphs where the page carries its own, from its picture elsewhere."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from scipix.app.documents.judging import Judge, raw
from scipix.app.documents.ocr import LineReader
from scipix.app.documents.pdf import Document
from scipix.app.documents.results import (
    Formula,
    Inline,
    PageBlock,
    PageResult,
    Text,
    TextLine,
)
from scipix.app.documents.scan import ScanReader, StraightPage
from scipix.app.service import FormulaRecognizer
from scipix.engine.errors import EngineError, NoFormulaError
from scipix.engine.layout.blocks import Block, FormulaPiece, Line, PageLayout, TextPiece
from scipix.engine.layout.furniture import EdgeLine, edge_lines, furniture
from scipix.engine.layout.page import page_layout
from scipix.engine.layout.segments import body_size
from scipix.engine.recognize.exact import around, exact_formula
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, Checkpoint, PageInk, Recognition, uninterrupted

Mode: TypeAlias = Literal["auto", "digital", "scanned"]
_LEAST_GLYPHS = 12
_NAMED = 0.8
"""Share of the glyphs that must be known for a page to be read from them."""
_COVERED = 0.6
"""Share of a page that a scan's picture covers at least."""
_SCAN_TEXT = 0.3
_ALL_FURNITURE = 0.6
"""A page that has little besides what its neighbours have too is read as it is."""
FORMULA_DPI = 200.0
_MARGIN = 2.0
"""Points around the picture of a formula."""
_READINGS = 5
"""How far the best one is ahead of the others tells how sure it is."""
_NEIGHBOURS = (-2, -1, 1, 2)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?![\w.])")
_BREAKS_AFTER = ("=", "+", "-", "<", ">", r"\leq", r"\geq", r"\in", r"\rightarrow", r"\times", r"\cdot", ",",
                 r"\sim", r"\approx", r"\equiv", r"\subset", r"\subseteq", r"\neq", r"\pm")  # fmt: skip


@dataclass(slots=True)
class PageReader:
    """Reads the pages of one document, one after the other. The thread of the engine and of MuPDF.

    ``lines`` reads the text of scanned pages; without it the symbols seen have to do. ``judge`` tells how
    probably a formula is right.
    """

    document: Document
    recognizer: FormulaRecognizer
    classes: GlyphClasses
    lines: LineReader | None = None
    judge: Judge = raw
    _edges: dict[int, tuple[EdgeLine, ...]] = field(default_factory=dict)
    _sizes: dict[int, float] = field(default_factory=dict)

    def read(self, number: int, mode: Mode = "auto", checkpoint: Checkpoint = uninterrupted) -> PageResult:
        """One page (from 0); raises DocumentError and what ``checkpoint`` raises."""
        start = time.perf_counter()
        ink = self.document.ink(number)
        digital = mode == "digital" or (mode == "auto" and is_digital(ink, self.classes))
        page = None if digital else self.straight_page(number, checkpoint)
        layout = page.layout if page else self._digital(number, ink)
        finder = _Finder(self.document, self.recognizer, self.classes, self.judge, number, checkpoint, page)
        blocks = tuple(_unbroken(finder.block(block)) for block in layout.blocks)
        spent = time.perf_counter() - start
        source: Literal["digital", "scanned"] = "digital" if digital else "scanned"
        return PageResult(number, ink.width, ink.height, source, blocks, spent)

    def _digital(self, number: int, ink: PageInk) -> PageLayout:
        beside = [
            self._edge(other) for step in _NEIGHBOURS if 0 <= (other := number + step) < len(self.document)
        ]
        left_out = furniture(self._edge(number, ink), beside)
        if len(left_out) > _ALL_FURNITURE * len(ink.glyphs):
            left_out = frozenset()
        return page_layout(ink, self.classes, left_out, self._body_size(number, ink))

    def straight_page(self, number: int, checkpoint: Checkpoint = uninterrupted) -> StraightPage:
        """The layout of a page from its picture, its formulas not read yet."""
        picture = self.document.picture(number, FORMULA_DPI)
        points = self.document.size(number)[0] / picture.shape[1]
        return ScanReader(self.recognizer, self.classes, self.lines).read(picture, points, checkpoint)

    def _edge(self, number: int, ink: PageInk | None = None) -> tuple[EdgeLine, ...]:
        """The outermost lines of a page, kept for its neighbours; of a damaged one none."""
        if number not in self._edges:
            try:
                self._edges[number] = edge_lines(ink or self.document.ink(number))
            except EngineError:
                self._edges[number] = ()
        return self._edges[number]

    def _body_size(self, number: int, ink: PageInk) -> float:
        """The size of most letters on this page and those read before it."""
        counts = sum(glyph.text.isalpha() for glyph in ink.glyphs)
        size = body_size(ink.glyphs)
        self._sizes[round(size * 10)] = self._sizes.get(round(size * 10), 0) + counts
        common = max(self._sizes, key=lambda key: self._sizes[key]) / 10
        return common if counts < 400 else size


def is_digital(ink: PageInk, classes: GlyphClasses) -> bool:
    """Whether a page carries its text as glyphs that are known; a blank page does."""
    if len(ink.glyphs) < _LEAST_GLYPHS:
        return not ink.pictures and len(ink.drawings) < _LEAST_GLYPHS
    known = sum(bool(glyph.text) or classes.token(glyph) is not None for glyph in ink.glyphs)
    covered = max(((p.x1 - p.x0) * (p.y1 - p.y0) for p in ink.pictures), default=0.0)
    scan = covered > _COVERED * ink.width * ink.height and len(ink.glyphs) < 200 * _SCAN_TEXT
    return known >= _NAMED * len(ink.glyphs) and not scan


@dataclass(frozen=True, slots=True)
class _Finder:
    """Reads the formulas of one page."""

    document: Document
    recognizer: FormulaRecognizer
    classes: GlyphClasses
    judge: Judge
    number: int
    checkpoint: Checkpoint
    page: StraightPage | None

    def block(self, block: Block) -> PageBlock:
        picture = f"page-{self.number + 1:04}-{round(block.box.y0)}-{round(block.box.x0)}.png"
        return PageBlock(
            block.kind, self._place(block.box), tuple(self.line(line) for line in block.lines), block.level,
            block.marker, block.number, tuple(tuple(self.line(cell) for cell in row) for row in block.rows),
            picture if block.kind == "figure" else "",
        )  # fmt: skip

    def line(self, line: Line) -> TextLine:
        return TextLine(tuple(self._piece(piece) for piece in line.pieces), self._place(line.box))

    def _piece(self, piece: TextPiece | FormulaPiece) -> Inline:
        box = self._place(piece.box)
        if isinstance(piece, TextPiece):
            return Text(piece.text, box, piece.bold, piece.italic, piece.mono, piece.raised)
        self.checkpoint()
        try:
            found = self._recognition(piece)
        except NoFormulaError:
            return Formula("", box, 0.0)
        return Formula(found.latex, box, self.judge(found))

    def _place(self, box: Box) -> Box:
        return self.page.place(box) if self.page else box

    def _recognition(self, piece: FormulaPiece) -> Recognition:
        """From the glyphs where the page carries them and all are known; else from the picture."""
        if self.page is not None:
            return self._seen(self.page.formula(piece))
        exact = exact_formula(piece.glyphs, piece.rules, self.classes)
        if exact.symbols and not exact.unknown:
            return self.recognizer.read_symbols(exact, alternatives=_READINGS, checkpoint=self.checkpoint)
        box = piece.box
        clip = Box(box.x0 - _MARGIN, box.y0 - _MARGIN, box.x1 + _MARGIN, box.y1 + _MARGIN)
        return self._seen(self.document.picture(self.number, FORMULA_DPI, clip))

    def _seen(self, picture: NDArray[np.uint8]) -> Recognition:
        return self.recognizer.recognize(picture, alternatives=_READINGS, checkpoint=self.checkpoint)


def _unbroken(block: PageBlock) -> PageBlock:
    """A block whose formulas that a line's end broke are whole again, on the upper line."""
    lines = list(block.lines)
    for index in range(len(lines) - 1):
        upper, lower = lines[index].pieces, lines[index + 1].pieces
        first, (second, rest) = _last_formula(upper), _first_formula(lower)
        if first is None or second is None or not first.latex.endswith(_BREAKS_AFTER):
            continue
        box = around([first.box, second.box])
        whole = Formula(_joined(first.latex, second.latex), box, min(first.confidence, second.confidence))
        lines[index] = replace(lines[index], pieces=(*_without_last(upper), whole))
        lines[index + 1] = replace(lines[index + 1], pieces=rest)
    return replace(block, lines=tuple(lines))


def _first_formula(pieces: tuple[Inline, ...]) -> tuple[Formula | None, tuple[Inline, ...]]:
    """The formula that begins a line, and the rest; a number is one where it goes on with another."""
    if not pieces:
        return None, ()
    text = pieces[0]
    if isinstance(text, Formula):
        return text, pieces[1:]
    number = _NUMBER.match(text.text)
    if number is None or text.raised:
        return None, pieces
    width = (text.box.x1 - text.box.x0) * len(number.group()) / max(1, len(text.text))
    box = replace(text.box, x1=text.box.x0 + width)
    rest = replace(text, text=text.text[number.end() :], box=replace(text.box, x0=box.x1))
    return Formula(number.group(1), box, 1.0), (rest, *pieces[1:])


def _last_formula(pieces: Sequence[Inline]) -> Formula | None:
    """The formula that ends a line."""
    kept = [piece for piece in pieces if isinstance(piece, Formula) or piece.text.strip()]
    return kept[-1] if kept and isinstance(kept[-1], Formula) else None


def _without_last(pieces: Sequence[Inline]) -> tuple[Inline, ...]:
    last = max(index for index, piece in enumerate(pieces) if isinstance(piece, Formula))
    return tuple(pieces[:last])


def _joined(a: str, b: str) -> str:
    return f"{a} {b}" if a[-1:].isalpha() and b[:1].isalpha() else a + b
