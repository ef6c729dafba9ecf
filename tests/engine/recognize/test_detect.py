"""From the detector's maps to symbols, and the size of the type."""

from __future__ import annotations

import numpy as np

from scipix.engine.recognize.columns import alignment, column_of
from scipix.engine.recognize.detect import (
    Detections,
    Look,
    agreed,
    best_classes,
    boxes_of_peaks,
    detect,
    to_ink,
    without_twins,
)
from scipix.engine.recognize.patches import patches
from scipix.engine.recognize.typesize import TypeSizes


def test_ink_is_one_and_padded_with_paper() -> None:
    gray = np.full((30, 70), 255, np.uint8)
    gray[3, 5] = 0
    ink = to_ink(gray)
    assert ink.shape == (1, 1, 32, 96)
    assert ink[0, 0, 3, 5] == 1
    assert ink.sum() == 1


def test_a_peak_becomes_its_box() -> None:
    heat = np.zeros((8, 16), np.float32)
    edges = np.zeros((4, 8, 16), np.float32)
    heat[2, 5] = 0.9
    heat[4, 4] = 0.1  # too faint
    edges[:, 2, 5] = (3, 4, 5, 6)
    boxes, scores = boxes_of_peaks(heat, edges, 0.3)
    assert boxes.tolist() == [[11 - 3, 5 - 4, 11 + 5, 5 + 6]]
    assert scores.tolist() == [np.float32(0.9)]


def test_of_two_boxes_in_one_place_the_stronger_stays() -> None:
    boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [20, 0, 30, 10]], np.float32)
    assert sorted(without_twins(boxes, np.array([0.5, 0.9, 0.4], np.float32)).tolist()) == [1, 2]


def test_pieces_of_one_rule_are_one_but_the_lines_of_an_equals_sign_are_not() -> None:
    rule = np.array([[0, 10, 100, 11], [30, 10, 90, 11.5]], np.float32)
    assert len(without_twins(rule, np.array([0.8, 0.7], np.float32))) == 1
    bars = np.array([[0, 10, 20, 11], [0, 16, 20, 17]], np.float32)
    assert len(without_twins(bars, np.array([0.8, 0.7], np.float32))) == 2


def test_classes_come_best_first_with_probabilities() -> None:
    choices, chances = best_classes(np.array([[0.0, 3.0, 1.0, 2.0, -1.0, -2.0]], np.float32))
    assert choices.tolist() == [[1, 3, 2, 0]]
    assert (np.diff(chances[0]) < 0).all()
    assert chances.sum() < 1


def test_symbols_come_from_left_to_right() -> None:
    heat = np.zeros((1, 16, 32), np.float32)
    heat[0, 3, 20], heat[0, 3, 4] = 0.9, 0.5
    edges = np.full((1, 4, 16, 32), 3, np.float32)
    logits = np.random.default_rng(0).normal(size=(2, 9)).astype(np.float32)
    eyes = Look(
        lambda feeds: [np.zeros((1, 8, 16, 16), np.float32), heat, edges],
        lambda feeds: [logits[: len(feeds["boxes"])]],
        lambda feeds: [logits[: len(feeds["patches"])]],
    )
    found = detect(eyes, np.full((64, 64), 255, np.uint8))
    assert found.boxes[0, 0] < found.boxes[1, 0]
    assert len(found) == 2


def test_an_empty_picture_has_no_symbols() -> None:
    blank = [
        np.zeros((1, 8, 16, 16), np.float32),
        np.zeros((1, 16, 32), np.float32),
        np.zeros((1, 4, 16, 32), np.float32),
    ]
    eyes = Look(lambda feeds: list(blank), lambda feeds: [], lambda feeds: [])
    found = detect(eyes, np.full((64, 64), 255, np.uint8))
    assert len(found) == 0


def test_letters_tell_the_size_of_the_type() -> None:
    # GIVEN letters of half an em and a tall bracket, seen with type of 30 pixels, half of them in scripts
    sizes = TypeSizes.of(("x", "(", r"\alpha"), (0.5, 1.0, 0.5))
    heights = np.array([15, 15, 15, 10, 10, 200], np.float32)
    boxes = np.stack([np.zeros(6), np.zeros(6), np.full(6, 9), heights], 1).astype(np.float32)
    choices = np.array([[0, 1, 2, 2]] * 5 + [[1, 0, 2, 2]])
    found = Detections(boxes, np.ones(6, np.float32), choices, np.full((6, 4), 0.9, np.float32))
    # THEN the bracket does not count and the scripts do not shrink the answer
    assert sizes.em(found) == 30.0
    assert sizes.relative(boxes[:1] / 30, [0]).tolist() == [1.0]


def test_columns_are_cells_that_overlap() -> None:
    rows = [[(0.0, 1.0), (3.0, 4.0)], [(3.2, 3.8)], [(0.2, 0.6), (2.9, 4.1)]]
    assert column_of(rows) == [[0, 1], [1], [0, 1]]


def test_alignment_is_where_the_cells_line_up() -> None:
    rows = [[(0.0, 1.0), (5.0, 6.0)], [(0.0, 2.0), (4.0, 6.0)]]
    assert alignment(rows, [[0, 1], [0, 1]], 2, [False, False]) == "lr"
    assert alignment([[(0.0, 2.0)], [(0.5, 1.5)]], [[0], [0]], 1, [False]) == "c"


def test_two_classifiers_agree_on_what_both_find_likely() -> None:
    # GIVEN one is torn between the first two classes, the other between the last two
    torn = np.log(np.array([[0.49, 0.49, 0.02]], np.float32))
    other = np.log(np.array([[0.02, 0.49, 0.49]], np.float32))
    # THEN together they choose the one in the middle
    assert agreed(torn, other).argmax() == 1


def test_a_patch_shows_the_symbol_in_its_middle() -> None:
    gray = np.full((60, 80), 255, np.uint8)
    gray[20:30, 40:50] = 0
    near, far, outside = patches(
        gray, np.array([[40, 20, 50, 30], [10, 0, 78, 58], [70, 50, 100, 90]], np.float32)
    )
    assert near[0, 12, 12] == 1
    assert near[0, 0, 0] == 0
    assert 0 < far.sum() < near.sum()
    assert outside.sum() == 0
