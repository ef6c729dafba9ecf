"""Tokens of the source are found again in the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from scipix.ui.preview.messages import Fractions, Span
from scipix.ui.preview.sources import boxes_of, mark

if TYPE_CHECKING:
    from conftest import Desk


def spans(latex: str, *words: str) -> tuple[Span, ...]:
    """The places of words, each behind the one before."""
    found, position = [], 0
    for word in words:
        start = latex.index(word, position)
        position = start + len(word)
        found.append((start, position))
    return tuple(found)


def boxes(desk: Desk, qtbot: QtBot, latex: str, *words: str) -> list[Fractions]:
    """The boxes of words, all of which have to be placed."""
    preview = desk.draw(qtbot, latex, spans(latex, *words))
    placed = [box for box in preview.boxes if box is not None]
    assert len(placed) == len(words), list(zip(words, preview.boxes, strict=True))
    for x0, y0, x1, y1 in placed:
        assert 0 <= x0 < x1 <= 1
        assert 0 <= y0 < y1 <= 1
    return placed


def middle(box: Fractions) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def test_from_left_to_right(desk: Desk, qtbot: QtBot) -> None:
    x, plus, y = boxes(desk, qtbot, "x+y", "x", "+", "y")
    assert x[2] <= plus[0]
    assert plus[2] <= y[0]
    assert x[0] < 0.05
    assert y[2] > 0.95


def test_fraction_bar_stands_between(desk: Desk, qtbot: QtBot) -> None:
    bar, a, b = boxes(desk, qtbot, r"\frac{a}{b}", r"\frac", "a", "b")
    assert a[3] < bar[1] < bar[3] < b[1]
    assert bar[3] - bar[1] < 0.1
    assert bar[2] - bar[0] > 0.7


def test_scripts_and_limits(desk: Desk, qtbot: QtBot) -> None:
    total, i, n, x = boxes(desk, qtbot, r"\sum_{i}^{n}x", r"\sum", "i", "n", "x")
    assert n[3] <= total[1] + 0.01
    assert total[3] <= i[1] + 0.01
    assert x[0] >= total[2] - 0.01


def test_root_delimiters_and_accents(desk: Desk, qtbot: QtBot) -> None:
    latex = r"\left(\sqrt{x}\hat{y}\right)"
    words = (r"\left(", r"\sqrt", "x", r"\hat", "y", r"\right)")
    left, surd, x, hat, y, right = boxes(desk, qtbot, latex, *words)
    assert left[2] <= surd[0] + 0.01
    assert surd[0] < x[0] < x[2] <= surd[2] + 0.01
    assert hat[3] <= y[1] + 0.02
    assert right[0] >= y[2] - 0.01


def test_digits_of_one_number_stand_apart_and_primes_share_a_glyph(desk: Desk, qtbot: QtBot) -> None:
    one, two, point, five = boxes(desk, qtbot, "12.5", "1", "2", ".", "5")
    assert one[2] <= two[0] <= point[0] <= five[0]
    _f, first, second = boxes(desk, qtbot, "f''", "f", "'", "'")
    assert first == second


def test_environments_give_their_delimiters(desk: Desk, qtbot: QtBot) -> None:
    latex = r"\begin{pmatrix}a & b\\c & d\end{pmatrix}"
    opening, a, d, closing = boxes(desk, qtbot, latex, r"\begin{pmatrix}", "a", "d", r"\end{pmatrix}")
    assert opening[2] <= a[0]
    assert d[2] <= closing[0]
    assert opening[3] - opening[1] > 0.9


def test_arguments_without_braces_stay_single(desk: Desk, qtbot: QtBot) -> None:
    bar, one, two, three = boxes(desk, qtbot, r"\frac123", r"\frac", "1", "2", "3")
    assert one[3] < bar[1] < two[1]
    assert three[0] > bar[2] - 0.01
    _x, power, rest = boxes(desk, qtbot, "x^12", "x", "1", "2")
    assert middle(power)[1] < middle(rest)[1]


def test_a_command_with_its_argument_is_one_mark(desk: Desk, qtbot: QtBot) -> None:
    word, x = boxes(desk, qtbot, r"\operatorname{sin}x", r"\operatorname{sin}", "x")
    assert word[2] <= x[0]
    text, y = boxes(desk, qtbot, r"\text{if }y", r"\text{if }", "y")
    assert text[2] <= y[0]


def test_what_leaves_no_ink_has_no_box(desk: Desk, qtbot: QtBot) -> None:
    latex = r"{x}^{2}\,\quad y"
    marks = spans(latex, "{", "^", r"\,", r"\quad")
    assert desk.draw(qtbot, latex, marks).boxes == (None,) * 4


@pytest.mark.parametrize(
    "latex",
    [
        r"a\le b:=c\not=d",
        r"\left.\frac{df}{dx}\right|_{x=0}\Bigl[x\Bigr]",
        r"\sin^2x+\lim_{n\to\infty}\max_i\operatorname*{argmax}_x f''(x)",
        r"\begin{cases}x&y\\[2pt]z&\text{so}\end{cases}\sqrt[3]{x]}",
        r"\hspace{1em}\color{red}{x}\textcolor{blue}{y}\mathrm{abc}\mathbf 1",
        r"\begin{array}{|c|}\hline 1{,}000\\\hline\end{array}\iff\pmod{n}\bmod m",
        r"x^12_34\frac12\binom nk{a\over b}\xrightarrow[a]{b}",
        r"\newcommand{\a}[1]{#1x}\a\alpha",
    ],
)
def test_marks_do_not_change_the_picture(desk: Desk, qtbot: QtBot, latex: str) -> None:
    marked = desk.draw(qtbot, latex, ((0, len(latex)),))
    assert marked.svg == desk.draw(qtbot, latex).svg


def test_names_lengths_and_words_are_left_alone() -> None:
    latex = r"\begin{array}{cc}x\hspace{1em}\text{ab c}\\[2pt]\color{red}y\end{array}"
    assert mark(latex).words == [r"\begin{array}", "x", r"\text{ab c}", "y", r"\end{array}"]
    assert mark(r"\sqrt[n]{x}[y]").words == [r"\sqrt", "n", "x", "[", "y", "]"]
    assert mark(r"\left ( x \right \}").words == [r"\left (", "x", r"\right \}"]
    assert mark(r"\def\x{y}\x").words == []
    assert mark("x % y").words == ["x"]


def test_every_marked_token_is_one_character() -> None:
    source = mark(r"\alpha+x")
    assert source.text == "\ue000\ue001\ue002"


def test_a_mark_takes_all_of_its_tokens() -> None:
    source = mark("ab c")
    known = {0: (0.0, 0.2, 0.1, 0.9), 1: (0.2, 0.1, 0.3, 0.8)}
    found = boxes_of(((0, 2), (3, 4), (1, 2)), source, known)
    assert found == [(0.0, 0.1, 0.3, 0.9), None, (0.2, 0.1, 0.3, 0.8)]
