"""Does a formula contain a fragment? Compared as trees, so spelling does not matter and places do.

In a fragment ``?`` stands for one or more nodes. At its own level the formula may have scripts, a root's
degree and the like that the fragment has not: ``x^2`` is found in ``x_i^2``, ``x`` in both. Inside an
argument the fragment says all there is: a fraction over ``x`` is not one over ``x^2``.

The tree is written as one line and the fragment as a regular expression over such lines, so that a hundred
thousand formulas, whose lines are kept, are compared in a moment. No fragment hangs the search: what stands
between two wildcards is taken where it comes first and never tried again further on, for what can follow a
later place can follow the first one too.

A line is a sequence of nodes, each ``NODE`` and its name, followed by groups: ``OPEN``, a character for the
depth, a letter for the place, what is inside, ``CLOSE`` and the depth again. So the end of a group is the
next ``CLOSE`` of its depth. Scripts are a group of their own, after those of their base.
"""

from __future__ import annotations

import re

from scipix.engine.latex.features import places
from scipix.engine.latex.tree import Accent, Array, Limits, Node, Row, Script, Sym

WILDCARD = "?"
VERSION = 1
"""Raised whenever a formula would get another line: those that are kept are then written anew."""
_NODE, _OPEN, _CLOSE, _KIND = "\x1e", "\x02", "\x03", "\x01"
_STRUCTURE = dict.fromkeys(map(ord, (_NODE, _OPEN, _CLOSE, _KIND)))
_NAME = f"{_NODE}[^{_NODE}{_OPEN}{_CLOSE}]*+"
_NAME_ENDS = f"(?![^{_NODE}{_OPEN}{_CLOSE}])"
_SCRIPTS, _LIMITS = "s", "l"
_LETTERS = {
    "num": "n", "den": "d", "top": "t", "bottom": "b", "root": "r", "index": "i", "sub": "_", "sup": "^",
    "under": "u", "over": "o", "presub": "p", "presup": "q", "body": "a", "cell": "c",
}  # fmt: skip


def line(row: Row, depth: int = 0) -> str:
    """The formula as one line."""
    return "".join(_line(node, depth) for node in row)


def _line(node: Node, depth: int) -> str:
    scripts = isinstance(node, Script | Limits)
    inside = "".join(
        _group(_LETTERS[name], line(row, depth + 1 + scripts), depth + scripts)
        for name, row in places(node)
        if name != "base" and (row or name == "cell")
    )
    if isinstance(node, Script | Limits):
        return _line(node.base, depth) + _group(_layer(node), inside, depth)
    return _NODE + _name(node) + inside


def _group(letter: str, inside: str, depth: int) -> str:
    level = chr(0x21 + depth)
    return f"{_OPEN}{level}{letter}{inside}{_CLOSE}{level}"


def _layer(node: Script | Limits) -> str:
    return _SCRIPTS if isinstance(node, Script) else _LIMITS


def _name(node: Node) -> str:
    match node:
        case Sym():
            return node.token.translate(_STRUCTURE)
        case Accent():
            return _KIND + node.command
        case Array():
            return f"{_KIND}{node.kind} {' '.join(str(len(cells)) for cells in node.rows)}"
        case _:
            return _KIND + type(node).__name__


def pattern(fragment: Row) -> re.Pattern[str]:
    """What finds the fragment, by ``search``, in the line of each formula that contains it."""
    return re.compile(_Writer().row(fragment, False), re.DOTALL)


class _Writer:
    """Writes one expression. ``whole``: the fragment says all there is."""

    def __init__(self) -> None:
        self._groups = 0

    def row(self, row: Row, whole: bool) -> str:
        """Nodes in a row: anywhere in one, or all of it with the end of the group in sight."""
        parts, runs = [], _runs(row)
        for number, (gap, nodes) in enumerate(runs):
            run = "".join(self._node(node, whole) for node in nodes)
            if whole and number == len(runs) - 1:
                run += f"(?={_CLOSE})"
            if gap and not nodes:
                parts.append(self._any(f"{{{gap}}}") + (self._any("*+") if whole else ""))
            elif gap and (number or whole):
                parts.append(self._any(f"{{{gap - 1}}}") + f"(?>{self._any('+?')}{run})")
            else:  # what comes first stands anywhere, with as much before it as is asked for
                parts.append(self._any(f"{{{gap}}}") + run)
        return "".join(parts)

    def _any(self, count: str) -> str:
        """So many nodes, whatever they are."""
        return "" if count == "{0}" else f"(?:{_NAME}{self._skip('.', '*+')}){count}"

    def _skip(self, letters: str, count: str) -> str:
        """So many groups with these letters, whatever is in them."""
        self._groups += 1
        name = f"g{self._groups}"
        return f"(?:{_OPEN}(?P<{name}>.){letters}.*?{_CLOSE}(?P={name})){count}"

    def _node(self, node: Node, whole: bool) -> str:
        if whole:
            return self._core(node, True) + f"(?!{_OPEN})"
        return self._core(node, False) + self._skip(f"[{_SCRIPTS}{_LIMITS}]", "*+")

    def _core(self, node: Node, whole: bool) -> str:
        """A node up to the last group that the fragment speaks of."""
        if isinstance(node, Sym) and node.token == WILDCARD:  # with scripts
            return _NAME + self._skip(".", "*?")
        inside = "".join(self._place(name, row, whole) for name, row in places(node) if name != "base")
        if isinstance(node, Script | Limits):
            return f"{self._core(node.base, True)}{_OPEN}.{_layer(node)}{inside}{_CLOSE}."
        return _NODE + re.escape(_name(node)) + _NAME_ENDS + inside

    def _place(self, name: str, row: Row, whole: bool) -> str:
        letter = re.escape(_LETTERS[name])
        if row or (whole and name == "cell"):
            return f"{_OPEN}.{letter}{self.row(row, True) if row else ''}{_CLOSE}."
        if whole:
            return ""
        return self._skip(letter, "" if name == "cell" else "?+")


def _runs(row: Row) -> list[tuple[int, list[Node]]]:
    """The nodes between wildcards, with the number of wildcards in front of them."""
    runs: list[tuple[int, list[Node]]] = [(0, [])]
    for node in row:
        if isinstance(node, Sym) and node.token == WILDCARD:
            if runs[-1][1]:
                runs.append((0, []))
            runs[-1] = (runs[-1][0] + 1, [])
        else:
            runs[-1][1].append(node)
    return runs
