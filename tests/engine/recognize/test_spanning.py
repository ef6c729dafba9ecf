"""Marks over groups hold what they span, whatever the links say."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.tree import MODES
from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import Graph, assemble
from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.spanning import within_reach

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


def test_a_symbol_beside_a_brace_is_not_taken_for_its_group():
    """Its sure link to the brace is none, so that the next likely one, the root, stands."""
    boxes = np.array([(0.0, 0.0, 0.5, 0.6), (1.0, 0.0, 1.5, 0.6), (0.9, 0.8, 1.6, 1.0)], np.float32)
    links = np.full((3, 3, len(R)), 1e-6)
    links[0, 2, R.BODY], links[0, 0, R.ROOT], links[1, 2, R.BODY], links[2, 0, R.NEXT] = 0.98, 0.01, 0.9, 0.9
    logs = np.log(links.reshape(3, -1)).astype(np.float32)
    there = within_reach(logs, ["y", "K", r"\overbrace"], boxes)
    best = [divmod(int(index), len(R)) for index in there.argmax(1)]
    assert best == [(0, R.ROOT), (2, R.BODY), (0, R.NEXT)]
    np.testing.assert_allclose(np.exp(there[0]).sum(), 1, rtol=1e-5)
    assert within_reach(logs, ["y", "K", "+"], boxes) is logs


@pytest.mark.parametrize("inside", [1, 2, 3])
def test_a_root_holds_what_its_rule_spans(inside):
    """The links put ``inside`` of bcd under the root, its rule ends behind c."""
    tokens = [r"\sqrt", "rule", *"bcd"]
    boxes = [(0.0, 0.0, 0.5, 0.8), (0.5, 0.0, 1.6, 0.05)]
    boxes += [(0.6 + 0.5 * k, 0.2, 1.0 + 0.5 * k, 0.7) for k in range(3)]
    parents, relations = [-1, 0, 0, 2, 3], [R.ROOT, R.PART, R.INSIDE, R.NEXT, R.NEXT]
    if inside < 3:
        parents[2 + inside], relations[2 + inside] = 0, R.NEXT
    graph = Graph(tokens, [0] * 5, parents, relations, np.array(boxes, np.float32), np.ones(5, np.float32))
    assert write(assemble(graph)) == r"\sqrt{bc}d"


def test_a_mark_that_spans_nothing_keeps_its_links():
    assert written(r"\underbrace", 8, 9, (1, 3)) == r"a\underbrace{bc}_ndef"


@pytest.mark.parametrize(("first", "last", "latex"), [
    (2, 2, r"a\widehat{bcd}_n"), (1, 3, r"a\widehat{bcd}_n"),
    (1, 2, r"a\widehat{bc}_nd"), (2, 4, r"ab\widehat{cde}"),
])  # fmt: skip
def test_hats_are_over_the_middle_of_their_groups_and_narrower(first, last, latex):
    assert written(r"\widehat", first, last, (1, 4)).startswith(latex)


@pytest.mark.parametrize(("left", "latex"), [(0.0, r"\bar{a}bc"), (1.0, r"\bar{abc}"), (2.0, r"\bar{abc}")])
def test_a_bar_has_one_symbol_unless_it_is_over_the_middle(left, latex):
    """The links put all of abc under a bar as wide as a letter."""
    boxes = [(left, 0.0, left + 0.5, 0.1), *((float(k), 0.2, k + 0.5, 0.7) for k in range(3))]
    parents, relations = [-1, 0, 1, 2], [R.ROOT, R.BODY, R.NEXT, R.NEXT]
    graph = Graph(
        [r"\bar", *"abc"], [0] * 4, parents, relations, np.array(boxes, np.float32), np.ones(4, np.float32)
    )
    assert write(assemble(graph)) == latex


@pytest.mark.parametrize(("place", "latex"), [
    (-1.0, r"y\overbrace{ab}"), (2.5, r"\overbrace{ab}y"), (0.8, r"\overbrace{ab}_y"),
])  # fmt: skip
def test_what_stands_beside_an_overbrace_is_not_below_it(place, latex):
    boxes = [(0, 0, 0.5, 0.6), (1, 0, 1.5, 0.6), (0, -0.4, 1.5, -0.1), (place, 0, place + 0.4, 0.6)]
    links = [(2, R.BODY), (0, R.NEXT), (-1, R.ROOT), (2, R.BELOW)]
    parents, relations = (list(values) for values in zip(*links, strict=True))
    graph = Graph(
        ["a", "b", r"\overbrace", "y"], [MODES.index("")] * 4, parents, [int(one) for one in relations],
        np.array(boxes, np.float32), np.ones(4, np.float32),
    )  # fmt: skip
    assert write(assemble(graph)) == latex


def stacked(upper: float, lower: float, outer: int) -> str:
    """a over b over c, with bars of two lengths; ``outer`` is the bar that the links let hold all."""
    tokens = ["a", "rule", "b", "rule", "c", "+", "d"]
    boxes = [(-0.2, 2.0, 0.2, 2.4), (-upper / 2, 1.7, upper / 2, 1.75), (-0.2, 1.0, 0.2, 1.4)]
    boxes += [(-lower / 2, 0.7, lower / 2, 0.75), (-0.2, 0.0, 0.2, 0.4)]
    boxes += [(2.0, 1.0, 2.3, 1.3), (2.6, 1.0, 3.0, 1.4)]
    inner = (-1, R.ROOT), (3, R.NUMERATOR)
    upper_link, between = (inner[1], (1, R.DENOMINATOR)) if outer == 3 else (inner[0], (3, R.NUMERATOR))
    lower_link = inner[0] if outer == 3 else (1, R.DENOMINATOR)
    links = [(1, R.NUMERATOR), upper_link, between, lower_link, (3, R.DENOMINATOR), (outer, R.NEXT)]
    links.append((5, R.NEXT))
    parents, relations = (list(values) for values in zip(*links, strict=True))
    graph = Graph(
        tokens, [MODES.index("")] * 7, parents, [int(one) for one in relations],
        np.array(boxes, np.float32), np.ones(7, np.float32),
    )  # fmt: skip
    return write(assemble(graph))


@pytest.mark.parametrize("outer", [1, 3])
def test_the_longer_bar_is_the_outer_fractions(outer):
    assert stacked(0.5, 1.2, outer) == r"\frac{\frac{a}{b}}{c}+d"
    assert stacked(1.2, 0.5, outer) == r"\frac{a}{\frac{b}{c}}+d"


def test_between_bars_of_one_length_the_links_decide():
    assert stacked(0.9, 0.9, 1) == r"\frac{a}{\frac{b}{c}}+d"
    assert stacked(0.9, 0.9, 3) == r"\frac{\frac{a}{b}}{c}+d"


@pytest.mark.parametrize("side", [R.NUMERATOR, R.DENOMINATOR])
def test_what_goes_on_over_the_next_bar_belongs_to_it(side):
    """Two fractions side by side; a side of both is linked as one row to the first."""
    over, under = (0.9, -0.6) if side == R.NUMERATOR else (-0.6, 0.9)
    y = {"near": -over, "far": -under}
    tokens = ["rule", "a", "c", "rule", "b", "+", "d"]
    boxes = [
        (0.0, 0.0, 1.0, 0.05), (0.3, y["near"], 0.7, y["near"] + 0.4), (0.3, y["far"], 0.7, y["far"] + 0.4),
        (1.3, 0.0, 3.0, 0.05), (1.4, y["near"], 1.8, y["near"] + 0.4), (2.2, y["near"], 2.8, y["near"] + 0.4),
        (2.0, y["far"], 2.4, y["far"] + 0.4),
    ]  # fmt: skip
    other = R.DENOMINATOR if side == R.NUMERATOR else R.NUMERATOR
    lone = R.UNDER_BAR_OF if side == R.NUMERATOR else R.OVER_BAR_OF
    parents = [-1, 0, 0, 0, 1, 4, 3]
    relations = [int(one) for one in (R.ROOT, side, other, R.NEXT, R.NEXT, R.NEXT, lone)]
    graph = Graph(
        tokens, [MODES.index("")] * 7, parents, relations, np.array(boxes, np.float32), np.ones(7, np.float32)
    )
    halves = (r"\frac{a}{c}\frac{b+}{d}", r"\frac{c}{a}\frac{d}{b+}")
    assert write(assemble(graph)) == halves[side == R.DENOMINATOR]
