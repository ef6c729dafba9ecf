"""Fragments in formulas: the regular expression over lines against a plain comparison of trees."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scipix.engine.latex.features import places
from scipix.engine.latex.match import WILDCARD, line, pattern
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Accent, Array, Limits, Node, Row, Script, Sym


def contains(row: Row, fragment: Row) -> bool:
    """The definition, tried in every way."""
    return any(_stands(row, start, fragment, False) for start in range(len(row) + 1)) or any(
        contains(inner, fragment) for node in row for _, inner in places(node)
    )


def _stands(row: Row, place: int, fragment: Row, whole: bool) -> bool:
    if not fragment:
        return place == len(row) or not whole
    if place == len(row):
        return False
    if isinstance(fragment[0], Sym) and fragment[0].token == WILDCARD:
        return any(_stands(row, after, fragment[1:], whole) for after in range(place + 1, len(row) + 1))
    return _is(row[place], fragment[0], whole) and _stands(row, place + 1, fragment[1:], whole)


def _is(node: Node, wanted: Node, whole: bool) -> bool:
    if isinstance(node, Script | Limits) and not isinstance(wanted, Script | Limits):
        return not whole and _is(node.base, wanted, whole)
    if type(node) is not type(wanted):
        return False
    if isinstance(node, Sym) and isinstance(wanted, Sym):
        return node.token == wanted.token
    if isinstance(node, Accent) and isinstance(wanted, Accent) and node.command != wanted.command:
        return False
    if isinstance(node, Array) and isinstance(wanted, Array) and _shape(node) != _shape(wanted):
        return False
    return all(
        _stands(having, 0, inner, True) if inner else not (whole and having)
        for (_, having), (_, inner) in zip(places(node), places(wanted), strict=True)
    )


def _shape(node: Array) -> tuple[str, list[int]]:
    return node.kind, [len(cells) for cells in node.rows]


def found(formula: str, fragment: str) -> bool:
    return pattern(parse(fragment)).search(line(parse(formula))) is not None


@pytest.mark.parametrize(
    ("formula", "fragment", "expected"),
    [
        (r"a+\frac{b}{x}", r"\frac{?}{x}", True), (r"\frac{b}{x^2}", r"\frac{?}{x}", False),
        (r"\frac{b}{xy}", r"\frac{?}{x}", False), (r"\frac{b}{xy}", r"\frac{?}{x?}", True),
        (r"\frac{}{x}", r"\frac{?}{x}", False), (r"x_i^2", "x^2", True), (r"x_i^{23}", "x^2", False),
        (r"\sqrt[3]{x}", r"\sqrt{x}", True), (r"y^{\sqrt[3]{x}}", r"y^{\sqrt{x}}", False), ("a", "?a", False),
        ("ba", "?a", True), ("ab", "a?", True), ("ab", "a?b", False), ("acb", "a?b", True),
        ("acb", "a??b", False), ("accb", "a??b", True), ("aab", "a?b", True), (r"a\frac{c}{d}b", "a?b", True),
        (r"a\frac{b}{d}", "a?b", False), ("x_i y", "x y", True), ("12", "2", True),
        (r"\hat{x}", r"\hat{?}", True), (r"\hat{x}", r"\bar{?}", False), ("y_i^2", "?_i", True),
        (r"\frac{1}{\frac{2}{x}}", r"\frac{1}{?}", True), (r"\frac{2}{x}", r"\frac{1}{?}", False),
        (r"\begin{matrix}a&b\\c&d\end{matrix}", r"\begin{matrix}a&?\\?&d\end{matrix}", True),
        (r"\begin{matrix}a&b\\c&d\end{matrix}", r"\begin{matrix}a&d\end{matrix}", False),
        (r"\begin{matrix}&b\end{matrix}", r"\begin{matrix}&b\end{matrix}", True),
        (r"\begin{matrix}a&b\end{matrix}", r"\begin{matrix}&b\end{matrix}", True),
        (r"x^{\begin{matrix}a&b\end{matrix}}", r"x^{\begin{matrix}&b\end{matrix}}", False),
        (r"(a)", "(?)", True), ("a.b", "a?b", True), ("a+b", "a.b", False), ("f(x)*", "(x)*", True),
    ],
)  # fmt: skip
def test_fragments_stand_where_they_should(formula, fragment, expected):
    assert found(formula, fragment) is expected
    assert contains(parse(formula), parse(fragment)) is expected


_LEAVES = ["x", "y", "2", r"\alpha", "a+b", "xx", "x_i", "x^2_i", ""]


def _inside(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(inner, inner)
    return st.one_of(
        two.map(lambda pair: rf"\frac{{{pair[0]}}}{{{pair[1]}}}"),
        two.map(lambda pair: rf"\sqrt[{{{pair[0]}}}]{{{pair[1]}}}"),
        two.map(lambda pair: rf"x_{{{pair[0]}}}^{{{pair[1]}}}"),
        two.map(lambda pair: rf"{pair[0]} {pair[1]}"),
        two.map(lambda pair: rf"\begin{{matrix}}{pair[0]}&{pair[1]}u\end{{matrix}}"),
        inner.map(lambda body: rf"\sqrt{{{body}}}"),
        inner.map(lambda body: rf"\hat{{{body}}}"),
        inner.map(lambda body: rf"\overset{{{body}}}{{x}}"),
    )


def formulas(*more: str) -> st.SearchStrategy[str]:
    return st.recursive(st.sampled_from([*_LEAVES, *more]), _inside, max_leaves=6).filter(parses)


def parses(latex: str) -> bool:
    try:
        parse(latex)
    except ParseError:
        return False
    return True


@given(formulas(), formulas("?", "?x", "x?", "?+?", "x??y"))
def test_lines_say_what_trees_say(formula, fragment):
    assert found(formula, fragment) == contains(parse(formula), parse(fragment))


@given(formulas(), formulas("?"), st.sampled_from([r"x+%s", r"\frac{%s}{y}", "y%s 2"]))
def test_lines_say_what_trees_say_of_what_is_there(formula, fragment, around):
    whole = around % formula + fragment.replace("?", "x")
    assume(parses(whole))
    assert found(whole, fragment) == contains(parse(whole), parse(fragment))


def test_a_fragment_made_to_hang_the_search_does_not():
    assert not found("x" * 300, "?x" * 30 + "q")
    assert found("x" * 300 + "q", "?x" * 30 + "q")
    assert not found(r"\sqrt{" * 40 + "x" * 50 + "}" * 40, r"\sqrt{?x?x?x?x?q}")
