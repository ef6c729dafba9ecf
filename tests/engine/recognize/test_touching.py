"""Boxes of letters that touch end between the letters; other overlaps stay."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize.touching import parted


def picture() -> np.ndarray:
    """Two letters that a thin line connects, from 20 to 34 and from 38 to 46."""
    gray = np.full((60, 80), 255, np.uint8)
    gray[20:40, 20:34] = gray[20:40, 38:46] = 0
    gray[38:40, 34:38] = 0
    return gray


def boxes(*rows: tuple[float, float, float, float]) -> np.ndarray:
    return np.array(rows, np.float32)


def test_boxes_that_reach_into_one_another_end_where_there_is_least_ink() -> None:
    left, right = parted(boxes((20, 20, 38, 40), (33, 20, 46, 40)), picture())
    assert left[2] == right[0]
    assert 34 <= left[2] <= 38
    assert (left[0], right[2]) == (20, 46)


@pytest.mark.parametrize(
    "right",
    [(37, 20, 46, 40), (24, 20, 40, 40), (33, 10, 46, 18), (33, 30, 46, 36), (50, 20, 60, 40)],
    ids=["hardly", "the same one", "above it", "a script", "apart"],
)
def test_other_boxes_stay(right: tuple[float, float, float, float]) -> None:
    given = boxes((20, 20, 38, 40), right)
    assert (parted(given, picture()) == given).all()


def test_boxes_beyond_the_picture_stay() -> None:
    given = boxes((70, 20, 95, 40), (85, 20, 110, 40), (20, -40, 38, -20), (33, -40, 46, -20))
    assert (parted(given, picture()) == given).all()


def test_none_at_all() -> None:
    assert parted(np.zeros((0, 4), np.float32), picture()).shape == (0, 4)
