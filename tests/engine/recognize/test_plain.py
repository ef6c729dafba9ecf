"""Delimiters are judged by those of the same picture that nothing sized."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scipix.engine.latex.tree import MODES, Mode
from scipix.engine.latex.write import write
from scipix.engine.recognize.assemble import Graph, assemble
from scipix.engine.recognize.plain import Plain, levels_of, plain_delimiters, type_of
from scipix.engine.recognize.relations import Relation

R = Relation
Item = tuple[str, int, R, float, float, Mode]
"""Token, parent, relation, height, how far its middle is above the axis, mode."""


def written(items: list[Item]) -> str:
    """A graph of symbols one after the other, in LaTeX."""
    boxes = [
        [0.5 * place, -above - height / 2, 0.5 * place + 0.4, -above + height / 2]
        for place, (_, _, _, height, above, _) in enumerate(items)
    ]
    return write(
        assemble(
            Graph(
                [item[0] for item in items],
                [MODES.index(item[5]) for item in items],
                [item[1] for item in items],
                [item[2] for item in items],
                np.array(boxes, np.float32),
                np.ones(len(items), np.float32),
            )
        )
    )


def pairs(*heights: float, opening: str = "(", closing: str = ")", mode: bool = False) -> list[Item]:
    """``(x)(x)...`` with parentheses of these heights."""
    items: list[Item] = []
    for height in heights:
        for token, high, sized in ((opening, height, "left"), ("x", 0.45, ""), (closing, height, "right")):
            entry = (len(items) - 1, R.NEXT) if items else (-1, R.ROOT)
            items.append((token, *entry, high, 0.0, sized if mode and token != "x" else ""))  # type: ignore[arg-type]
    return items


@pytest.mark.parametrize("natural", [0.85, 1.0, 1.1])
def test_what_is_higher_than_the_other_parentheses_has_grown(natural: float) -> None:
    tall = pairs(natural, natural, 1.2 * natural)
    tall[-2] = ("x", *tall[-2][1:3], 1.1 * natural, 0.0, "")
    assert written(tall) == r"(x)(x)\left(x\right)"
    assert written(pairs(natural, natural, 1.05 * natural)) == "(x)(x)(x)"


def test_one_pair_tells_nothing_of_itself() -> None:
    assert written(pairs(1.25)) == "(x)"


def test_parentheses_of_the_text_tell_of_those_in_scripts() -> None:
    script = [
        ("e", 5, R.NEXT, 0.45, 0.0, ""), ("(", 6, R.SUP, 1.0, 1.0, ""), ("r", 7, R.NEXT, 0.9, 1.0, ""),
        (")", 8, R.NEXT, 1.0, 1.0, ""),
    ]  # fmt: skip
    assert written([*pairs(1.0, 1.0), *script]) == r"(x)(x)e^{\left(r\right)}"  # type: ignore[list-item]
    small = [(*item[:3], item[3] * 0.71, *item[4:]) for item in script]
    assert written([*pairs(1.0, 1.0), *small]) == "(x)(x)e^{(r)}"  # type: ignore[list-item]


def test_a_lonely_bracket_of_a_script_is_as_high_as_one_of_the_text_only_if_it_grew() -> None:
    def lonely(height: float) -> str:
        return written(
            [
                ("e", -1, R.ROOT, 0.45, 0.0, ""),
                ("[", 0, R.SUP, height, 1.0, ""),
                ("r", 1, R.NEXT, height, 1.0, ""),
            ]
        )

    assert lonely(1.05) == r"e^{\left[r\right.}"
    assert lonely(0.75) == "e^{[r}"


def test_a_size_that_left_would_not_give_was_chosen_by_hand() -> None:
    """Beside plain ones of 0.9 em, 1.62 em is twice the size that flat contents ask for."""
    chosen = pairs(1.62, opening="[", closing="]", mode=True)
    beside = [(token, parent + 6 if parent >= 0 else 5, R.NEXT, *rest) for token, parent, _, *rest in chosen]
    assert written([*pairs(0.9, 0.9), *beside]) == r"(x)(x)\Bigl[x\Bigr]"  # type: ignore[list-item]


def test_scripts_are_counted_from_the_root() -> None:
    parents, relations = [-1, 0, 1, 2, 0, 4], [R.ROOT, R.SUP, R.NEXT, R.SUB, R.NEXT, R.NUMERATOR]
    assert levels_of(parents, relations) == [0, 1, 1, 2, 0, 0]
    assert [type_of(level) for level in (0, 1, 2, 5)] == [0, 1, 2, 2]


def test_links_in_a_circle_end() -> None:
    assert len(levels_of([1, 2, 0], [R.SUP, R.SUP, R.SUP])) == 3


def test_without_parentheses_only_high_ones_of_scripts_are_limited() -> None:
    text, script, small = plain_delimiters(["x"], [0], [0], np.array([[0, 0, 1, 1]], np.float32))
    assert text == Plain(None, math.inf)
    assert 0.7 < small.limit + 0.1 < script.limit < 1.0
