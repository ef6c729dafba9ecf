"""What cannot be drawn is explained, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from scipix.ui.preview import limits

if TYPE_CHECKING:
    from conftest import Desk


@pytest.mark.parametrize(
    ("latex", "start", "words"),
    [
        (r"x+\foo y", 2, r"\foo"),
        (r"\frac{a}{b", 8, "never closed"),
        (r"\sqrt{x}}", 8, "never opened"),
        (r"a^b^c", 3, "superscripts"),
        (r"a_b_c", 3, "subscripts"),
        (r"y=\left( x", 2, r"\left"),
        (r"x \right)", 2, r"\right"),
        (r"x+\frac", 2, r"\frac"),
        (r"a & b", 2, "&"),
        (r"\begin{matrix}a\end{pmatrix}", 15, "do not match"),
        (r"x\begin{matrix}a", 1, "do not match"),
        (r"x\begin{nothing}a\end{nothing}", 1, "nothing"),
        (r"x+\left a b\right)", 2, "delimiter"),
        (r"\hspace{x}", None, "dimension"),
    ],
)
def test_errors_are_told_with_their_place(
    desk: Desk, qtbot: QtBot, latex: str, start: int | None, words: str
) -> None:
    failure = desk.fail(qtbot, latex)
    assert words in failure.message
    assert failure.start == start
    assert failure.title
    assert failure.hint
    assert failure.latex == latex


@pytest.mark.parametrize(
    "latex", [r"\def\x{\x\x}\x", r"\def\x{\x}\x", r"\newcommand{\a}{\b}\newcommand{\b}{\a}\a"]
)
def test_endless_definitions_end(desk: Desk, qtbot: QtBot, latex: str) -> None:
    assert "calls itself" in desk.fail(qtbot, latex).message
    desk.draw(qtbot, "x")


def test_what_is_too_long_or_too_deep_is_not_tried(desk: Desk, qtbot: QtBot) -> None:
    assert str(limits.LENGTH) in desk.fail(qtbot, "x" * (limits.LENGTH + 1)).message
    deep = r"\frac{" * 1000 + "x" + "}{y}" * 1000
    assert desk.fail(qtbot, deep[: limits.LENGTH]).title
    assert "levels deep" in desk.fail(qtbot, r"\frac{" * 200 + "x" + "}{y}" * 200).message
    assert "levels deep" in desk.fail(qtbot, r"\left(" * 200 + r"\right)" * 200).message


def test_what_is_allowed_is_drawn(desk: Desk, qtbot: QtBot) -> None:
    depth = limits.DEPTH
    assert desk.draw(qtbot, r"\frac{" * depth + "x" + "}{y}" * depth).renderer == "mathjax"
    assert desk.draw(qtbot, "{" * depth + "x" + "}" * depth).renderer == "mathjax"


def test_escaped_braces_do_not_nest() -> None:
    assert limits.depth(r"\{\{\{x\}\}\}") == 0
    assert limits.depth(r"{{x}}{y}") == 2
    assert limits.depth(r"\begin{a}\left(\right)\end{a}") == 2
    assert limits.depth(r"\leftarrow\leftarrow") == 0
