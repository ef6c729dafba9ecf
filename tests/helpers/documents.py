"""Small documents that stand ready, and glyphs made by hand."""

from __future__ import annotations

from pathlib import Path

from scipix.engine.types import Box, Glyph, PageInk

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
SHORT = DOCUMENTS / "short.pdf"
"""A page in Computer Modern: a heading, text with formulas, a numbered display, a numbered list."""
PAPER = DOCUMENTS / "paper.pdf"
"""Two pages in two columns in a Times face; the source is tests/benchmarks/document_sources.py."""

_WIDTH, _SPACE = 0.5, 0.3


def typed(text: str, x: float, y: float, size: float = 10.0, font: str = "CMR10") -> list[Glyph]:
    """Glyphs of a line, all of one width."""
    found: list[Glyph] = []
    for char in text:
        if char != " ":
            height = 0.65 if char.isupper() or char.isdigit() else 0.44
            box = Box(x, y - height * size, x + _WIDTH * size, y)
            found.append(Glyph(char, font, "", size, x, y, x + _WIDTH * size, box))
        x += (_WIDTH if char != " " else _SPACE) * size
    return found


def page(*lines: list[Glyph], rules: tuple[Box, ...] = (), drawings: tuple[Box, ...] = ()) -> PageInk:
    """A page of 600 by 800 points."""
    glyphs = tuple(glyph for line in lines for glyph in line)
    return PageInk(600.0, 800.0, glyphs, rules, (), drawings)
