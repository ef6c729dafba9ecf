"""The ink of a PDF page as the file names it: glyphs with their fonts and names, rules, pictures.

MuPDF's trace gives each glyph's number and origin. Its name and its exact ink come from the embedded font,
where one is; so they are right also for fonts that say nothing about Unicode, as TeX's do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pymupdf

from scipix.engine.types import Box, Glyph, PageInk

_mupdf: Any = pymupdf.mupdf

_RULE_THICKNESS = 2.5
"""Points: a bar that is thicker is a drawing."""
_BACKGROUND = 0.7
"""A path that covers more than this share of the page is its background."""
_LETTER_INK = (0.05, -0.2, 0.45, 0.65)
"""em: what to take for a glyph's ink where its font is not at hand: left, below, right, above."""
_INVISIBLE = 3
_UPRIGHT = 0.999
"""Cosine: text that runs in another direction is left out."""
_LONGEST_NAME = 31
"""Letters: MuPDF's trace cuts longer names of fonts."""
_REPLACEMENT = 0xFFFD
_STRETCHED = 0.1
"""Share by which height and width differ; fonts that TeX expands do by less."""
Place = tuple[int, int]
"""A glyph's origin in tenths of a point."""
FloatBox = tuple[float, float, float, float]


class GlyphReader:
    """Reads the pages of one open document; fonts that were read once are kept. One thread at a time."""

    def __init__(self, document: pymupdf.Document) -> None:
        self._document = document
        self._fonts: dict[str, _Font] = {}

    def read(self, number: int) -> PageInk:
        """The ink of a page (from 0)."""
        page = self._document[number]
        fonts = self._fonts_of(page)
        # MuPDF tells places as if the page were not turned.
        turn = page.rotation_matrix
        glyphs = tuple(_glyphs(page.get_texttrace(), fonts, turn, _stretched(page)))
        rules, pictures, drawings = _paths(page.get_bboxlog(), page.rect, turn)
        return PageInk(page.rect.width, page.rect.height, glyphs, rules, pictures, drawings)

    def invisible(self, number: int) -> int:
        """How many characters of a page are there for searching only, as over a scan."""
        spans = self._document[number].get_texttrace()
        return sum(len(span["chars"]) for span in spans if span["type"] == _INVISIBLE)

    def _fonts_of(self, page: pymupdf.Page) -> Mapping[str, _Font]:
        """The fonts by the names that the trace uses: with and without the tag of a subset."""
        found: dict[str, _Font] = {}
        for xref, _, kind, full, *_ in page.get_fonts(full=True):
            key = f"{xref}"
            if key not in self._fonts:
                self._fonts[key] = _Font(self._document, xref, kind, full)
            for name in (full, plain_name(full)):
                found.setdefault(name[:_LONGEST_NAME], self._fonts[key])
        return found


class _Font:
    """An embedded font: names and ink of its glyphs by number, kept once asked for."""

    def __init__(self, document: pymupdf.Document, xref: int, kind: str, full_name: str) -> None:
        self.name = plain_name(full_name)
        self._face = _face(document, xref, self.name) if kind != "Type3" else None
        self._known: dict[int, tuple[str, FloatBox | None]] = {}

    def glyph(self, number: int) -> tuple[str, FloatBox | None]:
        """Name ('' if unknown) and ink (em, y upwards; None if unknown) of a glyph."""
        if number not in self._known:
            self._known[number] = self._look_up(number)
        return self._known[number]

    def _look_up(self, number: int) -> tuple[str, FloatBox | None]:
        if self._face is None or number < 0:
            return "", None
        box = _mupdf.fz_bound_glyph(self._face, number, _mupdf.FzMatrix())
        name = str(_mupdf.fz_get_glyph_name2(self._face, number))
        return name, (box.x0, box.y0, box.x1, box.y1)


def plain_name(full: str) -> str:
    """A font's name without the six letters and plus that mark a subset."""
    tag, plus, rest = full.partition("+")
    return rest if plus and len(tag) == 6 else full


def _face(document: pymupdf.Document, xref: int, name: str) -> Any:
    """MuPDF's font, from the file or one of the fourteen that every reader has; None for others."""
    content = document.extract_font(xref)[3]
    try:
        if content:
            buffer = _mupdf.fz_new_buffer_from_copied_data(content)
            return _mupdf.fz_new_font_from_buffer(None, buffer, 0, 1)
        return _mupdf.fz_new_base14_font(name)
    except (_mupdf.FzErrorBase, RuntimeError):
        return None


