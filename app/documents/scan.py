"""Scanned pages: put straight, their symbols seen, laid out like pages that carry their glyphs.

The detector of formulas sees every symbol of the page, letters of the text included, so the same layout tells
text from formulas. The words are then read again by a reader of text lines, which knows languages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.app.documents.ocr import LineReader
from scipix.app.service import FormulaRecognizer
from scipix.engine.layout.blocks import Block, FormulaPiece, Line, PageLayout, Piece, TextPiece
from scipix.engine.layout.furniture import edge_lines, furniture
from scipix.engine.layout.page import page_layout
from scipix.engine.layout.parts import large_parts
from scipix.engine.layout.seen import seen_ink, with_seen
from scipix.engine.layout.skew import page_angle, straight, turning
from scipix.engine.layout.structure import unmarked
from scipix.engine.preprocess.pipeline import clean
from scipix.engine.preprocess.specks import without_specks
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.recognize.page_formulas import SeenFormula
from scipix.engine.recognize.page_symbols import SeenPage, SeenSymbol
from scipix.engine.types import Box, Checkpoint

_MARGIN = 1.5
"""Points around a formula or a piece of text."""
_BELIEVED = 0.6
"""The reader of lines is believed from this probability on; below, the symbols are."""
_SURE = 0.8
"""Probability of a symbol's class from which on it needs no second opinion."""
_SHORT = 2
"""Letters: shorter pieces are left to the symbols."""


@dataclass(frozen=True, slots=True, eq=False)
class StraightPage:
    """A scanned page put straight.

    ``gray`` is its picture (HxW uint8), ``points`` the size of its pixels, ``symbols`` the boxes of all that
    was seen (points), ``back`` (2x3) leads from places on it to those on the page as it is.
    """

    layout: PageLayout
    gray: NDArray[np.uint8]
    points: float
    symbols: tuple[SeenSymbol, ...]
    back: NDArray[np.float64]
    seen: SeenPage

    def seen_formula(self, piece: FormulaPiece) -> SeenFormula:
        """A formula with the symbols that the page showed of it, and what is doubtful among them."""
        left, top = self._corner(piece.box)
        own = {glyph.box for glyph in piece.glyphs} | set(piece.rules)
        mine = [number for number, one in enumerate(self.symbols) if one.box in own]
        found, cut = self.seen.found, self.formula(piece)
        doubtful = np.arange(len(self.symbols), len(found))
        middles = (found.boxes[doubtful, :2] + found.boxes[doubtful, 2:]) / 2 - (left, top)
        inside = ((middles > 0) & (middles < (cut.shape[1], cut.shape[0]))).all(1)
        rows = np.concatenate([np.array(mine, np.intp), doubtful[inside]])
        rows = rows[np.argsort(found.boxes[rows, 0] + found.boxes[rows, 2], kind="stable")]
        part = found.only(rows)
        return SeenFormula(
            cut, replace(part, boxes=part.boxes - np.array([left, top, left, top], np.float32)), self.seen.em
        )

    def formula(self, piece: FormulaPiece) -> NDArray[np.uint8]:
        """The picture of a formula, all that does not belong to it made white."""
        box = piece.box
        own = [glyph.box for glyph in piece.glyphs] + list(piece.rules)
        cut = self._cut(box).copy()
        left, top = self._corner(box)
        for other in (symbol.box for symbol in self.symbols):
            if _overlap(other, box, _MARGIN) and not any(_overlap(other, mine, -0.3) for mine in own):
                x0, y0, x1, y1 = (
                    round(edge / self.points) for edge in (other.x0, other.y0, other.x1, other.y1)
                )
                cut[
                    max(0, y0 - 1 - top) : max(0, y1 + 1 - top), max(0, x0 - 1 - left) : max(0, x1 + 1 - left)
                ] = 255
        return cut

    def text(self, box: Box) -> NDArray[np.uint8]:
        """The picture of a piece of text."""
        return self._cut(box)

    def is_doubtful(self, piece: TextPiece) -> bool:
        """Whether a piece of text is worth reading again: headings and small type, and what is not sure."""
        if piece.raised or sum(char.isalnum() for char in piece.text) < _SHORT:
            return False
        own = [one for one in self.symbols if _overlap(one.box, piece.box, -0.5)]
        common = sum(0.9 < one.size < 1.12 for one in own if one.size)
        sure = [one for one in own if one.probability >= _SURE]
        return common < 0.8 * sum(one.size > 0 for one in own) or len(sure) < len(own)

    def place(self, box: Box) -> Box:
        """Where a box of the straight page is on the page as it is."""
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        there = self.back @ (x, y, 1.0)
        dx, dy = float(there[0]) - x, float(there[1]) - y
        return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)

    def _corner(self, box: Box) -> tuple[int, int]:
        return max(0, round((box.x0 - _MARGIN) / self.points)), max(
            0, round((box.y0 - _MARGIN) / self.points)
        )

    def _cut(self, box: Box) -> NDArray[np.uint8]:
        left, top = self._corner(box)
        right, bottom = round((box.x1 + _MARGIN) / self.points), round((box.y1 + _MARGIN) / self.points)
        return self.gray[top : max(top + 2, bottom), left : max(left + 2, right)]


