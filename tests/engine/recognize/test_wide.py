"""Wide flat strokes: a detection on one reaches as far as the ink, and nothing else changes."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize.wide import fitted, missed


def brace(x0: int = 20, x1: int = 260, y: int = 20) -> np.ndarray:
    """A picture with a brace, eight pixels high: a bar with feet at its ends and a tip in its middle."""
    gray = np.full((100, 300), 255, np.uint8)
    gray[y + 3 : y + 5, x0:x1] = 0
    for place in (x0, (x0 + x1) // 2, x1 - 3):
        gray[y : y + 8, place : place + 3] = 0
    return gray


def rows(*boxes: tuple[float, float, float, float]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(boxes, np.float32), np.linspace(0.5, 0.9, len(boxes), dtype=np.float32)


def test_a_detection_reaches_as_far_as_its_stroke():
    boxes, scores = rows((90, 19, 190, 29), (40, 40, 50, 55))
    found, heat = fitted(boxes, scores, brace())
    assert found.tolist() == [[20, 20, 260, 28], [40, 40, 50, 55]]
    assert heat.tolist() == scores.tolist()


def test_of_several_pieces_the_strongest_stays():
    boxes, scores = rows((30, 19, 120, 29), (150, 19, 250, 29), (40, 40, 50, 55))
    found, heat = fitted(boxes, scores, brace())
    assert found.tolist() == [[20, 20, 260, 28], [40, 40, 50, 55]]
    assert heat[0] == scores[1]


@pytest.mark.parametrize(
    "box",
    [(90, 50, 190, 58), (90, 5, 190, 30), (265, 19, 299, 29), (100, 20, 112, 28)],
    ids=["below", "too high", "beside", "too narrow"],
)
def test_what_is_not_on_the_stroke_stays(box):
    boxes, scores = rows(box, (40, 40, 50, 55))
    assert fitted(boxes, scores, brace())[0].tolist() == boxes.tolist()


def test_a_stroke_of_which_nothing_was_seen_is_found():
    elsewhere, _ = rows((90, 50, 190, 58), (265, 19, 299, 29))
    assert missed(brace(), elsewhere).tolist() == [[20, 20, 260, 28]]
    touched, _ = rows((30, 19, 60, 29))
    assert not len(missed(brace(), touched))
    assert not len(missed(np.full((60, 60), 255, np.uint8), elsewhere))


def test_a_line_that_a_symbol_touches_says_nothing():
    gray = np.full((100, 300), 255, np.uint8)
    gray[20:22, 20:260] = 0
    gray[22:32, 200:206] = 0
    boxes, scores = rows((90, 19, 190, 23), (200, 21, 206, 32))
    assert fitted(boxes, scores, gray)[0].tolist() == boxes.tolist()


def test_the_head_of_an_arrow_seen_as_a_symbol_is_no_matter():
    boxes, scores = rows((90, 19, 190, 29), (18, 20, 24, 28))
    assert fitted(boxes, scores, brace())[0].tolist() == [[20, 20, 260, 28], [18, 20, 24, 28]]


def test_a_rule_is_no_stroke():
    gray = np.full((100, 300), 255, np.uint8)
    gray[20:22, 20:260] = 0
    boxes, scores = rows((90, 19, 190, 23))
    assert fitted(boxes, scores, gray)[0].tolist() == boxes.tolist()
