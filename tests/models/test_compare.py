"""Comparison of prediction and truth: what counts as the same, distances, intervals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scipix.models.training.compare import (
    bootstrap,
    distance,
    edit_similarity,
    kind_of,
    normalised,
    tokens,
    wilson,
)

SAME = [
    (r"x ^ { 2 }", r"x^2"),
    (r"a \, + \quad b", r"a+b"),
    (r"{ \frac { 1 } { 2 } }", r"\frac12"),
    (r"\left( x \right)", r"(x)"),
    (r"\left( \frac{a}{b} \right)^2", r"(\frac{a}{b})^2"),
    (r"\bigl( x \bigr)", r"(x)"),
    (r"x { } y", r"xy"),
    (r"\text{for all}", r"\mathrm{forall}"),
    (r"a \le b", r"a\leq b"),
    (r"\operatorname { t a n } x", r"\tan x"),
    (r"a \over b", r"\frac{a}{b}"),
    (r"\begin{cases} a & b \end{cases}", r"\left\{ \begin{array}{ll} a & b \end{array} \right."),
]
DIFFERENT = [
    (r"x^2.", r"x^2"),
    (r"x^2", r"x_2"),
    (r"\mathbf{x}", r"x"),
    (r"\varepsilon", r"\epsilon"),
    (r"\overline{x}", r"\bar{x}"),
    (r"(x]", r"(x)"),
    (r"x'", r"x^1"),
    (r"\begin{matrix} a & b \end{matrix}", r"\begin{matrix} a \\ b \end{matrix}"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_what_does_not_show_makes_no_difference(left, right):
    assert normalised(left) == normalised(right)
    assert edit_similarity(left, right) == 1.0


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_what_shows_makes_a_difference(left, right):
    assert normalised(left) != normalised(right)
    assert edit_similarity(left, right) < 1.0


def test_blanks_between_words_can_be_kept():
    assert normalised(r"\text{for all}", gaps=True) != normalised(r"\mathrm{forall}", gaps=True)
    assert normalised(r"x \quad y", gaps=True) == normalised("xy", gaps=True)


def test_a_normal_form_is_its_own_normal_form():
    for latex, _ in SAME + DIFFERENT:
        assert normalised(normalised(latex)) == normalised(latex)


def test_what_does_not_parse_is_compared_without_blanks():
    assert normalised(r"\frac { a") == r"\frac{a"
    assert normalised(r"\unknown { a }") == normalised(r"\unknown{a}") != normalised(r"\unknown{b}")


def test_tokens_have_no_blanks():
    assert tokens(r"\alpha x + \mathbf { b }") == [r"\alpha", "x", "+", r"\mathbf", "{", "b", "}"]


def naive_distance(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    keep = naive_distance(a[1:], b[1:]) + (a[0] != b[0])
    return min(keep, naive_distance(a[1:], b) + 1, naive_distance(a, b[1:]) + 1)


def test_distance_against_the_definition():
    rng = np.random.default_rng(1)
    for _ in range(60):
        a, b = ("".join(rng.choice(list("xy+"), rng.integers(0, 6))) for _ in range(2))
        assert distance(a, b) == naive_distance(a, b)


def test_similarity_counts_tokens_of_the_longer_side():
    assert edit_similarity("abcd", "abxd") == 0.75
    assert edit_similarity("abcd", "") == 0.0
    assert edit_similarity("", "") == 1.0
    assert edit_similarity(r"\alpha\beta", r"\alpha") == 0.5


@pytest.mark.parametrize(
    ("latex", "kind"),
    [
        ("x+y", "plain"),
        (r"\frac{1}{2}", "fraction"),
        (r"{a \over b}", "fraction"),
        (r"\begin{pmatrix} \frac12 & b \end{pmatrix}", "matrix"),
        (r"\begin{cases} a & b \\ c & d \end{cases}", "matrix"),
        (r"\begin{aligned} a &= b \\ &= \frac12 \end{aligned}", "multi-line"),
    ],
)
def test_kinds(latex, kind):
    assert kind_of(latex) == kind


def test_wilson_against_published_values():
    """Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    for successes, count, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        found = wilson(successes, count)
        assert found.value == successes / count
        assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)
    assert math.isnan(wilson(0, 0).value)


def test_bootstrap_interval_is_that_of_the_mean():
    values = np.random.default_rng(2).normal(0.8, 0.1, 400)
    found = bootstrap(values)
    half = 1.96 * values.std() / 20
    assert found.value == pytest.approx(values.mean())
    assert (found.low, found.high) == pytest.approx(
        (values.mean() - half, values.mean() + half), abs=0.15 * half
    )
    assert bootstrap(values) == found
    assert bootstrap([1.0, 1.0]).low == 1.0
    assert math.isnan(bootstrap([]).value)
