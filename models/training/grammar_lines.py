"""Kinds of formulas as they stand in texts: sums, integrals, words, numbers, equations, long lines."""

from __future__ import annotations

import random
import re

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import Piece, chance, scripted

Random = random.Random
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[^\s{}_^]")


_APPROACHES = r"\to \to \rightarrow \downarrow \uparrow".split()
_SPACES = (r"\quad", r"\qquad", r"\ ", "")


def _limit(rng: Random) -> str:
    target = rng.choice((r"\infty", "0", r"0^{+}", "0", r"- \infty", L.letter(rng)))
    under = f"{L.letter(rng)} {rng.choice(_APPROACHES)} {target}"
    if chance(rng, 0.5):
        under = T.limits(rng, 1)[0]
    name = rng.choice(S.LIMIT_NAMES) if chance(rng, 0.7) else rf"\operatorname*{{{rng.choice(S.STARRED)}}}"
    return f"{scripted(name, under)} {T.term(rng, 1, 2)}"


def operators(rng: Random) -> str:
    """Operator names with arguments, powers and limits."""
    mod = (
        lambda rng: rf"{L.atom(rng)} \equiv {L.atom(rng)} \pmod{{{L.atom(rng)}}}",
        lambda rng: rf"{L.atom(rng)} \bmod {L.digit(rng)}",
    )
    makers: tuple[Piece, ...] = (
        lambda rng: T.function(rng, 1),
        lambda rng: T.function(rng, 2),
        _limit,
        L.indexed,
    )
    parts = [rng.choice((*makers[:3], *makers[:3], mod[0], mod[1]))(rng)]
    for _ in range(rng.randint(0, 3)):
        parts += [rng.choice((L.binary(rng), L.relation(rng), "")), rng.choice(makers)(rng)]
    return " ".join([part for part in parts if part])


def sums(rng: Random) -> str:
    """Sums, products, unions with limits in every position."""
    parts = [T.big_sum(rng, 2)]
    if chance(rng, 0.35):
        parts.insert(0, scripted(rng.choice(S.BIG_OPERATORS), *T.limits(rng, 1)))
    if chance(rng, 0.6):
        parts += [L.relation(rng), rng.choice((T.big_sum, T.factor))(rng, 1)]
    return " ".join(parts if chance(rng, 0.6) else [L.indexed(rng), "=", *parts])


def integrals(rng: Random) -> str:
    """Integrals of every kind over fractions, exponentials and products."""
    parts = [T.integral(rng, 2)]
    if chance(rng, 0.25):
        parts.insert(0, scripted(r"\int", *T.limits(rng, 1)))
    if chance(rng, 0.6):
        parts += [L.relation(rng), T.total(rng, 1, 1, 2)]
    return " ".join(parts if chance(rng, 0.6) else [T.total(rng, 0), "=", *parts])


def text(rng: Random) -> str:
    """Formulas with words between, after and under them."""
    box = rng.choice((r"\text", r"\text", r"\text", r"\mbox", r"\textrm", r"\mathrm"))
    first, second = T.equation(rng, rng.choice((0, 1))), T.equation(rng, 0)
    form = rng.random()
    if box == r"\mathrm" or form < 0.15:
        return rf"{L.nucleus(rng)}_{{{L.word(rng)}}} {L.relation(rng)} {T.term(rng, 1)} {L.word(rng)}"
    if form < 0.5:
        pad = rng.choice(((" ", " "), (r"\quad ", r" \quad "), ("", " ")))
        inner = rng.choice((f" {rng.choice(S.CONNECTIVES)} ", f"{rng.choice(S.CONNECTIVES)} "))
        return f"{first} {pad[0]}{box}{{{inner}}}{pad[1]}{second}"
    if form < 0.75:
        comma = rng.choice((",", ""))
        words = rng.choice(("", " ")) + rng.choice(S.CONDITIONS)
        return f"{first}{comma} {rng.choice(_SPACES)} {box}{{{words}}} {second}"
    return f"{first} {rng.choice(_SPACES)} {box}{{ {rng.choice(S.PHRASES)}}}"


def numbers(rng: Random) -> str:
    """Arithmetic: numbers of every form, percentages, money, units."""
    signs = (
        "+",
        "-",
        r"\times",
        r"\cdot",
        "/",
        r"\div",
        "=",
        r"\approx",
        r"\pm",
        r"\leq",
        ",",
        "<",
        ">",
        ":",
        r"\neq",
    )
    parts = [L.number(rng)]
    for _ in range(rng.randint(0, 5)):
        parts += [
            rng.choice(signs),
            L.number(rng)
            if chance(rng, 0.75)
            else rng.choice((L.letter, lambda rng: T.fraction(rng, 0)))(rng),
        ]
    unit = rng.choice(
        (
            r"\%",
            r"^{\circ}",
            r"\, \mathrm{cm}",
            r"~\text{kg}",
            r"\,\mathrm{m}/\mathrm{s}^{2}",
            r" \mathrm{GeV}",
            r"\, \text{Hz}",
        )
    )
    return " ".join(parts) + (unit if chance(rng, 0.25) and parts[-1][-1].isdigit() else "")


