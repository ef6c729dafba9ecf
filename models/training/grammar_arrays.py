"""Random formulas in several lines: cases, aligned and gathered lines, systems of equations."""

from __future__ import annotations

import random

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import chance
from scipix.models.training.grammar_matrices import environment

Random = random.Random


def condition(rng: Random) -> str:
    """What stands in the second column of cases."""
    test = f"{T.total(rng, 0, 1, 1)} {L.relation(rng)} {T.total(rng, 0, 1, 1)}"
    form = rng.random()
    if form < 0.45:
        return rf"\text{{{rng.choice(('', '', ' '))}{rng.choice(S.CONDITIONS)}}} {test}"
    if form < 0.6:
        return rf"\{rng.choice(('text', 'text', 'mbox', 'textrm'))}{{{rng.choice(S.PHRASES[:4])}}}"
    return test if form < 0.9 else rf"{L.digit(rng)} \leq {L.letter(rng)} < {L.digit(rng)}"


def cases(rng: Random) -> str:
    """cases with two to five rows, or the same as an array with one brace."""
    count = rng.choice((2, 2, 2, 3, 3, 4, 5))
    comma = rng.choice((",", "", ""))
    depth = 1 if count < 4 else 0
    cells = [[f"{T.total(rng, depth, 1, 2)}{comma}", condition(rng)] for _ in range(count)]
    if chance(rng, 0.2):
        cells[-1][1] = rng.choice((r"\text{otherwise}", r"\text{otherwise.}", r"\text{else}"))
    if chance(rng, 0.1):
        cells = [row[:1] for row in cells]
    inside = environment("cases", cells)
    if chance(rng, 0.2):
        inside = rf"\left\{{ {environment('array', cells, 'l' * len(cells[0]))} \right."
    left = rng.choice((lambda: T.applied(rng, 1), lambda: L.indexed(rng), lambda: T.total(rng, 1, 1, 2)))()
    return (
        f"{left} {rng.choice(('=', '=', '=', ':=', L.relation(rng)))} {inside}"
        if chance(rng, 0.9)
        else inside
    )


def _continuation(rng: Random, depth: int) -> str:
    space = rng.choice(("", "", "", r"\quad ", r"\qquad ", r"\; "))
    return f"{space}{rng.choice('++-')} {T.total(rng, depth, 1, 2)}"


def _aligned_cells(rng: Random, count: int, depth: int) -> list[list[str]]:
    cells: list[list[str]] = []
    for number in range(count):
        right = T.total(rng, depth, 1, 3)
        if number and chance(rng, 0.25):
            cells.append(["", _continuation(rng, depth)])
        elif number and chance(rng, 0.45):
            cells.append(["", f"{L.relation(rng)} {right}"])
        else:
            cells.append([T.total(rng, depth, 1, 2), f"{L.relation(rng)} {right}"])
    return cells


def _finish(rng: Random, cells: list[list[str]]) -> None:
    """Commas at the line ends and a full stop at the end of some."""
    if chance(rng, 0.3):
        for row in cells[:-1]:
            row[-1] += rng.choice((" ,", ",", ""))
    if chance(rng, 0.3):
        cells[-1][-1] += rng.choice((" .", ".", ","))


def aligned(rng: Random) -> str:
    """Lines aligned at their relations, with continuation lines; one or two pairs of columns, or ``rcl``."""
    count = rng.choice((2, 2, 2, 3, 3, 4, 5, 6))
    cells = _aligned_cells(rng, count, 1 if count < 5 else 0)
    form = rng.random()
    if form < 0.12:
        cells = [[*row, *other] for row, other in zip(cells, _aligned_cells(rng, count, 0), strict=True)]
    _finish(rng, cells)
    if 0.12 <= form < 0.3:
        split = [
            [row[0], *row[1].split(" ", 1)] if not row[1].startswith("\\") else [row[0], "=", row[1]]
            for row in cells
        ]
        return environment("array", [row if len(row) == 3 else [*row, ""] for row in split], "rcl")
    return environment("aligned", cells)


def gathered(rng: Random) -> str:
    """Centred lines without alignment, in ``gathered`` or in an array of one column."""
    count = rng.choice((2, 2, 3, 3, 4, 5))
    cells = [[T.equation(rng, 1 if count < 4 else 0)] for _ in range(count)]
    _finish(rng, cells)
    if chance(rng, 0.35):
        return environment("array", cells, rng.choice("lcc"))
    return environment("gathered", cells)


# -- systems ----------------------------------------------------------------------------------------
def _linear_row(rng: Random, names: list[str], split: bool) -> list[str]:
    """One linear equation: a cell a term and a sign, or left and right side only."""
    cells: list[str] = []
    for number, name in enumerate(names):
        sign = rng.choice("+-")
        coefficient = rng.choice(("", L.digit(rng), L.digit(rng), rf"{L.letter(rng)}_{{{number + 1}}}"))
        if number:
            cells.append(sign)
        cells.append(f"{coefficient} {name}".strip())
    right = rng.choice((L.digit, L.number, L.indexed))(rng)
    return [*cells, "=", right] if split else [" ".join(cells), f"= {right}"]


def system(rng: Random) -> str:
    """A system of linear equations in braces, aligned by terms or only by its equals signs."""
    count, form = rng.choice((2, 2, 3, 3, 4)), rng.random()
    base = L.letter(rng)
    names = (
        list("xyzw"[:count])
        if chance(rng, 0.5)
        else [f"{base}_{{{number}}}" for number in range(1, count + 1)]
    )
    split = form < 0.35
    cells = [_linear_row(rng, names, split) for _ in range(count)]
    if split:
        inside = environment("array", cells, "rc" * count + "r")
    elif form < 0.6:
        return environment("cases", [[" ".join(row)] for row in cells])
    else:
        inside = environment("aligned", cells)
    return rf"\left\{{ {inside} \right." if chance(rng, 0.75) else inside
