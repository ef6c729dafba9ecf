"""Rows of a display, each read by itself, as one formula: aligned at a relation, or one under the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scipix.app.token_spans import TokenSpan, spans
from scipix.engine.layout.joined import RELATIONS
from scipix.engine.types import Box, Token

_SAME_PLACE = 0.2
"""em: signs that begin so close to each other are aligned."""
_CONTINUED = 4.0
"""em: a row that goes on with a sum begins no farther behind the relation above it."""
_CONTINUES = ("+", "-", r"\pm", r"\mp", r"\cdot", r"\times")
_ONE_COLUMN = re.compile(r"\\begin\{aligned\} ((?:[^&\\]|\\[^b]|\\b(?!egin))*) \\end\{aligned\}$")
_OPENS = re.compile(r"\\left(?![a-zA-Z])|\\begin\b|(?<!\\)\{")
_CLOSES = re.compile(r"\\right(?![a-zA-Z])|\\end\b|(?<!\\)\}")


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A row, its tokens with their places on the page (() where those are not known), and its place."""

    latex: str
    tokens: tuple[Token, ...]
    box: Box


def as_one_display(rows: Sequence[DisplayRow], em: float) -> str:
    """The LaTeX of all rows; ``em`` is the size of their type in points."""
    cuts = _cuts(rows, em)
    if cuts is None:
        return _environment("gathered", [row.latex for row in rows])
    return _environment("aligned", [_cut(row.latex, cut) for row, cut in zip(rows, cuts, strict=True)])


def centred(latex: str) -> str:
    """Rows that are aligned at nothing stand in the middle."""
    match = _ONE_COLUMN.match(latex)
    return _environment("gathered", [match.group(1)]) if match else latex


def _environment(name: str, rows: Sequence[str]) -> str:
    return f"\\begin{{{name}}} " + r" \\ ".join(rows) + f" \\end{{{name}}}"


def _cut(latex: str, place: int) -> str:
    return f"{latex[:place].rstrip()} & {latex[place:]}".lstrip()


def _cuts(rows: Sequence[DisplayRow], em: float) -> list[int] | None:
    """Where in each row the mark of alignment goes; None where the rows share no relation's place."""
    known = [_relations(row) for row in rows]
    for span in next((relations for relations in known if relations), ()):
        x = span.box.x0 if span.box else 0.0
        cuts = [_place(row, relations, x, em) for row, relations in zip(rows, known, strict=True)]
        if all(cut is not None for cut in cuts):
            return [cut for cut in cuts if cut is not None]
    return None


def _place(row: DisplayRow, relations: Sequence[TokenSpan], x: float, em: float) -> int | None:
    """Where a row is cut that is aligned at ``x``: at its relation there, or before all of it."""
    for span in relations:
        if span.box is not None and abs(span.box.x0 - x) < _SAME_PLACE * em:
            return span.start
    behind = -_SAME_PLACE * em < row.box.x0 - x < _CONTINUED * em
    return 0 if behind and row.latex.startswith(_CONTINUES) else None


def _relations(row: DisplayRow) -> list[TokenSpan]:
    """The relations of a row that stand in no group, fence or array."""
    found: list[TokenSpan] = []
    for span in spans(row.latex, row.tokens):
        before = row.latex[: span.start]
        free = len(_OPENS.findall(before)) == len(_CLOSES.findall(before))
        if free and span.box is not None and row.latex[span.start : span.end] in RELATIONS:
            found.append(span)
    return found