def tensors(rng: Random) -> str:
    """Equations between tensors with many indices."""
    pieces: tuple[Piece, ...] = (
        lambda rng: T.tensor(rng, 0),
        lambda rng: T.tensor(rng, 0),
        lambda rng: f"{T.tensor(rng, 0)} {T.tensor(rng, 0)}",
        lambda rng: rf"\frac{{1}}{{{L.digit(rng)}}} {T.tensor(rng, 0)} {L.letter(rng)}",
        lambda rng: rf"\{rng.choice(('partial', 'nabla'))}_{{{L.index(rng)}}} {T.tensor(rng, 0)}",
        lambda rng: T.spinor(rng, 0),
        lambda rng: rf"\partial_{{[ {L.index(rng)}}} {L.nucleus(rng)}_{{{L.index(rng)} ]}}",
    )
    parts = [rng.choice(pieces)(rng), "=" if chance(rng, 0.7) else L.relation(rng)]
    for number in range(rng.randint(1, 4)):
        parts += [rng.choice("+-") if number else "", rng.choice(pieces)(rng)]
    return " ".join([part for part in parts if part])


def derivatives(rng: Random) -> str:
    """Differential equations."""
    parts = [T.derivative(rng, 1)]
    for _ in range(rng.randint(1, 4)):
        parts += [
            rng.choice((L.binary(rng), "=", L.relation(rng))),
            rng.choice((T.derivative, T.derivative, T.factor))(rng, 1),
        ]
    return " ".join(parts)


def series(rng: Random) -> str:
    """Series and lists with dots."""
    parts = [T.series(rng, 1)]
    if chance(rng, 0.7):
        parts += [L.relation(rng), rng.choice((T.series, T.big_sum, T.factor))(rng, 1)]
    form = rng.random()
    if form < 0.25:
        opening, closing = rng.choice(S.PAIRS[:4])
        parts[0] = f"{opening} {parts[0]} {closing}"
    return " ".join(parts if form < 0.7 else [L.indexed(rng), L.relation(rng), *parts])


def _end(rng: Random) -> str:
    return rng.choice((" ,", " .", ",", ".", r" \, .", r" \ ,")) if chance(rng, 0.3) else ""


def long(rng: Random) -> str:
    """One line of 60 to 160 tokens, as physics papers have them."""
    target = rng.randint(55, 140)
    depth = rng.choice((1, 2, 2))
    parts = [
        T.total(rng, 1, 1, 2) if chance(rng, 0.6) else T.applied(rng, 1),
        "=" if chance(rng, 0.8) else L.relation(rng),
    ]
    length = 0
    while length < target:
        part = T.term(rng, depth)
        length += len(_TOKEN.findall(part)) + 1
        parts += [
            part,
            L.relation(rng) if chance(rng, 0.08) else rng.choice(("+", "-", "+", "-", L.binary(rng))),
        ]
    return " ".join(parts[:-1]) + _end(rng)


def action(rng: Random) -> str:
    """An integral over a bracket of many terms."""
    opening, closing = rng.choice(S.PAIRS[:3])
    size = rng.choice(
        ((r"\left", r"\right"), (r"\left", r"\right"), (r"\Big", r"\Big"), (r"\bigl", r"\bigr"))
    )
    terms = f" {rng.choice('+-')} ".join([T.term(rng, rng.choice((1, 2))) for _ in range(rng.randint(3, 6))])
    before = rng.choice((rf"\frac{{1}}{{{T.term(rng, 0)}}} ", "", "- ", f"{L.digit(rng)} ", "i "))
    root = rng.choice(("", "", rf"\sqrt{{-{L.letter(rng)}}} ", "e^{- 2 \\phi} "))
    left = f"{L.indexed(rng)} = " if chance(rng, 0.8) else ""
    return (
        f"{left}{before}\\int {T.differential(rng)} {root}{size[0]}{opening} {terms} {size[1]}{closing}"
        + _end(rng)
    )


def equation(rng: Random) -> str:
    """An ordinary equation or a chain of them."""
    parts = [T.equation(rng, rng.choice((1, 1, 2)))]
    if chance(rng, 0.3):
        parts += [rng.choice((L.relation(rng), ",", r", \quad", r", \qquad", ";")), T.equation(rng, 1)]
    return " ".join(parts) + _end(rng)
