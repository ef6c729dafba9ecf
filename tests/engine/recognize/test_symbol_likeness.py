"""The glyph classifier tells whether symbols of two pictures are the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import cv2
import numpy as np
import pytest
from memory_pictures import formula

from scipix.engine.preprocess.crop import crop, ink_box
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.recognize.symbol_likeness import Sight, divergence


def sight(text: str, scale: float = 1.0) -> Sight:
    """The letters of ``text``, each a patch of ink, from left to right."""
    gray = crop(picture := formula(text, scale), ink_box(picture))
    stats = cv2.connectedComponentsWithStats((gray < 128).astype(np.uint8))[2][1:]
    x, y, width, height = stats[np.argsort(stats[:, 0])][:, :4].T
    return Sight(gray, 40 * scale, np.stack([x, y, x + width, y + height], 1).astype(np.float32))


def darkest(feeds: Mapping[str, np.ndarray]) -> list[Any]:
    """Two classes: the more ink, the surer the first."""
    ink = feeds["patches"].mean((1, 2, 3))
    return [np.stack([40 * ink, np.full_like(ink, 5)], 1)]


def test_one_picture_is_like_itself():
    one = sight("kxa")
    assert divergence(darkest, one, one) == pytest.approx(np.zeros(3), abs=1e-5)


def test_only_the_symbol_that_changed_is_strange():
    one = sight("kxa")
    gray = one.gray.copy()
    x0, y0, x1, y1 = one.boxes[1].astype(int)
    gray[y0:y1, x0:x1] = 255
    found = divergence(darkest, one, Sight(gray, one.em, one.boxes))
    assert found.argmax() == 1
    assert found[1] > 5 * found[[0, 2]].max()
    assert found[1] <= np.log(2)


def test_no_symbols_need_no_classifier():
    nothing = Sight(np.full((9, 9), 255, np.uint8), 24.0, np.zeros((0, 4), np.float32))

    def never(_: Mapping[str, np.ndarray]) -> list[Any]:
        raise AssertionError

    assert divergence(never, nothing, nothing).shape == (0,)


def test_the_shipped_classifier_knows_a_letter_at_another_scale_from_another_letter(recognizer: Recognizer):
    one = sight("kxa")
    same, other = (
        recognizer.strangeness(one, sight("kxa", 0.6)),
        recognizer.strangeness(one, sight("kza", 0.6)),
    )
    assert other[1] > 0.3
    assert same[1] < 0.5 * other[1]
