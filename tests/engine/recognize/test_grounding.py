"""Every symbol stands behind the token that it was written as."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import count

import pytest

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.spans import split_style
from scipix.engine.latex.tree import Accent, Array, Frac, Limits, Node, Row, Sqrt, Sym
from scipix.engine.latex.write import write
from scipix.engine.recognize.grounding import ground, latex_tokens, written
from scipix.models.training import grammar

# Formulas in normal form in which no two symbols look the same: a token then names its symbol.
FORMULAS = r"""
x_i^2+y
x'_ab
f_a^{\prime2}
\alpha*b
a\rightarrow b\leftarrow c
\bigcup_iA_j\bigoplus_nM
\frac{a}{b}c
\frac{\mathrm{a}}{\mathrm{b}}
\sqrt[3]{x}y
\sqrt[{[n]}]{x}y
\hat{x}y
\overline{AB}c
\underbrace{a+b}_nc
\binom{n}{k}a
\binom{n}{k}^2a
\left[{n \atop k}\right]a
{a \atop b}c
\begin{cases} a & b \\ c & d \end{cases}
\begin{cases} a & b \\ c & d \end{cases}+x
\left(\begin{cases} a & b \\ c & d \end{cases}\right)x
\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}x
\begin{matrix} a & b \\ c & d \end{matrix}x
\begin{bmatrix} {}*a & b \\ c & d \end{bmatrix}x
\begin{array}{lr} a & b \\ c & d \end{array}x
\begin{aligned} a & =b \\  & <c \end{aligned}
\sum_{\substack{a \\ b}}x
\left.\frac{a}{b}\right|_{x=0}c
\left..x\right|
\left\{\frac{a}{b}c\right.
\left\langle a\middle|b\right\rangle c
\bigl(x\Bigr]y
\bigg\backslash x
a\setminus b
{}_6^{14}C
{}'_bX
\int_a^bx
\int\limits_a^bx
\iint\limits_Dx
\oint\limits'_ax
\xrightarrow{b}c
\xrightarrow[a]{b}c
\xrightarrow[{[a]}]{b}c
\overset{!}{=}x
\overset{b}{\underset{a}{X}}c
\overset{a}{\mathbf{x}}y
\underset{a}{\mathbf{x}}y
\overset{b}{\underset{a}{\mathbf{x}}}y
\overset{b}{\underset{a}{\Rightarrow}}y
\underset{a}{\rightarrow}y
\mathbf{o}\overset{a}{\mathbf{f}}y
\underset{a}{\mathcal{L}}y
\overset{y}{\boldsymbol{\beta}}z
\boldsymbol{\alpha b}c
\lim_{x\rightarrow0}f
\sup_na
\sin xy
\log_2n
\arg \max_xf
\operatorname*{res}_{z=0}f
\operatorname*{res}_z^af
\mathrm{Hom}_Rf
\mathrm{Re}'_ax
\text{if so}x
\mathrm{ab}_c^dx
\not\equiv x
\&\#x
""".strip().splitlines()


class Numbered:
    """A tree whose symbols are numbered in an order that has nothing to do with the order of writing."""

    def __init__(self, row: Row) -> None:
        self.tokens: dict[int, str] = {}
        self._next = count(1)
        self.row = self._row(row)

    def _row(self, row: Row) -> Row:
        return tuple(reversed([self._node(node) for node in reversed(row)]))

    def _node(self, node: Node) -> Node:
        changes: dict[str, object] = {}
        for field in fields(node):
            value = getattr(node, field.name)
            if field.name == "base":
                changes[field.name] = self._node(value)
            elif field.name == "rows":
                changes[field.name] = tuple(tuple(self._row(cell) for cell in line) for line in value)
            elif isinstance(value, tuple):
                changes[field.name] = self._row(value)
            elif field.name == "symbol":
                changes[field.name] = number = next(self._next)
                self.tokens[number] = self._name(node)
        return replace(node, **changes)

    @staticmethod
    def _name(node: Node) -> str:
        if isinstance(node, Frac | Sqrt):
            return r"\frac" if isinstance(node, Frac) else r"\sqrt"
        assert isinstance(node, Sym | Accent)
        return node.token if isinstance(node, Sym) else node.command


FENCES = {"(": "p", ")": "p", "[": "b", "]": "b", r"\{": "Bc", r"\}": "B", "|": "v", r"\|": "V"}


def shows(token: str, symbol: str) -> bool:
    """Whether a LaTeX token may stand for a symbol."""
    letter = split_style(symbol)[1]
    if symbol == r"\prime":
        return token in ("'", r"\prime")
    if token.startswith((r"\begin", r"\end")):
        return token.split("{")[1][0] in FENCES[symbol]
    if token == r"\binom":
        return symbol in "()"
    if token.startswith((r"\left", r"\right", r"\middle", r"\big", r"\Big")) and symbol != token:
        return token.endswith(r"\backslash" if symbol == r"\setminus" else symbol)
    if token == r"\xrightarrow" or token == r"\xleftarrow":
        return symbol.endswith(token[2:])
    if symbol.startswith(r"\mathrm{") and token.startswith("\\"):
        return letter in token
    return token == letter or (symbol != letter and len(token) == 1 and token in letter)


@pytest.mark.parametrize("latex", FORMULAS)
def test_every_symbol_stands_behind_its_token(latex: str) -> None:
    tree = Numbered(parse(latex))
    assert write(tree.row) == latex
    texts = [name for name in tree.tokens.values() if not name.startswith(r"\mathrm{")]
    assert len(set(texts)) == len(texts), "a test formula with two symbols that look the same"
    found = [(token, number) for token, numbers in ground(latex, tree.row) for number in numbers]
    assert sorted(number for _, number in found) == sorted(tree.tokens)
    assert all(shows(token, tree.tokens[number]) for token, number in found), found


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\overset{a}{\mathbf{x}}", {"a": ["a"], "x": [r"\mathbf{x}"]}),
        (r"\lim_na", {r"\lim": [r"\mathrm{l}", r"\mathrm{i}", r"\mathrm{m}"], "n": ["n"], "a": ["a"]}),
        (r"\binom{n}{k}", {r"\binom": ["(", ")"], "n": ["n"], "k": ["k"]}),
        (r"\begin{pmatrix} a & b \end{pmatrix}",
         {r"\begin{pmatrix}": ["("], "a": ["a"], "b": ["b"], r"\end{pmatrix}": [")"]}),
        (r"\begin{cases} a \\ b \end{cases}", {r"\begin{cases}": [r"\{"], "a": ["a"], "b": ["b"]}),
        (r"\left.x\right|", {"x": ["x"], r"\right|": ["|"]}),
        (r"\xrightarrow[a]{b}", {r"\xrightarrow": [r"\rightarrow"], "a": ["a"], "b": ["b"]}),
        (r"x'", {"x": ["x"], "'": [r"\prime"]}),
    ],
)  # fmt: skip
def test_tokens_stand_for(latex: str, expected: dict[str, list[str]]) -> None:
    tree = Numbered(parse(latex))
    grounded = {
        token: [tree.tokens[n] for n in numbers] for token, numbers in ground(latex, tree.row) if numbers
    }
    assert grounded == expected


def test_letters_of_a_ligature_share_its_symbol_and_take_no_other() -> None:
    # GIVEN "off" with one glyph for its last letters, and an f behind it
    tree = (Sym(r"\mathrm{o}", symbol=0), Sym(r"\mathrm{ff}", symbol=1), Sym("f", symbol=2))
    grounded = ground(write(tree), tree)
    assert [(t, n) for t, n in grounded if n] == [("o", (0,)), ("f", (1,)), ("f", (1,)), ("f", (2,))]


def test_a_bracket_under_the_root_is_not_that_of_its_degree() -> None:
    tree = Numbered(parse(r"\sqrt[n]{]}")).row
    grounded = ground(write(tree), tree)
    assert [t for t, n in grounded if n] == [r"\sqrt", "n", "]"]
    assert not grounded[3][1]


def test_a_row_over_a_word_that_no_operator_has_is_written_behind_it() -> None:
    tree = (Sym(r"\mathrm{a}", symbol=0), Limits(Sym(r"\mathrm{b}", symbol=1), (), (Sym("a", symbol=2),)))
    grounded = ground(write(tree), tree)
    assert [(t, n) for t, n in grounded if n] == [("a", (0,)), ("b", (1,)), ("a", (2,))]


def test_only_the_first_cell_of_a_substack_is_written() -> None:
    array = Array("substack", (((Sym("a", symbol=0),), (Sym("b", symbol=1),)), ((Sym("c", symbol=2),),)))
    grounded = ground(write((array,)), (array,))
    assert [(t, n) for t, n in grounded if n] == [("a", (0,)), ("c", (2,))]


@pytest.mark.parametrize("block", range(10))
def test_generated_formulas_are_grounded_without_a_rest(block: int) -> None:
    for source in grammar.formulas(1000 + block, 60):
        try:
            tree = Numbered(parse(source))
        except ParseError:
            continue
        latex = write(tree.row)
        inked = [token for token, _ in written(tree.row)]
        waiting = iter(latex_tokens(latex))
        assert all(token in waiting for token in inked), f"{latex}: written in another order than {inked}"
        found = [(token, number) for token, numbers in ground(latex, tree.row) for number in numbers]
        assert {number for _, number in found} == set(tree.tokens), latex
        wrong = [(token, tree.tokens[n]) for token, n in found if not shows(token, tree.tokens[n])]
        assert not wrong, latex


def test_tokens_are_what_a_reader_sees() -> None:
    latex = (
        r"\alpha*b\leftarrow\bigcup\bigl(\left\{x\right.\operatorname*{res}\not\equiv\begin{array}{lr} a \\ b"
    )
    assert latex_tokens(latex) == [
        r"\alpha", "*", "b", r"\leftarrow", r"\bigcup", r"\bigl(", r"\left\{", "x", r"\right.",
        r"\operatorname*", "{", "r", "e", "s", "}", r"\not\equiv", r"\begin{array}{lr}", "a", r"\\", "b",
    ]  # fmt: skip
