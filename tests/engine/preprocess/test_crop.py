"""The box around the ink keeps pale marks at the edge and leaves specks out."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.errors import NoFormulaError
from scipix.engine.preprocess.crop import ink_box


def letter() -> np.ndarray:
    """A black letter at (20, 20) to (30, 34) on white."""
    gray = np.full((60, 60), 255, np.uint8)
    gray[20:34, 20:30] = 0
    return gray


def test_a_pale_bar_over_a_letter_belongs_to_the_ink() -> None:
    gray = letter()
    gray[16, 21:29] = 215
    gray[17, 21:29] = 187
    assert ink_box(gray) == (20, 16, 30, 34)


@pytest.mark.parametrize("white", [6, 16])
def test_a_pale_full_stop_behind_a_letter_belongs_to_the_ink(white: int) -> None:
    gray = letter()
    gray[32:34, 30 + white : 32 + white] = 255 - 60
    assert ink_box(gray) == (20, 20, 32 + white, 34)


def test_a_pale_mark_behind_another_belongs_to_the_ink() -> None:
    gray = letter()
    gray[24:25, 36:42] = gray[28:29, 36:42] = gray[32:34, 47:49] = 255 - 60
    assert ink_box(gray) == (20, 20, 49, 34)


@pytest.mark.parametrize(
    ("place", "darkness"),
    [
        ((slice(17, 18), slice(24, 26)), 80),
        ((slice(8, 9), slice(21, 29)), 70),
        ((slice(16, 18), slice(21, 29)), 20),
        ((slice(33, 34), slice(34, 35)), 80),
        ((slice(32, 34), slice(50, 52)), 60),
        ((slice(32, 34), slice(0, 2)), 60),
    ],
    ids=["a speck", "far away", "hardly there", "a speck beside", "far away beside", "at the border"],
)
def test_what_is_pale_and_no_mark_is_left_out(place: tuple[slice, slice], darkness: int) -> None:
    gray = letter()
    gray[place] = 255 - darkness
    assert ink_box(gray) == (20, 20, 30, 34)


def test_without_ink_there_is_no_formula() -> None:
    with pytest.raises(NoFormulaError):
        ink_box(np.full((20, 20), 240, np.uint8))