def _overlap(a: Box, b: Box, slack: float) -> bool:
    return a.x0 < b.x1 + slack and b.x0 < a.x1 + slack and a.y0 < b.y1 + slack and b.y0 < a.y1 + slack


@dataclass(frozen=True, slots=True)
class ScanReader:
    """Reads the layout of scanned pages; ``lines`` is None where no reader of text is installed."""

    recognizer: FormulaRecognizer
    classes: GlyphClasses
    lines: LineReader | None

    def read(self, picture: NDArray[np.uint8], points: float, checkpoint: Checkpoint) -> StraightPage:
        """A page from its picture (RGB), pixels of size ``points``; its text is what the symbols say."""
        gray = without_specks(clean(picture))
        angle = page_angle(gray)
        gray = straight(gray, angle, 255.0).astype(np.uint8)
        checkpoint()
        seen = self.recognizer.see_page(gray, checkpoint)
        symbols = [replace(one, box=_scaled(one.box, points)) for one in seen.symbols]
        height, width = gray.shape[0] * points, gray.shape[1] * points
        ink = seen_ink(symbols, seen.em * points, width, height)
        drawings, rules = large_parts(gray, seen.em, points)
        ink = replace(ink, drawings=drawings, rules=(*ink.rules, *rules))
        layout = page_layout(ink, with_seen(self.classes), furniture(edge_lines(ink), ()))
        back = np.asarray(cv2.invertAffineTransform(turning(width, height, angle)), np.float64)
        return StraightPage(layout, gray, points, tuple(symbols), back, seen)

    def with_words(self, page: StraightPage, checkpoint: Checkpoint) -> PageLayout:
        """The layout with the words as the reader of lines reads them; its formulas are the same objects."""
        if self.lines is None:
            return page.layout
        wanted = [piece for piece in _texts(page.layout) if page.is_doubtful(piece)]
        answers = self.lines.read([page.text(piece.box) for piece in wanted], checkpoint)
        better = {
            id(piece): _like(piece.text, text)
            for piece, (text, score) in zip(wanted, answers, strict=True)
            if score >= _BELIEVED and text.strip()
        }
        blocks = tuple(_block(block, better) for block in page.layout.blocks)
        return replace(page.layout, blocks=blocks)


def _scaled(box: Box, points: float) -> Box:
    return Box(box.x0 * points, box.y0 * points, box.x1 * points, box.y1 * points)


def _texts(layout: PageLayout) -> Iterable[TextPiece]:
    for block in layout.blocks:
        for line in block.all_lines:
            yield from (piece for piece in line.pieces if isinstance(piece, TextPiece))


def _like(seen: str, read: str) -> str:
    """What was read, with the blanks that stand around it."""
    lead = " " if seen[:1].isspace() else ""
    return lead + read.strip() + (" " if seen[-1:].isspace() else "")


def _block(block: Block, better: dict[int, str]) -> Block:
    rows = tuple(tuple(_line(cell, better) for cell in row) for row in block.rows)
    return unmarked(replace(block, lines=tuple(_line(line, better) for line in block.lines), rows=rows))


def _line(line: Line, better: dict[int, str]) -> Line:
    return replace(line, pieces=tuple(_piece(piece, better) for piece in line.pieces))


def _piece(piece: Piece, better: dict[int, str]) -> Piece:
    if isinstance(piece, TextPiece) and id(piece) in better:
        return replace(piece, text=better[id(piece)])
    return piece
