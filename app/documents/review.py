"""Formulas that a person should compare with the page, marked for the writers; each marks them in its way."""

from __future__ import annotations

from dataclasses import replace

from scipix.app.documents.results import (
    DOUBTFUL,
    DocumentResult,
    Formula,
    Inline,
    PageBlock,
    PageResult,
    TextLine,
)


def marked(document: DocumentResult) -> DocumentResult:
    """The document with its doubtful formulas marked."""
    return replace(document, pages=tuple(_page(page) for page in document.pages))


def note(formula: Formula) -> str:
    """What a mark says."""
    return f"review: confidence {formula.confidence:.2f}"


def _page(page: PageResult) -> PageResult:
    return replace(page, blocks=tuple(_block(block) for block in page.blocks))


def _block(block: PageBlock) -> PageBlock:
    lines = tuple(_line(line) for line in block.lines)
    return replace(block, lines=lines, rows=tuple(tuple(_line(cell) for cell in row) for row in block.rows))


def _line(line: TextLine) -> TextLine:
    return replace(line, pieces=tuple(_piece(piece) for piece in line.pieces))


def _piece(piece: Inline) -> Inline:
    if isinstance(piece, Formula) and piece.confidence < DOUBTFUL:
        return replace(piece, marked=True)
    return piece
