"""What a page consists of. Boxes are in points of the page, y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scipix.engine.types import Box, Glyph

BlockKind: TypeAlias = Literal[
    "title", "heading", "paragraph", "item", "display", "caption", "figure", "table", "footnote"
]


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A run of words in one style; ``raised`` is a mark such as that of a footnote."""

    text: str
    box: Box
    bold: bool = False
    italic: bool = False
    mono: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class FormulaPiece:
    """A formula that has not been read yet: its glyphs in the order of the file, and its rules.

    Both are empty where the page is a picture.
    """

    box: Box
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Box, ...] = ()


Piece: TypeAlias = TextPiece | FormulaPiece


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type. ``baseline`` and ``size`` (of most of its type) are in points."""

    pieces: tuple[Piece, ...]
    box: Box
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """The words, without the formulas."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, TextPiece)).strip()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page that is read as one.

    ``level`` counts headings from 1 and the depth of list items from 0; ``marker`` is an item's bullet or
    number or a footnote's sign; ``number`` is a display's, without parentheses; ``rows`` are a table's cells.
    """

    kind: BlockKind
    box: Box
    lines: tuple[Line, ...] = ()
    level: int = 0
    marker: str = ""
    number: str = ""
    rows: tuple[tuple[Line, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words of all lines, a line a line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The lines, and those of a table's cells."""
        return (*self.lines, *(cell for row in self.rows for cell in row))


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The blocks of a page in the order of reading; lines at its edges that repeat are not among them."""

    width: float
    height: float
    blocks: tuple[Block, ...]
