"""Structures that are hard to read, each kind by itself, from ordinary symbols.

Letters, Greek, digits and common signs only: what is tested is the structure; rare symbols are tested by the
grammar's ``generated`` formulas. Not among them is what a formula's tree has no node for: rules under some
columns only, dashed ones, and arrows that are neither level nor upright.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from scipix.models.training import grammar_symbols as S
from scipix.models.training import kind_contents as of
from scipix.models.training.compare import normalised, tokens
from scipix.models.training.grammar_matrices import environment
from scipix.models.training.kind_chemistry import chemistry
from scipix.models.training.kind_tables import ruled, square

Random = random.Random
_SEED = 20_000_201
_UNITS = r"m kg s cm mm km Hz kHz K J kJ N Pa V A W eV GeV mol rad Nm".split()
_FENCES = (("pmatrix", 5), ("bmatrix", 4), ("vmatrix", 2), ("Bmatrix", 1), ("matrix", 1))
_MATRICES = S.Weighted(_FENCES)
_LONG = (150, 270)


# -- kinds -----------------------------------------------------------------------------------------------
def _fraction(rng: Random, depth: int) -> str:
    """A fraction with ``depth`` levels at its deepest place."""
    if depth == 0:
        return of.total(rng, 1, 2)
    inner, other = _fraction(rng, depth - 1), _fraction(rng, rng.randrange(depth))
    inner = f"{of.digit(rng)} {rng.choice('+-')} {inner}" if rng.random() < 0.5 else inner
    pair = (inner, other) if rng.random() < 0.5 else (other, inner)
    return rf"\frac{{{pair[0]}}}{{{pair[1]}}}"


def _array(rng: Random) -> str:
    height, width = rng.randint(2, 5), rng.randint(2, 4)
    columns = rng.choice("ccclr") * width if rng.random() < 0.7 else "".join(rng.choices("lcr", k=width))
    inside = environment("array", of.entries(rng, height, width), columns)
    opening, closing = rng.choice(
        (("(", ")"), ("[", "]"), (r"\{", r"\}"), ("|", "|"), (r"\{", "."), ("", ""))
    )
    fenced = rf"\left{opening} {inside} \right{closing}" if opening else inside
    return f"{of.symbol(rng)} = {fenced}" if rng.random() < 0.5 and opening else fenced


def _matrix(rng: Random) -> str:
    """A matrix, one with dots, or a product of a matrix and a vector."""
    height = rng.randint(2, 5)
    width = height if rng.random() < 0.6 else rng.randint(2, 5)
    cells, name, form = of.entries(rng, height, width), _MATRICES.pick(rng), rng.random()
    if form < 0.2:
        letter = of.letter(rng)
        cells = [[f"{letter}_{{{row} {column}}}" for column in "12n"] for row in "12n"]
        cells = [[row[0], row[1], r"\cdots", row[2]] for row in cells]
        cells.insert(2, [r"\vdots", r"\vdots", r"\ddots", r"\vdots"])
    block = environment(name, cells)
    if form > 0.7:
        vector = environment(name, of.entries(rng, len(cells[0]), 1))
        return f"{block} {vector}"
    return f"{of.letter(rng)} = {block}" if form > 0.35 else block


def _cases(rng: Random) -> str:
    words = ("if ", "for ", "when ")
    cells = [
        [of.total(rng, 1, 2) + rng.choice((",", "")), rf"\text{{{rng.choice(words)}}} {of.equation(rng)}"]
        for _ in range(rng.randint(2, 4))
    ]
    if rng.random() < 0.4:
        cells[-1][1] = r"\text{otherwise}"
    elif rng.random() < 0.3:
        cells = [[row[0], of.equation(rng)] for row in cells]
    return f"{of.letter(rng)} ( {of.letter(rng)} ) = {environment('cases', cells)}"


def _aligned(rng: Random) -> str:
    cells = [[of.total(rng, 1, 2), f"= {of.total(rng, 1, 4)}"]]
    for _ in range(rng.randint(1, 4)):
        left = "" if rng.random() < 0.4 else of.total(rng, 1, 2)
        sign = rng.choice(("=", "=", "=", r"\leq", r"\approx"))
        cells.append([left, f"{sign} {of.total(rng, 1, 4)}"])
    return environment("aligned", cells)


def _long(rng: Random) -> str:
    """One line of 150 to 300 tokens."""
    wanted = rng.randint(*_LONG)
    parts = [of.symbol(rng), "="]
    while len(tokens(normalised(" ".join(parts)))) < wanted:
        piece = rng.choice((of.total, of.total, lambda rng: _fraction(rng, 1), _summed, _bracket))
        parts += [piece(rng), rng.choice(("+", "-", "+", "-", "="))]
    return " ".join([*parts, of.term(rng)])


def _summed(rng: Random) -> str:
    low, end, by = rng.choice("01a"), rng.choice((r"\infty", "N", "n")), rng.choice("xtyz")
    if rng.random() < 0.5:
        return rf"\sum_{{{rng.choice('ijkn')} = {low}}}^{{{end}}} {of.term(rng)}"
    return rf"\int_{{{low}}}^{{{end}}} d {by} {of.term(rng)}"


def _bracket(rng: Random) -> str:
    body = rng.choice(
        (lambda: of.total(rng, 2, 3), lambda: f"{_fraction(rng, 1)} {rng.choice('+-')} {of.term(rng)}")
    )()
    power = f"^{{{of.digit(rng)}}}" if rng.random() < 0.3 else ""
    return rf"\left( {body} \right){power}"


def _deep(rng: Random) -> str:
    if rng.random() < 0.35:
        body = f"{of.symbol(rng)} + {of.letter(rng)}"
        for _ in range(rng.randint(2, 3)):
            body = rf"{of.symbol(rng)} {rng.choice('+-')} \cfrac{{{of.term(rng)}}}{{{body}}}"
        return f"{of.letter(rng)} = {body}"
    return f"{of.letter(rng)} = {_fraction(rng, rng.choice((3, 3, 4)))}"


def _limits(rng: Random) -> str:
    index, letter = rng.choice("ijkn"), of.letter(rng)
    conditions = (
        rf"{index} = {rng.choice('01')}", rf"{index} \neq j", rf"1 \leq {index} \leq n",
        rf"{index} \in {letter}",
    )  # fmt: skip
    first, second = rng.sample(conditions, 2)
    target = rng.choice((r"\infty", "0", "a"))
    mark = rng.choice(("!", "?", r"\mathrm{def}", index))
    made = rng.choice((
        lambda: rf"\sum_{{\substack{{{first} \\ {second}}}}} {of.term(rng)}",
        lambda: rf"\prod_{{\substack{{{first} \\ {second}}}}}^{{n}} {of.term(rng)}",
        lambda: rf"\lim_{{{rng.choice('nxt')} \to {target}}} {_fraction(rng, 1)}",
        lambda: rf"\sum_{{{first}}}^{{\infty}} \sum_{{{rng.choice('lm')} = 0}}^{{{index}}} {of.term(rng)}",
        lambda: rf"\{rng.choice(('max', 'min', 'sup', 'inf'))}_{{{second}}} {of.symbol(rng)}",
        lambda: rf"\bigcup_{{{first}}}^{{n}} {letter}_{{{index}}}",
        lambda: rf"\underset{{{second}}}{{\operatorname{{argmin}}}} {of.term(rng)}",
        lambda: rf"{of.symbol(rng)} \overset{{{mark}}}{{=}} {of.total(rng)}",
    ))()  # fmt: skip
    return f"{made} {of.relation(rng)} {of.total(rng, 1, 2)}"


def _accents(rng: Random) -> str:
    short = (r"\widehat", r"\widetilde")
    marks = (r"\overline", r"\overline", r"\underline", r"\overrightarrow", r"\overleftarrow", *short)
    parts = []
    for _ in range(rng.randint(2, 3)):
        mark = rng.choice(marks)
        body = " ".join(of.letter(rng) for _ in range(rng.randint(2, 3)))
        body = body if mark in short or rng.random() < 0.5 else of.total(rng, 2, 3)
        parts += [f"{mark}{{{body}}}", rng.choice(("+", "-", "=", "=", r"\cdot"))]
    return " ".join([*parts, of.term(rng)])


def _braces(rng: Random) -> str:
    def one() -> str:
        body = of.total(rng, 2, 4)
        note = rng.choice((of.term(rng), rf"= {of.digit(rng)}", r"\text{error}", "n"))
        return rng.choice((rf"\underbrace{{{body}}}_{{{note}}}", rf"\overbrace{{{body}}}^{{{note}}}"))

    more = f" {rng.choice('+-')} {one()}" if rng.random() < 0.4 else ""
    return f"{of.symbol(rng)} = {one()}{more} {rng.choice('+-')} {of.term(rng)}"


def _arrows(rng: Random) -> str:
    parts = [of.symbol(rng)]
    for _ in range(rng.randint(1, 3)):
        over, under = rng.choice((of.letter, of.symbol, lambda rng: of.total(rng, 2, 2)))(rng), of.symbol(rng)
        arrow = rng.choice((
            rf"\xrightarrow{{{over}}}", rf"\xleftarrow{{{over}}}", rf"\xrightarrow[{under}]{{{over}}}",
            rf"\overset{{{over}}}{{\longrightarrow}}", rf"\stackrel{{{over}}}{{\rightarrow}}",
        ))  # fmt: skip
        parts += [arrow, of.symbol(rng)]
    return " ".join(parts)


def _units(rng: Random) -> str:
    def quantity() -> str:
        number = rng.choice((f"{rng.randint(1, 99)}.{rng.randint(0, 99)}", f"{rng.randint(2, 999)}"))
        power = rf" \times 10^{{{rng.choice(('', '-'))}{rng.randint(2, 24)}}}" if rng.random() < 0.3 else ""
        unit = rng.choice(_UNITS)
        per = rng.choice(("", "", "", r"/\mathrm{s}", r"^{2}", r"\,\mathrm{s}^{-1}"))
        return rf"{number}{power}\,\mathrm{{{unit}}}{per}"

    link = rng.choice(("and", "or", "where", "with", "for", "if"))
    form = rng.random()
    if form < 0.4:
        return f"{of.symbol(rng)} = {quantity()}"
    if form < 0.6:
        return rf"{of.symbol(rng)} = {quantity()} \quad \text{{{link}}} \quad {of.symbol(rng)} = {quantity()}"
    if form < 0.8:
        return rf"{of.equation(rng)} \quad \text{{{link} }} {of.equation(rng)}"
    name = rng.choice(("eff", "max", "min", "tot", "in", "out"))
    return rf"{of.letter(rng)}_{{\mathrm{{{name}}}}} = {of.total(rng)}"


def _lines(rng: Random) -> str:
    return environment("gathered", [[of.equation(rng)] for _ in range(rng.randint(2, 4))])


KINDS: dict[str, Callable[[Random], str]] = {
    "arrays": _array,
    "matrices": _matrix,
    "cases": _cases,
    "aligned lines": _aligned,
    "long, 150 to 300 tokens": _long,
    "deep fractions": _deep,
    "stacked limits": _limits,
    "accents over groups": _accents,
    "braces over and under": _braces,
    "arrows with labels": _arrows,
    "units and text": _units,
    "several formulas": _lines,
    "matrices with rules": ruled,
    "squares of arrows": square,
    "chemistry": chemistry,
}
"""Kind -> one formula of it."""


def formulas(kind: str, part_seed: int) -> Iterator[str]:
    """Formulas of a kind without end; the same for the same part of the evaluation."""
    rng = random.Random(f"{_SEED} {part_seed} {kind}")
    while True:
        yield KINDS[kind](rng)
