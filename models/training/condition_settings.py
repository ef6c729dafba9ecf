"""What stands around a formula in a careless snip: words, lines of text, an equation's number.

A setting takes a formula and gives the source of what is typeset, and the answers that are as right as the
formula alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from scipix.models.training.condition_effects import Picture, Sheet


@dataclass(frozen=True, slots=True)
class Set:
    """The inside of ``$...$`` to typeset, and answers as right as the formula alone."""

    source: str
    also: tuple[str, ...] = ()


Setting = Callable[[str, random.Random], Set]

_BEFORE = ("we obtain", "so that", "where", "which gives", "Thus", "with", "and hence", "that is,")
_AFTER = ("where", "for all", "and", "as before", "which is", "with", "so that", "hence")
_LINES = (
    "the last term vanishes and we are left with", "In this section we show that the solution is",
    "follows from the definition above, which reads", "Using the boundary conditions of the problem we get",
    "where the sum runs over all states of the system.", "is independent of the choice of the basis.",
    "This can be written in a more convenient form as", "for every value of the parameter, and therefore",
)  # fmt: skip


def alone(formula: str, _: random.Random) -> Set:
    """Nothing around it."""
    return Set(rf"\displaystyle {formula}")


def words(formula: str, rng: random.Random) -> Set:
    """Words on the line of the formula; an answer that has them as text is right, too."""
    before, after = rng.choice(_BEFORE), rng.choice(_AFTER)
    form = rng.randrange(3)
    left = rf"\text{{{before} }}" if form != 1 else ""
    right = rf"\text{{ {after}}}" if form != 0 else ""
    framed = f"{left} {formula} {right}"
    return Set(rf"\displaystyle {framed}", (framed,))


def numbered(formula: str, rng: random.Random) -> Set:
    """The number of the equation at the right margin; it is not part of the formula."""
    chapter, number = rng.randint(1, 9), rng.randint(1, 60)
    label = rng.choice((f"{number}", f"{number}", f"{chapter}.{number}", f"{chapter}.{number}", f"A.{number}",
                        f"{number}a"))  # fmt: skip
    return Set(rf"\displaystyle {formula} \hskip {rng.uniform(3.5, 10):.1f}em \hbox{{({label})}}")


def between_lines(formula: str, rng: random.Random) -> Set:
    """A line of text above, below or both, as a generous snip of a page holds them."""
    form = rng.randrange(3)
    above, below = (rng.choice(_LINES) for _ in "ab")
    top = rf"\hbox{{{above}}}\vskip 9pt " if form != 1 else ""
    bottom = rf"\vskip 9pt \hbox{{{below}}}" if form != 0 else ""
    indent = rng.uniform(0, 6)
    middle = rf"\hbox{{\hskip {indent:.1f}em $\displaystyle {formula}$}}"
    return Set(rf"\vbox{{{top}{middle}{bottom}}}")


def between_cut_lines(formula: str, rng: random.Random) -> Set:
    """Lines of text close above and below, for :func:`cut_through` to cut."""
    above, below = (rng.choice(_LINES) for _ in "ab")
    middle = rf"\hbox{{\hskip {rng.uniform(0, 3):.1f}em $\displaystyle {formula}$}}"
    return Set(rf"\vbox{{\hbox{{{above}}}\vskip 9pt {middle}\vskip 9pt \hbox{{{below}}}}}")


def cut_through(sheet: Sheet, rng: Generator) -> Picture:
    """Cut so that only the feet of the line above and the tops of the line below are left."""
    gray = sheet.drawn(100)
    inked = np.flatnonzero((gray < 200).any(axis=1))
    em = 100 * 10 / 72
    top = inked[0] + round(em * rng.uniform(0.35, 0.6))
    bottom = inked[-1] - round(em * rng.uniform(0.35, 0.6))
    return np.ascontiguousarray(gray[top:bottom])
