"""Read the marked glyphs and rules of a typeset page back: the exact box and identity of every symbol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pymupdf

from scipix.app.documents.glyphs import rule_box
from scipix.engine.latex.tree import MODES
from scipix.engine.recognize.relations import Relation
from scipix.models.training.mark_graph import Mark

FloatBox = tuple[float, float, float, float]
_SLOP = 1.0
"""MuPDF enlarges the bounds of text by one point on each side."""
_NATURAL_DELIMITER = 11.0
"""Points: a delimiter of 10 pt type that is lower than this has its natural size."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A typeset formula. ``boxes`` float32 (N, 4) in points on the page, 10 pt type; the rest has length N.

    ``parents`` holds indices (-1 at the root), ``relations`` and ``modes`` indices of Relation and MODES.
    """

    tokens: tuple[str, ...]
    boxes: np.ndarray
    parents: np.ndarray
    relations: np.ndarray
    modes: np.ndarray


@dataclass(slots=True)
class _Piece:
    """Ink of one mark: glyphs as (font, glyph, origin x, origin y, size), their joint box, and rules."""

    glyphs: list[tuple[str, int, float, float, float]]
    boxes: list[FloatBox]
    counts: list[int]
    rules: list[FloatBox]


class Reader:
    """Reads pages of one PDF. Glyph shapes seen alone are remembered for where two share a mark."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pymupdf.open(stream=pdf, filetype="pdf")
        self.shapes: dict[tuple[str, int], FloatBox] = {}

    def layouts(self, marks: dict[int, Sequence[Mark]]) -> Iterator[tuple[int, Layout]]:
        """Layouts of the pages asked for (page number -> its marks); unreadable pages are left out."""
        pieces = {number: self._pieces(self.document[number]) for number in marks}
        for number, page_marks in marks.items():
            layout = self._layout(page_marks, pieces[number])
            if layout is not None:
                yield number, layout

    def picture(self, page: int, dpi: float, pad: int = 0) -> np.ndarray:
        """The page in gray, uint8 (H, W), anti-aliased, black on white."""
        matrix = pymupdf.Matrix(dpi / 72, dpi / 72)
        pixmap = self.document[page].get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY, alpha=False)
        rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
        return rows[:, : pixmap.width].copy()

    def _pieces(self, page: pymupdf.Page) -> dict[int, _Piece]:
        pieces: dict[int, _Piece] = {}
        log = page.get_bboxlog()
        spans: dict[int, list[dict]] = {}
        for span in page.get_texttrace():
            spans.setdefault(span["seqno"], []).append(span)
        for seqno, group in spans.items():
            self._text(pieces, group, log[seqno][1])
        if any(kind.endswith("path") for kind, _ in log):
            for drawing in page.get_drawings():
                color = drawing["color"] or drawing["fill"] or (0.0, 0.0, 0.0)
                _piece(pieces, color).rules.append(rule_box(*log[drawing["seqno"]]))
        return pieces

    def _text(self, pieces: dict[int, _Piece], group: list[dict], bounds: FloatBox) -> None:
        x0, y0, x1, y1 = bounds
        box = (x0 + _SLOP, y0 + _SLOP, x1 - _SLOP, y1 - _SLOP)
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        piece = _piece(pieces, group[0]["color"])
        glyphs = [(span["font"], char[1], *char[2], span["size"]) for span in group for char in span["chars"]]
        piece.glyphs += glyphs
        piece.boxes.append(box)
        piece.counts.append(len(glyphs))
        if len(glyphs) == 1:
            font, glyph, x, y, size = glyphs[0]
            self.shapes[font, glyph] = (
                (box[0] - x) / size, (box[1] - y) / size, (box[2] - x) / size, (box[3] - y) / size,
            )  # fmt: skip

    def _layout(self, marks: Sequence[Mark], pieces: dict[int, _Piece]) -> Layout | None:
        boxes = []
        for mark in marks:
            piece = pieces.get(mark.color)
            box = self._box(mark, piece) if piece else None
            if box is None:
                return None
            boxes.append(box)
        array = np.array(boxes, np.float32)
        relations = np.array([int(mark.relation) for mark in marks], np.int8)
        parents = np.array([mark.parent for mark in marks], np.int16)
        settle_limits(array, parents, relations, [mark.may_stack for mark in marks])
        modes = np.array([_settled_mode(mark, box) for mark, box in zip(marks, boxes, strict=True)], np.int8)
        return Layout(tuple(mark.token for mark in marks), array, parents, relations, modes)

    def _box(self, mark: Mark, piece: _Piece) -> FloatBox | None:
        if mark.part == "rule":
            return union(piece.rules) if piece.rules else None
        if mark.part == "glyphs":
            return union(piece.boxes) if piece.boxes else None
        if mark.part == "all":
            return union(piece.boxes + piece.rules)
        if len(piece.glyphs) != 2:
            return None
        if piece.counts == [1, 1]:
            return piece.boxes[0 if mark.part == "first" else 1]
        font, glyph, x, y, size = piece.glyphs[0 if mark.part == "first" else -1]
        shape = self.shapes.get((font, glyph))
        if shape is None:
            return None
        return (x + shape[0] * size, y + shape[1] * size, x + shape[2] * size, y + shape[3] * size)


def _piece(pieces: dict[int, _Piece], color: Sequence[float]) -> _Piece:
    digits = [round(channel * 255) for channel in color] if len(color) == 3 else [0, 0, 0]
    return pieces.setdefault(digits[0] * 100 + digits[1] * 10 + digits[2], _Piece([], [], [], []))


def union(boxes: Sequence[FloatBox]) -> FloatBox:
    """The smallest box around all."""
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def settle_limits(
    boxes: np.ndarray, parents: np.ndarray, relations: np.ndarray, may_stack: Sequence[bool]
) -> None:
    """Scripts that TeX set under and over their operator become BELOW and ABOVE, in place."""
    stacked = {int(Relation.SUB): Relation.BELOW, int(Relation.SUP): Relation.ABOVE}
    for child, (parent, relation) in enumerate(zip(parents, relations, strict=True)):
        if int(relation) in stacked and may_stack[parent] and boxes[child, 0] < boxes[parent, 2] - 0.2:
            relations[child] = stacked[int(relation)]


def _settled_mode(mark: Mark, box: FloatBox) -> int:
    """A delimiter that ``\\left`` did not enlarge has no mode."""
    if mark.mode in ("left", "right", "middle") and box[3] - box[1] < _NATURAL_DELIMITER:
        return 0
    return MODES.index(mark.mode)  # type: ignore[arg-type]
