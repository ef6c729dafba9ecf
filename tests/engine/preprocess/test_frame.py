from __future__ import annotations

import numpy as np
import pytest
from formula_pictures import fraction_line

from scipix.engine.preprocess.colour import to_luminance
from scipix.engine.preprocess.frame import without_frame
from scipix.engine.preprocess.pipeline import clean


@pytest.mark.parametrize("dark_theme", [False, True])
@pytest.mark.parametrize(
    "sides", [(5, 5, 5, 5), (1, 1, 1, 1), (0, 7, 3, 0), (2, 0, 0, 9), (12, 0, 0, 0), (4, 30, 4, 4)]
)
def test_the_frame_of_a_window_goes(sides, dark_theme: bool):
    inner = to_luminance(fraction_line())
    paper, frame = 1.0, 0.1
    if dark_theme:
        inner, paper, frame = 1 - inner, 0.0, 0.8
    top, right, bottom, left = sides
    places = ((top, bottom), (left, right))
    picture = np.pad(inner, places, constant_values=frame)
    assert np.array_equal(without_frame(picture), np.pad(inner, places, constant_values=paper))


def test_the_cleaned_picture_has_no_frame():
    picture = np.pad(fraction_line(), ((5, 5), (5, 15)), constant_values=0)
    cleaned = clean(picture)
    assert cleaned.shape == picture.shape
    assert cleaned[:5].min() == 255
    assert cleaned[:, -15:].min() == 255


def test_a_picture_without_a_frame_is_returned_as_it_is():
    picture = to_luminance(fraction_line())
    assert without_frame(picture) is picture


def test_a_line_over_the_whole_width_is_ink():
    picture = np.ones((40, 60), np.float32)
    picture[:2] = 0
    picture[10:30, 20:40] = 0
    assert without_frame(picture) is picture


@pytest.mark.parametrize("value", [0.0, 1.0])
@pytest.mark.parametrize("shape", [(20, 30), (1, 1), (2, 3)])
def test_a_picture_of_one_colour_is_left_alone(value: float, shape: tuple[int, int]):
    picture = np.full(shape, value, np.float32)
    assert without_frame(picture) is picture


def test_a_letter_that_fills_the_picture_is_no_frame():
    picture = np.zeros((40, 40), np.float32)
    picture[18:22, 18:22] = 1
    assert without_frame(picture) is picture
