"""Chemical formulas and equations, as plain LaTeX: upright symbols of elements with their scripts."""

from __future__ import annotations

from scipix.models.training.grammar_symbols import Weighted
from scipix.models.training.kind_contents import Random

_ELEMENTS = Weighted((
    ("O", 70), ("H", 63), ("C", 35), ("N", 25), ("S", 18), ("Cl", 16), ("Na", 9), ("P", 8), ("K", 7),
    ("Hg", 7), ("Ca", 7), ("Fe", 6), ("Ag", 6), ("I", 6), ("B", 5), ("F", 5), ("Al", 4), ("Si", 4),
    ("Cu", 4), ("Li", 3), ("Cr", 3), ("Mg", 3), ("Sb", 2), ("He", 2), ("Zn", 2), ("Mn", 2), ("Ba", 2),
    ("As", 2), ("Br", 2), ("Pb", 1),
))  # fmt: skip
"""In so many of a hundred chemical formulas of Wikipedia does an element occur."""
_GROUPS = ("OH", "NO", "SO", "CO", "PO", "CH", "NH")
_ARROWS = Weighted((
    (r"\rightarrow", 5), (r"\longrightarrow", 3), (r"\rightleftharpoons", 3), (r"\leftrightarrow", 1),
    (r"\xrightarrow{\Delta}", 1), (r"\xrightarrow{\mathrm{H}_{2}\mathrm{SO}_{4}}", 1),
    (r"\xrightarrow[\mathrm{cat}]{h \nu}", 1),
))  # fmt: skip


def chemistry(rng: Random) -> str:
    """A reaction, at times one of nuclei."""
    if rng.random() < 0.1:
        mass = rng.randint(12, 238)
        parent, child = _nucleus(rng, mass // 2 - 1, mass), _nucleus(rng, mass // 2 - 3, mass - 4)
        return rf"{parent} \rightarrow {child} + {{}}_{{2}}^{{4}}\mathrm{{He}}"
    return f"{_side(rng)} {_ARROWS.pick(rng)} {_side(rng)}"


def _nucleus(rng: Random, number: int, mass: int) -> str:
    return rf"{{}}_{{{number}}}^{{{mass}}}\mathrm{{{_ELEMENTS.pick(rng)}}}"


def _side(rng: Random) -> str:
    return " + ".join(_species(rng) for _ in range(rng.randint(1, 3)))


def _species(rng: Random) -> str:
    """A molecule or an ion, with how many there are and the state that it is in."""
    form = rng.random()
    if form < 0.1:
        body = rf"\mathrm{{{rng.choice(_GROUPS)}}}_{{{rng.choice('34')}}}^{{{rng.choice(('-', '2-', '3-'))}}}"
    elif form < 0.3:
        body = rf"\mathrm{{{_ELEMENTS.pick(rng)}}}^{{{rng.choice(('+', '-', '2+', '3+', '2-'))}}}"
    else:
        body = "".join(_counted(rng) for _ in range(rng.randint(1, 3)))
        if form > 0.8:
            body += rf"(\mathrm{{{rng.choice(_GROUPS)}}}_{{{rng.choice('234')}}})_{{{rng.choice('23')}}}"
    number = str(rng.randint(2, 9)) if rng.random() < 0.4 else ""
    state = rf"(\mathrm{{{rng.choice(('s', 'l', 'g', 'aq'))}}})" if rng.random() < 0.2 else ""
    return number + body + state


def _counted(rng: Random) -> str:
    count = rng.choice(("", "", "2", "3", "4", "2", "6"))
    return rf"\mathrm{{{_ELEMENTS.pick(rng)}}}" + (f"_{{{count}}}" if count else "")
