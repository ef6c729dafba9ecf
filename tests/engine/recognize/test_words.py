"""The letters of a word decide on its style together."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize.beam import Hypothesis
from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.words import in_one_style

CLASSES = [f"{style}{{{letter}}}" for style in (r"\mathrm", r"\mathsf") for letter in "tan"] + ["t"]
RM, SF, ITALIC = {"t": 0, "a": 1, "n": 2}, {"t": 3, "a": 4, "n": 5}, 6


def seen(classes: list[int], relations: list[Relation] | None = None) -> Hypothesis:
    links = relations or [Relation.ROOT, *[Relation.NEXT] * (len(classes) - 1)]
    return Hypothesis(0.0, tuple(range(-1, len(classes) - 1)), tuple(map(int, links)), tuple(classes))


def chances(*sans: float) -> np.ndarray:
    """Log probabilities where each letter is sans with the probability given, else upright."""
    table = np.full((len(sans), len(CLASSES)), -9.0, np.float32)
    for row, (share, letter) in enumerate(zip(sans, "tan", strict=False)):
        table[row, RM[letter]], table[row, SF[letter]] = np.log(1 - share), np.log(share)
    return table


def row(gap: float = 0.02) -> np.ndarray:
    return np.array([(i * (0.5 + gap), 0, i * (0.5 + gap) + 0.5, 1) for i in range(3)], np.float32)


@pytest.mark.parametrize(
    ("sans", "style"), [((0.6, 0.2, 0.2), RM), ((0.9, 0.9, 0.4), SF), ((0.01, 0.6, 0.6), RM)]
)
def test_the_likeliest_style_of_all_letters_wins(sans: tuple[float, ...], style: dict[str, int]) -> None:
    mixed = seen([SF["t"], RM["a"], SF["n"]])
    assert in_one_style(mixed, CLASSES, chances(*sans), row()).classes == tuple(style[c] for c in "tan")


def test_words_apart_letters_in_scripts_and_italic_ones_stay_as_they_are() -> None:
    mixed = seen([SF["t"], RM["a"], SF["n"]])
    assert in_one_style(mixed, CLASSES, chances(0.6, 0.2, 0.6), row(gap=0.3)) is mixed
    script = seen([SF["t"], RM["a"], RM["n"]], [Relation.ROOT, Relation.SUB, Relation.NEXT])
    assert in_one_style(script, CLASSES, chances(0.6, 0.2, 0.2), row()) is script
    italic = seen([ITALIC, RM["a"], RM["n"]])
    assert in_one_style(italic, CLASSES, chances(0.6, 0.2, 0.2), row()) is italic
