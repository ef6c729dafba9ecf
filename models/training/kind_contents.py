"""What the hard structures of :mod:`kinds` hold: ordinary symbols, terms and sums of them."""

from __future__ import annotations

import random

from scipix.models.training import grammar_symbols as S

Random = random.Random
_RELATIONS = r"= = = = = \leq \geq < > \approx \equiv \in \sim \to".split()


def letter(rng: Random) -> str:
    """Latin or Greek."""
    return S.LETTERS.pick(rng) if rng.random() < 0.7 else S.GREEK.pick(rng)


def digit(rng: Random) -> str:
    """One digit."""
    return rng.choice("1234567890")


def index(rng: Random) -> str:
    """What stands in a subscript."""
    return rng.choice((*"ijknm12", r"\mu", r"\nu", "0"))


def symbol(rng: Random) -> str:
    """A letter, at times with a script."""
    form, base = rng.random(), letter(rng)
    if form < 0.6:
        return base
    sub = f"_{{{index(rng)}}}" if form < 0.9 else ""
    return base + sub + (f"^{{{rng.choice('2342n')}}}" if form > 0.8 else "")


def term(rng: Random) -> str:
    """One or two symbols, at times with a number before them."""
    number = digit(rng) if rng.random() < 0.25 else ""
    factors = [symbol(rng) for _ in range(rng.choice((1, 1, 2)))]
    return " ".join([number, *factors]).strip()


def total(rng: Random, low: int = 1, high: int = 3) -> str:
    """A sum of ``low`` to ``high`` terms."""
    count = rng.randint(low, high)
    parts = [term(rng)]
    for _ in range(count - 1):
        parts += [rng.choice("+-"), term(rng)]
    return " ".join(parts)


def relation(rng: Random) -> str:
    """An equality sign or another relation."""
    return rng.choice(_RELATIONS)


def equation(rng: Random) -> str:
    """Two sums with a relation between them."""
    return f"{total(rng, 1, 2)} {relation(rng)} {total(rng, 1, 3)}"


def entries(rng: Random, height: int, width: int) -> list[list[str]]:
    """Cells of one sort, row by row."""
    makers = (digit, letter, symbol, lambda rng: rng.choice(("", "-")) + digit(rng), symbol)
    maker = rng.choice((*makers, lambda rng: total(rng, 1, 2)))
    return [[maker(rng) for _ in range(width)] for _ in range(height)]
