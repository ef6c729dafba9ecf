"""LaTeX -> tree: what means the same gives the same tree, and what is not understood is refused."""

from __future__ import annotations

import pytest

from scipix.engine.latex import symbols as S
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tokens import tokenize
from scipix.engine.latex.tree import Accent, Array, Frac, Limits, Prescript, Row, Script, Sqrt, Stack, Sym
from scipix.engine.latex.write import write


def syms(tokens: str, mode: str = "") -> Row:
    """Symbols of the given tokens, separated by blanks."""
    return tuple(Sym(token, mode) for token in tokens.split())  # type: ignore[arg-type]


def word(text: str, style: str = r"\mathrm", gap: bool = False) -> Row:
    return tuple(Sym(f"{style}{{{letter}}}", "", gap and i == 0) for i, letter in enumerate(text))


@pytest.mark.parametrize(
    ("source", "same"),
    [
        (r"a \le b \ne c \ge d", r"a\leq b\neq c\geq d"),
        (r"f \colon A \to B", r"f:A\rightarrow B"),
        (r"\lvert x \rvert \mid \vert", "|x|||"),
        (r"\lVert x \rVert", r"\|x\|"),
        (r"\lbrace x \rbrack", r"\{x]"),
        (r"a \dots b \dotsb c", r"a\ldots b\cdots c"),
        (r"x\sp2\sb3", "x_3^2"),
        (r"\R \ni 1", r"\mathbb{R}\owns 1"),
        (r"\AA", r"\mathring{\mathrm{A}}"),
        (r"\not= \not\in \not\leq", r"\neq\notin\nleq"),
        (r"\bm{x} \pmb x", r"\boldsymbol{x}\boldsymbol{x}"),
        (r"\Bbb Z \mathds Z \mathbbm Z", r"\mathbb{ZZZ}"),
        (r"\mathit{ab} \mathnormal c", "abc"),
        (r"\mathbf \Gamma", r"\boldsymbol{\Gamma}"),
        (r"\mathrm{12+\alpha}", r"12+\alpha"),
        (r"{\bf x} y", r"\mathbf{x}y"),
        (r"T_{\rm eff} {\cal L}", r"T_{\mathrm{eff}}\mathcal{L}"),
        (r"{\rm a {\bf b} c} d", r"\mathrm{a}\mathbf{b}\mathrm{c}d"),
        (r"\bf x y", r"\mathbf{xy}"),
        (r"{\rm eff \over x}", r"\frac{\mathrm{eff}}{\mathrm{x}}"),
        (r"a, \! \; b \hspace{1cm} c \displaystyle d \label{x}", "a,bcd"),
        (r"{a}{b}{{c}}", "abc"),
        (r"x^{\prime\prime}", "x''"),
        (r"x^a_b", "x_b^a"),
        (r"x^{} y_{}", "xy"),
        (r"a \over b", r"\frac ab"),
        (r"\dfrac12 \tfrac{1}2 \cfrac[l]{1}{2}", r"\frac12\frac12\frac12"),
        (r"n \choose k", r"\binom nk"),
        (r"\sqrt2 \sqrt[]{x}", r"\sqrt{2}\sqrt{x}"),
        (r"\stackrel{a}{=}", r"\overset{a}{=}"),
        (r"\left< x \right>", r"\left\langle x\right\rangle"),
        (r"\left\lbrace x \right.", r"\left\{x\right."),
        (r"\operatorname{sin} x", r"\sin x"),
        (r"\mathop{\rm lim}_{x} \mathop{\lim}\limits_{x}", r"\lim_x \lim_x"),
        (r"\mathop{\mathrm{Hom}}\nolimits_R", r"\operatorname{Hom}_R"),
        (r"\mathop{\rm res}_z", r"\operatorname*{res}_z"),
        (r"\begin{align*} a &= b \end{align*}", r"\begin{aligned} a &= b \end{aligned}"),
        (r"\begin{equation} x \end{equation}", "x"),
        (r"\begin{smallmatrix} a & b \end{smallmatrix}", r"\begin{matrix} a & b \end{matrix}"),
        (r"\begin{dcases} a \\ b \end{dcases}", r"\begin{cases} a \\ b \end{cases}"),
        (r"\begin{array}{@{}l r@{}} a & b \end{array}", r"\begin{array}{lr} a & b \end{array}"),
        (r"\begin{array}[t]{cc} a & b \cr c & d \cr \end{array}", r"\begin{array}{cc} a&b\\c&d \end{array}"),
        (r"\begin{matrix} a \\[2pt] b \\* c \\ \end{matrix}", r"\begin{matrix} a \\ b \\ c \end{matrix}"),
        ("x % a comment\n+ y", "x+y"),
        ("\\begin{matrix} a \\\\% a row ends\n b \\end{matrix}", r"\begin{matrix} a \\ b \end{matrix}"),
        ("a\\\nb", r"a\ b"),
    ],
)  # fmt: skip
def test_these_mean_the_same(source: str, same: str) -> None:
    assert parse(source) == parse(same)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("", ()),
        (r"\alpha", syms(r"\alpha")),
        (r"\mathcal{L}", word("L", r"\mathcal")),
        ("x_1'", (Script(Sym("x"), syms("1"), syms(r"\prime")),)),
        ("f''^2", (Script(Sym("f"), (), syms(r"\prime \prime 2")),)),
        (r"{}_1F_2", (Prescript(syms("1")), Script(Sym("F"), syms("2")))),
        (r"{}^a_b X", (Prescript(syms("b"), syms("a")), Sym("X"))),
        (r"\dots + a \dots , b", (Sym(r"\cdots"), *syms("+ a"), Sym(r"\ldots"), *syms(", b"))),
        ("{F_a}^b", (Script(Sym("F"), syms("a")), Prescript((), syms("b")))),
        (r"{\sum_a}^b", (Script(Sym(r"\sum"), syms("a"), syms("b")),)),
        (r"^2 x", (Prescript((), syms("2")), Sym("x"))),
        (r"\frac{a}{b}", (Frac(syms("a"), syms("b")),)),
        (r"{a \atop b}", (Stack(syms("a"), syms("b")),)),
        (r"\binom nk", (Sym("(", "left"), Stack(syms("n"), syms("k")), Sym(")", "right"))),
        (r"\sqrt[3]{x}", (Sqrt(syms("x"), syms("3")),)),
        (r"\hat x", (Accent(r"\hat", syms("x")),)),
        (r"\overbrace{a}^n", (Script(Accent(r"\overbrace", syms("a")), (), syms("n")),)),
        (r"\left. x \right|_a", (Sym("x"), Script(Sym("|", "right"), syms("a")))),
        (r"\left( a \middle| b \right]",
         (Sym("(", "left"), Sym("a"), Sym("|", "middle"), Sym("b"), Sym("]", "right"))),
        (r"\Bigl( \bigm|", (Sym("(", "Big"), Sym("|", "big"))),
        (r"\sum_i^n", (Script(Sym(r"\sum"), syms("i"), syms("n")),)),
        (r"\sum\limits_i", (Script(Sym(r"\sum"), syms("i")),)),
        (r"\int\limits_a^b", (Limits(Sym(r"\int"), syms("a"), syms("b")),)),
        (r"\int_a^b", (Script(Sym(r"\int"), syms("a"), syms("b")),)),
        (r"\overset{!}{=}", (Limits(Sym("="), (), syms("!")),)),
        (r"\underset{a}{\overset{b}{X}}", (Limits(Sym("X"), syms("a"), syms("b")),)),
        (r"\underset{x}{\sum}", (Script(Sym(r"\sum"), syms("x")),)),
        (r"\xrightarrow[a]{b}", (Limits(Sym(r"\rightarrow"), syms("a"), syms("b")),)),
        (r"\sin", word("sin", gap=True)),
        (r"\lim_x", (*word("li", gap=True), Script(Sym(r"\mathrm{m}"), syms("x")))),
        (r"\operatorname*{res}_z", (*word("re", gap=True), Limits(Sym(r"\mathrm{s}"), syms("z")))),
        (r"\operatorname{res}_z", (*word("re", gap=True), Script(Sym(r"\mathrm{s}"), syms("z")))),
        (r"\text{if so}", (Sym(r"\mathrm{i}"), Sym(r"\mathrm{f}"), *word("so", gap=True))),
        (r"\text{a $x^2$}", (Sym(r"\mathrm{a}"), Script(Sym("x"), (), syms("2")))),
        (r"\mathrm{office}", tuple(Sym(f"\\mathrm{{{x}}}") for x in ("o", "ffi", "c", "e"))),
        (r"\substack{a \\ b}", (Array("substack", ((syms("a"),), (syms("b"),))),)),
    ],
)  # fmt: skip
def test_trees(source: str, tree: Row) -> None:
    assert parse(source) == tree


