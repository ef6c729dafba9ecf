"""What the parser's opinion makes of detections, with a parser whose answers are set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from scipix.engine.latex.tree import MODES
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.reading import read
from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.typesize import TypeSizes

CLASSES = ["a", "b", ".", "+", "-"]


def found(*symbols: tuple[str, float]) -> Detections:
    boxes = np.array([(left, 0, left + 0.4, 0.5) for _, left in symbols], np.float32)
    first = [CLASSES.index(name) for name, _ in symbols]
    choices = np.array([[one, *(k for k in range(5) if k != one)] for one in first], np.int64)
    chances = np.tile(np.array([0.9, 0.025, 0.025, 0.025, 0.025], np.float32), (len(symbols), 1))
    return Detections(boxes, np.full(len(symbols), 0.5, np.float32), choices, chances)


class Row:
    """Reads all symbols as one row, and doubts each by a logit that its class has."""

    def __init__(self, doubts: Mapping[str, float]) -> None:
        self.doubts = doubts

    def __call__(self, feeds: Mapping[str, npt.NDArray[Any]]) -> list[npt.NDArray[Any]]:
        first = feeds["choices"][0, :, 0]
        count, kinds = len(first), len(Relation)
        links = np.full((1, count, count, kinds), -20, np.float32)
        for child in range(count):
            links[0, child, max(child - 1, 0), Relation.NEXT if child else Relation.ROOT] = 20
        classes = np.full((1, count, len(CLASSES)), -20, np.float32)
        classes[0, np.arange(count), first] = 20
        keep = np.array([[self.doubts.get(CLASSES[one], 5.0) for one in first]], np.float32)
        return [links, classes, keep, np.zeros((1, count, len(MODES)), np.float32)]


@pytest.mark.parametrize(
    ("left", "doubt", "expected"),
    [
        pytest.param(2.0, -4.0, "ab.", id="behind everything, doubted"),
        pytest.param(2.0, -9.0, "ab", id="behind everything, no symbol"),
        pytest.param(1.2, -4.0, "ab", id="under another, doubted"),
        pytest.param(1.2, -2.0, "ab.", id="under another, hardly doubted"),
    ],
)
def test_what_is_doubted_stays_where_a_formula_ends(left: float, doubt: float, expected: str) -> None:
    symbols = found(("a", 0.0), ("b", 1.0), (".", left))
    sizes = TypeSizes.of(CLASSES, [0.5] * 5)
    (best, *_) = read(Row({".": doubt}), symbols, 1.0, CLASSES, sizes, 1)
    assert best.latex == expected
