"""Pieces of tall delimiters become one symbol, shown to the classifier at an ordinary height."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize import tall
from scipix.engine.recognize.patches import PATCH


def page(*boxes: tuple[int, int, int, int]) -> np.ndarray:
    """White paper, 300 x 200, with black boxes x0, y0, x1, y1."""
    gray = np.full((300, 200), 255, np.uint8)
    for x0, y0, x1, y1 in boxes:
        gray[y0:y1, x0:x1] = 0
    return gray


def test_only_tall_narrow_ink_is_a_stroke() -> None:
    bracket, bar = (10, 20, 18, 240), (150, 20, 153, 240)
    letter, picture = (60, 50, 80, 80), (90, 20, 140, 200)
    assert tall.strokes(page(bracket, bar, letter, picture)).tolist() == [list(bracket), list(bar)]


def test_a_flat_picture_has_none() -> None:
    assert tall.strokes(np.zeros((60, 500), np.uint8)).shape == (0, 4)


@pytest.mark.parametrize(("gap", "count"), [(6, 1), (10, 2), (40, 2)])
def test_two_equal_bars_are_a_double_bar_where_they_stand_close(gap: int, count: int) -> None:
    found = tall.strokes(page((10, 20, 12, 240), (10 + gap, 20, 12 + gap, 240)))
    assert len(found) == count


def test_pieces_of_a_stroke_are_joined_and_its_neighbours_stay() -> None:
    stroke = np.array([[10, 20, 18, 240]], np.float32)
    boxes = np.array([[9, 15, 18, 130], [11, 100, 19, 250], [16, 50, 30, 70], [40, 20, 48, 240]], np.float32)
    whole = tall.joined(boxes, np.array([0.3, 0.6, 0.8, 0.9], np.float32), stroke)
    assert whole.boxes.tolist() == [[10, 20, 18, 240], [16, 50, 30, 70], [40, 20, 48, 240]]
    assert whole.scores.tolist() == pytest.approx([0.6, 0.8, 0.9])
    assert whole.tall.tolist() == [0]


def test_a_stroke_of_which_nothing_was_seen_is_left_alone() -> None:
    boxes = np.array([[100, 50, 120, 70]], np.float32)
    whole = tall.joined(boxes, np.ones(1, np.float32), np.array([[10, 20, 18, 240]], np.float32))
    assert whole.boxes is boxes
    assert not len(whole.tall)


def test_the_ends_of_a_stroke_reach_the_classifier() -> None:
    bracket = page((10, 20, 13, 280), (10, 20, 24, 23), (10, 277, 24, 280))
    shown, sizes = tall.looks(bracket, np.array([[10, 20, 24, 280]], np.float32))
    assert shown.shape == (1, 1, PATCH, PATCH)
    rows = np.flatnonzero(shown[0, 0].max(1) > 0.3)
    top, bottom = shown[0, 0, rows[:2]].sum(1).max(), shown[0, 0, rows[-2:]].sum(1).max()
    assert min(top, bottom) > 1.5 * shown[0, 0, PATCH // 2].sum()
    assert np.exp(sizes[0, 1]) < 4.2
