"""Relations of a symbol to its parent in the layout graph."""

from __future__ import annotations

from enum import IntEnum


class Relation(IntEnum):
    """What a symbol is to its parent. The order is the parser's output order: append only."""

    ROOT = 0
    """The first symbol of the formula; it has no parent."""
    NEXT = 1
    SUB = 2
    SUP = 3
    BELOW = 4
    ABOVE = 5
    NUMERATOR = 6
    DENOMINATOR = 7
    INSIDE = 8
    """First symbol under a root."""
    INDEX = 9
    """First symbol of a root's degree."""
    PART = 10
    """The rule that belongs to a root's sign."""
    BODY = 11
    """First symbol under (or over) an accent glyph."""
    CELL = 12
    """First symbol of the next cell in the row; the parent is the first symbol of the cell before."""
    ROW = 13
    """First symbol of the next row of an array."""
    AFTER = 14
    """What follows an array; the parent is the array's first symbol."""
    ATOP = 15
    """First symbol of the lower row of two stacked without a bar."""
    PRESUB = 16
    PRESUP = 17
    UNDER_BAR_OF = 18
    """First symbol under an overline."""
    OVER_BAR_OF = 19
    """First symbol over an underline."""
