"""Scripts behind the other script of their base are told by where they lie."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import Graph, assemble
from scipix.engine.recognize.relations import Relation

R = Relation
Item = tuple[str, int, R, float, float]
"""Token, parent, relation, left end and top."""


def latex(items: list[Item]) -> str:
    boxes = np.array([(x, y, x + 0.3, y + 0.4) for *_, x, y in items], np.float32)
    tokens, parents, relations = ([item[field] for item in items] for field in range(3))
    sizes = np.ones(len(items), np.float32)
    return write(assemble(Graph(tokens, [0] * len(items), parents, relations, boxes, sizes)))


@pytest.mark.parametrize(
    ("sub", "sup", "expected"),
    [
        pytest.param(0.4, 0.4, "F_i^j", id="stacked"),
        pytest.param(0.4, 0.6, "F_i^j", id="stacked, slanted base"),
        pytest.param(0.4, 0.8, "F_i{}^j", id="superscript behind"),
        pytest.param(0.8, 0.4, "F^j{}_i", id="subscript behind"),
    ],
)
def test_scripts_of_one_base(sub: float, sup: float, expected: str) -> None:
    assert latex([("F", -1, R.ROOT, 0, 0), ("i", 0, R.SUB, sub, 0.4), ("j", 0, R.SUP, sup, -0.2)]) == expected


def test_an_integral_moves_its_upper_bound_itself() -> None:
    items: list[Item] = [(r"\int", -1, R.ROOT, 0, 0), ("0", 0, R.SUB, 0.3, 0.5), ("1", 0, R.SUP, 0.8, -0.3)]
    assert latex(items) == r"\int_0^1"


def test_a_script_at_the_end_of_a_cell_is_not_one_of_the_next() -> None:
    items: list[Item] = [
        ("T", -1, R.ROOT, 0, 0), ("a", 0, R.SUP, 0.4, -0.2), ("b", 4, R.PRESUB, 0.8, 0.3),
        ("=", 0, R.CELL, 1.4, 0), ("c", 3, R.NEXT, 2, 0),
        ("x", 0, R.ROW, 0.6, 1), ("=", 5, R.CELL, 1.4, 1), ("y", 6, R.NEXT, 2, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{aligned} T^a{}_b & =c \\ x & =y \end{aligned}"


def test_one_left_of_the_symbol_before_is_that_ones() -> None:
    items: list[Item] = [
        ("T", -1, R.ROOT, 0, 0), ("a", 0, R.SUP, 0.4, -0.2), ("b", 4, R.PRESUB, 0.8, 0.3),
        ("c", 0, R.NEXT, 1.3, 0), ("d", 3, R.NEXT, 1.8, 0),
    ]  # fmt: skip
    assert latex(items) == "T^a{}_bcd"


def test_a_slanted_base_moves_its_superscript_as_far_as_it_reaches() -> None:
    items: list[Item] = [("Y", -1, R.ROOT, 0.2, 0), ("j", 0, R.SUB, -0.05, 0.4), ("r", 0, R.SUP, 0.6, -0.2)]
    assert latex(items) == "Y_j^r"
