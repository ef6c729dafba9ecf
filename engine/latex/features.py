"""What a formula is made of, as short names: its symbols, and which of them stands in which place of what."""

from __future__ import annotations

from collections.abc import Iterator

from scipix.engine.latex.tree import (
    Accent,
    Array,
    Frac,
    Limits,
    Node,
    Prescript,
    Row,
    Script,
    Sqrt,
    Stack,
    Sym,
)


def places(node: Node) -> Iterator[tuple[str, Row]]:
    """The rows inside a node, each with the name of its place; a script's base is a row of one node."""
    match node:
        case Frac():
            yield from (("num", node.num), ("den", node.den))
        case Stack():
            yield from (("top", node.top), ("bottom", node.bottom))
        case Sqrt():
            yield from (("root", node.body), ("index", node.index))
        case Script():
            yield from (("base", (node.base,)), ("sub", node.sub), ("sup", node.sup))
        case Limits():
            yield from (("base", (node.base,)), ("under", node.under), ("over", node.over))
        case Prescript():
            yield from (("presub", node.sub), ("presup", node.sup))
        case Accent():
            yield ("body", node.body)
        case Array():
            yield from (("cell", cell) for line in node.rows for cell in line)
        case Sym():
            return


def head(node: Node) -> str:
    """What a node is called: its symbol or command; a base with scripts is called as the base alone."""
    match node:
        case Sym():
            return node.token
        case Accent():
            return node.command
        case Script() | Limits():
            return head(node.base)
        case Array():
            return node.kind
        case _:
            return type(node).__name__


def symbols_in_order(row: Row) -> Iterator[int]:
    """Numbers of the picture's symbols, those of a node before those inside it; -1 for a node without one."""
    for node in row:
        if isinstance(node, Sym | Frac | Sqrt | Accent):
            yield node.symbol
        for _, inner in places(node):
            yield from symbols_in_order(inner)


def features(row: Row, place: str = "") -> Iterator[str]:
    """Names with repetition: each head, each head in its place of what holds it, each pair of neighbours,
    and what fills each place as a whole.

    Every name that a row yields is also yielded by a formula that holds the row anywhere, except those with
    a place in front of what stands at the row's own level.
    """
    for index, node in enumerate(row):
        name = head(node)
        yield name
        if place:
            yield f"{place}>{name}"
        if index:
            yield f"{head(row[index - 1])} {name}"
        yield from _inside(node)


def _inside(node: Node) -> Iterator[str]:
    owner = head(node)
    for name, inner in places(node):
        if name == "base":
            yield from _inside(inner[0])
        elif inner:
            yield f"{owner}.{name}={' '.join(map(head, inner))}"
            yield from features(inner, f"{owner}.{name}")
