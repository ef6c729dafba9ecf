"""Tree -> LaTeX: readable, valid, and read back as the same tree."""

from __future__ import annotations

import pytest

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.spans import split_style
from scipix.engine.latex.tree import Array, Limits, Row, Script, Sqrt, Sym
from scipix.engine.latex.write import argument, balanced, write
from scipix.models.training import grammar

NORMAL = r"""
x
\alpha\beta
\alpha b
\mathbb{R}^n
\mathcal{L}
\mathbf{AB}_1z
\mathrm{eff}
\boldsymbol{\alpha b}
\boldsymbol{\alpha}_i\mathbf{x}
\mathbf{1}
a+b=c
x_3^2
x'
x''_a
f^{\prime2}
x^{\circ}
x_{a_{b_c}}
x_{\mathrm{eff}}
{}_1F_2
{}_b^aX
x_a{}^b{}_cd
T_{\mu\nu}{}^{\lambda}
\frac{1}{2}
\frac{a+b}{\frac{c}{d}}
{\frac{a}{b}}_c
{\sqrt{a}}^2
\sqrt{2}
\sqrt[3]{x}
\sqrt[{[n]}]{x}
\sqrt[{\sqrt[3]{a}}]{b}
\hat{x}^2
\overline{AB}
\vec{\mathbf{x}}
\underbrace{a+b}_n
\overset{!}{=}
\overset{b}{\underset{a}{X}}
\xrightarrow[a]{b}
\xrightarrow[{[a]}]{b}
\mathbf{of}\underset{x}{\mathbf{g}}
\underset{x}{\boldsymbol{\alpha}}
\boldsymbol{\alpha}\overset{y}{\boldsymbol{\beta}}
\sin x
\sin^2x
\sin \cos x
\log_2n
\lim_{x\rightarrow0}f
\lim \sup_na_n
\arg \max_xf
\operatorname*{argmax}_xf
\operatorname*{res}_{z=0}f
\mathrm{Hom}_R
\text{if so}
x\text{for all}y
\sum_{i=1}^nx_i
\sum_{\substack{a \\ b}}
\int_a^b
\int\limits_a^b
\iint\limits_D
\left(\frac{a}{b}\right)^2
\left\langle a\middle|b\right\rangle
\left.\frac{a}{b}\right|_{x=0}
\left\{\frac{a}{b}\right.
\bigl(x\Bigr]
\big|
\bigg\backslash
\binom{n}{k}
\left[{n \atop k}\right]
{a \atop b}
\begin{matrix} a & b \\ c & d \end{matrix}
\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}
\begin{Vmatrix} a & b \\ c & d \end{Vmatrix}
\begin{bmatrix} {}[a] & b \\ {}*c & d \end{bmatrix}
\left[\begin{array}{lr} a & b \\ c & d \end{array}\right]
\begin{cases} a & b \\ c & d \end{cases}
\begin{cases} a & b \\ c & d \end{cases}+x
\begin{cases} a \\ b \end{cases}\begin{cases} c \\ d \end{cases}
\left(\begin{cases} a & b \\ c & d \end{cases}+x\right)
\left(\begin{cases} a & b \\ c & d \end{cases}\right)
\begin{aligned} a & =b \\  & =c \end{aligned}
\substack{a \\ {}[b]}
""".strip().splitlines()

REWRITTEN = [
    (r"\frac12", r"\frac{1}{2}"),
    (r"x^{2}_{3}", "x_3^2"),
    (r"\overbrace{x}^{n}", r"\overbrace{x}^n"),
    (r"\left( \begin{array}{cc} a & b \end{array} \right)", r"\begin{pmatrix} a & b \end{pmatrix}"),
    (r"\left\{ \begin{array}{ll} a & b \end{array} \right.",
     r"\left\{\begin{array}{ll} a & b \end{array}\right."),
    (r"\begin{rcases} a & b \end{rcases}", r"\left.\begin{array}{ll} a & b \end{array}\right\}"),
    (r"\textrm{argmin}_x", r"\operatorname*{argmin}_x"),
    (r"a \bmod b", r"a\mathrm{mod}b"),
    (r"\boldsymbol{\alpha}\quad\boldsymbol{b}", r"\boldsymbol{\alpha b}"),
    (r"\overset{a}{\mathbf{off}}", r"\mathbf{o}\overset{a}{\mathbf{ff}}"),
    (r"{\bf x} {\cal L}", r"\mathbf{x}\mathcal{L}"),
    (r"\mathop{\rm res}_z", r"\operatorname*{res}_z"),
    (r"a \begin{cases} b \\ c \end{cases} + \left( d \right)",
     r"a\begin{cases} b \\ c \end{cases}+\left(d\right)"),
]  # fmt: skip


