"""Marks of arrays: cells hang on the cell before them, rows on the row above."""

from __future__ import annotations

from scipix.engine.latex.tree import Array, Row
from scipix.engine.recognize.relations import Relation
from scipix.models.training.mark_graph import MarkGraph, UnmarkableError


def mark_array(graph: MarkGraph, node: Array, environment: str = "") -> tuple[str, int]:
    """Source and head of an array, in the environment named or in one that draws the same.

    Raises:
        UnmarkableError: all of its cells are empty, or rules stand between them, which no relation tells.
    """
    if node.ruled:
        raise UnmarkableError("an array with rules")
    rows: list[str] = []
    head, above = -1, -1
    for cells in node.rows:
        source, first = _mark_cells(graph, cells, above)
        rows.append(source)
        above = first if first >= 0 else above
        head = first if head < 0 else head
    if head < 0:
        raise UnmarkableError("an empty array")
    return _environment(graph, node, environment, rows), head


def _mark_cells(graph: MarkGraph, cells: tuple[Row, ...], above: int) -> tuple[str, int]:
    """Source and head of one row, linked to the head of the row above (-1: none); empty cells are passed."""
    sources: list[str] = []
    head, before = -1, -1
    for cell in cells:
        source, first = graph.row(cell)
        sources.append(source)
        if first < 0:
            continue
        if before >= 0:
            graph.link(first, before, Relation.CELL)
        elif above >= 0:
            graph.link(first, above, Relation.ROW)
        head = first if head < 0 else head
        before = first
    return " & ".join(sources), head


def _environment(graph: MarkGraph, node: Array, environment: str, rows: list[str]) -> str:
    body = r" \\{}".join(rows)
    columns = max(len(row) for row in node.rows)
    if environment:
        return f"\\begin{{{environment}}}{body}\\end{{{environment}}}"
    if node.kind == "substack":
        return f"\\substack{{{body}}}"
    if node.kind in ("aligned", "gathered"):
        return f"\\begin{{{node.kind}}}{body}\\end{{{node.kind}}}"
    align = (node.align or ("l" if node.kind == "cases" else "c") * columns).ljust(columns, "c")
    if set(align) == {"c"} and graph.rng.random() < 0.5 and columns <= 10:
        return f"\\begin{{matrix}}{body}\\end{{matrix}}"
    return f"\\begin{{array}}{{{align}}}{body}\\end{{array}}"
