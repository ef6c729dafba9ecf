"""Whether two sources typeset alike."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar, cast

from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.nodes import (
    Accent,
    Enclosed,
    Fence,
    Fraction,
    Gap,
    Ident,
    Inner,
    Limits,
    Node,
    Number,
    Oper,
    Phantom,
    Row,
    Script,
    Styled,
    Table,
)
from scipix.engine.latex.presentation.resolve import present_row
from scipix.engine.latex.syntax.printer import print_latex
from scipix.engine.latex.syntax.reader import read

_TALL = (Fraction, Table, Limits, Phantom)
_N = TypeVar("_N", bound=Node)


def equivalent(first: str, second: str, *, spaces: bool = False) -> bool:
    """Whether two formulas are drawn alike: the same signs in the same places and fonts.

    Spellings, braces and the order of scripts do not count; spaces count only where ``spaces`` is set.
    Sources with errors are alike only if they are the same text. Never raises.
    """
    if first == second:
        return True
    left, right = read(first), read(second)
    if left.error or right.error:
        return False
    try:
        rows = present_row(left.row), present_row(right.row)
    except ConversionError:
        return print_latex(left.row) == print_latex(right.row)
    return _canonical(rows[0], spaces) == _canonical(rows[1], spaces)


def _canonical(row: Row, spaces: bool) -> Row:
    """The row without what draws nothing: groups, spaces, growing delimiters around what is flat."""
    out: list[Node] = []
    for node in row:
        match node:
            case Gap() if not spaces:
                continue
            case Inner():
                out.extend(_canonical(node.body, spaces))
            case Fence() if node.opening and node.closing and not _tall(node.body):
                body = _canonical(node.body, spaces)
                out += [Oper(node.opening), *body, Oper(node.closing)]
            case Ident() | Number():
                out += [replace(node, text=char) for char in node.text]
            case Oper():
                out.append(Oper(node.text, size=node.size, stretchy=node.stretchy, bold=node.bold))
            case Script() if node.presub is not None or node.presup is not None:
                out.append(_rebuilt(Script((), node.presub, node.presup), spaces))
                alone = node.sub is None and node.sup is None
                rest = node.base if alone else (replace(node, presub=None, presup=None),)
                out.extend(_canonical(rest, spaces))
            case _:
                out.append(_rebuilt(node, spaces))
    return tuple(out)


def _rebuilt(node: _N, spaces: bool) -> _N:
    changes: dict[str, object] = {}
    if isinstance(node, Table):
        return cast(_N, _table(node, spaces))
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            changes[field.name] = _canonical(cast(Row, value), spaces)
    return replace(node, **changes)  # type: ignore[arg-type]


def _table(node: Table, spaces: bool) -> Table:
    """A table without what depends on the environment's name; aligned equations are rows of one cell."""
    lines = [tuple(_canonical(cell, spaces) for cell in line) for line in node.lines]
    if node.kind in ("aligned", "gathered") or node.columns == ("right", "center", "left"):
        joined = tuple((tuple(leaf for cell in line for leaf in cell),) for line in lines)
        return Table("aligned", joined, ())
    while lines and not any(lines[-1]):
        lines.pop()
    while lines and all(line and not line[-1] for line in lines):
        lines = [line[:-1] for line in lines]
    columns = node.columns[: len(lines[0])] if lines else ()
    return Table("array", tuple(lines), columns, node.vertical, node.horizontal)


def _tall(row: Row) -> bool:
    """Whether delimiters would grow around it."""
    for node in row:
        if isinstance(node, _TALL) or (
            isinstance(node, Oper) and (node.stretchy or node.kind in ("op", "int"))
        ):
            return True
        if isinstance(node, Inner | Styled | Accent | Fence | Enclosed) and _tall(node.body):
            return True
        if isinstance(node, Script) and _tall(node.base):
            return True
    return False
