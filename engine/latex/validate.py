"""Checks of a source while it is edited: what is wrong, where, and what to do."""

from __future__ import annotations

from scipix.engine.latex.syntax.problems import Fix, Problem
from scipix.engine.latex.syntax.reader import read

__all__ = ["Fix", "Problem", "validate"]


def validate(source: str) -> tuple[Problem, ...]:
    """All problems of a formula (without ``$``), in order of place; () if it is fine.

    Never raises, and takes milliseconds for whatever source. Positions are characters of ``source``.
    """
    return read(source).problems
