"""The formulas of scanned pages, found as a conversion finds them, not read yet."""

from __future__ import annotations

from dataclasses import dataclass

import cv2

from scipix.app.documents.convert import glyph_classes
from scipix.app.documents.page_formulas import pieces_of
from scipix.app.documents.page_requests import PageFormula, PageFormulas
from scipix.app.documents.pdf import Document
from scipix.app.documents.read import PageReader
from scipix.app.documents.scan import StraightPage
from scipix.app.paths import models_dir
from scipix.app.service import open_service
from scipix.engine.errors import EngineError
from scipix.engine.layout.blocks import FormulaPiece


@dataclass(frozen=True, slots=True)
class ScanFinder:
    """Finds formulas in the pictures of one document's pages; ``reader`` reads no lines of text."""

    reader: PageReader

    @classmethod
    def of(cls, document: Document, provider: str | None) -> ScanFinder:
        """With the models loaded on a provider; raises ModelError, ProviderError."""
        return cls(PageReader(document, open_service(provider).recognizer, glyph_classes(models_dir())))

    def page(self, number: int) -> PageFormulas:
        """All formulas of a page, where they are on it, each with the picture that is to be read."""
        page = self.reader.straight_page(number)
        pieces = (piece for block in page.layout.blocks for piece in pieces_of(block))
        return PageFormulas(number, True, tuple(_formula(page, piece) for piece in pieces), looked=True)


def _formula(page: StraightPage, piece: FormulaPiece) -> PageFormula:
    done, content = cv2.imencode(".png", page.formula(piece))
    if not done:
        raise EngineError("Picture cannot be kept", "It cannot be written as PNG.")
    return PageFormula(page.place(piece.box), None, content.tobytes())
