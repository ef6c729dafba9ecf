"""Environments as tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scipix.engine.latex.presentation.context import Context
from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.nodes import Alignment, Fence, Node, Row, Table, TableKind
from scipix.engine.latex.syntax import nodes as X

if TYPE_CHECKING:
    from scipix.engine.latex.presentation.resolve import Resolver

_FENCES = {
    "p": ("(", ")"), "b": ("[", "]"), "B": ("{", "}"), "v": ("|", "|"), "V": ("‖", "‖"),
}  # fmt: skip
_ALIGNED = frozenset(
    {"aligned", "align", "split", "alignedat", "alignat", "flalign", "xalignat", r"\eqalign"}
)
_GATHERED = frozenset({"gathered", "gather", "lgathered", "rgathered", r"\displaylines"})
_SINGLE = frozenset({"equation", "displaymath", "math"})
_LETTERS: dict[str, Alignment] = {
    "l": "left",
    "c": "center",
    "r": "right",
    "p": "left",
    "m": "left",
    "b": "left",
}
_REPEATED = re.compile(r"\*\s*\{\s*(\d+)\s*\}\s*\{([^{}]*)\}")
_COLUMN = re.compile(
    r"([lcr])|([pmb])\{[^{}]*\}|(\|)|([@!])\{((?:[^{}]|\{[^{}]*\})*)\}|([><])\{[^{}]*\}|(:)|\s+"
)
_BLANK_BETWEEN = re.compile(
    r"(?:\s|~|\\[,;:!> ]|\\(?:q?quad|hspace\*?\s*\{[^{}]*\}|extracolsep\s*\{[^{}]*\}))*"
)
_MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Columns:
    """An array's column letters: alignments and the places of vertical rules."""

    alignments: tuple[Alignment, ...]
    rules: tuple[int, ...]


def table(resolver: Resolver, node: X.Environment, context: Context) -> Row:
    """An environment with its delimiters."""
    name = node.name.rstrip("*")
    if name in _SINGLE and len(node.lines) <= 1 and all(len(line.cells) == 1 for line in node.lines):
        return resolver.row(node.lines[0].cells[0], context) if node.lines else ()
    if name == r"\matrix":
        name = "matrix"
    elif name == r"\pmatrix":
        name = "pmatrix"
    elif name == r"\cases":
        name = "cases"
    if name.endswith("cases"):
        return (_cases(resolver, node, name, context),)
    if name.endswith("matrix"):
        return (_matrix(resolver, node, name, context),)
    return (_lines(resolver, node, name, context),)


def columns_of(letters: str, place: X.Located) -> Columns:
    """What an array's column letters say.

    Raises:
        ConversionError: they draw something between the columns, or are not understood.
    """
    while match := _REPEATED.search(letters):
        times = min(int(match.group(1)), _MOST_COLUMNS)
        letters = letters[: match.start()] + match.group(2) * times + letters[match.end() :]
        if len(letters) > 10 * _MOST_COLUMNS:
            raise ConversionError("an array of so many columns", place)
    alignments: list[Alignment] = []
    rules: list[int] = []
    position = 0
    while position < len(letters):
        found = _COLUMN.match(letters, position)
        if found is None:
            raise ConversionError(f"the column specification {{{letters}}}", place)
        position = found.end()
        if letter := found.group(1) or found.group(2):
            alignments.append(_LETTERS[letter])
        elif found.group(3) or found.group(7):
            rules.append(len(alignments))
        elif found.group(4) and not _BLANK_BETWEEN.fullmatch(found.group(5)):
            raise ConversionError(f"what {found.group(4)}{{{found.group(5)}}} draws between columns", place)
    return Columns(tuple(alignments), tuple(sorted(set(rules))))


def _matrix(resolver: Resolver, node: X.Environment, name: str, context: Context) -> Node:
    prefix = name.removesuffix("matrix")
    small = "small" in prefix
    option = _LETTERS.get(node.option.strip(), "center")
    inside = context.with_display(False)
    body = _table(resolver, node, "small" if small else "matrix", (option,), inside)
    left, right = _FENCES.get(prefix.removesuffix("small"), ("", ""))
    return Fence(left, (body,), right, start=node.start, end=node.end) if left else body


def _cases(resolver: Resolver, node: X.Environment, name: str, context: Context) -> Node:
    display = name.startswith("d")
    body = _table(resolver, node, "cases", ("left",), context.with_display(display), display)
    left, right = ("", "}") if "r" in name.removesuffix("cases") else ("{", "")
    return Fence(left, (body,), right, start=node.start, end=node.end)


def _lines(resolver: Resolver, node: X.Environment, name: str, context: Context) -> Table:
    if name in _ALIGNED:
        return _table(resolver, node, "aligned", ("right", "left"), context.with_display(True), True)
    if name in _GATHERED:
        sides: dict[str, Alignment] = {"lgathered": "left", "rgathered": "right"}
        side = sides.get(name, "center")
        return _table(resolver, node, "gathered", (side,), context.with_display(True), True)
    if name == "eqnarray":
        columns: tuple[Alignment, ...] = ("right", "center", "left")
        return _table(resolver, node, "aligned", columns, context.with_display(True), True)
    if name in ("substack", r"\substack", "subarray"):
        side = "left" if node.arguments == ("l",) else "center"
        return _table(resolver, node, "substack", (side,), context.with_display(False))
    if name in ("multline", "multlined", *_SINGLE):
        return _table(resolver, node, "gathered", ("center",), context.with_display(True), True)
    return _array(resolver, node, context)


def _array(resolver: Resolver, node: X.Environment, context: Context) -> Table:
    columns = columns_of(node.arguments[0], node)
    found = _table(resolver, node, "array", columns.alignments or ("center",), context.with_display(False))
    width = len(found.columns)
    middle: Alignment = "center"
    alignments = (*columns.alignments, *(middle for _ in range(width)))[:width]
    rules = tuple(rule for rule in columns.rules if rule <= width)
    return Table(
        "array", found.lines, alignments, rules, found.horizontal, start=node.start, end=node.end
    )  # fmt: skip


def _table(
    resolver: Resolver,
    node: X.Environment,
    kind: TableKind,
    pattern: tuple[Alignment, ...],
    context: Context,
    display: bool = False,
) -> Table:
    """The table with its cells padded to a rectangle; ``pattern`` repeats over the columns."""
    lines, horizontal = node.lines, _horizontal(node)
    if lines and lines[-1].cells == ((),):
        lines = lines[:-1]
    cells = [tuple(resolver.row(cell, context) for cell in line.cells) for line in lines]
    width = max((len(line) for line in cells), default=0)
    full = tuple((*line, *[()] * (width - len(line))) for line in cells)
    columns = tuple(pattern[index % len(pattern)] for index in range(width))
    return Table(kind, full, columns, (), horizontal, display, start=node.start, end=node.end)


def _horizontal(node: X.Environment) -> tuple[int, ...]:
    rules: list[int] = []
    for index, line in enumerate(node.lines):
        for rule in line.rules:
            if rule.startswith(r"\cline"):
                raise ConversionError(r"a rule under some columns (\cline)", line)
            rules.append(index)
    return tuple(sorted(set(rules)))
