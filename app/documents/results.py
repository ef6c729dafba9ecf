"""What was read on the pages of a document. Boxes are in points of the page, y downwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scipix.engine.layout.blocks import BlockKind
from scipix.engine.types import Box

Source: TypeAlias = Literal["digital", "scanned"]


DOUBTFUL = 0.9
"""Formulas below are worth a look. From here up few are wrong, and a page has dozens: marking more of them
would hide those that matter."""
LOST = 0.5
"""Formulas below are probably wrong."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one style, spaces included; ``raised`` is a mark such as that of a footnote."""

    text: str
    box: Box
    bold: bool = False
    italic: bool = False
    mono: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula; ``latex`` is '' where it could not be read at all.

    ``confidence`` is the probability that it is right, 0..1; a ``marked`` one is written with a mark for
    review.
    """

    latex: str
    box: Box
    confidence: float
    marked: bool = False


Inline: TypeAlias = Text | Formula


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of type, from left to right."""

    pieces: tuple[Inline, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A part of a page that is read as one; see ``engine.layout.blocks.Block``.

    ``picture`` is the name under which a figure's picture is kept.
    """

    kind: BlockKind
    box: Box
    lines: tuple[TextLine, ...] = ()
    level: int = 0
    marker: str = ""
    number: str = ""
    rows: tuple[tuple[TextLine, ...], ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class PageResult:
    """A page that was read, from 0; ``problem`` says in a few words what a failed page's trouble was."""

    number: int
    width: float
    height: float
    source: Source
    blocks: tuple[PageBlock, ...]
    seconds: float
    problem: str = ""

    def formulas(self) -> Iterator[Formula]:
        """All formulas, in the order of reading."""
        for block in self.blocks:
            for line in (*block.lines, *(cell for row in block.rows for cell in row)):
                yield from (piece for piece in line.pieces if isinstance(piece, Formula))


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """The pages that were asked for, and a picture (PNG) for each figure by its name."""

    title: str
    pages: tuple[PageResult, ...]
    pictures: Mapping[str, bytes]

    @property
    def failed(self) -> tuple[PageResult, ...]:
        """Pages that could not be read."""
        return tuple(page for page in self.pages if page.problem)
