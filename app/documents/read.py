"""Pages -> results: from the glyphs where the page carries its own, from its picture elsewhere."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, TypeAlias

from scipix.app.documents.beside import result_of, running
from scipix.app.documents.freed import give_back
from scipix.app.documents.judging import Judge, raw
from scipix.app.documents.ocr import LineReader
from scipix.app.documents.page_blocks import FORMULA_DPI, BlockReader
from scipix.app.documents.pdf import Document
from scipix.app.documents.results import (
    PageResult,
)
from scipix.app.documents.scan import ScanReader, StraightPage
from scipix.app.documents.unbroken import unbroken
from scipix.app.service import FormulaRecognizer
from scipix.engine.errors import EngineError
from scipix.engine.layout.blocks import PageLayout
from scipix.engine.layout.furniture import EdgeLine, edge_lines, furniture
from scipix.engine.layout.joined import with_joined_displays
from scipix.engine.layout.page import page_layout
from scipix.engine.layout.segments import body_size
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Checkpoint, PageInk, uninterrupted

Mode: TypeAlias = Literal["auto", "digital", "scanned"]
_LEAST_GLYPHS = 12
_NAMED = 0.8
"""Share of the glyphs that must be known for a page to be read from them."""
_COVERED = 0.6
"""Share of a page that a scan's picture covers at least."""
_SCAN_TEXT = 0.3
_ALL_FURNITURE = 0.6
"""A page that has little besides what its neighbours have too is read as it is."""
_NEIGHBOURS = (-2, -1, 1, 2)


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
        formulas = BlockReader(
            self.document, self.recognizer, self.classes, self.judge, number, checkpoint, page
        )
        layout = self._scanned(page, formulas, checkpoint) if page else self._digital(number, ink)
        blocks = tuple(unbroken(formulas.block(block)) for block in layout.blocks)
        spent = time.perf_counter() - start
        source: Literal["digital", "scanned"] = "digital" if digital else "scanned"
        return PageResult(number, ink.width, ink.height, source, blocks, spent)

    def _scanned(self, page: StraightPage, formulas: BlockReader, checkpoint: Checkpoint) -> PageLayout:
        """The layout with its words, read while the formulas are: these keep no more than one core busy."""
        with running(partial(self._scans.with_words, page)) as words:
            formulas.read_ahead(page.layout.blocks)
            return result_of(words, checkpoint)

    def _digital(self, number: int, ink: PageInk) -> PageLayout:
        beside = [
            self._edge(other) for step in _NEIGHBOURS if 0 <= (other := number + step) < len(self.document)
        ]
        left_out = furniture(self._edge(number, ink), beside)
        if len(left_out) > _ALL_FURNITURE * len(ink.glyphs):
            left_out = frozenset()
        layout = page_layout(ink, self.classes, left_out, self._body_size(number, ink))
        return with_joined_displays(layout, self.classes)

    def straight_page(self, number: int, checkpoint: Checkpoint = uninterrupted) -> StraightPage:
        """The layout of a page from its picture, neither its formulas nor its words read yet."""
        give_back()  # what the page before took
        picture = self.document.picture(number, FORMULA_DPI)
        self.document.forget_pictures()
        points = self.document.size(number)[0] / picture.shape[1]
        return self._scans.read(picture, points, checkpoint)

    @property
    def _scans(self) -> ScanReader:
        return ScanReader(self.recognizer, self.classes, self.lines)

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