@pytest.mark.parametrize("latex", NORMAL)
def test_normal_latex_is_written_as_it_was_read(latex: str) -> None:
    assert write(parse(latex)) == latex


@pytest.mark.parametrize(("source", "latex"), REWRITTEN)
def test_other_latex_is_written_in_normal_form(source: str, latex: str) -> None:
    assert write(parse(source)) == latex
    assert write(parse(latex)) == latex


@pytest.mark.parametrize("block", range(10))
def test_five_hundred_generated_formulas_are_stable(block: int) -> None:
    unread = 0
    for source in grammar.formulas(block, 50):
        try:
            latex = write(parse(source))
        except ParseError:
            unread += 1
            continue
        assert write(parse(latex)) == latex, source
    assert unread <= 2


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ((), ()),
        ((Sym("(", "left"),), ((Sym("(", "left"), Sym(".", "right")))),
        ((Sym(")", "right"),), (Sym(".", "left"), Sym(")", "right"))),
        ((Script(Sym("|", "right"), (Sym("a"),)),),
         (Sym(".", "left"), Script(Sym("|", "right"), (Sym("a"),)))),
        ((Sym("]", "right"), Sym("[", "left")),
         (Sym(".", "left"), Sym("]", "right"), Sym("[", "left"), Sym(".", "right"))),
        ((Sym("(", "left"), Sym(")", "right")), (Sym("(", "left"), Sym(")", "right"))),
    ],
)  # fmt: skip
def test_invisible_delimiters_are_put_back(row: Row, shown: Row) -> None:
    assert balanced(row) == shown
    assert balanced(shown) == shown


def test_invisible_delimiters_are_read_as_nothing() -> None:
    row = (Sym("x"), Sym("|", "right"))
    assert parse(write(row)) == row


def test_an_array_of_a_reading_has_as_many_columns_as_its_longest_row() -> None:
    a, b = (Sym("a"),), (Sym("b"),)
    ragged = Array("matrix", ((a,), (a, b)), "l")
    assert write((ragged,)) == r"\begin{array}{ll} a \\ a & b \end{array}"


@pytest.mark.parametrize(
    ("node", "latex"),
    [
        (Limits(Sym(r"\mathbf{x}"), (Sym("a"),)), r"\underset{a}{\mathbf{x}}"),
        (Limits(Sym(r"\rightarrow"), (), (Sym("f"),)), r"\xrightarrow{f}"),
        (Limits(Sym(r"\rightarrow"), (Sym("f"),)), r"\underset{f}{\rightarrow}"),
        (Sqrt((Sym("x"),), (Sym("]"),)), r"\sqrt[{]}]{x}"),
    ],
)  # fmt: skip
def test_nodes_alone(node: Limits | Sqrt, latex: str) -> None:
    assert write((node,)) == latex
    assert parse(latex) == (node,)


def test_a_command_is_kept_apart_from_the_letter_behind_it() -> None:
    assert write((Sym(r"\alpha"), Sym("b"))) == r"\alpha b"
    assert write((Sym(r"\alpha"), Sym("1"))) == r"\alpha1"
    assert write((Sym(r"\|"), Sym("b"))) == r"\|b"


def test_arguments_are_bare_where_one_character_suffices() -> None:
    assert argument((Sym("x"),)) == "x"
    assert argument((Sym(r"\alpha"),)) == r"{\alpha}"
    assert argument(()) == "{}"


def test_styles_are_split_off() -> None:
    assert split_style(r"\mathbf{x}") == (r"\mathbf", "x")
    assert split_style(r"\boldsymbol{\alpha}") == (r"\boldsymbol", r"\alpha")
    assert split_style(r"\alpha") == ("", r"\alpha")