def _stretched(page: pymupdf.Page) -> dict[Place, float]:
    """Where runs of glyphs begin, and their size in the mean of width and height.

    The trace knows their width alone; but some programs make a bracket tall by stretching it.
    """
    blocks = page.get_text("dict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]
    spans = (span for block in blocks for line in block.get("lines", ()) for span in line["spans"])
    return {_place(span["origin"]): float(span["size"]) for span in spans}


def _place(origin: tuple[float, float]) -> Place:
    return round(10 * origin[0]), round(10 * origin[1])


def _height(size: float, mean: float | None) -> float:
    """How tall the em of a glyph is whose width is ``size``."""
    stretch = (mean / size) ** 2 if mean and size else 1.0
    return size * stretch if abs(stretch - 1) > _STRETCHED else size


def _glyphs(
    spans: list[dict[str, Any]],
    fonts: Mapping[str, _Font],
    turn: pymupdf.Matrix,
    means: Mapping[Place, float],
) -> Iterator[Glyph]:
    """Upright, visible glyphs in the order of the file; ligatures are one glyph with all their letters."""
    a, b, c, d, e, f = turn
    for span in spans:
        across, down = span["dir"]
        if (
            not span["chars"]
            or span["type"] == _INVISIBLE
            or across * a + down * c < _UPRIGHT
            or not span["opacity"]
        ):
            continue
        font, size = fonts.get(span["font"]), float(span["size"])
        name = font.name if font else plain_name(span["font"])
        height = _height(size, means.get(_place(span["chars"][0][2])))
        for (code, number, origin, bbox), rest in _with_ligatures(span["chars"]):
            text = "" if code == _REPLACEMENT or code < 32 else chr(code) + rest
            if text.isspace():
                continue
            x, y = origin[0] * a + origin[1] * c + e, origin[0] * b + origin[1] * d + f
            right = max(bbox[0] * a + bbox[1] * c, bbox[2] * a + bbox[3] * c) + e
            called, ink = font.glyph(number) if font else ("", None)
            x0, y0, x1, y1 = ink or _LETTER_INK
            box = Box(x + x0 * size, y - y1 * height, x + x1 * size, y - y0 * height)
            yield Glyph(text, name, called, size, x, y, max(x, right), box)


def _with_ligatures(chars: tuple[Any, ...]) -> Iterator[tuple[Any, str]]:
    """Each character that has a glyph, with the further letters that the same glyph stands for."""
    waiting: Any = None
    rest = ""
    for char in chars:
        if char[1] < 0 and waiting is not None:
            rest += chr(char[0])
            continue
        if waiting is not None:
            yield waiting, rest
        waiting, rest = char, ""
    if waiting is not None:
        yield waiting, rest


def _paths(
    log: list[tuple[str, FloatBox]], page: pymupdf.Rect, turn: pymupdf.Matrix
) -> tuple[tuple[Box, ...], tuple[Box, ...], tuple[Box, ...]]:
    """Rules, pictures and drawings of a page, cut to it."""
    rules: list[Box] = []
    pictures: list[Box] = []
    drawings: list[Box] = []
    for kind, bounds in log:
        box = _on_page(tuple(pymupdf.Rect(rule_box(kind, bounds)) * turn), page)
        if box is None:
            continue
        if kind.endswith("image"):
            pictures.append(box)
        elif kind.endswith(("path", "shade")):
            if min(box.x1 - box.x0, box.y1 - box.y0) <= _RULE_THICKNESS:
                rules.append(box)
            elif (box.x1 - box.x0) * (box.y1 - box.y0) < _BACKGROUND * abs(page):
                drawings.append(box)
    return tuple(rules), tuple(pictures), tuple(drawings)


def _on_page(box: FloatBox, page: pymupdf.Rect) -> Box | None:
    x0, y0, x1, y1 = box
    x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, page.width), min(y1, page.height)
    return Box(x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def rule_box(kind: str, bounds: FloatBox) -> FloatBox:
    """A path's box: a thin bar may be drawn as a stroke, whose logged bounds are longer by half its width."""
    x0, y0, x1, y1 = bounds
    width, height = x1 - x0, y1 - y0
    half = min(width, height) / 2
    if kind != "stroke-path" or 2 * half > _RULE_THICKNESS:
        return bounds
    return (x0 + half, y0, x1 - half, y1) if width > height else (x0, y0 + half, x1, y1 - half)
