"""Structures that are hard to read, each kind by itself, from ordinary symbols.

Letters, Greek, digits and common signs only: what is tested is the structure; rare symbols are tested by the
grammar's ``generated`` formulas. Not among them is what a formula's tree has no node for: rules in matrices,
commutative diagrams, and chemistry (``mhchem``).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from scipix.models.training import grammar_symbols as S
from scipix.models.training.compare import normalised, tokens
from scipix.models.training.grammar_matrices import environment

Random = random.Random
_SEED = 20_000_201
_RELATIONS = r"= = = = = \leq \geq < > \approx \equiv \in \sim \to".split()
_UNITS = r"m kg s cm mm km Hz kHz K J kJ N Pa V A W eV GeV mol rad Nm".split()
_FENCES = (("pmatrix", 5), ("bmatrix", 4), ("vmatrix", 2), ("Bmatrix", 1), ("matrix", 1))
_MATRICES = S.Weighted(_FENCES)
_LONG = (150, 270)


# -- contents --------------------------------------------------------------------------------------------
def _letter(rng: Random) -> str:
    return S.LETTERS.pick(rng) if rng.random() < 0.7 else S.GREEK.pick(rng)


def _digit(rng: Random) -> str:
    return rng.choice("1234567890")


def _index(rng: Random) -> str:
    return rng.choice((*"ijknm12", r"\mu", r"\nu", "0"))


def _symbol(rng: Random) -> str:
    """A letter, at times with a script."""
    form, letter = rng.random(), _letter(rng)
    if form < 0.6:
        return letter
    sub = f"_{{{_index(rng)}}}" if form < 0.9 else ""
    return letter + sub + (f"^{{{rng.choice('2342n')}}}" if form > 0.8 else "")


def _term(rng: Random) -> str:
    number = _digit(rng) if rng.random() < 0.25 else ""
    factors = [_symbol(rng) for _ in range(rng.choice((1, 1, 2)))]
    return " ".join([number, *factors]).strip()


def _total(rng: Random, low: int = 1, high: int = 3) -> str:
    count = rng.randint(low, high)
    parts = [_term(rng)]
    for _ in range(count - 1):
        parts += [rng.choice("+-"), _term(rng)]
    return " ".join(parts)


def _relation(rng: Random) -> str:
    return rng.choice(_RELATIONS)


def _equation(rng: Random) -> str:
    return f"{_total(rng, 1, 2)} {_relation(rng)} {_total(rng, 1, 3)}"


def _fraction(rng: Random, depth: int) -> str:
    """A fraction with ``depth`` levels at its deepest place."""
    if depth == 0:
        return _total(rng, 1, 2)
    inner, other = _fraction(rng, depth - 1), _fraction(rng, rng.randrange(depth))
    inner = f"{_digit(rng)} {rng.choice('+-')} {inner}" if rng.random() < 0.5 else inner
    pair = (inner, other) if rng.random() < 0.5 else (other, inner)
    return rf"\frac{{{pair[0]}}}{{{pair[1]}}}"


# -- kinds -----------------------------------------------------------------------------------------------
def _entries(rng: Random, height: int, width: int) -> list[list[str]]:
    makers = (_digit, _letter, _symbol, lambda rng: rng.choice(("", "-")) + _digit(rng), _symbol)
    maker = rng.choice((*makers, lambda rng: _total(rng, 1, 2)))
    return [[maker(rng) for _ in range(width)] for _ in range(height)]


def _array(rng: Random) -> str:
    height, width = rng.randint(2, 5), rng.randint(2, 4)
    columns = rng.choice("ccclr") * width if rng.random() < 0.7 else "".join(rng.choices("lcr", k=width))
    inside = environment("array", _entries(rng, height, width), columns)
    opening, closing = rng.choice(
        (("(", ")"), ("[", "]"), (r"\{", r"\}"), ("|", "|"), (r"\{", "."), ("", ""))
    )
    fenced = rf"\left{opening} {inside} \right{closing}" if opening else inside
    return f"{_symbol(rng)} = {fenced}" if rng.random() < 0.5 and opening else fenced


def _matrix(rng: Random) -> str:
    """A matrix, one with dots, or a product of a matrix and a vector."""
    height = rng.randint(2, 5)
    width = height if rng.random() < 0.6 else rng.randint(2, 5)
    cells, name, form = _entries(rng, height, width), _MATRICES.pick(rng), rng.random()
    if form < 0.2:
        letter = _letter(rng)
        cells = [[f"{letter}_{{{row} {column}}}" for column in "12n"] for row in "12n"]
        cells = [[row[0], row[1], r"\cdots", row[2]] for row in cells]
        cells.insert(2, [r"\vdots", r"\vdots", r"\ddots", r"\vdots"])
    block = environment(name, cells)
    if form > 0.7:
        vector = environment(name, _entries(rng, len(cells[0]), 1))
        return f"{block} {vector}"
    return f"{_letter(rng)} = {block}" if form > 0.35 else block


def _cases(rng: Random) -> str:
    words = ("if ", "for ", "when ")
    cells = [
        [_total(rng, 1, 2) + rng.choice((",", "")), rf"\text{{{rng.choice(words)}}} {_equation(rng)}"]
        for _ in range(rng.randint(2, 4))
    ]
    if rng.random() < 0.4:
        cells[-1][1] = r"\text{otherwise}"
    elif rng.random() < 0.3:
        cells = [[row[0], _equation(rng)] for row in cells]
    return f"{_letter(rng)} ( {_letter(rng)} ) = {environment('cases', cells)}"


def _aligned(rng: Random) -> str:
    cells = [[_total(rng, 1, 2), f"= {_total(rng, 1, 4)}"]]
    for _ in range(rng.randint(1, 4)):
        left = "" if rng.random() < 0.4 else _total(rng, 1, 2)
        sign = rng.choice(("=", "=", "=", r"\leq", r"\approx"))
        cells.append([left, f"{sign} {_total(rng, 1, 4)}"])
    return environment("aligned", cells)


def _long(rng: Random) -> str:
    """One line of 150 to 300 tokens."""
    wanted = rng.randint(*_LONG)
    parts = [_symbol(rng), "="]
    while len(tokens(normalised(" ".join(parts)))) < wanted:
        piece = rng.choice((_total, _total, lambda rng: _fraction(rng, 1), _summed, _bracket))
        parts += [piece(rng), rng.choice(("+", "-", "+", "-", "="))]
    return " ".join([*parts, _term(rng)])


def _summed(rng: Random) -> str:
    low, end, by = rng.choice("01a"), rng.choice((r"\infty", "N", "n")), rng.choice("xtyz")
    if rng.random() < 0.5:
        return rf"\sum_{{{rng.choice('ijkn')} = {low}}}^{{{end}}} {_term(rng)}"
    return rf"\int_{{{low}}}^{{{end}}} d {by} {_term(rng)}"


def _bracket(rng: Random) -> str:
    body = rng.choice(
        (lambda: _total(rng, 2, 3), lambda: f"{_fraction(rng, 1)} {rng.choice('+-')} {_term(rng)}")
    )()
    power = f"^{{{_digit(rng)}}}" if rng.random() < 0.3 else ""
    return rf"\left( {body} \right){power}"


def _deep(rng: Random) -> str:
    if rng.random() < 0.35:
        body = f"{_symbol(rng)} + {_letter(rng)}"
        for _ in range(rng.randint(2, 3)):
            body = rf"{_symbol(rng)} {rng.choice('+-')} \cfrac{{{_term(rng)}}}{{{body}}}"
        return f"{_letter(rng)} = {body}"
    return f"{_letter(rng)} = {_fraction(rng, rng.choice((3, 3, 4)))}"


def _limits(rng: Random) -> str:
    index, letter = rng.choice("ijkn"), _letter(rng)
    conditions = (
        rf"{index} = {rng.choice('01')}", rf"{index} \neq j", rf"1 \leq {index} \leq n",
        rf"{index} \in {letter}",
    )  # fmt: skip
    first, second = rng.sample(conditions, 2)
    target = rng.choice((r"\infty", "0", "a"))
    mark = rng.choice(("!", "?", r"\mathrm{def}", index))
    made = rng.choice((
        lambda: rf"\sum_{{\substack{{{first} \\ {second}}}}} {_term(rng)}",
        lambda: rf"\prod_{{\substack{{{first} \\ {second}}}}}^{{n}} {_term(rng)}",
        lambda: rf"\lim_{{{rng.choice('nxt')} \to {target}}} {_fraction(rng, 1)}",
        lambda: rf"\sum_{{{first}}}^{{\infty}} \sum_{{{rng.choice('lm')} = 0}}^{{{index}}} {_term(rng)}",
        lambda: rf"\{rng.choice(('max', 'min', 'sup', 'inf'))}_{{{second}}} {_symbol(rng)}",
        lambda: rf"\bigcup_{{{first}}}^{{n}} {letter}_{{{index}}}",
        lambda: rf"\underset{{{second}}}{{\operatorname{{argmin}}}} {_term(rng)}",
        lambda: rf"{_symbol(rng)} \overset{{{mark}}}{{=}} {_total(rng)}",
    ))()  # fmt: skip
    return f"{made} {_relation(rng)} {_total(rng, 1, 2)}"


def _accents(rng: Random) -> str:
    short = (r"\widehat", r"\widetilde")
    marks = (r"\overline", r"\overline", r"\underline", r"\overrightarrow", r"\overleftarrow", *short)
    parts = []
    for _ in range(rng.randint(2, 3)):
        mark = rng.choice(marks)
        body = " ".join(_letter(rng) for _ in range(rng.randint(2, 3)))
        body = body if mark in short or rng.random() < 0.5 else _total(rng, 2, 3)
        parts += [f"{mark}{{{body}}}", rng.choice(("+", "-", "=", "=", r"\cdot"))]
    return " ".join([*parts, _term(rng)])


def _braces(rng: Random) -> str:
    def one() -> str:
        body, note = _total(rng, 2, 4), rng.choice((_term(rng), rf"= {_digit(rng)}", r"\text{error}", "n"))
        return rng.choice((rf"\underbrace{{{body}}}_{{{note}}}", rf"\overbrace{{{body}}}^{{{note}}}"))

    more = f" {rng.choice('+-')} {one()}" if rng.random() < 0.4 else ""
    return f"{_symbol(rng)} = {one()}{more} {rng.choice('+-')} {_term(rng)}"


def _arrows(rng: Random) -> str:
    parts = [_symbol(rng)]
    for _ in range(rng.randint(1, 3)):
        over, under = rng.choice((_letter, _symbol, lambda rng: _total(rng, 2, 2)))(rng), _symbol(rng)
        arrow = rng.choice((
            rf"\xrightarrow{{{over}}}", rf"\xleftarrow{{{over}}}", rf"\xrightarrow[{under}]{{{over}}}",
            rf"\overset{{{over}}}{{\longrightarrow}}", rf"\stackrel{{{over}}}{{\rightarrow}}",
        ))  # fmt: skip
        parts += [arrow, _symbol(rng)]
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
        return f"{_symbol(rng)} = {quantity()}"
    if form < 0.6:
        return rf"{_symbol(rng)} = {quantity()} \quad \text{{{link}}} \quad {_symbol(rng)} = {quantity()}"
    if form < 0.8:
        return rf"{_equation(rng)} \quad \text{{{link} }} {_equation(rng)}"
    name = rng.choice(("eff", "max", "min", "tot", "in", "out"))
    return rf"{_letter(rng)}_{{\mathrm{{{name}}}}} = {_total(rng)}"


def _lines(rng: Random) -> str:
    return environment("gathered", [[_equation(rng)] for _ in range(rng.randint(2, 4))])


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
}
"""Kind -> one formula of it."""


def formulas(kind: str, part_seed: int) -> Iterator[str]:
    """Formulas of a kind without end; the same for the same part of the evaluation."""
    rng = random.Random(f"{_SEED} {part_seed} {kind}")
    while True:
        yield KINDS[kind](rng)
