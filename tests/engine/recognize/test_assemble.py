"""Layout graphs become the trees that they describe."""

# ruff: noqa: E501  # a case a line

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.tree import MODES
from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import AssemblyError, Graph, assemble
from scipix.engine.recognize.grounding import ground
from scipix.engine.recognize.relations import Relation

R = Relation

Item = tuple[str, int, R, tuple[float, float, float, float]]


def graph(items: list[Item], modes: dict[int, str] | None = None) -> Graph:
    numbers = [MODES.index((modes or {}).get(i, "")) for i in range(len(items))]  # type: ignore[arg-type]
    boxes = np.array([item[3] for item in items], np.float32)
    return Graph(
        [i[0] for i in items],
        numbers,
        [i[1] for i in items],
        [i[2] for i in items],
        boxes,
        np.ones(len(items), np.float32),
    )


def at(x: float, y: float = 0.0, w: float = 0.4) -> tuple[float, float, float, float]:
    return (x, y, x + w, y + 0.5)


HIGH = (0.4, -0.95, 0.8, 0.95)


CASES: list[tuple[str, list[Item], dict[int, str]]] = [
    ("x_i^2", [("x", -1, R.ROOT, at(0)), ("i", 0, R.SUB, at(0.5, 0.3)), ("2", 0, R.SUP, at(0.5, -0.3))], {}),
    ("\\frac{a}{b}", [("rule", -1, R.ROOT, at(0)), ("a", 0, R.NUMERATOR, at(0)), ("b", 0, R.DENOMINATOR, at(0))], {}),
    ("\\overline{a}b", [("rule", -1, R.ROOT, at(0)), ("a", 0, R.UNDER_BAR_OF, at(0)), ("b", 0, R.NEXT, at(1))], {}),
    ("-a", [("rule", -1, R.ROOT, at(0)), ("a", 0, R.NEXT, at(0.5))], {}),
    (
        "\\sqrt[3]{x}",
        [("\\sqrt", -1, R.ROOT, at(0)), ("rule", 0, R.PART, at(0)), ("x", 0, R.INSIDE, at(0.4)), ("3", 0, R.INDEX, at(0))],
        {},
    ),
    (
        "\\lim_nx",
        [(f"\\mathrm{{{c}}}", k - 1, R.NEXT if k else R.ROOT, at(0.42 * k)) for k, c in enumerate("lim")]
        + [("n", 2, R.BELOW, at(0.5, 0.6)), ("x", 2, R.NEXT, at(1.6))],
        {},
    ),
    (
        "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
        [("(", -1, R.ROOT, at(0)), ("a", 0, R.NEXT, at(1)), ("b", 1, R.CELL, at(2)), ("c", 1, R.ROW, at(1, 1)),
         ("d", 3, R.CELL, at(2, 1)), (")", 1, R.AFTER, at(3))],
        {0: "left", 5: "right"},
    ),
    (
        "\\begin{cases} a & b \\\\  & d \\end{cases}",
        [("\\{", -1, R.ROOT, at(0)), ("a", 0, R.NEXT, at(1)), ("b", 1, R.CELL, at(2)), ("d", 1, R.ROW, at(2, 1))],
        {0: "left"},
    ),
    ("\\binom{n}{k}", [("(", -1, R.ROOT, at(0)), ("n", 0, R.NEXT, at(1)), ("k", 1, R.ATOP, at(1, 1)), (")", 1, R.AFTER, at(2))],
     {0: "left", 3: "right"}),
    ("\\surd x", [("\\sqrt", -1, R.ROOT, at(0)), ("x", 0, R.NEXT, at(1))], {}),
    ("{}^3H", [("3", 1, R.PRESUP, at(0)), ("H", -1, R.ROOT, at(0.5))], {}),
    (
        "\\left[a\\right]",
        [("[", -1, R.ROOT, (0, -1, 0.3, 1)), ("a", 0, R.NEXT, HIGH), ("]", 1, R.NEXT, (1, -1, 1.3, 1.1))],
        {2: "right"},
    ),
    (
        "\\left(a\\right]^2",
        [("(", -1, R.ROOT, (0, -1, 0.3, 1)), ("a", 0, R.NEXT, HIGH), ("]", 1, R.NEXT, (1, -1, 1.3, 1)), ("2", 2, R.SUP, at(1.5, -1))],
        {0: "left"},
    ),
    (
        "\\left[a\\right]b",
        [("[", -1, R.ROOT, (0, -1, 0.3, 1)), ("a", 0, R.NEXT, HIGH), ("]", 1, R.NEXT, (1, -1, 1.3, 1.1)), ("b", 2, R.NEXT, at(2))],
        {0: "bigg", 2: "right"},
    ),
    (
        "\\left.a\\bigl[b\\right]",
        [("a", -1, R.ROOT, HIGH), ("[", 0, R.NEXT, (0.9, -0.6, 1.1, 0.6)), ("b", 1, R.NEXT, at(1)), ("]", 2, R.NEXT, (1.5, -1, 1.8, 1.1))],
        {1: "big", 3: "right"},
    ),
    (
        "\\left.[a\\right]",
        [("[", -1, R.ROOT, at(0)), ("a", 0, R.NEXT, HIGH), ("]", 1, R.NEXT, (1, -1, 1.3, 1.1))],
        {2: "right"},
    ),
    (
        "\\left(a(b)c\\right)",
        [("(", -1, R.ROOT, (0, -0.6, 0.2, 0.6)), ("a", 0, R.NEXT, at(0.3, -0.58)), ("(", 1, R.NEXT, (0.8, -0.5, 1, 0.5)),
         ("b", 2, R.NEXT, at(1.1)), (")", 3, R.NEXT, (1.6, -0.5, 1.8, 0.5)), ("c", 4, R.NEXT, at(2)),
         (")", 5, R.NEXT, (2.5, -0.6, 2.7, 0.6))],
        {0: "left", 6: "big"},
    ),
    (
        "\\Bigl(a\\Bigr)",
        [("(", -1, R.ROOT, (0, -0.9, 0.3, 0.9)), ("a", 0, R.NEXT, at(0.4, -0.25)), (")", 1, R.NEXT, (1, -0.9, 1.3, 0.9))],
        {0: "left", 2: "right"},
    ),
    (
        "\\bigl(a\\bigr)",
        [("(", -1, R.ROOT, (0, -0.6, 0.3, 0.6)), ("a", 0, R.NEXT, HIGH), (")", 1, R.NEXT, (1, -0.6, 1.3, 0.6))],
        {0: "left", 2: "right"},
    ),
    (
        "\\bigl(a\\bigr)",
        [("(", -1, R.ROOT, (0, -0.6, 0.3, 0.6)), ("a", 0, R.NEXT, at(0.4, -0.25)), (")", 1, R.NEXT, (1, -0.6, 1.3, 0.55))],
        {0: "big"},
    ),
    (
        "\\left(a\\right)",
        [("(", -1, R.ROOT, (0, -0.9, 0.3, 0.9)), ("a", 0, R.NEXT, HIGH), (")", 1, R.NEXT, (1, -0.6, 1.3, 0.6))],
        {0: "left", 2: "right"},
    ),
    (
        "\\{\\left|a\\right|\\}",
        [("\\{", -1, R.ROOT, (-1, -0.5, -0.8, 0.5)), ("|", 0, R.NEXT, (0, -0.6, 0.1, 0.6)), ("a", 1, R.NEXT, at(0.4, -0.25)),
         ("|", 2, R.NEXT, (1, -0.6, 1.1, 0.6)), ("\\}", 3, R.NEXT, (1.2, -0.5, 1.4, 0.5))],
        {1: "left", 3: "big"},
    ),
    ("a\\bigg|", [("a", -1, R.ROOT, at(0, -0.25)), ("|", 0, R.NEXT, (0.5, -1.2, 0.6, 1.2))], {1: "right"}),
    ("\\left.f\\right|", [("f", -1, R.ROOT, at(0)), ("|", 0, R.NEXT, at(0.5))], {1: "right"}),
    (
        "\\left(a\\middle|b\\right)c",
        [("(", -1, R.ROOT, (0, -0.9, 0.3, 0.9)), ("a", 0, R.NEXT, HIGH), ("|", 1, R.NEXT, (1, -0.9, 1.1, 0.9)), ("b", 2, R.NEXT, at(1.3)),
         (")", 3, R.NEXT, (1.8, -0.9, 2, 0.9)), ("c", 4, R.NEXT, at(2.2))],
        {0: "left", 2: "left", 4: "right"},
    ),
    (
        "{}_2^4\\mathrm{H}",
        [("\\mathrm{H}", -1, R.ROOT, at(1)), ("4", 0, R.PRESUP, at(0.5, -0.3)), ("2", 1, R.ROW, at(0.5, 0.3))],
        {},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("latex", "items", "modes"), CASES, ids=[case[0] for case in CASES])
def test_graph_is_written_as(latex: str, items: list[Item], modes: dict[int, str]) -> None:
    assert write(assemble(graph(items, modes))) == latex


@pytest.mark.parametrize(("latex", "items", "modes"), CASES, ids=[case[0] for case in CASES])
def test_every_symbol_stands_behind_a_token(latex: str, items: list[Item], modes: dict[int, str]) -> None:
    # GIVEN an assembled formula WHEN its tokens are grounded
    grounded = ground(latex, assemble(graph(items, modes)))
    # THEN every symbol is found once (the rule of a root belongs to its sign; a binomial's closing brace is implied)
    numbers = [number for _, symbols in grounded for number in symbols]
    silent = {i for i, item in enumerate(items) if item[2] == R.PART}
    assert len(numbers) == len(set(numbers))
    if not latex.startswith("\\binom"):
        assert set(numbers) == set(range(len(items))) - silent


@pytest.mark.parametrize(
    "links",
    [
        [(-1, R.ROOT), (-1, R.ROOT)],
        [(-1, R.ROOT), (2, R.NEXT), (1, R.SUB)],
        [(-1, R.ROOT), (2, R.CELL), (1, R.CELL), (1, R.ROW)],
        [(-1, R.ROOT), (2, R.NEXT), (1, R.NEXT), (1, R.PRESUB)],
        [(-1, R.ROOT), (0, R.NEXT), (0, R.NEXT)],
    ],
    ids=["two roots", "circle", "circle of cells", "circle behind a script", "one place twice"],
)  # fmt: skip
def test_what_is_no_formula_is_an_error(links: list[tuple[int, R]]) -> None:
    items: list[Item] = [("x", parent, relation, at(i)) for i, (parent, relation) in enumerate(links)]
    with pytest.raises(AssemblyError):
        assemble(graph(items))
