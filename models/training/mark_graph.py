"""The marks of one formula: its layout graph, and the colour that each symbol is typeset in.

The layout graph is what the parser learns: for each symbol its parent and the relation to it.
"""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from dataclasses import dataclass

from scipix.engine.latex.tree import Row
from scipix.engine.recognize.relations import Relation

MAX_SYMBOLS = 900


class UnmarkableError(ValueError):
    """The tree has something that cannot be marked or labelled."""


@dataclass(slots=True)
class Mark:
    """One symbol of the layout graph.

    ``color`` is the mark it is typeset in; ``part`` says which ink of that colour is its own: all of it, the
    rules, the glyphs, or (an accent and its letter share a mark) the first or last glyph.
    """

    token: str
    color: int
    mode: str = ""
    part: str = "all"
    parent: int = -1
    relation: Relation = Relation.ROOT
    may_stack: bool = False
    """Whether sub and sup of this symbol may be set as limits; settled from the geometry."""


class MarkGraph(ABC):
    """The graph while it grows. ``rng`` decides where authors would write the same thing in two ways."""

    def __init__(self, rng: random.Random) -> None:
        self.marks: list[Mark] = []
        self.colors = 1
        self.rng = rng

    @abstractmethod
    def row(self, row: Row) -> tuple[str, int]:
        """Marked source and head symbol (-1 where nothing is drawn); siblings are linked."""

    def new(self, token: str, mode: str = "", part: str = "all", color: int | None = None) -> int:
        """Add a symbol; without a colour given it gets the next one."""
        if color is None:
            color = self.colors
            self.colors += 1
        if len(self.marks) >= MAX_SYMBOLS:
            raise UnmarkableError("too many symbols")
        self.marks.append(Mark(token, color, mode, part))
        return len(self.marks) - 1

    def ink(self, index: int) -> str:
        """The TeX that switches to a symbol's colour."""
        return color_code(self.marks[index].color)

    def link(self, child: int, parent: int, relation: Relation) -> None:
        """Give a symbol its parent; a child of -1 is nothing and stays so."""
        if child >= 0:
            self.marks[child].parent = parent
            self.marks[child].relation = relation

    def child_row(self, row: Row, parent: int, relation: Relation) -> str:
        """Marked source of a row that hangs on a symbol by its head."""
        source, head = self.row(row)
        self.link(head, parent, relation)
        return source


def color_code(number: int) -> str:
    """TeX that sets fill and stroke to the near-black colour of a number below 1000, a digit a channel."""
    parts = " ".join(f"{digit / 255:.4f}" for digit in (number // 100, number // 10 % 10, number % 10))
    return f"\\C{{{parts}}}"
