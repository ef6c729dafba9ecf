"""Random LaTeX formulas for training: what the collected sources show too seldom.

Rare symbols, letters in every style, nested scripts and fractions, delimiters of every kind and size,
matrices, aligned lines and long formulas, each from a function of its own in :data:`KINDS`. Everything
compiles with pdfLaTeX, amsmath, amssymb and mathrsfs; none of its environments belongs outside of formulas.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from scipix.models.training import grammar_arrays as arrays
from scipix.models.training import grammar_delimiters as delimiters
from scipix.models.training import grammar_glyphs as glyphs
from scipix.models.training import grammar_lines as lines
from scipix.models.training import grammar_matrices as matrices
from scipix.models.training import grammar_shapes as shapes
from scipix.models.training.grammar_join import join
from scipix.models.training.grammar_leaves import Piece
from scipix.models.training.grammar_symbols import Weighted

__all__ = ["KINDS", "formulas", "generate", "join"]

_KINDS: dict[str, tuple[float, Piece]] = {
    "symbols": (14, glyphs.symbols),
    "script_symbols": (4, glyphs.script_symbols),
    "fonts": (6, glyphs.fonts),
    "styled_words": (1.5, glyphs.styled_words),
    "confusable": (5, glyphs.confusable),
    "scripts": (6, shapes.scripts),
    "fractions": (6, shapes.fractions),
    "roots": (2.5, shapes.roots),
    "accents": (5, shapes.accents),
    "stacks": (2.5, shapes.stacks),
    "delimiters": (5, delimiters.delimiters),
    "big_delimiters": (2.5, delimiters.big_delimiters),
    "nested_brackets": (2, delimiters.nested_brackets),
    "operators": (4, lines.operators),
    "sums": (4, lines.sums),
    "integrals": (3.5, lines.integrals),
    "text": (3.5, lines.text),
    "numbers": (2.5, lines.numbers),
    "tensors": (4, lines.tensors),
    "derivatives": (3, lines.derivatives),
    "series": (2, lines.series),
    "equation": (5, lines.equation),
    "long": (10, lines.long),
    "action": (3, lines.action),
    "matrix": (7, matrices.matrix),
    "matrix_product": (3.5, matrices.matrix_product),
    "array": (3, matrices.array),
    "cases": (4.5, arrays.cases),
    "aligned": (7, arrays.aligned),
    "gathered": (2, arrays.gathered),
    "system": (2, arrays.system),
}
_TABLE = Weighted((name, weight) for name, (weight, _) in _KINDS.items())
KINDS: tuple[str, ...] = tuple(_KINDS)
"""The kinds of formulas that :func:`generate` makes."""


def generate(rng: random.Random, kind: str | None = None) -> str:
    """One display formula, without its delimiters.

    Args:
        rng: the only source of randomness.
        kind: one of :data:`KINDS`, or None to draw one by weight.

    Raises:
        KeyError: the kind is unknown.
    """
    return _KINDS[kind or _TABLE.pick(rng)][1](rng)


def formulas(seed: int, count: int) -> Iterator[str]:
    """``count`` formulas of all kinds; the same for the same seed."""
    rng = random.Random(seed)
    for _ in range(count):
        yield generate(rng)
