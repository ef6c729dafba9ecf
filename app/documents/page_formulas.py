"""The formulas of pages that carry their own glyphs, found by the layout, not read yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scipix.app.documents.page_requests import PageFormula, PageFormulas, Region, RegionContent
from scipix.app.documents.pdf import Document
from scipix.app.documents.read import is_digital
from scipix.app.paths import models_dir
from scipix.engine.layout.blocks import Block, FormulaPiece
from scipix.engine.layout.joined import in_one, with_joined_displays
from scipix.engine.layout.page import page_layout
from scipix.engine.recognize.exact import ExactFormula, exact_formula
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, Glyph
from scipix.engine.weights import read_classes, read_manifest


@dataclass(frozen=True, slots=True)
class FormulaFinder:
    """Finds formulas in one document."""

    document: Document
    classes: GlyphClasses

    @classmethod
    def of(cls, document: Document) -> FormulaFinder:
        """With the table beside the weights; raises ModelError."""
        folder = models_dir()
        names, _ = read_classes(read_manifest(folder).model("classes"))
        return cls(document, GlyphClasses.read(folder, names))

    def page(self, number: int) -> PageFormulas:
        """All formulas of a page; one that is a picture is not looked at."""
        ink = self.document.ink(number)
        if not is_digital(ink, self.classes):
            return PageFormulas(number, True, (), looked=False)
        blocks = with_joined_displays(page_layout(ink, self.classes), self.classes).blocks
        pieces = (piece for block in blocks for piece in pieces_of(block))
        return PageFormulas(number, False, tuple(self._formula(piece) for piece in pieces))

    def region(self, request: Region) -> RegionContent:
        """A part of a page as picture and, where all of its glyphs are known, as symbols."""
        width, height = self.document.size(request.page)
        asked = request.box
        area = Box(max(asked.x0, 0.0), max(asked.y0, 0.0), min(asked.x1, width), min(asked.y1, height))
        picture = self.document.picture(request.page, request.dpi, area)
        exact = request.exact or self._exact_in(request.page, area)
        if exact is not None:
            # Not from the resolution: that of large areas is lowered.
            exact = _in_pixels(exact, area, picture.shape[1] / (area.x1 - area.x0))
        return RegionContent(picture, exact)

    def _exact_in(self, number: int, area: Box) -> ExactFormula | None:
        ink = self.document.ink(number)
        if not is_digital(ink, self.classes):
            return None
        glyphs = [glyph for glyph in ink.glyphs if _centre_in(glyph.box, area)]
        return self._exact(glyphs, [rule for rule in ink.rules if _centre_in(rule, area)])

    def _formula(self, piece: FormulaPiece) -> PageFormula:
        return PageFormula(piece.box, self._exact(piece.glyphs, piece.rules))

    def _exact(self, glyphs: Sequence[Glyph], rules: Sequence[Box]) -> ExactFormula | None:
        if not glyphs:
            return None
        exact = exact_formula(glyphs, rules, self.classes)
        return exact if exact.symbols and not exact.unknown else None


def pieces_of(block: Block) -> Iterator[FormulaPiece]:
    """The formulas in a block, in the order of reading; the rows of a display are one."""
    if block.kind == "display" and len(block.lines) > 1:
        yield in_one(block)
        return
    for line in block.all_lines:
        yield from (piece for piece in line.pieces if isinstance(piece, FormulaPiece))


def _centre_in(box: Box, area: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1


def _in_pixels(exact: ExactFormula, area: Box, scale: float) -> ExactFormula:
    """A formula in points of the page, in pixels of the picture of an area."""
    symbols = tuple(replace(one, box=_moved(one.box, area, scale)) for one in exact.symbols)
    upright = tuple(_moved(line, area, scale) for line in exact.upright)
    return replace(exact, symbols=symbols, em=exact.em * scale, upright=upright)


def _moved(box: Box, area: Box, scale: float) -> Box:
    return Box(
        (box.x0 - area.x0) * scale, (box.y0 - area.y0) * scale,
        (box.x1 - area.x0) * scale, (box.y1 - area.y0) * scale,
    )  # fmt: skip
