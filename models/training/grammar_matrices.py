"""Random matrices and arrays, alone and in products.

Rows are made as lists of cells and joined late, so that every row of an array has the columns it needs.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import Piece, chance
from scipix.models.training.grammar_symbols import Weighted

Random = random.Random

MATRICES = Weighted(
    (
        ("pmatrix", 10),
        ("bmatrix", 8),
        ("matrix", 3),
        ("vmatrix", 4),
        ("Bmatrix", 2),
        ("Vmatrix", 2),
        ("smallmatrix", 1.5),
    )
)
_SIZES = Weighted(((1, 2), (2, 10), (3, 10), (4, 5), (5, 2), (6, 1.5)))


def rows(cells: Sequence[Sequence[str]]) -> str:
    """Cells -> the inside of an array. A row must not begin with what ``\\\\`` would take as its argument."""
    lines = [" & ".join(row) for row in cells]
    return r" \\ ".join(["{} " + line if line.lstrip().startswith(("[", "*")) else line for line in lines])


def environment(name: str, cells: Sequence[Sequence[str]], columns: str = "") -> str:
    """An environment around rows of cells."""
    spec = f"{{{columns}}}" if columns else ""
    return rf"\begin{{{name}}}{spec} {rows(cells)} \end{{{name}}}"


_ENTRY_KINDS: Weighted[Piece] = Weighted(
    (
        (L.digit, 8),
        (lambda rng: rng.choice(("0", "0", "0", "1", "1", "-1", "i", "-i")), 6),
        (L.atom, 7),
        (L.indexed, 7),
        (lambda rng: f"{rng.choice(('-', ''))}{L.number(rng)}", 3),
        (lambda rng: T.fraction(rng, 0), 2),
        (lambda rng: T.total(rng, 0, 1, 2), 4),
        (lambda rng: rf"{rng.choice(('', '-'))} \{rng.choice(('cos', 'sin'))} {L.greek(rng)}", 1.5),
        (lambda rng: T.derivative(rng, 0), 1.5),
        (lambda rng: T.total(rng, 1, 1, 2), 1),
        (lambda rng: rf"{L.digit(rng)} \sqrt{{{L.digit(rng)}}}", 0.5),
    )
)


def _entries(rng: Random) -> Piece:
    """A maker of entries: mostly of one kind a matrix, as in books."""
    if chance(rng, 0.6):
        return _ENTRY_KINDS.pick(rng)
    return lambda rng: _ENTRY_KINDS.pick(rng)(rng)


def _counted(rng: Random, height: int, width: int) -> list[list[str]]:
    """a_{11} a_{12} ... with dots for what is left out."""
    base, glue = L.nucleus(rng), rng.choice(("", "", ", ", " "))
    down = [*map(str, range(1, height)), rng.choice((L.index(rng), str(height)))]
    across = [*map(str, range(1, width)), rng.choice((L.index(rng), str(width)))]
    cells = [[f"{base}_{{{row}{glue or ' '}{column}}}" for column in across] for row in down]
    if height > 2 and chance(rng, 0.8):
        cells[-2] = [r"\vdots"] * width
    if width > 2 and chance(rng, 0.8):
        for row in cells:
            row[-2] = r"\ddots" if row[0] == r"\vdots" else rng.choice((r"\cdots", r"\cdots", r"\ldots"))
    return cells


def _dot_some(rng: Random, cells: list[list[str]]) -> None:
    """Put dots into an inner row and column, or into single cells."""
    if len(cells) > 2 and len(cells[0]) > 2 and chance(rng, 0.6):
        middle, column = rng.randrange(1, len(cells) - 1), rng.randrange(1, len(cells[0]) - 1)
        cells[middle] = [r"\vdots"] * len(cells[0])
        for row in cells:
            row[column] = r"\ddots" if row is cells[middle] else r"\cdots"
        return
    for row in cells:
        if chance(rng, 0.5):
            row[rng.randrange(len(row))] = rng.choice(S.DOTS)


def _empty_some(rng: Random, cells: list[list[str]]) -> None:
    """Leave cells blank: a triangle or single ones, never a whole row or column."""
    triangle = chance(rng, 0.5)
    for number, row in enumerate(cells):
        for column in range(len(row)):
            if number != column and (number > column if triangle else chance(rng, 0.35)):
                row[column] = ""


def grid(rng: Random, height: int, width: int) -> list[list[str]]:
    """Entries of a matrix, with dots and blank cells now and then."""
    if max(height, width) > 2 and chance(rng, 0.15):
        return _counted(rng, height, width)
    entry = _entries(rng)
    if max(height, width) > 4:
        entry = rng.choice((L.digit, L.atom, L.indexed, entry))
    cells = [[entry(rng) for _ in range(width)] for _ in range(height)]
    if min(height, width) > 1 and chance(rng, 0.15):
        _dot_some(rng, cells)
    elif min(height, width) > 1 and chance(rng, 0.15):
        _empty_some(rng, cells)
    return cells


def _size(rng: Random) -> tuple[int, int]:
    height, width = _SIZES.pick(rng), _SIZES.pick(rng)
    if chance(rng, 0.4):
        width = height
    return (height, width) if height > 1 or width > 1 else (2, 2)


def block(rng: Random, size: tuple[int, int] | None = None, name: str | None = None) -> str:
    """A matrix of any size and fence, sometimes written as an array between ``\\left`` and ``\\right``."""
    height, width = size or _size(rng)
    cells = grid(rng, height, width)
    if name is None and chance(rng, 0.15):
        opening, closing = rng.choice(S.PAIRS)
        return rf"\left{opening} {environment('array', cells, _columns(rng, width))} \right{closing}"
    return environment(name or MATRICES.pick(rng), cells)


def _columns(rng: Random, width: int) -> str:
    return (
        rng.choice("cccccrl") * width
        if chance(rng, 0.8)
        else "".join(rng.choice("lcr") for _ in range(width))
    )


def matrix(rng: Random) -> str:
    """A matrix alone, with a power, or as one side of an equation."""
    form, inside = rng.random(), block(rng)
    if form < 0.35:
        return inside
    if form < 0.45:
        return f"{block(rng, name=rng.choice(('pmatrix', 'bmatrix', 'vmatrix')))}^{{{L.superscript(rng)}}}"
    if form < 0.55:
        return rf"\det {block(rng, name='pmatrix')} {L.relation(rng)} {L.atom(rng)}"
    left = rng.choice((L.styled, L.indexed, L.nucleus, lambda rng: T.applied(rng, 1)))(rng)
    return f"{left} = {inside}" if form < 0.9 else f"{inside} {L.relation(rng)} {T.total(rng, 1, 1, 2)}"


def matrix_product(rng: Random) -> str:
    """Products and sums of matrices and vectors, of fitting sizes."""
    name = MATRICES.pick(rng)
    height, inner = rng.choice((2, 2, 2, 3, 3, 4)), rng.choice((2, 2, 3))
    vector = block(rng, (inner, 1), name)
    form = rng.random()
    if form < 0.35:
        parts = [block(rng, (height, inner), name), vector, L.relation(rng), block(rng, (height, 1), name)]
    elif form < 0.6:
        parts = [
            block(rng, (2, 2), name),
            L.binary(rng),
            block(rng, (2, 2), name),
            "=",
            block(rng, (2, 2), name),
        ]
    elif form < 0.8:
        parts = [block(rng, (1, inner), name), block(rng, (inner, inner), name), vector]
    else:
        parts = [
            T.total(rng, 1, 1, 2),
            "=",
            T.factor(rng, 1),
            block(rng, (2, 2), name),
            L.binary(rng),
            T.term(rng, 1),
        ]
    return " ".join(parts)


def array(rng: Random) -> str:
    """An array with a column specification, bare or in one-sided or two-sided delimiters."""
    height, width = _size(rng)
    inside = environment("array", grid(rng, height, width), _columns(rng, width))
    form = rng.random()
    if form < 0.25:
        return inside
    opening, closing = rng.choice(S.PAIRS)
    if form < 0.4:
        return rf"\left{opening} {inside} \right."
    if form < 0.48:
        return rf"\left. {inside} \right{closing}"
    start = f"{L.indexed(rng)} = " if form < 0.8 else ""
    return rf"{start}\left{opening} {inside} \right{closing}"
