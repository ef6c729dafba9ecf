"""Does a formula contain a fragment? Compared as trees, so spelling does not matter and places do.

In a fragment ``?`` stands for one or more nodes. At its own level the formula may have scripts, a root's
degree
and the like that the fragment has not: ``x^2`` is found in ``x_i^2``, ``x`` in both. Inside an argument the
fragment says all there is: a fraction over ``x`` is not one over ``x^2``.
"""

from __future__ import annotations

from scipix.engine.latex.features import places
from scipix.engine.latex.tree import Accent, Array, Limits, Node, Row, Script, Sym

WILDCARD = "?"
_STEPS = 20_000
"""Comparisons after which a formula counts as not matching: no fragment may hang the search."""


class _TooLongError(Exception):
    pass


def contains(row: Row, fragment: Row) -> bool:
    """Whether the fragment stands anywhere in the formula; an empty one stands everywhere."""
    try:
        return _Matcher().anywhere(row, fragment)
    except _TooLongError:
        return False


class _Matcher:
    def __init__(self) -> None:
        self.steps = 0

    def anywhere(self, row: Row, fragment: Row) -> bool:
        if any(self._from(row, start, fragment, 0, False) for start in range(len(row) + 1)):
            return True
        return any(self.anywhere(inner, fragment) for node in row for _, inner in places(node) if inner)

    def _from(self, row: Row, place: int, fragment: Row, index: int, whole: bool) -> bool:
        """Whether the rest of the fragment stands at a place; up to the row's end, if ``whole``."""
        self.steps += 1
        if self.steps > _STEPS:
            raise _TooLongError
        if index == len(fragment):
            return place == len(row) or not whole
        if place == len(row):
            return False
        if _is_wildcard(fragment[index]):
            if index + 1 == len(fragment):
                return True
            return any(
                self._from(row, after, fragment, index + 1, whole) for after in range(place + 1, len(row) + 1)
            )
        return self._node(row[place], fragment[index], whole) and self._from(
            row, place + 1, fragment, index + 1, whole
        )

    def _node(self, node: Node, wanted: Node, whole: bool) -> bool:
        """Whether a node is the one wanted, perhaps with more to it, unless that has to be the whole."""
        if isinstance(node, Script | Limits) and not isinstance(wanted, Script | Limits):
            return not whole and self._node(node.base, wanted, whole)
        if isinstance(wanted, Sym):
            return isinstance(node, Sym) and node.token == wanted.token
        if type(node) is not type(wanted):
            return False
        if isinstance(node, Accent) and isinstance(wanted, Accent) and node.command != wanted.command:
            return False
        if isinstance(node, Array) and isinstance(wanted, Array) and _shape(node) != _shape(wanted):
            return False
        return all(
            self._from(having, 0, inner, 0, True) if inner else not (whole and having)
            for (_, having), (_, inner) in zip(places(node), places(wanted), strict=True)
        )


def _shape(node: Array) -> tuple[str, list[int]]:
    return node.kind, [len(line) for line in node.rows]


def _is_wildcard(node: Node) -> bool:
    return isinstance(node, Sym) and node.token == WILDCARD
