"""Lines below one another are aligned where their signs stand under one another, and nowhere else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pytest

from scipix.engine.latex.tree import MODES
from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import Graph, assemble
from scipix.engine.recognize.relations import Relation

R = Relation
Line = Sequence[tuple[str, float]]
"""Symbols of a line with their left ends, in em."""


def latex(lines: Sequence[Line], brace: bool = False, parted: Collection[int] = ()) -> str:
    """What is read of lines that the parser left in one cell each, or ``parted`` at the sign."""
    tokens, parents, relations, boxes = [], [], [], []
    first = [0.0] * len(lines)
    if brace:
        tokens, parents, relations, boxes = [r"\{"], [-1], [int(R.ROOT)], [(-1.0, 0.0, -0.7, 2.0)]
    head = -1
    for row, line in enumerate(lines):
        for place, (token, left) in enumerate(line):
            if place and row in parted and token == "=":
                parents.append(len(tokens) - place)
                relations.append(int(R.CELL))
            elif place:
                parents.append(len(tokens) - 1)
                relations.append(int(R.NEXT))
            else:
                parents.append(head if row else len(tokens) - 1)
                relations.append(int(R.ROW if row else R.NEXT if brace else R.ROOT))
                head = len(tokens)
            tokens.append(token)
            boxes.append((left, 1.5 * row, left + 0.4, 1.5 * row + 0.5))
        first[row] = line[0][1]
    modes = [MODES.index("left") if token == r"\{" else 0 for token in tokens]
    array = np.array(boxes, np.float32)
    return write(assemble(Graph(tokens, modes, parents, relations, array, np.ones(len(tokens), np.float32))))


SHORT: Line = [("a", 0.5), ("=", 1.0), ("b", 1.5)]
LONG: Line = [("c", 0.0), ("d", 0.5), ("=", 1.0), ("e", 1.5), ("f", 2.0), ("g", 2.5)]


def test_lines_whose_relations_stand_under_one_another_are_aligned_at_them() -> None:
    assert latex([SHORT, LONG]) == r"\begin{aligned} a & =b \\ cd & =efg \end{aligned}"


def test_so_are_those_of_a_system_behind_a_brace() -> None:
    expected = r"\left\{\begin{aligned} a & =b \\ cd & =efg \end{aligned}\right."
    assert latex([SHORT, LONG], brace=True) == expected


@pytest.mark.parametrize("left", [1.0, 1.9, 2.8])
def test_a_line_that_goes_on_with_a_sign_right_of_the_relation_stands_behind_it(left: float) -> None:
    going_on: Line = [("+", left), ("h", left + 0.5), ("h", left + 3)]
    assert latex([LONG, going_on]) == r"\begin{aligned} cd & =efg \\  & +hh \end{aligned}"


@pytest.mark.parametrize(
    "second",
    [
        pytest.param([("c", 0.2), ("=", 1.2), ("d", 1.6)], id="relations apart"),
        pytest.param([("c", -0.3), ("=", 1.0), ("d", 2.3)], id="centred"),
        pytest.param([("c", 0.5), ("=", 1.0), ("d", 1.5), ("e", 2.0)], id="flush left"),
        pytest.param([("c", 0.0), ("d", 0.5)], id="no relation"),
        pytest.param([("h", 1.6), ("d", 2.1), ("e", 2.6)], id="goes on without a sign"),
    ],
)
def test_others_are_not(second: Line) -> None:
    assert "&" not in latex([SHORT, second]).replace(r" & c", "c").replace(r" & a", "a")


def test_nor_is_one_that_begins_with_a_sign_far_to_the_right() -> None:
    first: Line = [("a", 0.0), ("=", 0.5), ("b", 1.0), ("b", 6.0)]
    assert "&" not in latex([first, [("+", 4.0), ("d", 4.5), ("e", 8.0)]])


@pytest.mark.parametrize("parted", [(0, 1, 2), (0, 2)])
def test_lines_that_begin_under_one_another_are_not_aligned_where_their_signs_do_not(
    parted: tuple[int, ...],
) -> None:
    lines: list[Line] = [
        [("a", 0.0), ("=", 0.5), ("b", 1.0)],
        [("c", 0.0), ("d", 0.5), ("=", 1.0), ("e", 1.5)],
        [("f", 0.0), ("=", 0.5), ("g", 1.0)],
    ]
    assert latex(lines, parted=parted) == r"\begin{aligned}  & a=b \\  & cd=e \\  & f=g \end{aligned}"
