"""The smallest pieces of random formulas: letters, numbers, symbols and what stands in scripts.

Every piece is a function of a random generator. Pieces are glued by blanks, which mean nothing in formulas.
A *nucleus* has no scripts and may be given some.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from scipix.models.training import grammar_symbols as S
from scipix.models.training.grammar_symbols import Weighted

Random = random.Random
Piece = Callable[[Random], str]


def chance(rng: Random, share: float) -> bool:
    """True in ``share`` of the calls."""
    return rng.random() < share


def several(rng: Random, piece: Piece, low: int, high: int, glue: str = " ") -> str:
    """Between low and high pieces, glued."""
    return glue.join([piece(rng) for _ in range(rng.randint(low, high))])


def scripted(nucleus: str, sub: str = "", sup: str = "") -> str:
    """A nucleus with scripts where they are not empty."""
    return nucleus + (f"_{{{sub}}}" if sub else "") + (f"^{{{sup}}}" if sup else "")


# -- atoms ------------------------------------------------------------------------------------------
def letter(rng: Random) -> str:
    return S.LETTERS.pick(rng)


def greek(rng: Random) -> str:
    return S.GREEK.pick(rng)


def digit(rng: Random) -> str:
    return rng.choice("0123456789") if chance(rng, 0.4) else rng.choice("1234221")


def styled(rng: Random) -> str:
    return rng.choice(S.STYLED)


def relation(rng: Random) -> str:
    """Mostly a common relation, now and then any relation or arrow."""
    return S.COMMON_RELATIONS.pick(rng) if chance(rng, 0.93) else rng.choice(S.ROLES["relation"])


def binary(rng: Random) -> str:
    return S.COMMON_BINARY.pick(rng) if chance(rng, 0.95) else rng.choice(S.BINARY)


def grouped_number(rng: Random) -> str:
    comma = rng.choice((",", "{,}", r"\,"))
    return comma.join(
        [str(rng.randint(1, 999)), *(f"{rng.randint(0, 999):03d}" for _ in range(rng.randint(1, 2)))]
    )


def decimal(rng: Random) -> str:
    places = rng.randint(1, 4)
    whole = rng.choice((0, 0, rng.randint(1, 9), rng.randint(10, 999)))
    return f"{whole}.{rng.randrange(10**places):0{places}d}"


def power_of_ten(rng: Random) -> str:
    mantissa = rng.choice(
        ("", rf"{rng.randint(2, 9)} \times ", rf"{decimal(rng)} \times ", rf"{decimal(rng)} \cdot ")
    )
    return f"{mantissa}10^{{{rng.choice(('', '-'))}{rng.randint(1, 30)}}}"


_NUMBERS: Weighted[Piece] = Weighted(
    (
        (digit, 6),
        (lambda rng: str(rng.randint(10, 99)), 3),
        (lambda rng: str(rng.randint(100, 9999)), 2),
        (decimal, 3),
        (grouped_number, 0.7),
        (power_of_ten, 1),
        (lambda rng: str(rng.randint(10**4, 10**8)), 0.3),
    )
)


def number(rng: Random) -> str:
    """A number of any kind: digit, integer, decimal, with thousands, with a power of ten."""
    return _NUMBERS.pick(rng)(rng)


def accented(rng: Random) -> str:
    base = letter(rng) if chance(rng, 0.6) else greek(rng)
    return f"{S.COMMON_ACCENTS.pick(rng)}{{{base}}}"


def rare(rng: Random) -> str:
    return rng.choice(S.ROLES["ordinary"])


_NUCLEI: Weighted[Piece] = Weighted(
    ((letter, 54), (greek, 26), (styled, 7), (accented, 7), (S.COMMON_ORDINARY.pick, 5), (rare, 1))
)


def nucleus(rng: Random) -> str:
    """A symbol that may be given scripts."""
    return _NUCLEI.pick(rng)(rng)


def atom(rng: Random) -> str:
    """A nucleus or a short number."""
    return nucleus(rng) if chance(rng, 0.85) else digit(rng)


# -- scripts ----------------------------------------------------------------------------------------
def index(rng: Random) -> str:
    return S.LATIN_INDICES.pick(rng) if chance(rng, 0.55) else S.GREEK_INDICES.pick(rng)


def indices(rng: Random) -> str:
    """One to four indices of one alphabet, as tensors carry them."""
    table = S.LATIN_INDICES if chance(rng, 0.5) else S.GREEK_INDICES
    return " ".join([table.pick(rng) for _ in range(rng.choice((1, 1, 2, 2, 2, 3, 4)))])


def word(rng: Random, words: Sequence[str] = S.WORDS) -> str:
    """A word of text in one of the upright or slanted styles."""
    return rf"\{rng.choice(('mathrm', 'mathrm', 'text', 'mathit', 'mathsf'))}{{{rng.choice(words)}}}"


def shifted_index(rng: Random) -> str:
    return f"{index(rng)} {rng.choice('+-')} {digit(rng) if chance(rng, 0.8) else index(rng)}"


def listed_indices(rng: Random) -> str:
    if chance(rng, 0.3):
        comma = rng.choice((",", ""))
        return rf"{index(rng)}_{{1}} {comma} \ldots {comma} {index(rng)}_{{{index(rng)}}}"
    return several(rng, index, 2, 3, ", ")


_SUBS: Weighted[Piece] = Weighted(
    (
        (index, 30),
        (digit, 24),
        (indices, 24),
        (shifted_index, 6),
        (word, 6),
        (listed_indices, 4),
        (lambda rng: scripted(index(rng), sub=rng.choice((digit(rng), index(rng)))), 3),
        (nucleus, 4),
        (lambda rng: f"({index(rng)})", 2),
        (rare, 0.5),
    )
)
_SUPS: Weighted[Piece] = Weighted(
    (
        (lambda rng: rng.choice(("2", "2", "2", "3", "4")), 24),
        (digit, 8),
        (index, 14),
        (indices, 14),
        (lambda rng: f"- {rng.choice((digit, letter, greek))(rng)}", 8),
        (shifted_index, 6),
        (
            lambda rng: rng.choice(
                (r"\prime", r"\prime \prime", r"\dagger", "*", r"\star", r"\ast", r"\circ", "T")
            ),
            8,
        ),
        (
            lambda rng: rng.choice(
                ("+", "-", r"\pm", r"\mp", r"\top", r"\perp", r"\times", r"\infty", r"\ddagger")
            ),
            3,
        ),
        (lambda rng: f"({rng.choice((digit, index))(rng)})", 4),
        (word, 2),
        (lambda rng: f"{digit(rng)} {letter(rng)}", 4),
        (lambda rng: f"{digit(rng)} / {digit(rng)}", 3),
        (lambda rng: rf"\frac{{{digit(rng)}}}{{{digit(rng)}}}", 2),
        (lambda rng: rf"{letter(rng)}^{{{digit(rng)}}}", 2),
        (lambda rng: f"{letter(rng)}_{{{digit(rng)}}}", 2),
    )
)


def subscript(rng: Random) -> str:
    return _SUBS.pick(rng)(rng)


def superscript(rng: Random) -> str:
    return _SUPS.pick(rng)(rng)


def indexed(rng: Random) -> str:
    """A nucleus with a subscript, a superscript, both, primes, or none."""
    draw, base = rng.random(), nucleus(rng)
    if draw < 0.28:
        return base
    if draw < 0.36:
        base += "'" * rng.choice((1, 1, 1, 2, 2, 3))
        return scripted(base, sub=subscript(rng)) if chance(rng, 0.3) else base
    sub = subscript(rng) if draw < 0.75 else ""
    return scripted(base, sub, superscript(rng) if draw > 0.6 else "")
