"""Source -> syntax tree -> source: nothing is lost, and reading again gives the same tree."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scipix.engine.latex.equivalence import equivalent
from scipix.engine.latex.idiom import Style, idiomatic
from scipix.engine.latex.syntax.nodes import (
    Command,
    Environment,
    Fenced,
    Group,
    Infix,
    Line,
    Opaque,
    Row,
    Scripts,
    Space,
    Switch,
    Symbol,
    Unknown,
)
from scipix.engine.latex.syntax.printer import print_latex
from scipix.engine.latex.syntax.problems import LatexError
from scipix.engine.latex.syntax.reader import parse_syntax, read
from scipix.engine.latex.syntax.walk import all_nodes

HARD = (Path(__file__).parents[2] / "benchmarks" / "formulas" / "hard.txt").read_text(encoding="utf-8")
SOURCES = os.environ.get("SCIPIX_FORMULAS")
X, Y = Symbol("x"), Symbol("y")


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (r"x\,y", (X, Space(r"\,"), Y)),
        (r"\dfrac{x}{y}", (Command(r"\dfrac", ((X,), (Y,))),)),
        (r"{x \over y}", (Group((Infix(r"\over", (X,), (Y,)),)),)),
        (r"\left( x \right]", (Fenced("(", (X,), "]"),)),
        (r"\displaystyle x", (Switch(r"\displaystyle"), X)),
        (r"\color[rgb]{1,0,0}x", (Switch(r"\color", "1,0,0", "[rgb]"), X)),
        (r"x_y^{}", (Scripts(X, (Y,), ()),)),
        (r"x''^y", (Scripts(X, None, (Y,), 2),)),
        (r"\sum\limits_x", (Scripts(Symbol(r"\sum"), (X,), None, 0, r"\limits"),)),
        (r"\ce{H2O + {a}}", (Opaque(r"\ce", "H2O + {a}"),)),
        (r"\hspace{1em}", (Space(r"\hspace", "1em"),)),
        (
            r"\begin{array}[t]{c|c}\hline x & y \\[2pt] y \end{array}",
            (
                Environment(
                    "array",
                    (Line(((X,), (Y,)), (r"\hline",), r"\\[2pt]"), Line(((Y,),))),
                    ("c|c",),
                    "t",
                ),
            ),
        ),
        (r"\tag*{x}", (Command(r"\tag", parse_syntax(r"\text{x}")[0].arguments, (), "*"),)),  # type: ignore[union-attr]
    ],
)
def test_trees(source: str, tree: Row) -> None:
    assert parse_syntax(source) == tree


def test_nodes_know_their_places() -> None:
    source = r"a + \frac{x}{\beta y}"
    for node in all_nodes(parse_syntax(source)):
        assert print_latex((node,)) == source[node.start : node.end]


@pytest.mark.parametrize("airy", [False, True])
@pytest.mark.parametrize("source", HARD.splitlines())
def test_printing_and_reading_is_the_identity(source: str, airy: bool) -> None:
    tree = parse_syntax(source)
    assert parse_syntax(print_latex(tree, airy=airy)) == tree


def test_unknown_commands_stay_in_the_tree_and_are_errors() -> None:
    assert read(r"\foo x").row == (Unknown(r"\foo"), X)
    with pytest.raises(LatexError) as caught:
        parse_syntax(r"x+\foo")
    assert caught.value.start == 2


LEAVES = st.sampled_from(
    [*r"x y 2 + = ( ) , ' \alpha \sum \sin \, \quad ~ \leq \{ | \ldots {} \displaystyle \bf "
     r"\text{a\ b} \ce{H2O} \hspace{1em}".split(), r"\text{if $x$ is }", r"\kern3pt "]
)  # fmt: skip
SHAPES = (
    r"\frac{%s}{%s}", "{%s}_{%s}", "{%s}^{%s}", r"\left(%s\right.%s", r"{%s \over %s}", r"\sqrt[%s]{%s}",
    r"\overset{%s}{%s}", r"\begin{matrix} %s & %s \\ \end{matrix}", r"\begin{aligned} %s \\ %s \end{aligned}",
    r"\mathbf{%s}%s", r"\underbrace{%s}_{%s}", r"\xrightarrow[%s]{%s}", r"\textcolor{red}{%s}%s",
    r"\substack{%s \\ %s}", r"\hat{%s}%s",
)  # fmt: skip


def shaped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.builds(lambda shape, a, b: shape % (a, b), st.sampled_from(SHAPES), inner, inner)
    return pairs | st.lists(inner, max_size=4).map(" ".join)


FORMULAS = st.recursive(LEAVES, shaped, max_leaves=12)


@given(FORMULAS, st.booleans())
@settings(max_examples=400, deadline=None)
def test_generated_formulas_are_read_again_as_they_were(source: str, airy: bool) -> None:
    reading = read(source)
    again = read(print_latex(reading.row, airy=airy))
    if reading.error is None:
        assert again.error is None
        assert again.row == reading.row


@given(FORMULAS)
@example(r"' \bf ) y")
@settings(max_examples=200, deadline=None)
def test_idiomatic_formulas_are_drawn_alike(source: str) -> None:
    reading = read(source)
    if reading.error is None:
        styled = print_latex(idiomatic(reading.row))
        assert equivalent(source, styled), styled
        assert print_latex(idiomatic(parse_syntax(styled))) == styled


@pytest.mark.skipif(not SOURCES, reason="SCIPIX_FORMULAS names no file of formulas")
def test_real_formulas_are_read_again_as_they_were() -> None:
    assert SOURCES
    for line in Path(SOURCES).read_text(encoding="utf-8").splitlines():
        reading = read(line)
        if reading.error is None:
            assert read(print_latex(reading.row)).row == reading.row, line


@pytest.mark.parametrize(
    ("source", "styled"),
    [
        (r"{a \over b}", r"\frac{a}{b}"),
        (r"{n \choose k}", r"\binom{n}{k}"),
        (r"T_{\rm eff}+{\bf x}", r"T_{\mathrm{eff}}+\mathbf{x}"),
        (r"\operatorname{s i n}x", r"\sin x"),
        (r"{x}+{{\alpha}}", r"x+\alpha"),
        (r"\left(x\right)", "(x)"),
        (r"\left(\frac{a}{b}\right)", r"\left(\frac{a}{b}\right)"),
        (r"\left<x\right>", r"\langle x\rangle"),
        (r"\left.x\right|", r"\left.x\right|"),
        (r"a\le b", r"a\leq b"),
        (r"\left(\begin{array}{cc}a&b\end{array}\right)", r"\begin{pmatrix} a & b \end{pmatrix}"),
        (r"\left\{\begin{array}{ll}a&b\\c&d\end{array}\right.", r"\begin{cases} a & b \\ c & d \end{cases}"),
        (r"\begin{array}{rcl}a&=&b\\&{=}&{c}\end{array}", r"\begin{aligned} a & =b \\  & =c \end{aligned}"),
    ],
)
def test_idiomatic_style(source: str, styled: str) -> None:
    assert print_latex(idiomatic(parse_syntax(source))) == styled


def test_a_style_does_only_what_it_is_asked() -> None:
    nothing = Style(commands=False, groups=False, arrays=False, delimiters=False)
    for source in HARD.splitlines():
        assert idiomatic(parse_syntax(source), nothing) == parse_syntax(source)
    plain = Style(fractions=True, spaces=True)
    assert print_latex(idiomatic(parse_syntax(r"\dfrac12\,x\displaystyle"), plain)) == r"\frac{1}{2}x"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("x_1^2", "x^2_1"),
        (r"a\le b", r"a \leq b"),
        (r"\frac12", r"{1\over 2}"),
        (r"{\bf x}y", r"\mathbf xy"),
        (r"\left(x\right)", "(x)"),
        (r"x^{\prime}", "x'"),
        (r"\begin{matrix}a&b\end{matrix}", r"\begin{array}{cc}a&b\\\end{array}"),
        (r"a\,b", "ab"),
        (r"\ce{H2O}", r"\ce{H2O} "),
    ],
)
def test_alike(first: str, second: str) -> None:
    assert equivalent(first, second)
    assert equivalent(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a", "b"),
        ("x_1", "x^1"),
        (r"\mathbf x", "x"),
        (r"\frac12", r"\frac21"),
        (r"\left(\frac12\right)", r"(\frac12)"),
        (r"\begin{matrix}a&b\end{matrix}", r"\begin{matrix}a\\b\end{matrix}"),
        (r"\sum\nolimits_a", r"\sum_a"),
        (r"\foo", "x"),
        (r"\ce{H2O}", r"\ce{H2}"),
    ],
)
def test_not_alike(first: str, second: str) -> None:
    assert not equivalent(first, second)


def test_spaces_count_where_asked() -> None:
    assert not equivalent(r"a\,b", "ab", spaces=True)
