"""Rows of an array help each other: cells run together are parted, kinds and columns follow the geometry."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import Graph, assemble
from scipix.engine.recognize.columns import alignment
from scipix.engine.recognize.relations import Relation

R = Relation
Item = tuple[str, int, R, float, float]
"""Token, parent, relation, left end and row."""


def latex(items: list[Item], width: float = 0.4, skip: float = 1.2) -> str:
    boxes = np.array([(x, skip * row, x + width, skip * row + 0.5) for *_, x, row in items], np.float32)
    tokens, parents, relations = ([item[field] for item in items] for field in range(3))
    modes, sizes = [0] * len(items), np.ones(len(items), np.float32)
    return write(assemble(Graph(tokens, modes, parents, relations, boxes, sizes)))


def test_a_line_is_parted_where_the_line_above_is() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("=", 0, R.CELL, 0.7, 0), ("b", 1, R.NEXT, 1.4, 0),
        ("c", 0, R.ROW, 0.0, 1), ("=", 3, R.NEXT, 0.7, 1), ("d", 4, R.NEXT, 1.4, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{aligned} a & =b \\ c & =d \end{aligned}"


def test_a_sign_elsewhere_stays_in_its_line() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("=", 0, R.CELL, 0.7, 0), ("b", 1, R.NEXT, 1.4, 0),
        ("c", 0, R.ROW, 0.0, 1), ("=", 3, R.NEXT, 1.4, 1), ("d", 4, R.NEXT, 2.1, 1),
    ]  # fmt: skip
    assert "c=d" in latex(items)


def test_white_as_wide_as_between_columns_parts_the_row_of_a_matrix() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("b", 0, R.CELL, 1.4, 0),
        ("c", 0, R.ROW, 0.0, 1), ("d", 2, R.NEXT, 1.4, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{matrix} a & b \\ c & d \end{matrix}"


def test_cells_that_hang_inside_a_cell_go_on_with_the_row() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("+", 0, R.NEXT, 1.4, 0),
        ("b", 1, R.CELL, 2.8, 0), ("e", 0, R.CELL, 4.2, 0),
        ("c", 0, R.ROW, 0.0, 1), ("+", 4, R.CELL, 1.4, 1),
        ("d", 5, R.CELL, 2.8, 1), ("f", 6, R.CELL, 4.2, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{matrix} a & + & b & e \\ c & + & d & f \end{matrix}"


@pytest.mark.parametrize(("second", "kind"), [(0.7, "aligned"), (1.4, "matrix")])
def test_lines_aligned_at_a_sign_have_columns_that_touch(second: float, kind: str) -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("=", 0, R.CELL, second, 0),
        ("c", 0, R.ROW, 0.0, 1), ("=", 2, R.CELL, second, 1),
    ]  # fmt: skip
    assert latex(items).startswith(rf"\begin{{{kind}}}")


def test_columns_that_do_not_tell_follow_the_others() -> None:
    equal, ragged, sign = [(0.0, 0.5)] * 2, [(1.0, 2.0), (1.5, 2.0)], [(3.0, 3.4)] * 2
    rows = [list(row) for row in zip(equal, sign, ragged, strict=True)]
    numbers = [[0, 1, 2]] * 2
    assert alignment(rows, numbers, 3, [False, False, False]) == "rrr"
    assert alignment(rows, numbers, 3, [False, True, False]) == "rcr"
    assert alignment([row[:2] for row in rows], [[0, 1]] * 2, 2, [False, False]) == "cc"
    same = [[(0.0, 0.5), (1.0, 1.4), (2.0, 2.5)]] * 2
    assert alignment(same, numbers, 3, [False, True, False]) == "rcl"


def test_terms_of_a_system_end_alike_and_its_signs_are_centred() -> None:
    equal = [[(float(n), n + 0.5) for n in range(5)]] * 3
    numbers, signs = [[0, 1, 2, 3, 4]] * 3, [False, True, False, True, False]
    assert alignment(equal, numbers, 5, signs) == "rcrcr"
    assert alignment(equal, numbers, 5, [False] * 5) == "ccccc"
    centred = [[(0.0, 1.0), *equal[0][1:4], (4.0, 5.0)], [(0.3, 0.7), *equal[0][1:4], (4.3, 4.7)]]
    assert alignment(centred, numbers[:2], 5, signs) == "ccccc"


def test_lines_whose_signs_are_not_under_one_another_are_single_cells() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 1.2, 0), ("=", 0, R.CELL, 1.9, 0), ("b", 1, R.NEXT, 2.6, 0),
        ("c", 0, R.ROW, 0.0, 1), ("d", 3, R.NEXT, 0.5, 1), ("=", 4, R.NEXT, 1.0, 1), ("e", 5, R.NEXT, 2.8, 1),
        ("f", 3, R.ROW, 0.2, 2), ("=", 7, R.CELL, 0.9, 2), ("g", 8, R.NEXT, 1.6, 2),
    ]  # fmt: skip
    assert r" a=b \\ cd=e \\ f=g " in latex(items)


def two_lines(left: float) -> list[Item]:
    """A short line that begins at ``left`` above one from 0 to 1.8."""
    return [
        ("a", -1, R.ROOT, left, 0), ("=", 0, R.NEXT, left + 0.7, 0),
        ("b", 0, R.ROW, 0.0, 1), ("=", 2, R.NEXT, 0.7, 1), ("c", 3, R.NEXT, 1.4, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "skip", "expected"),
    [
        (0.35, 1.5, r"\begin{gathered} a= \\ b=c \end{gathered}"),
        (0.7, 1.5, r"\begin{aligned} a= \\ b=c \end{aligned}"),
        (0.0, 1.5, r"\begin{aligned}  & a= \\  & b=c \end{aligned}"),
        (0.35, 1.2, r"\begin{matrix} a= \\ b=c \end{matrix}"),
        (0.7, 1.2, r"\begin{array}{r} a= \\ b=c \end{array}"),
        (0.0, 1.2, r"\begin{array}{l} a= \\ b=c \end{array}"),
    ],
)
def test_lines_are_set_and_spaced_as_they_are_seen(left: float, skip: float, expected: str) -> None:
    assert latex(two_lines(left), skip=skip) == expected


@pytest.mark.parametrize(("off", "expected"), [(0.0, "a & =b"), (0.04, "a & =b"), (0.15, "a=b")])
def test_lines_that_begin_alike_are_aligned_only_where_their_signs_are(off: float, expected: str) -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("=", 0, R.CELL, 0.7 + off, 0), ("b", 1, R.NEXT, 1.4 + off, 0),
        ("c", 0, R.ROW, 0.0, 1), ("=", 3, R.CELL, 0.7, 1), ("d", 4, R.NEXT, 1.4, 1), ("e", 5, R.NEXT, 2.0, 1),
    ]  # fmt: skip
    assert expected in latex(items)


@pytest.mark.parametrize(("left", "expected"), [(0.6, "a=b"), (0.0, "a & =b")])
def test_centred_lines_are_not_aligned_at_a_sign(left: float, expected: str) -> None:
    """The signs are under one another in both; in the first the middles of the lines are, too."""
    items: list[Item] = [
        ("a", -1, R.ROOT, left, 0), ("=", 0, R.CELL, 1.2, 0), ("b", 1, R.NEXT, 1.8, 0),
        ("c", 0, R.ROW, 0.0, 1), ("d", 3, R.NEXT, 0.6, 1), ("=", 3, R.CELL, 1.2, 1), ("e", 5, R.NEXT, 2.4, 1),
    ]  # fmt: skip
    assert expected in latex(items)


def test_a_line_that_goes_on_at_the_sign_keeps_the_lines_aligned() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("=", 0, R.CELL, 0.7, 0), ("b", 1, R.NEXT, 1.4, 0),
        ("+", 0, R.ROW, 1.4, 1), ("c", 3, R.NEXT, 2.1, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{aligned} a & =b \\  & +c \end{aligned}"


@pytest.mark.parametrize("letter", "lcr")
def test_letters_of_unlike_width_tell_how_their_columns_are_set(letter: str) -> None:
    widths = [(0.50, 0.79), (0.57, 0.50), (0.43, 0.65)]
    place = {"l": 0.0, "c": 0.5, "r": 1.0}[letter]
    rows = [[(2 * n - place * w, 2 * n + (1 - place) * w) for n, w in enumerate(row)] for row in widths]
    assert alignment(rows, [[0, 1]] * 3, 2, [False, False]) == 2 * letter


def test_a_column_that_says_nothing_goes_with_the_others() -> None:
    rows = [[(0.0, 0.5), (2.0, 2.8)], [(0.0, 0.5), (2.0, 2.5)], [(0.0, 0.5), (2.0, 2.4)]]
    assert alignment(rows, [[0, 1]] * 3, 2, [False, False]) == "ll"


def test_one_letter_a_little_off_its_middle_makes_no_array_of_a_matrix() -> None:
    rows = [[(0.0, 0.5), (2.0, 2.5)], [(0.04, 0.58), (2.0, 2.5)]]
    assert alignment(rows, [[0, 1]] * 2, 2, [False, False]) == "cc"


def test_digits_that_no_white_parts_are_one_cell() -> None:
    items: list[Item] = [
        ("8", -1, R.ROOT, 0.0, 0), ("7", 0, R.CELL, 0.45, 0), ("b", 1, R.CELL, 2.0, 0),
        ("c", 0, R.ROW, 0.2, 1), ("d", 3, R.CELL, 2.0, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{matrix} 87 & b \\ c & d \end{matrix}"


def test_one_row_that_nothing_encloses_is_no_array() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), (",", 0, R.NEXT, 0.5, 0),
        ("b", 0, R.CELL, 2.0, 0), ("c", 0, R.AFTER, 4.0, 0),
    ]  # fmt: skip
    assert latex(items) == "a,bc"


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("|", "|")])
def test_one_row_between_delimiters_is_an_array(opening: str, closing: str) -> None:
    items: list[Item] = [
        (opening, -1, R.ROOT, -1.0, 0), ("a", 0, R.NEXT, 0.0, 0), ("b", 1, R.CELL, 2.0, 0),
        (closing, 1, R.AFTER, 3.0, 0),
    ]  # fmt: skip
    assert "a & b" in latex(items)
    unopened: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("b", 0, R.CELL, 2.0, 0), (closing, 0, R.AFTER, 3.0, 0),
    ]  # fmt: skip
    assert "a & b" in latex(unopened)


DIAGRAM: list[Item] = [
    ("A", -1, R.ROOT, 0.0, 0), (r"\rightarrow", 0, R.CELL, 1.4, 0), ("B", 1, R.CELL, 2.8, 0),
    (r"\downarrow", 0, R.ROW, 0.0, 1), ("C", 3, R.ROW, 0.0, 2), (r"\rightarrow", 4, R.CELL, 1.4, 2),
    ("D", 5, R.CELL, 2.8, 2),
]  # fmt: skip


@pytest.mark.parametrize("relation", [R.AFTER, R.CELL])
def test_an_arrow_of_a_diagram_is_no_delimiter(relation: R) -> None:
    parent = 0 if relation == R.AFTER else 3
    arrow: Item = (r"\downarrow", parent, relation, 2.8, 1)
    rows = (r"A & \rightarrow & B", r"\downarrow &  & \downarrow", r"C & \rightarrow & D")
    assert latex([*DIAGRAM, arrow]) == r"\begin{matrix} " + r" \\ ".join(rows) + r" \end{matrix}"


@pytest.mark.parametrize("relation", [R.SUB, R.SUP, R.NEXT])
def test_the_label_of_an_arrow_stands_beside_it(relation: R) -> None:
    items: list[Item] = [*DIAGRAM, (r"\downarrow", 3, R.CELL, 2.8, 1), ("f", 7, relation, 3.3, 1)]
    assert r"\downarrow f" in latex(items)


def test_an_arrow_between_terms_makes_no_diagram() -> None:
    items: list[Item] = [
        ("a", -1, R.ROOT, 0.0, 0), ("=", 0, R.CELL, 0.7, 0), ("b", 1, R.NEXT, 1.4, 0),
        ("c", 0, R.ROW, 0.0, 1), (r"\downarrow", 3, R.NEXT, 0.5, 1), ("d", 4, R.NEXT, 1.0, 1),
        ("x", 5, R.NEXT, 1.5, 1), ("y", 6, R.NEXT, 2.0, 1),
    ]  # fmt: skip
    assert latex(items) == r"\begin{array}{l} a=b \\ c\downarrow dxy \end{array}"
