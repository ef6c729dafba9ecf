"""Marks over groups hold what they span, whatever the links say."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.tree import MODES
from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import Graph, assemble
from scipix.engine.recognize.relations import Relation

R = Relation


def written(mark: str, first: int, last: int, held: tuple[int, int], relation: R = R.BODY) -> str:
    """The row abcdef with a mark from the symbol ``first`` to ``last``; the links put it over ``held``."""
    tokens = [*"abcdef", mark, "n"]
    boxes = [(k, 0.0, k + 0.5, 0.6) for k in range(6)]
    boxes += [(first, 0.8, last + 0.5, 1.0), (2.0, 1.2, 2.4, 1.5)]
    start, end = held
    row = [*range(start), 6, *range(end, 6)]
    parents, relations = [0] * 8, [int(R.NEXT)] * 8
    for chain, entry in ((row, (-1, R.ROOT)), (list(range(start, end)), (6, relation))):
        for index in chain:
            parents[index], relations[index] = entry[0], int(entry[1])
            entry = (index, R.NEXT)
    parents[7], relations[7] = 6, int(R.BELOW)
    graph = Graph(
        tokens, [MODES.index("")] * 8, parents, relations, np.array(boxes, np.float32), np.ones(8, np.float32)
    )
    return write(assemble(graph))


@pytest.mark.parametrize("held", [(1, 4), (1, 3), (2, 4), (1, 6), (0, 4), (0, 6), (2, 3)])
def test_a_brace_holds_what_it_spans(held):
    assert written(r"\underbrace", 1, 3, held) == r"a\underbrace{bcd}_nef"


@pytest.mark.parametrize(("first", "last", "latex"), [
    (0, 5, r"\underbrace{abcdef}_n"), (0, 1, r"\underbrace{ab}_ncdef"), (3, 5, r"abc\underbrace{def}_n"),
])  # fmt: skip
def test_at_the_ends_of_a_row(first, last, latex):
    assert written(r"\underbrace", first, last, (2, 4)) == latex


def test_bars_hold_what_they_span_and_are_no_halves_of_fractions():
    assert written("rule", 1, 3, (1, 6), R.OVER_BAR_OF) == r"a\underline{bcd}_nef"
    assert written("rule", 1, 3, (1, 6), R.NUMERATOR) == r"a\underline{bcd}_nef"
    assert r"\overline{bcd}" in written("rule", 1, 3, (1, 5), R.DENOMINATOR)


def test_a_mark_that_spans_nothing_keeps_its_links():
    assert written(r"\underbrace", 8, 9, (1, 3)) == r"a\underbrace{bc}_ndef"


@pytest.mark.parametrize(("first", "last", "latex"), [
    (2, 2, r"a\widehat{bcd}_n"), (1, 3, r"a\widehat{bcd}_n"),
    (1, 2, r"a\widehat{bc}_nd"), (2, 4, r"ab\widehat{cde}"),
])  # fmt: skip
def test_hats_are_over_the_middle_of_their_groups_and_narrower(first, last, latex):
    assert written(r"\widehat", first, last, (1, 4)).startswith(latex)
