"""Going through a syntax tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from scipix.engine.latex.syntax.nodes import (
    Argument,
    Command,
    Environment,
    Fenced,
    Group,
    Infix,
    Inline,
    Node,
    Row,
    Scripts,
)


def rebuilt(node: Node, of_row: Callable[[Row], Row]) -> Node:
    """The node with each of its rows replaced by what ``of_row`` makes of it; a base is no row."""

    def argument(value: Argument) -> Argument:
        return value if isinstance(value, str) else of_row(value)

    match node:
        case Group() | Fenced() | Inline():
            return replace(node, body=of_row(node.body))
        case Infix():
            return replace(node, above=of_row(node.above), below=of_row(node.below))
        case Scripts():
            sub = of_row(node.sub) if node.sub is not None else None
            sup = of_row(node.sup) if node.sup is not None else None
            base = rebuilt(node.base, of_row) if node.base is not None else None
            return replace(node, base=base, sub=sub, sup=sup)
        case Command():
            options = tuple(None if option is None else argument(option) for option in node.options)
            return replace(node, arguments=tuple(map(argument, node.arguments)), options=options)
        case Environment():
            lines = tuple(replace(line, cells=tuple(map(of_row, line.cells))) for line in node.lines)
            return replace(node, lines=lines)
        case _:
            return node


def placed(row: Row, start: int, end: int) -> Row:
    """The row with everything in it at one place: what was not written there, but stands for what was."""

    def of_row(inner: Row) -> Row:
        return placed(inner, start, end)

    nodes: list[Node] = []
    for node in row:
        whole = replace(rebuilt(node, of_row), start=start, end=end)
        if isinstance(whole, Scripts) and whole.base is not None:
            whole = replace(whole, base=replace(whole.base, start=start, end=end))
        nodes.append(whole)
    return tuple(nodes)


def all_nodes(row: Row) -> Iterator[Node]:
    """Every node of a row and of all rows in it, an outer one before what it holds."""
    for node in row:
        yield node
        inner: list[Node] = [node.base] if isinstance(node, Scripts) and node.base is not None else []
        rebuilt(replace(node, base=None) if isinstance(node, Scripts) else node, _collector(inner))
        yield from all_nodes(tuple(inner))


def _collector(found: list[Node]) -> Callable[[Row], Row]:
    def of_row(row: Row) -> Row:
        found.extend(row)
        return row

    return of_row
