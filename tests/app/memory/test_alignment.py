"""Which symbols of a picture a right formula names, and which it leaves in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from memory_answers import BOX, answer

from scipix.app.memory.alignment import classes_of, seen_symbols
from scipix.engine.types import Symbol


def test_what_is_equal_is_confirmed_and_one_other_symbol_is_named():
    assert classes_of(r"v_1+\bar{x}", r"\nu_1+\tilde{x}") == {
        0: r"\nu", 1: "1", 2: "+", 3: r"\tilde", 4: "x",
    }  # fmt: skip


def test_spelling_does_not_matter():
    assert classes_of(r"\frac{a}{b}", r"\frac ab") == {0: "Frac", 1: "a", 2: "b"}


@pytest.mark.parametrize(
    ("predicted", "final"),
    [("x_2", "x^2"), ("xyz", r"\chi\gamma\zeta"), ("ab", "a+c"), ("a_b", r"a_{b'}"), (r"\frac{", "a")],
)
def test_nothing_in_doubt_is_named(predicted, final):
    """Another place, too many at once, more or fewer symbols, no formula: none is another than it was."""
    named = classes_of(predicted, final)
    assert not set(named.values()) & {r"\chi", "c", r"\prime", r"\zeta"}


def test_another_structure_elsewhere_is_in_nobodys_way():
    assert classes_of(r"v+x_2+y", r"\nu+x^2+y")[0] == r"\nu"


def test_symbols_stand_behind_the_nodes_in_the_order_of_the_tree():
    symbols = tuple(Symbol(name, BOX, 0.9) for name in ("2", "rule", "x"))
    made = replace(answer(r"\frac{x}{2}"), symbols=symbols, order=(1, 2, 0))
    found = seen_symbols(made)
    assert [one.token if one else None for one in found] == [None, "x", "2"]
    assert seen_symbols(replace(made, order=())) == []
    wrong = replace(made, order=(1, 0, 2))
    assert seen_symbols(wrong) == [None, None, None]
