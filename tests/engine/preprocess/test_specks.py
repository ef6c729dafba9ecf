"""Single dark pixels go where strokes are soft or wide; dots that were drawn stay everywhere."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from golden_pictures import MODELS, golden, needs_models

from scipix.engine.preprocess.specks import without_specks
from scipix.engine.recognize.recognizer import Recognizer

PLACES = [(6, 40), (9, 200), (50, 100), (58, 300)]


def written(softness: float) -> np.ndarray:
    gray = np.full((64, 320), 255, np.uint8)
    cv2.putText(gray, "a+bx=cy", (16, 44), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 2, cv2.LINE_AA)
    cv2.circle(gray, (250, 50), 1, (0,), -1, cv2.LINE_AA)
    return cv2.GaussianBlur(gray, (0, 0), softness) if softness else gray


def speckled(gray: np.ndarray) -> np.ndarray:
    found = gray.copy()
    found[tuple(zip(*PLACES, strict=True))] = 60
    return found


@pytest.mark.parametrize("softness", [0.0, 0.6, 0.8, 1.2])
def test_specks_go_where_strokes_are_soft_or_wide_and_nothing_else(softness: float) -> None:
    soft = written(softness)
    np.testing.assert_array_equal(without_specks(speckled(soft)), soft)


def test_small_dots_of_type_as_sharp_as_a_pixel_stay() -> None:
    sharp = np.full((64, 320), 255, np.uint8)
    for left in range(20, 300, 20):
        cv2.rectangle(sharp, (left, 20), (left + 10, 44), (0,), 1)
    sharp = speckled(sharp)
    assert without_specks(sharp) is sharp


def test_a_dot_that_was_drawn_stays_in_soft_type() -> None:
    """The grid of pixels may lie so that nearly all of it is in one: these are a dot's, over a small i."""
    soft = written(0.8)
    soft[4:7, 60:63] = 255 - np.array([[19, 61, 17], [60, 168, 59], [8, 27, 9]], np.uint8)
    assert without_specks(soft) is soft


@pytest.mark.parametrize("gray", [np.full((9, 9), 255, np.uint8), np.zeros((1, 1), np.uint8)])
def test_without_ink_nothing_is_done(gray: np.ndarray) -> None:
    assert without_specks(gray) is gray


def test_specks_alone_are_no_soft_type() -> None:
    alone = speckled(np.full((64, 320), 255, np.uint8))
    assert without_specks(alone) is alone


@needs_models
@pytest.mark.parametrize("seed", [0, 1, 4, 5])
def test_specks_of_a_scan_are_not_read(seed: int) -> None:
    plain = cv2.resize(golden("gauss"), None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    dusty = cv2.GaussianBlur(plain, (0, 0), 0.8)
    places = np.random.default_rng(seed).integers(0, dusty.size, round(dusty.size * 1e-3))
    dusty.reshape(-1)[places] = 50
    answer = Recognizer.load(MODELS, "cpu").recognize(dusty)
    assert answer.latex == r"\int_{-\infty}^{\infty}e^{-x^2}dx=\sqrt{\pi}"
