"""Lines: found where nothing was seen, as long as their ink, arrows pointing where their heads are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scipix.engine.recognize.straight import fitted, judged, marks_of, missed

ARROWS = (r"\leftarrow", r"\overleftarrow", r"\overrightarrow", r"\overleftrightarrow")
CLASSES = ("rule", *ARROWS, r"\overbrace")
ROW, LEFT, RIGHT = 40, 30, 200


def picture(left: bool = False, right: bool = False, head: int = 4) -> np.ndarray:
    """A line two pixels thick from LEFT to RIGHT, with heads."""
    gray = np.full((100, 260), 255, np.uint8)
    gray[ROW : ROW + 2, LEFT:RIGHT] = 0
    for wanted, tip, way in ((left, LEFT, 1), (right, RIGHT - 1, -1)):
        for side in (-1, 1) if wanted else ():
            cv2.line(gray, (tip, ROW), (tip + way * head, ROW + side * head), (0,), 2)
    return gray


def boxes(*rows: tuple[float, float, float, float]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(rows, np.float32), np.linspace(0.5, 0.9, len(rows), dtype=np.float32)


SHORT = (80.0, 39.0, 150.0, 43.0)


@pytest.mark.parametrize("touching", [(), (40, 60), (28, 36), (194, 202), (100, 130)])
def test_a_line_is_as_long_as_its_ink_whatever_touches_it(touching: tuple[int, ...]) -> None:
    gray = picture()
    if touching:
        gray[ROW - 14 : ROW, slice(*touching)] = 0
    found, _ = fitted(*boxes(SHORT), gray)
    assert found.tolist() == [[LEFT, 39, RIGHT, 43]]


def test_of_two_pieces_of_a_line_the_stronger_one_stays() -> None:
    found, scores = fitted(*boxes((40, 39, 100, 43), (120, 39, 190, 43), (5, 5, 20, 20)), picture())
    assert found.tolist() == [[LEFT, 39, RIGHT, 43], [5, 5, 20, 20]]
    assert scores.tolist() == pytest.approx([0.7, 0.9])


def test_lines_above_each_other_are_two() -> None:
    gray = picture()
    gray[ROW + 12 : ROW + 14, LEFT - 10 : RIGHT + 10] = 0
    found, _ = fitted(*boxes(SHORT, (80, 51, 150, 55)), gray)
    assert found.tolist() == [[LEFT, 39, RIGHT, 43], [LEFT - 10, 51, RIGHT + 10, 55]]


@pytest.mark.parametrize("head", [4, 6])
@pytest.mark.parametrize(
    ("left", "right", "best"),
    [(True, False, 2), (False, True, 3), (True, True, 4), (False, False, 0)],
    ids=["left", "right", "both", "none"],
)
def test_an_arrow_points_where_its_heads_are(left: bool, right: bool, best: int, head: int) -> None:
    gray = picture(left, right, head)
    found, _ = fitted(*boxes(SHORT), gray)
    assert found[0, [0, 2]].tolist() == pytest.approx([LEFT, RIGHT], abs=2)
    logits = np.log(np.array([[0.7, 0.01, 0.06, 0.05, 0.04, 0.14]], np.float32))
    assert judged(logits, gray, found, marks_of(CLASSES)).argmax() == best


def test_a_straight_line_is_no_brace() -> None:
    logits = np.log(np.array([[0.3, 0.01, 0.1, 0.1, 0.04, 0.45]], np.float32))
    arrows = marks_of(CLASSES)
    assert judged(logits, picture(), boxes(SHORT)[0], arrows).argmax() == 0
    brace = np.full((100, 260), 255, np.uint8)
    cv2.polylines(brace, [np.array([(80, 43), (112, 41), (115, 37), (118, 41), (150, 43)])], False, (0,), 2)
    assert judged(logits, brace, boxes(SHORT)[0], arrows).argmax() == 5


def test_letters_that_touch_the_ends_of_a_fraction_bar_are_no_heads() -> None:
    gray = picture()
    gray[ROW - 16 : ROW + 18, LEFT + 2 : LEFT + 7] = 0
    found, _ = fitted(*boxes(SHORT), gray)
    logits = np.log(np.array([[0.7, 0.01, 0.1, 0.1, 0.04, 0.05]], np.float32))
    assert judged(logits, gray, found, marks_of(CLASSES)).argmax() == 0


def test_a_line_that_nothing_is_on_is_missed() -> None:
    nothing = np.zeros((0, 4), np.float32)
    assert missed(picture(), nothing).tolist() == [[LEFT, ROW, RIGHT, ROW + 2]]
    assert not len(missed(picture(), boxes(SHORT)[0]))
    block = np.full((100, 260), 255, np.uint8)
    block[20:60, 30:200] = 0
    assert not len(missed(block, nothing))


BEYOND = [(230, 39, 300, 43), (80, 97, 150, 120), (80, -20, 150, -5), (-40, 39, 20, 43)]


@pytest.mark.parametrize("box", BEYOND)
def test_boxes_beyond_the_edges_are_no_lines(box: tuple[float, float, float, float]) -> None:
    found, _ = fitted(*boxes(box), picture())
    assert found.tolist() == [list(box)]


UPRIGHT = (r"\uparrow", r"\downarrow", r"\updownarrow", "]")


def turned(gray: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(gray.T)


@pytest.mark.parametrize(
    ("up", "down", "best"),
    [(True, False, 0), (False, True, 1), (True, True, 2), (False, False, 3)],
    ids=["up", "down", "both", "none"],
)
def test_an_upright_arrow_points_where_its_heads_are(up: bool, down: bool, best: int) -> None:
    gray = turned(picture(up, down))
    gray[100:102] = 255  # of two pieces, with white between them
    found, _ = fitted(*boxes((39, 50, 43, 190)), gray)
    if up or down:
        assert found[0, [1, 3]].tolist() == pytest.approx([LEFT, RIGHT], abs=2)
    logits = np.log(np.array([[0.1, 0.1, 0.1, 0.7]], np.float32))
    assert judged(logits, gray, found, marks_of(UPRIGHT)).argmax() == best


def test_what_is_surely_a_bracket_is_no_arrow() -> None:
    gray = turned(picture(False, True))
    logits = np.array([[-9.0, -9.0, -9.0, 0.0]], np.float32)
    assert judged(logits, gray, boxes((36, 30, 46, 200))[0], marks_of(UPRIGHT)).argmax() == 3


def test_the_feet_of_a_bracket_are_no_heads() -> None:
    gray = turned(picture())
    gray[RIGHT - 3 : RIGHT, ROW - 2 : ROW + 9] = 0  # a foot on one side, and dirt on the other
    logits = np.log(np.array([[0.01, 0.2, 0.01, 0.7]], np.float32))
    assert judged(logits, gray, boxes((36, 30, 46, 200))[0], marks_of(UPRIGHT)).argmax() == 3
