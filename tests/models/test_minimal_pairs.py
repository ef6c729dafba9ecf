"""Minimal changes change little, and always something."""

from __future__ import annotations

import random

import pytest

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write
from scipix.models.training.minimal_pairs import changes

FORMULAS = [
    r"x+y",
    r"\frac{a_i}{b}-\hat{c}",
    r"f'(x)=0.5",
    r"\begin{matrix} v & \nu \\ k & 1 \end{matrix}",
    r"e^{-x^2}",
]


@pytest.mark.parametrize("source", FORMULAS)
@pytest.mark.parametrize("seed", range(4))
def test_every_change_is_another_formula_that_reads_back(source, seed):
    found = list(changes(parse(source), random.Random(seed)))
    assert found
    for kind, row in found:
        assert kind in ("symbol", "index", "sign", "accent", "dot")
        latex = write(row)
        assert latex != write(parse(source))
        assert abs(len(latex) - len(write(parse(source)))) < 25
        parse(latex)
