"""Rows of a display as one formula."""

from __future__ import annotations

from scipix.app.documents.display_rows import DisplayRow, as_one_display, centred
from scipix.engine.latex.parse import parse
from scipix.engine.recognize.grounding import latex_tokens
from scipix.engine.types import Box, Token

EM = 10.0


def row(latex: str, left: float, **places: float) -> DisplayRow:
    """A row; each token that is named by keyword (relation: x) has its place, others stand at the left."""
    names = {"equals": "=", "leq": r"\leq", "plus": "+"}
    known = {names[name]: x for name, x in places.items()}
    tokens = tuple(
        Token(text, 1.0, Box(known.get(text, left), 0, known.get(text, left) + 5, 5))
        for text in latex_tokens(latex)
    )
    return DisplayRow(latex, tokens, Box(left, 0, left + 80, 10))


def test_rows_are_aligned_at_the_relation_that_they_share() -> None:
    rows = (row("a=b", 20, equals=30), row(r"\leq c", 30.5, leq=30.5), row("x^2+y=0", 8, equals=29))
    latex = as_one_display(rows, EM)
    assert latex == r"\begin{aligned} a & =b \\ & \leq c \\ x^2+y & =0 \end{aligned}"
    assert parse(latex)


def test_a_row_that_goes_on_with_a_sum_stands_behind_the_relation() -> None:
    latex = as_one_display((row("a=b", 20, equals=30), row("+c", 45, plus=45)), EM)
    assert latex == r"\begin{aligned} a & =b \\ & +c \end{aligned}"


def test_a_sum_far_to_the_right_is_not_aligned() -> None:
    latex = as_one_display((row("a=b", 20, equals=30), row("+c", 145, plus=145)), EM)
    assert latex == r"\begin{gathered} a=b \\ +c \end{gathered}"


def test_rows_without_a_shared_place_are_centred() -> None:
    latex = as_one_display((row("a=b", 20, equals=30), row("c+d=0", 20, equals=50)), EM)
    assert latex == r"\begin{gathered} a=b \\ c+d=0 \end{gathered}"


def test_a_relation_in_a_group_or_fence_is_no_place_to_align() -> None:
    inner = row(r"\frac{x=1}{2}\left(y\leq z\right)", 20, equals=30, leq=30)
    assert as_one_display((inner, row("=b", 30, equals=30)), EM).startswith(r"\begin{gathered}")


def test_rows_whose_places_are_unknown_are_centred() -> None:
    rows = (row("a=b", 20, equals=30), DisplayRow("=c", (), Box(30, 0, 60, 10)))
    assert as_one_display(rows, EM) == r"\begin{gathered} a=b \\ =c \end{gathered}"


def test_rows_that_are_aligned_at_nothing_stand_in_the_middle() -> None:
    assert centred(r"\begin{aligned} a=b \\ \beta=c \end{aligned}") == (
        r"\begin{gathered} a=b \\ \beta=c \end{gathered}"
    )
    for kept in (
        r"\begin{aligned} a & =b \\ & =c \end{aligned}",
        r"x=\begin{aligned} a \\ b \end{aligned}",
        r"\begin{aligned} a \\ \begin{cases} b \\ c \end{cases} \end{aligned}",
    ):
        assert centred(kept) == kept
