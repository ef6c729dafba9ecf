"""Ink outside of all detections is a missed symbol, unless there is much of it."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize.unseen import missed

LETTERS = [(20 + 30 * k, 40, 36 + 30 * k, 60) for k in range(6)]


def picture(*dots: tuple[int, int], side: int = 3, gray: int = 0) -> np.ndarray:
    """Six letters, and dots with their upper left corners at these places."""
    shown = np.full((90, 220), 255, np.uint8)
    for x0, y0, x1, y1 in LETTERS:
        shown[y0:y1, x0:x1] = 0
    for x, y in dots:
        shown[y : y + side, x : x + side] = gray
    return shown


def seen(count: int = 6) -> np.ndarray:
    return np.array(LETTERS[:count], np.float32)


def test_a_dot_over_a_letter_is_found() -> None:
    assert missed(picture((26, 32)), seen()).tolist() == [[26, 32, 29, 35]]


def test_a_full_stop_of_two_pixels_is_found_where_it_is_alone_and_last() -> None:
    assert missed(picture((190, 58), side=2), seen()).tolist() == [[190, 58, 192, 60]]
    assert not len(missed(picture((190, 58), (60, 20), side=2), seen()))
    assert not len(missed(picture((60, 20), side=2), seen()))


def test_a_letter_that_was_missed_is_found() -> None:
    assert missed(picture(), seen(5)).tolist() == [list(LETTERS[5])]


def test_what_lies_in_a_box_is_explained() -> None:
    with_dot = np.array([(20, 31, 36, 60), *LETTERS[1:]], np.float32)
    assert not len(missed(picture((26, 32)), with_dot))


@pytest.mark.parametrize(("side", "gray"), [(1, 0), (3, 140), (30, 0)], ids=["tiny", "pale", "large"])
def test_specks_and_drawings_are_no_symbols(side: int, gray: int) -> None:
    assert not len(missed(picture((186, 2), side=side, gray=gray), seen()))


def test_of_a_picture_full_of_specks_nothing_is_said() -> None:
    assert not len(missed(picture((26, 20), (60, 20), (90, 20)), seen()))


def test_pale_lines_are_found_however_many_there_are() -> None:
    shown = picture()
    for x0, _, x1, _ in LETTERS[:5]:
        shown[34:37, x0:x1] = 170
    assert missed(shown, seen()).tolist() == [[x0, 34, x1, 37] for x0, _, x1, _ in LETTERS[:5]]


def test_of_dust_nothing_is_said() -> None:
    dust = np.full((400, 400), 255, np.uint8)
    for y in range(0, 396, 8):
        for x in range(0, 396, 8):
            dust[y : y + 4, x : x + 4] = 0
    assert not len(missed(dust, seen()))