CELLS = ((syms("a"), syms("b")), (syms("c"), syms("d")))


@pytest.mark.parametrize("name", sorted(set(S.MATRICES) - {"equation", "displaymath", "math"}))
def test_every_environment_gives_its_cells_and_fences(name: str) -> None:
    columns = {"alignedat": "{2}", "alignat": "{2}"}.get(name, "{cc}")
    head = columns if name in ("array", "tabular", "alignedat", "alignat", "subarray") else ""
    row = parse(f"\\begin{{{name}}}{head} a & b \\\\ c & d \\end{{{name}}}")
    arrays = [node for node in row if isinstance(node, Array)]
    left, right = S.MATRICES[name]
    assert [array.rows for array in arrays] == [CELLS]
    assert [node for node in row if isinstance(node, Sym)] == [
        *([Sym(left, "left")] if left else []), *([Sym(right, "right")] if right else []),
    ]  # fmt: skip


def test_a_matrix_of_one_cell_is_no_array_but_cases_of_one_are() -> None:
    assert parse(r"\begin{pmatrix} a \end{pmatrix}") == parse(r"\left(a\right)")
    assert parse(r"\begin{cases} a \end{cases}") == (Sym(r"\{", "left"), Array("cases", ((syms("a"),),)))


def test_a_bracket_that_holds_no_length_begins_the_next_row() -> None:
    array = parse(r"\begin{matrix} a \\ [x] \end{matrix}")[0]
    assert isinstance(array, Array)
    assert array.rows == ((syms("a"),), (syms("[ x ]"),))


