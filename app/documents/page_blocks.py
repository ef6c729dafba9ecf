"""Blocks of a page with their formulas read, from glyphs where the page carries them, else from pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from scipix.app.documents.display_rows import DisplayRow, as_one_display, centred
from scipix.app.documents.judging import Judge
from scipix.app.documents.pdf import Document
from scipix.app.documents.results import Formula, Inline, PageBlock, Text, TextLine
from scipix.app.documents.scan import StraightPage
from scipix.app.service import FormulaRecognizer
from scipix.engine.errors import NoFormulaError
from scipix.engine.layout.blocks import Block, FormulaPiece, Line, TextPiece
from scipix.engine.layout.joined import has_columns, in_one
from scipix.engine.recognize.exact import exact_formula
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, Checkpoint, Recognition

FORMULA_DPI = 200.0
_MARGIN = 2.0
"""Points around the picture of a formula."""
_READINGS = 5
"""How far the best one is ahead of the others tells how sure it is."""
_Found: TypeAlias = tuple[Recognition | None, bool]
"""What a formula says, None if nothing; and whether its boxes are places on the page."""


@dataclass(frozen=True, slots=True)
class BlockReader:
    """Reads the formulas of one page; ``page`` is None where it is read from its glyphs."""

    document: Document
    recognizer: FormulaRecognizer
    classes: GlyphClasses
    judge: Judge
    number: int
    checkpoint: Checkpoint
    page: StraightPage | None
    _known: dict[int, _Found] = field(default_factory=dict)
    """What was read ahead, by the identity of its piece."""

    def read_ahead(self, blocks: Sequence[Block]) -> None:
        """Read the formulas of these blocks, to have them when they are asked for."""
        for block in blocks:
            if block.kind == "display" and len(block.lines) > 1 and has_columns(block):
                continue  # it is read all at once
            for line in block.all_lines:
                for piece in line.pieces:
                    if isinstance(piece, FormulaPiece):
                        self._known[id(piece)] = self._read(piece)

    def block(self, block: Block) -> PageBlock:
        if block.kind == "display" and len(block.lines) > 1:
            return self._display(block)
        picture = f"page-{self.number + 1:04}-{round(block.box.y0)}-{round(block.box.x0)}.png"
        return PageBlock(
            block.kind, self._place(block.box), tuple(self.line(line) for line in block.lines), block.level,
            block.marker, block.number, tuple(tuple(self.line(cell) for cell in row) for row in block.rows),
            picture if block.kind == "figure" else "",
        )  # fmt: skip

    def _display(self, block: Block) -> PageBlock:
        """A display of several rows, as one formula: row by row, or all at once where rows have columns."""
        formula = self._all_at_once(block) if has_columns(block) else None
        formula = formula or self._row_by_row(block)
        line = TextLine((formula,), formula.box)
        return PageBlock("display", formula.box, (line,), number=block.number)

    def _all_at_once(self, block: Block) -> Formula | None:
        found, _ = self._read(in_one(block))
        box = self._place(block.box)
        return Formula(centred(found.latex), box, self.judge(found)) if found else None

    def _row_by_row(self, block: Block) -> Formula:
        pieces = [piece for line in block.lines for piece in line.pieces if isinstance(piece, FormulaPiece)]
        rows, confidence = [], 1.0
        for piece in pieces:
            found, on_page = self._read(piece)
            latex, tokens = (found.latex, found.tokens) if found else ("", ())
            rows.append(DisplayRow(latex, tokens if on_page else (), piece.box))
            confidence = min(confidence, self.judge(found) if found else 0.0)
        return Formula(as_one_display(rows, block.lines[0].size), self._place(block.box), confidence)

    def line(self, line: Line) -> TextLine:
        return TextLine(tuple(self._piece(piece) for piece in line.pieces), self._place(line.box))

    def _piece(self, piece: TextPiece | FormulaPiece) -> Inline:
        box = self._place(piece.box)
        if isinstance(piece, TextPiece):
            return Text(piece.text, box, piece.bold, piece.italic, piece.mono, piece.raised)
        found, _ = self._read(piece)
        return Formula(found.latex, box, self.judge(found)) if found else Formula("", box, 0.0)

    def _read(self, piece: FormulaPiece) -> _Found:
        known = self._known.get(id(piece))
        if known is not None:
            return known
        self.checkpoint()
        try:
            return self._recognition(piece)
        except NoFormulaError:
            return None, False

    def _place(self, box: Box) -> Box:
        return self.page.place(box) if self.page else box

    def _recognition(self, piece: FormulaPiece) -> tuple[Recognition, bool]:
        """From the glyphs where the page carries them and all are known, or from what was seen of a scan;
        else from the picture.
        """
        if self.page is not None:
            seen = self.page.seen_formula(piece)
            return self.recognizer.read_seen(seen, alternatives=_READINGS, checkpoint=self.checkpoint), False
        exact = exact_formula(piece.glyphs, piece.rules, self.classes)
        if exact.symbols and not exact.unknown:
            answer = self.recognizer.read_symbols(exact, alternatives=_READINGS, checkpoint=self.checkpoint)
            return answer, True
        box = piece.box
        clip = Box(box.x0 - _MARGIN, box.y0 - _MARGIN, box.x1 + _MARGIN, box.y1 + _MARGIN)
        return self._seen(self.document.picture(self.number, FORMULA_DPI, clip)), False

    def _seen(self, picture: NDArray[np.uint8]) -> Recognition:
        return self.recognizer.recognize(picture, alternatives=_READINGS, checkpoint=self.checkpoint)
