"""What is wrong with a source is found with its place and in words; what is right is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scipix.engine.latex.repair import repair
from scipix.engine.latex.validate import validate

FINE = r"""
x^2+y_1'=\alpha
\frac12\dfrac ab\tfrac{1}{2}\cfrac[l]{1}{2}\binom nk\genfrac{[}{]}{0pt}{1}{a}{b}
\sqrt[3]{x}\sqrt2\sqrt[]{x}
\left.\frac{a}{b}\right|_{x=0}\left(a\middle|b\right]\bigl(\Big|\left<x\right>
{a \over b}{n \choose k}{a \above 1pt b}{a \overwithdelims() b}
\begin{array}{c|cc}\hline a & b & c \\[2pt] \cline{1-2} d & e & f\\ \end{array}
\begin{aligned}[t] a &= b \\ &= c \\* &= d \end{aligned}
\begin{pmatrix}a&b\\c&d\end{pmatrix}\begin{cases}a&\text{if $x>0$}\\b\end{cases}
\sum_{\substack{i<n\\j<m}}\sum\limits_{i}\int\nolimits_a^b\operatorname*{res}_z\operatorname{s i n}
\text{a $x$ b}\mbox{if \(y\) is}\textbf{bold {and} \textit{it}}\text{50\% \& more}
\ce{H2SO4 ->[a] B}\pu{1 kg}\tag{1}\tag*{a}\label{eq:1}\nonumber
\textcolor{red}{x}\color{blue}y\colorbox{red}{text}\boxed{x}\cancel{y}\phantom{z}\hphantom{z}\smash[b]{q}
\overset{a}{b}\underset{a}{b}\stackrel{a}{=}\xrightarrow[a]{b}\underbrace{x}_{n}\overbrace{y}^m
{\bf x}{\rm d}\displaystyle\mathbf x\mathrm{ab}\boldsymbol\alpha\mathbb R
\hspace{1cm}\hspace*{1em}\kern 3pt\mskip3mu\quad\,\!\ ~
\prescript{a}{b}{X}\sideset{_a}{^b}\sum{}_1F_2^{3}
a\not=b\not\in c\mathop{\rm lim}\limits_{x}\mathrel{R}
[a,b)\{x\}]|x|\|y\|\lvert z\rvert\langle\rangle
α+β≤γ
\matrix{a&b\cr c&d}\pmatrix{1\cr2}
\begin{array}{ll} [a] & b \\ [b] & c \end{array}
""".strip().splitlines()


@pytest.mark.parametrize("source", ["", " ", *FINE])
def test_what_latex_accepts_is_fine(source: str) -> None:
    assert validate(source) == ()


@pytest.mark.parametrize(
    ("source", "place", "says", "hint"),
    [
        (r"\frac{a}{b", "{b", "never closed", "}"),
        (r"a}b", "}", "closes nothing", r"\}"),
        (r"a+\left(b", r"\left(", r"no \right", r"\right."),
        (r"a\right)", r"\right", r"without \left", r"\left."),
        (r"\begin{matrix}a", r"\begin{matrix}", r"no \end", r"\end{matrix}"),
        (r"\begin{matrix}a\end{array}", r"\end{array}", r"ends with \end{array}", r"\end{matrix}"),
        (r"a\end{matrix}", r"\end", r"without \begin", "Remove"),
        (r"x+\alhpa", r"\alhpa", "Unknown command", r"\alpha"),
        (r"x+\alphax", r"\alphax", "Unknown command", r"\alpha"),
        (r"\begin{alignd}a\end{alignd}", r"\begin{alignd}", "Unknown environment", "aligned"),
        (r"a\frac{1}", r"\frac", "missing", r"\frac{...}"),
        (r"x^", "^", "missing", "^{...}"),
        (r"x^a^b", "^b", "second superscript", "Join"),
        (r"x_a_b", "_b", "second subscript", "Join"),
        (r"x^2'", "'", "prime", "x'^2"),
        (r"a & b", "&", "outside an environment", "aligned"),
        (r"\begin{matrix}{a & b}\end{matrix}", "&", "inside braces", "brace"),
        (r"a $x$", "$", "inside a formula", r"\$"),
        (r"a # b", "#", "not allowed", r"\#"),
        (r"\text{if x", "{", "never ends", "}"),
        (r"\text{if $x}", "$", "never ends", "$"),
        (r"\text{\frac12}", r"\frac", "belongs in a formula", "$"),
        (r"\left a", r"\left", "delimiter", r"\left("),
        (r"\middle|", r"\middle", "outside", r"\left"),
        (r"\limits_a", r"\limits", "no operator", r"\sum"),
        (r"\hskip a", r"\hskip", "length", "3pt"),
        ("a\\", "\\", "without a name", r"\backslash"),
        (r"\sqrt[3", "[", "never closed", "]"),
    ],
)  # fmt: skip
def test_errors_have_place_words_and_hint(source: str, place: str, says: str, hint: str) -> None:
    errors = [problem for problem in validate(source) if says in problem.message]
    assert errors, validate(source)
    first = errors[0]
    assert first.severity == "error"
    assert hint in first.hint
    at = source.index(place)
    assert first.start == at
    assert source[first.start : first.end] == place[: first.end - first.start]
    assert first.end > first.start


def test_rows_without_environment_and_comments_are_warnings() -> None:
    assert [(p.severity, p.start, p.end) for p in validate(r"a \\ b")] == [("warning", 2, 4)]
    assert [(p.severity, p.start) for p in validate("a % b\n+c")] == [("warning", 2)]
    assert validate("a %\n+c") == ()


def test_all_errors_are_found_in_order_of_place() -> None:
    problems = validate(r"\foo + {\frac{1}} + x^a^b")
    assert [problem.start for problem in problems] == sorted(problem.start for problem in problems)
    assert len(problems) == 3


@pytest.mark.parametrize(
    "source",
    [
        "{" * 9000, r"\frac" * 3000, r"\left(" * 3000, "^" * 9000, r"\begin{matrix}" * 1000, r"\text{" * 3000,
        r"\sqrt[" * 3000, "}" * 9000, "&" * 9000, r"\right" * 3000, "x" * 100_000, r"\undefined" * 1900,
    ],
)  # fmt: skip
def test_hostile_sources_give_few_clear_problems(source: str) -> None:
    problems = validate(source)
    assert 0 < len(problems) <= 50
    assert all(problem.message and problem.hint for problem in problems)


FRAGMENTS = st.sampled_from(
    [*r"x { } [ ] ^ _ & # $ % ~ ( ) ' 1 | \left( \right) \left \right \begin{matrix} \end{matrix} \\ \frac "
     r"\sqrt \text{ \ce{ \over \hline \limits \sum \, \hspace \color \foo \middle| \bigl( \substack{ "
     r"\not".split(),
     " ", "\\", "\n"]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_whatever_is_typed_is_checked_and_places_are_inside(source: str) -> None:
    for problem in validate(source):
        assert 0 <= problem.start <= problem.end <= len(source)
    repaired, _ = repair(source)
    assert isinstance(repaired, str)


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("$x^2$", "x^2"),
        (r"\[ x \]", "x"),
        ("$$x$$", "x"),
        (r"\frac{a}{b", r"\frac{a}{b}"),
        ("a}", "a"),
        (r"a &= b \\ &= c", r"\begin{aligned} a &= b \\ &= c \end{aligned}"),
        (r"\begin{aligned} a \end{align}", r"\begin{aligned} a \end{aligned}"),
        (r"\begin{matrix} a", r"\begin{matrix} a\end{matrix}"),
        (r"\left( a", r"\left( a\right."),
        (r"{\left( a}", r"{\left( a\right.}"),
        (r"a \right)", r"\left.a \right)"),
        ("50%", r"50%"),
        ("50% of", r"50\% of"),
        (r"\argmax_x", r"\operatorname*{arg\,max}_x"),
        (r"\R^n", r"\mathbb{R}^n"),
        ("x &lt; y", "x < y"),
        ("a \\", "a "),
    ],
)  # fmt: skip
def test_repairs(source: str, repaired: str) -> None:
    result, notes = repair(source)
    assert result == repaired
    assert bool(notes) == (result != source)
    assert not [problem for problem in validate(result) if problem.severity == "error"]


@pytest.mark.parametrize("source", [*FINE, "x^a^b", r"\foo x", r"\frac{a}"])
def test_what_is_fine_or_in_doubt_stays(source: str) -> None:
    assert repair(source) == (source, ())