def test_a_gap_is_a_word_space_and_only_noted_on_symbols() -> None:
    assert parse(r"a\quad b") == (Sym("a"), Sym("b", "", True))
    assert parse("a b") == syms("a b")


def test_tokens_keep_a_star_only_where_it_belongs_to_the_name() -> None:
    assert tokenize(r"\alpha*\operatorname*{x}") == [r"\alpha", "*", r"\operatorname*", "{", "x", "}"]


@pytest.mark.parametrize("token", sorted(S.known_symbols() - set("'\"`")))
def test_every_known_symbol_stands_for_itself(token: str) -> None:
    row = parse(token)
    assert [node.token for node in row if isinstance(node, Sym)] == [S.SYNONYMS.get(token, token)] or (
        token.startswith(r"\not\\") and len(row) == 1
    )


@pytest.mark.parametrize("synonym", sorted(set(S.SYNONYMS) - {r"\sp", r"\sb", r"\thinspace"}))
def test_every_synonym_is_one_known_symbol(synonym: str) -> None:
    (node,) = parse(synonym)
    assert isinstance(node, Sym)
    assert node.token in S.known_symbols()


@pytest.mark.parametrize("expansion", sorted(S.EXPANSIONS))
def test_every_expansion_parses(expansion: str) -> None:
    assert len(parse(expansion)) == 1


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (r"\nosuchthing", "unknown symbol"), ("é", "unknown symbol"), ("a & b", "unknown symbol"),
        (r"a \\ b", "unknown symbol"), ("$", "unknown symbol"), ("\\", "unknown symbol"),
        (r"\begin{foo} a \end{foo}", "unknown environment"), ("}", "nothing opens"), ("a}b", "nothing opens"),
        ("{a", "too early"), ("x^", "too early"), ("x_", "too early"), (r"\frac{a}", "too early"),
        (r"\frac", "too early"), (r"\left", "too early"), (r"\left( x", "too early"),
        (r"\sqrt[3", "too early"), (r"\begin", "too early"), (r"\begin{matrix} a", "too early"),
        (r"\text{a $b}", "expected"),
        (r"\begin{matrix} a \end{pmatrix}", "not closed"), (r"x \right)", "unknown symbol"),
        (r"\big x", "not a delimiter"), ("x^a^b", "second script"), ("x_a_b", "second script"),
        (r"\begin{matrix} a & b \end{matrix}_c", "second script"), ("x^'", "script where an argument"),
        (r"\begin{array}{p{2cm}} a \end{array}", "fixed width"), (r"\overset{a}{bc}", "several symbols"),
        (r"\begin{cases} \hline a \end{cases}", "no table"), (r"\substack{\hline a}", "rules between"),
        (r"\mathop{A+B}_c", "several symbols"), (r"\not x", "negated"), (r"\kern 2pt x", "length"),
        (r"\begin{matrix} \end{matrix}", "empty array"), (r"\text{it's}", "apostrophe"),
        (r"\begin{equation} a \\ b \end{equation}", "rows outside"),
    ],
)  # fmt: skip
def test_errors(source: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse(source)


@pytest.mark.parametrize(
    "opening",
    ["{", r"\hat", r"\hat{", r"\frac", r"\not", r"\text", r"\mathbf", r"\left(", r"\left{", "x^{", r"x_\hat",
     r"\sqrt[{", r"\sqrt", r"a\over ", r"\begin{matrix}", r"\text{$", r"\mathop",
     r"\operatorname*{", r"\overset", r"\substack{", r"\xrightarrow[{", r"\pmod"],
)  # fmt: skip
@pytest.mark.parametrize("tail", ["", "x"])
def test_ten_thousand_levels_are_refused(opening: str, tail: str) -> None:
    with pytest.raises(ParseError):
        parse(opening * 10_000 + tail)


def test_degrees_of_roots_in_degrees_count_as_nesting() -> None:
    with pytest.raises(ParseError, match="too deeply"):
        parse(r"\sqrt[{" * 70 + "x" + r"}]{y}" * 70)
    assert parse(r"\sqrt[{" * 20 + "x" + r"}]{y}" * 20)


def test_deep_but_sane_nesting_passes() -> None:
    assert parse("{" * 40 + "x" + "}" * 40) == syms("x")
    assert parse(r"\frac{a}{" * 25 + "x" + "}" * 25)


@pytest.mark.parametrize(
    ("source", "normal"),
    [
        (r"\begin{array}{cc|c}1&2&3\end{array}", r"\begin{array}{cc|c} 1 & 2 & 3 \end{array}"),
        (r"\begin{array}{ | l || r | } a & b \end{array}", r"\begin{array}{|l||r|} a & b \end{array}"),
        (
            r"\begin{array}{c}\hline a\\\hline\hline b\\[2pt]\hline\end{array}",
            r"\begin{array}{c} \hline a \\ \hline \hline b \\ \hline \end{array}",
        ),
        (
            r"\begin{pmatrix} a & b \\ \hline c & d \end{pmatrix}",
            r"\left(\begin{array}{cc} a & b \\ \hline c & d \end{array}\right)",
        ),
        (r"\begin{array}{c}\hline x\\\hline\end{array}", r"\begin{array}{c} \hline x \\ \hline \end{array}"),
        (
            r"\begin{array}{c|c} a & b \\ & \\ \hline c & d \end{array}",
            r"\begin{array}{c|c} a & b \\ \hline c & d \end{array}",
        ),
    ],
)
def test_rules_between_cells_stay_where_they_are(source: str, normal: str) -> None:
    assert write(parse(source)) == normal
    assert write(parse(normal)) == normal
