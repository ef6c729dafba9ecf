"""Kinds with more between the cells than white: matrices and tables with rules, squares of arrows."""

from __future__ import annotations

from scipix.models.training import kind_contents as of
from scipix.models.training.grammar_matrices import environment, rows
from scipix.models.training.kind_contents import Random

_HLINE = r" \\ \hline "
_BRACKETS = (("[", "]"), ("(", ")"))


def ruled(rng: Random) -> str:
    """A matrix with a column set off, one of blocks, a table with a head, or one with lines all around."""
    height, width, form = rng.randint(2, 4), rng.randint(2, 4), rng.random()
    cells, place = of.entries(rng, height, width), rng.randrange(1, width)
    opening, closing = rng.choice(_BRACKETS)
    columns = _parted(rng.choice("cclr") if 0.65 <= form < 0.85 else "c", width, place)
    if form < 0.4:
        last = of.entries(rng, height, 1)
        joined = [[*row, *cell] for row, cell in zip(cells, last, strict=True)]
        matrix = environment("array", joined, "c" * width + "|c")
        return rf"\left{opening} {matrix} \right{closing}"
    if form < 0.65:
        above = rng.randrange(1, height)
        blocks = rows(cells[:above]) + _HLINE + rows(cells[above:])
        matrix = rf"\begin{{array}}{{{columns}}} {blocks} \end{{array}}"
        named = f"{of.letter(rng)} = " if rng.random() < 0.5 else ""
        return rf"{named}\left{opening} {matrix} \right{closing}"
    if form < 0.85:
        table = rows(of.entries(rng, 1, width)) + _HLINE + rows(cells)
        return rf"\begin{{array}}{{{columns}}} {table} \end{{array}}"
    framed = _HLINE.join(rows([row]) for row in cells)
    return rf"\begin{{array}}{{|{'c|' * width}}} \hline {framed} \\ \hline \end{{array}}"


def _parted(letter: str, width: int, place: int) -> str:
    """Equal columns with a rule behind so many of them."""
    return letter * place + "|" + letter * (width - place)


def square(rng: Random) -> str:
    """Objects in two or three rows and columns, with arrows between them that have labels."""
    height, width = rng.randint(2, 3), rng.randint(2, 3)
    down = rng.choice((r"\downarrow", r"\downarrow", r"\Big\downarrow"))
    cells = [_level(rng, width)]
    for _ in range(height - 1):
        between = [""] * len(cells[0])
        between[::2] = [_upright(rng, down) for _ in range(width)]
        cells += [between, _level(rng, width)]
    return environment("array", cells, "c" * len(cells[0]))


def _level(rng: Random, width: int) -> list[str]:
    """Objects and the arrows between them."""
    parts = [of.symbol(rng)]
    for _ in range(width - 1):
        arrow = rf"\xrightarrow{{{of.letter(rng)}}}" if rng.random() < 0.8 else r"\longrightarrow"
        parts += [arrow, of.symbol(rng)]
    return parts


def _upright(rng: Random, arrow: str) -> str:
    """An arrow down, mostly with a label on one side."""
    form = rng.random()
    if form < 0.3:
        return arrow
    return f"{arrow} {of.letter(rng)}" if form < 0.65 else f"{of.letter(rng)} {arrow}"
