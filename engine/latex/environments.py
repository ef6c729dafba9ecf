"""Environments and ``\\substack``: rows of cells, and the delimiters that an environment draws."""

from __future__ import annotations

import re

from scipix.engine.latex import symbols as S
from scipix.engine.latex.descent import Descent
from scipix.engine.latex.normal import drawn
from scipix.engine.latex.tokens import ParseError
from scipix.engine.latex.tree import Array, Row, Sym

_ROW_ENDS = (r"\\", r"\cr", r"\tabularnewline")
_CELL_ENDS = frozenset({"&", r"\end", *_ROW_ENDS})
_WITH_COLUMNS = frozenset({"array", "tabular", "alignedat", "alignat", "subarray"})
_ALIGNED = frozenset({"aligned", "align", "split", "alignedat", "alignat", "eqnarray", "flalign"})
_PLAIN_ENVIRONMENTS = frozenset({"equation", "displaymath", "math"})
_GATHERED = frozenset({"gathered", "gather", "multline"})

Cells = tuple[tuple[Row, ...], ...]


def substack(source: Descent, _: str, style: str) -> Row:
    """Rows between braces."""
    source.expect("{")
    rows, rules = _rows(source, style)
    if rules:
        raise ParseError("rules between the lines of a script")
    source.expect("}")
    return (Array("substack", rows),)


def environment(source: Descent, _: str, style: str) -> Row:
    """What follows ``\\begin``, up to and with the ``\\end`` of the same name."""
    name = source.raw_argument().rstrip("*").strip()
    if name not in S.MATRICES:
        raise ParseError(f"unknown environment {name!r}")
    if "".join(source.tokens[source.position : source.position + 3]) in ("[t]", "[c]", "[b]"):
        source.position += 3
    align = re.sub(r"\s|@\{[^}]*\}", "", source.raw_argument()) if name in _WITH_COLUMNS else ""
    rows, rules = _rows(source, style)
    source.expect(r"\end")
    if source.raw_argument().rstrip("*").strip() != name:
        raise ParseError(f"{name!r} is not closed")
    return _fenced(name, rows, align, rules)


def _rows(source: Descent, style: str) -> tuple[Cells, tuple[int, ...]]:
    """Rows of cells, without the empty one behind a last ``\\\\``; for each rule how many are above it."""
    rows: list[tuple[Row, ...]] = []
    rules: list[int] = []
    while True:
        rules += [len(rows)] * _horizontal_rules(source)
        rows.append(_cells(source, style))
        if source.peek() not in _ROW_ENDS:
            break
        source.position += 1
        source.skip_blanks()
        if source.peek() == "*":
            source.position += 1
        source.optional_length()
    if not any(rows[-1]):
        rows.pop()
    return tuple(rows), tuple(rules)


def _horizontal_rules(source: Descent) -> int:
    """How many rules stand here, before a row; they are passed."""
    count = 0
    source.skip_blanks()
    while source.peek() == r"\hline":
        source.position += 1
        source.skip_blanks()
        count += 1
    return count


def _cells(source: Descent, style: str) -> tuple[Row, ...]:
    """The cells of one row."""
    cells = [drawn(source.row(_CELL_ENDS, style, False))]
    while source.peek() == "&":
        source.position += 1
        cells.append(drawn(source.row(_CELL_ENDS, style, False)))
    return tuple(cells)


def _fenced(name: str, rows: Cells, align: str, horizontal: tuple[int, ...]) -> Row:
    """An environment as an array with its delimiters written out."""
    if not set(align) <= set("lcr|") and name not in ("alignedat", "alignat"):
        raise ParseError("columns of a fixed width, and what stands between columns, are not supported")
    vertical = tuple(
        len(align[:place].replace("|", "")) for place, letter in enumerate(align) if letter == "|"
    )
    align = align.replace("|", "")
    if name in _PLAIN_ENVIRONMENTS:
        if len(rows) != 1 or len(rows[0]) != 1:
            raise ParseError("rows outside an array")
        return rows[0][0]
    horizontal = tuple(sum(map(any, rows[:above])) for above in horizontal)
    rows = tuple(row for row in rows if any(row))
    if not rows:
        raise ParseError("an empty array")
    align = align if name in ("array", "subarray") else ""
    array = Array(_kind(name), rows, align, vertical, horizontal)
    if array.ruled and array.kind != "matrix":
        raise ParseError("rules in lines that are no table")
    inside: Row = (array,)
    if len(rows) == 1 and len(rows[0]) == 1 and name not in ("cases", "dcases") and not array.ruled:
        inside = rows[0][0]
    left, right = S.MATRICES[name]
    opening: Row = (Sym(left, "left"),) if left else ()
    closing: Row = (Sym(right, "right"),) if right else ()
    return (*opening, *inside, *closing)


def _kind(name: str) -> str:
    if name in _ALIGNED:
        return "aligned"
    if name in _GATHERED:
        return "gathered"
    if name in ("cases", "dcases", "rcases", "drcases"):
        return "cases"
    return "substack" if name == "subarray" else "matrix"
