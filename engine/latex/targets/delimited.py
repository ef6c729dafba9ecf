"""Arrays as tables of values: CSV and TSV."""

from __future__ import annotations

import csv
import io

from scipix.engine.latex.presentation.nodes import Fence, Inner, Row, Styled, Table
from scipix.engine.latex.targets.target import ConversionError, Formula, Target
from scipix.engine.latex.targets.unicode_text import unicode_text


def _table(row: Row) -> Table:
    """The array that the formula is, its delimiters aside."""
    node = row[0] if len(row) == 1 else None
    while isinstance(node, Fence | Inner | Styled) and len(node.body) == 1:
        node = node.body[0]
    if not isinstance(node, Table):
        raise ConversionError(
            "a formula that is not one array", row[0] if row else None, "Choose a text format."
        )
    return node


def _delimited(formula: Formula, delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerows([unicode_text(cell) for cell in line] for line in _table(formula.shown()).lines)
    return out.getvalue().removesuffix("\n")


def _csv(formula: Formula) -> str:
    return _delimited(formula, ",")


def _tsv(formula: Formula) -> str:
    return _delimited(formula, "\t")


TARGETS = (
    Target("csv", "CSV", "data", ".csv", ("text/csv", "text/plain"), _csv),
    Target("tsv", "TSV", "data", ".tsv", ("text/tab-separated-values", "text/plain"), _tsv),
)
