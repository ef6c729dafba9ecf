"""Marking: one parent a symbol, a tree without circles, and one root; links repaired around lost symbols."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np
import pytest

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Prescript, Sym
from scipix.engine.recognize.assemble import RULE
from scipix.engine.recognize.relations import Relation
from scipix.models.training import grammar
from scipix.models.training.mark import Marker
from scipix.models.training.mark_graph import MAX_SYMBOLS, Mark, UnmarkableError, color_code
from scipix.models.training.relink import relink
from scipix.models.training.typeset import surviving_pages

R = Relation


def marks_of(source: str, seed: int = 0) -> list[Mark]:
    return Marker(parse(source), random.Random(seed)).marks


def links(source: str) -> dict[str, tuple[str, Relation]]:
    """Each symbol's parent and relation, for formulas whose symbols all differ."""
    marks = marks_of(source)
    assert len({mark.token for mark in marks}) == len(marks)
    return {
        mark.token: (marks[mark.parent].token if mark.parent >= 0 else "", mark.relation) for mark in marks
    }


def assert_is_a_tree(marks: Sequence[Mark]) -> None:
    """One root, every parent exists, and from everywhere the root is reached."""
    roots = [index for index, mark in enumerate(marks) if mark.parent < 0]
    assert len(roots) == 1
    assert all((mark.relation is R.ROOT) == (mark.parent < 0) for mark in marks)
    for start in range(len(marks)):
        current, steps = start, 0
        while marks[current].parent >= 0:
            current, steps = marks[current].parent, steps + 1
            assert steps <= len(marks), "a circle"
        assert current == roots[0]


@pytest.mark.parametrize("kind", grammar.KINDS)
def test_generated_formulas_give_trees_whose_places_are_taken_once(kind: str) -> None:
    rng = random.Random(kind)
    marked = 0
    for _ in range(12):
        try:
            marks = Marker(parse(grammar.generate(rng, kind)), rng).marks
        except (ParseError, UnmarkableError):
            continue
        marked += 1
        assert_is_a_tree(marks)
        places = [(mark.parent, mark.relation) for mark in marks]
        assert len(set(places)) == len(places)
    assert marked >= 6


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ab", {"a": ("", R.ROOT), "b": ("a", R.NEXT)}),
        ("x_a^b c", {"x": ("", R.ROOT), "a": ("x", R.SUB), "b": ("x", R.SUP), "c": ("x", R.NEXT)}),
        (r"\frac{a}{b}c", {RULE: ("", R.ROOT), "a": (RULE, R.NUMERATOR), "b": (RULE, R.DENOMINATOR),
                           "c": (RULE, R.NEXT)}),
        (r"\sqrt[n]{x}", {r"\sqrt": ("", R.ROOT), RULE: (r"\sqrt", R.PART), "n": (r"\sqrt", R.INDEX),
                          "x": (r"\sqrt", R.INSIDE)}),
        (r"\overline{x}", {RULE: ("", R.ROOT), "x": (RULE, R.UNDER_BAR_OF)}),
        (r"\underline{x}", {RULE: ("", R.ROOT), "x": (RULE, R.OVER_BAR_OF)}),
        (r"\hat{x}", {r"\hat": ("", R.ROOT), "x": (r"\hat", R.BODY)}),
        (r"\underbrace{x}_n", {r"\underbrace": ("", R.ROOT), "x": (r"\underbrace", R.BODY),
                               "n": (r"\underbrace", R.BELOW)}),
        (r"\int\limits_a^b", {r"\int": ("", R.ROOT), "a": (r"\int", R.BELOW), "b": (r"\int", R.ABOVE)}),
        (r"\overset{a}{=}", {"=": ("", R.ROOT), "a": ("=", R.ABOVE)}),
        (r"\xrightarrow[a]{b}", {r"\rightarrow": ("", R.ROOT), "a": (r"\rightarrow", R.BELOW),
                                 "b": (r"\rightarrow", R.ABOVE)}),
        (r"{}_1^2 X", {"X": ("", R.ROOT), "1": ("X", R.PRESUB), "2": ("X", R.PRESUP)}),
        (r"{a \atop b} c", {"a": ("", R.ROOT), "b": ("a", R.ATOP), "c": ("a", R.AFTER)}),
        (r"\begin{matrix} a & b \\ c & d \end{matrix} x",
         {"a": ("", R.ROOT), "b": ("a", R.CELL), "c": ("a", R.ROW), "d": ("c", R.CELL), "x": ("a", R.AFTER)}),
        (r"\begin{matrix} & b \\ c & d \end{matrix}",
         {"b": ("", R.ROOT), "c": ("b", R.ROW), "d": ("c", R.CELL)}),
        (r"\begin{cases} a \\ b \end{cases} c",
         {r"\{": ("", R.ROOT), "a": (r"\{", R.NEXT), "b": ("a", R.ROW), "c": ("a", R.AFTER)}),
    ],
)  # fmt: skip
def test_links(source: str, expected: dict[str, tuple[str, Relation]]) -> None:
    assert links(source) == expected


