"""Rules between cells: told from brackets, bars and lines of fractions, erased, and put into the tree."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import AssemblyError, Graph, assemble
from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.table_rules import NONE, Rules, erased, found, of_boxes

R = Relation
TOP, BOTTOM, MIDDLE = 30, 90, 60
LETTERS = ((40, 34), (40, 68), (90, 34), (90, 68))
"""Left and upper ends of four cells."""
BETWEEN = (70, TOP, 72, BOTTOM)


Box = tuple[int, int, int, int]


def picture(*strokes: Box, letters: tuple[tuple[int, int], ...] = LETTERS) -> np.ndarray:
    """Blocks for letters, and black boxes."""
    gray = np.full((120, 150), 255, np.uint8)
    for x, y in letters:
        gray[y : y + 16, x : x + 14] = 0
    for x0, y0, x1, y1 in strokes:
        gray[y0:y1, x0:x1] = 0
    return gray


def test_a_rule_between_columns_and_one_that_crosses_it_are_found() -> None:
    rules = found(picture(BETWEEN))
    assert rules.vertical.tolist() == [list(BETWEEN)]
    assert not len(rules.horizontal)
    crossed = found(picture(BETWEEN, (28, MIDDLE, 116, MIDDLE + 2)))
    assert len(crossed.vertical) == 1
    assert crossed.horizontal.tolist() == [[28, MIDDLE, 116, MIDDLE + 2]]


def test_lines_all_around_are_found_where_they_meet_others() -> None:
    frame = [(28, y, 118, y + 2) for y in (26, MIDDLE, 92)] + [(x, 26, x + 2, 94) for x in (28, 70, 116)]
    rules = found(picture(*frame))
    assert len(rules.vertical) == 3
    assert len(rules.horizontal) == 3


def test_a_line_longer_than_its_rows_is_a_rule_and_that_of_a_fraction_is_none() -> None:
    assert len(found(picture((28, MIDDLE, 116, MIDDLE + 2))).horizontal) == 1
    assert not len(found(picture((39, MIDDLE, 105, MIDDLE + 2))))


@pytest.mark.parametrize(
    "strokes",
    [
        [(30, TOP, 32, BOTTOM)],
        [BETWEEN, (72, TOP, 79, TOP + 2), (72, BOTTOM - 2, 79, BOTTOM)],
        [(64, TOP, 66, BOTTOM), (76, TOP, 78, BOTTOM)],
        [(56, TOP, 58, BOTTOM)],
        [],
    ],
    ids=["nothing left of it", "a bracket", "two determinants", "as near as a factor", "nothing"],
)
def test_delimiters_are_no_rules(strokes: list[Box]) -> None:
    assert not len(found(picture(*strokes)))


def test_what_stands_in_one_row_has_no_rule() -> None:
    assert not len(found(picture(BETWEEN, letters=((40, 52), (90, 52)))))


def test_erased_rules_leave_the_letters_beside_them() -> None:
    plain = picture(letters=(*LETTERS, (62, 56)))
    line = (28, MIDDLE, 116, MIDDLE + 2)
    ruled = picture(BETWEEN, line, letters=(*LETTERS, (62, 56)))
    gray = erased(ruled, Rules(np.array([BETWEEN], np.float32), np.array([line], np.float32)))
    assert (gray[MIDDLE : MIDDLE + 2, 28:116] == 255).all()
    assert (gray[TOP:BOTTOM, 70:72] == 255).all()
    assert (gray[56:MIDDLE, 62:66] == plain[56:MIDDLE, 62:66]).all()
    assert erased(plain, NONE) is plain


def test_boxes_tell_the_same_as_a_picture() -> None:
    letters = [(x, y, x + 14, y + 16) for x, y in LETTERS]
    line = (28, MIDDLE, 116, MIDDLE + 2)
    rules = of_boxes(np.array([*letters, BETWEEN, line], np.float32) / 2.4, 10.0)
    assert rules.vertical == pytest.approx(np.array([BETWEEN]) / 2.4, abs=0.5)
    assert rules.horizontal == pytest.approx(np.array([line]) / 2.4, abs=0.5)
    three = np.array([BETWEEN, line, letters[0]], np.float32) / 2.4
    assert rules.holds(three).tolist() == [True, True, False]
    assert not len(of_boxes(np.array(letters, np.float32), 24.0))


def latex(rules: Rules, *, columns: int = 2) -> str:
    """Two rows of cells 1.4 em apart, 0.4 em wide, rows 1.2 em apart, with rules."""
    tokens = [*"abcd"[:columns], *"efgh"[:columns]]
    parents = [-1, *range(columns - 1), 0, *range(columns, 2 * columns - 1)]
    relations = [R.ROOT, *[R.CELL] * (columns - 1), R.ROW, *[R.CELL] * (columns - 1)]
    places = [(1.4 * x, 1.2 * y) for y in range(2) for x in range(columns)]
    boxes = np.array([(x, y, x + 0.4, y + 0.5) for x, y in places], np.float32)
    sizes = np.ones(len(tokens), np.float32)
    return write(assemble(Graph(tokens, [0] * len(tokens), parents, relations, boxes, sizes, rules)))


def lines(*boxes: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(boxes, np.float32).reshape(-1, 4)


ACROSS, DOWN = (-0.5, 0.85, 2.3, 0.9), (0.88, -0.3, 0.92, 2.0)


@pytest.mark.parametrize(
    ("vertical", "horizontal", "text"),
    [
        ([DOWN], [], r"\begin{array}{c|c} a & b \\ e & f \end{array}"),
        ([DOWN], [ACROSS], r"\begin{array}{c|c} a & b \\ \hline e & f \end{array}"),
        ([], [ACROSS], r"\begin{array}{cc} a & b \\ \hline e & f \end{array}"),
        (
            [(-0.5, -0.4, -0.46, 2.1)], [(-0.5, -0.4, 2.3, -0.36), (-0.5, 2.05, 2.3, 2.1)],
            r"\begin{array}{|cc} \hline a & b \\ e & f \\ \hline \end{array}",
        ),
    ],
    ids=["column", "block", "row", "frame"],
)  # fmt: skip
def test_rules_go_where_cells_part(vertical: list, horizontal: list, text: str) -> None:
    assert latex(Rules(lines(*vertical), lines(*horizontal))) == text


@pytest.mark.parametrize(
    ("vertical", "horizontal"),
    [
        ([(0.2, -0.3, 0.24, 2.0)], []), ([(0.88, -0.3, 0.92, 0.6)], []), ([(0.88, -2.0, 0.92, 2.0)], []),
        ([], [(-0.5, 0.85, 0.9, 0.9)]), ([], [(-0.5, 0.2, 2.3, 0.25)]), ([(-0.5, -0.3, -0.46, 2.0)], []),
        ([(4.0, -0.3, 4.04, 2.0)], []),
    ],
    ids=["in a cell", "one row", "too high", "one column", "through a row", "a bar", "far off"],
)  # fmt: skip
def test_what_fits_no_array_is_no_rule(vertical: list, horizontal: list) -> None:
    with pytest.raises(AssemblyError, match="rule"):
        latex(Rules(lines(*vertical), lines(*horizontal)))


def test_one_column_with_a_line_between_its_rows_is_rather_a_fraction() -> None:
    with pytest.raises(AssemblyError, match="rule"):
        latex(Rules(lines(), lines((-0.5, 0.85, 0.9, 0.9))), columns=1)
