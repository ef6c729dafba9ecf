"""Nodes of the formula tree.

A row is a plain tuple of nodes. The tree records what is *drawn*: spaces, style switches and grouping braces
are gone, synonyms are merged, and invisible delimiters (``\\left.``) are absent: the writer puts them back.
``symbol`` is the number of the picture's symbol that a node was read from, -1 where there is none; it does
not count in comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Mode: TypeAlias = Literal["", "left", "right", "middle", "big", "Big", "bigg", "Bigg"]
"""How a delimiter got its size: natural, by ``\\left``, ``\\right`` or ``\\middle``, or chosen by hand."""

MODES: tuple[Mode, ...] = ("", "left", "right", "middle", "big", "Big", "bigg", "Bigg")


@dataclass(frozen=True, slots=True)
class Sym:
    """One symbol: ``x``, ``\\alpha``, ``\\mathbf{x}``. ``gap`` is true where a word space precedes it."""

    token: str
    mode: Mode = ""
    gap: bool = False
    symbol: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Frac:
    """A fraction with a bar."""

    num: Row
    den: Row
    symbol: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Stack:
    """Two rows one over the other without a bar (``\\atop``, the inside of ``\\binom``)."""

    top: Row
    bottom: Row


@dataclass(frozen=True, slots=True)
class Sqrt:
    """A root, with its degree where one is written."""

    body: Row
    index: Row = ()
    symbol: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Script:
    """Sub- and superscript beside (or, for operators with limits, under and over) a base."""

    base: Node
    sub: Row = ()
    sup: Row = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """Rows under and over a base that would not take limits by itself (``\\overset``, ``\\xrightarrow``)."""

    base: Node
    under: Row = ()
    over: Row = ()


@dataclass(frozen=True, slots=True)
class Prescript:
    """Scripts before the node that follows in the row (``{}^{a}_{b}X``)."""

    sub: Row = ()
    sup: Row = ()


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over or under a body, from ``\\hat`` to ``\\underbrace`` and ``\\overline``."""

    command: str
    body: Row
    symbol: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Array:
    """Rows of cells; ``align`` has an l, c or r a column.

    ``kind``: matrix, cases, substack; aligned and gathered are displays of several lines. A matrix may have
    rules: ``vertical`` says how many columns are left of each, ``horizontal`` how many rows are above.
    """

    kind: str
    rows: tuple[tuple[Row, ...], ...]
    align: str = ""
    vertical: tuple[int, ...] = ()
    horizontal: tuple[int, ...] = ()

    @property
    def ruled(self) -> bool:
        """Whether there are rules between its cells or around them."""
        return bool(self.vertical or self.horizontal)


Node: TypeAlias = Sym | Frac | Stack | Sqrt | Script | Limits | Prescript | Accent | Array
Row: TypeAlias = tuple[Node, ...]
