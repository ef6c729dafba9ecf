"""Environments that are displays of their own, and what stands for them inside a formula."""

from __future__ import annotations

from dataclasses import replace

from scipix.engine.latex.syntax.nodes import Environment, Line, Row
from scipix.engine.latex.syntax.walk import all_nodes

_INNER = {
    "align": "aligned", "flalign": "aligned", "gather": "gathered", "multline": "gathered",
    "alignat": "alignedat", "xalignat": "alignedat",
}  # fmt: skip
_SINGLE = frozenset({"equation", "displaymath", "math"})
DISPLAYS = frozenset({*_INNER, *_SINGLE, "eqnarray"})


def inner_form(row: Row) -> Row:
    """The formula with a display environment, which may not stand inside a display, made an inner one."""
    if len(row) != 1 or not isinstance(row[0], Environment):
        return row
    node = row[0]
    name = node.name.rstrip("*")
    if name in _SINGLE and len(node.lines) == 1 and len(node.lines[0].cells) == 1:
        return inner_form(node.lines[0].cells[0])
    if name == "eqnarray":
        return (replace(node, name="array", arguments=("rcl",)),)
    return (replace(node, name=_INNER[name]),) if name in _INNER else row


def lines_of(row: Row) -> tuple[Line, ...] | None:
    """The lines of a formula that is nothing but aligned equations, None for any other."""
    row = inner_form(row)
    node = row[0] if len(row) == 1 else None
    if isinstance(node, Environment) and node.name in ("aligned", "split", "alignedat"):
        return node.lines
    return None


def is_display(row: Row) -> bool:
    """Whether the formula is an environment that is a display of its own."""
    return len(row) == 1 and isinstance(row[0], Environment) and row[0].name.rstrip("*") in DISPLAYS


def has_tag(row: Row) -> bool:
    """Whether a number is written by hand with ``\\tag``."""
    return any(getattr(node, "name", "") == r"\tag" for node in all_nodes(row))