def test_scripts_of_a_word_hang_on_its_last_letter() -> None:
    assert links(r"\lim_x")["x"] == (r"\mathrm{m}", R.SUB)
    assert links(r"\underset{x}{\mathrm{res}}")["x"] == (r"\mathrm{s}", R.BELOW)


def test_only_what_takes_limits_may_have_its_scripts_stacked() -> None:
    assert [mark.may_stack for mark in marks_of(r"\sum_a")] == [True, False]
    assert [mark.may_stack for mark in marks_of(r"\int_a")] == [False, False]


def test_every_colour_is_new_but_parts_of_one_sign_share_theirs() -> None:
    marks = marks_of(r"\sqrt{x}+y")
    colors = {mark.token: mark.color for mark in marks}
    assert colors[r"\sqrt"] == colors[RULE]
    assert len(set(colors.values())) == len(marks) - 1
    assert min(colors.values()) > 0


def test_colours_tell_all_numbers_apart() -> None:
    codes = [color_code(number) for number in range(1000)]
    assert len(set(codes)) == 1000
    assert all(re.fullmatch(r"\\C\{[\d. ]+\}", code) for code in codes)


def test_the_same_seed_marks_alike() -> None:
    tree = parse(r"\hat a + b_c = \begin{matrix} d & e \end{matrix} f g h i j k l m n")
    assert Marker(tree, random.Random(3)).latex == Marker(tree, random.Random(3)).latex


@pytest.mark.parametrize(
    "tree",
    [
        (), parse("{}"), (Sym("x"), Prescript((Sym("a"),))), parse("x" * (MAX_SYMBOLS + 1)),
        parse(r"\begin{array}{c|c} a & b \end{array}"), parse(r"\begin{pmatrix} a \\ \hline b \end{pmatrix}"),
    ],
)  # fmt: skip
def test_what_cannot_be_labelled_is_refused(tree: tuple[Sym, ...]) -> None:
    with pytest.raises(UnmarkableError):
        Marker(tree, random.Random(0))


# -- links around lost symbols --------------------------------------------------------------------
def relinked(source: str, lost: str) -> dict[str, tuple[str, Relation]]:
    marks = marks_of(source)
    tokens = [mark.token for mark in marks]
    gone = np.array([token in lost for token in tokens])
    parents, relations = relink(
        np.array([mark.parent for mark in marks]), np.array([int(mark.relation) for mark in marks]), gone
    )
    names = {-1: "", -2: "?"} | dict(enumerate(tokens))
    return {
        token: (names[int(parent)], R(int(relation)))
        for token, parent, relation, lost_one in zip(tokens, parents, relations, gone, strict=True)
        if not lost_one
    }


def test_nothing_lost_changes_nothing() -> None:
    assert relinked(r"\frac{a}{b_c} d", "") == links(r"\frac{a}{b_c} d")


def test_what_followed_a_lost_symbol_takes_its_place() -> None:
    assert relinked("abc", "b")["c"] == ("a", R.NEXT)
    assert relinked("abcd", "bc")["d"] == ("a", R.NEXT)
    assert relinked("x_{ab}", "a")["b"] == ("x", R.SUB)
    assert relinked(r"\frac{ab}{c}", "a")["b"] == (RULE, R.NUMERATOR)


def test_what_hung_on_a_lost_symbol_has_no_known_parent() -> None:
    after = relinked("ax_by", "x")
    assert after["b"][0] == "?"
    assert after["y"] == ("a", R.NEXT)


def test_what_followed_a_lost_root_becomes_the_root() -> None:
    assert relinked("ab", "a")["b"] == ("", R.ROOT)


def test_relink_leaves_its_arguments_alone() -> None:
    parents, relations = np.array([-1, 0, 1]), np.array([R.ROOT, R.NEXT, R.NEXT])
    relink(parents, relations, np.array([False, True, False]))
    assert parents.tolist() == [-1, 0, 1]
    assert relations.tolist() == [R.ROOT, R.NEXT, R.NEXT]


# -- the log of a batch ---------------------------------------------------------------------------
LOG = """This is pdfTeX
<<0
>>0 1
<<1
! Undefined control sequence.
>>1 2
<<2
[2]
>>2 3
<<3
Missing character: There is no x in font y!
>>3 4
<<4
Runaway argument?
! Emergency stop.
"""


def test_pages_with_errors_and_pages_never_shipped_do_not_survive() -> None:
    assert surviving_pages(LOG) == {0: 0, 2: 2}


def test_an_empty_log_has_no_pages() -> None:
    assert surviving_pages("") == {}
    assert surviving_pages("<<0\nhalf") == {}
