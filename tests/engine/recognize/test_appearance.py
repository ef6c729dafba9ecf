"""What symbols look like in numbers, and who has the last word on their classes."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from scipix.engine.recognize.appearance import NUMBERS, appearances
from scipix.engine.recognize.detect import STRIDE, Look, detect
from scipix.engine.recognize.patches import PATCH

SIZE = np.log([[0.5, 0.5]]).astype(np.float32)


def letter(text: str, ink: float = 1.0) -> np.ndarray:
    drawn = np.zeros((PATCH, PATCH), np.uint8)
    cv2.putText(drawn, text, (3, 20), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 255, 2, cv2.LINE_AA)
    return (ink * drawn / 255)[None, None].astype(np.float32)


def distance(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.linalg.norm(appearances(one, SIZE) - appearances(other, SIZE)))


def test_other_letters_look_less_alike_than_one_in_other_ink_or_a_little_blurred():
    own = letter("B")
    blurred = cv2.GaussianBlur(own[0, 0], (0, 0), 0.7)[None, None]
    assert distance(own, letter("B", ink=0.5)) < 1e-3
    assert distance(own, blurred) < 0.5 * distance(own, letter("R"))


def test_the_size_counts():
    small = appearances(letter("c"), SIZE)
    large = appearances(letter("c"), SIZE + np.float32(0.7))
    assert small.shape == (1, NUMBERS)
    assert 0.1 < np.linalg.norm(small - large) < 0.5


def _look(classes: int = 6) -> Look:
    """One symbol in the middle, of class 0 to both classifiers."""

    def detector(feeds):
        _, _, height, width = feeds["ink"].shape
        heat = np.zeros((1, height // STRIDE, width // STRIDE), np.float32)
        heat[0, 9, 16] = 0.9
        edges = np.full((1, 4, height // STRIDE, width // STRIDE), 8, np.float32)
        return [np.zeros((1, 1), np.float32), heat, edges]

    logits = np.zeros((1, classes), np.float32)
    logits[0, 0] = 5
    return Look(detector, lambda feeds: [logits], lambda feeds: [logits])


def test_an_adaptation_has_the_last_word_and_the_networks_own_opinion_stays_known():
    gray = np.full((40, 64), 255, np.uint8)
    gray[12:24, 28:38] = 0
    asked = []

    def third(looks, logits):
        asked.append((looks.shape, logits.shape))
        return np.log(np.eye(6, dtype=np.float32)[[3]] + 1e-6)

    plain, adapted = detect(_look(), gray), detect(replace(_look(), adaptation=third), gray)
    assert plain.choices[0, 0] == 0
    assert adapted.choices[0, 0] == 3
    assert adapted.looks.choices[0, 0] == 0
    assert asked == [((1, NUMBERS), (1, 6))]
    assert np.array_equal(adapted.only(np.array([0])).looks.appearances, plain.looks.appearances)
