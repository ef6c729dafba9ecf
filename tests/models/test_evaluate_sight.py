"""The report on what is seen wrong: pictures at the detector's scale, shares of symbols and of formulas."""

from __future__ import annotations

import cv2
import numpy as np

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.models.training.evaluate_sight import Seen, as_text, shown
from scipix.models.training.pictures import Shard


def shard_of_a_square(em: float) -> Shard:
    """One formula of one black square, half an em wide, in type of ``em`` pixels."""
    side = round(em / 2)
    gray = np.full((4 * side, 6 * side), 255, np.uint8)
    gray[side : 2 * side, 2 * side : 3 * side] = 0
    png = cv2.imencode(".png", gray)[1].ravel()
    points = 10.0 / em
    box = np.array([[2 * side, side, 3 * side, 2 * side]], np.float32) * np.float32(points)
    nothing = np.zeros(1, np.int64)
    return Shard(
        np.array([0, 1]), np.zeros(1, np.int32), box, nothing - 1, nothing, nothing, nothing,
        np.array([em]), np.array([0, len(png)]), png,
    )  # fmt: skip


def test_boxes_stay_on_the_ink_through_both_scalings() -> None:
    picture = shown(shard_of_a_square(48.0), 0, 100.0)
    x0, y0, x1, y1 = picture.boxes[0]
    assert abs((x1 - x0) - TARGET_EM / 2) < 0.5
    rows, columns = np.nonzero(picture.gray < 128)
    found = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    assert np.abs(np.subtract(found, (x0, y0, x1, y1))).max() <= 1


def test_shares_are_of_symbols_and_of_formulas() -> None:
    results = [Seen(9, 1, 0, 2, 1, ((0, 1),)), Seen(11, 0, 0, 0, 0, ())]
    text = as_text(100.0, results, ("a", "b"))
    assert "2 formulas, 20 symbols" in text
    assert text.splitlines()[1].split()[-2:] == ["5.00", "50.0"]  # missed
    assert text.splitlines()[2].split()[-2:] == ["0.00", "0.0"]  # seen where there is none
    assert text.splitlines()[3].split()[-2:] == ["10.00", "50.0"]  # of a wrong class
    assert "a as b 1" in text
