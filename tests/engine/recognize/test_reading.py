"""What the parser's opinion makes of detections, with a parser whose answers are set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from scipix.engine.latex.tree import MODES
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.reading import Reading, read
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
        pytest.param(2.0, -4.5, ["ab.", "ab"], id="behind everything, doubted"),
        pytest.param(2.0, -9.0, ["ab", "ab."], id="behind everything, no symbol"),
        pytest.param(1.2, -4.5, ["ab"], id="under another, no symbol"),
        pytest.param(1.2, -2.0, ["ab", "ab."], id="under another, doubted"),
        pytest.param(1.2, 1.0, ["ab.", "ab"], id="under another, hardly doubted"),
        pytest.param(1.2, 4.5, ["ab."], id="under another, not doubted"),
    ],
)
def test_the_most_doubtful_symbol_is_read_both_ways(left: float, doubt: float, expected: list[str]) -> None:
    readings = read_row({".": doubt}, ("a", 0.0), ("b", 1.0), (".", left))
    assert [one.latex for one in readings] == expected


def test_with_and_without_a_symbol_are_as_likely_as_the_parser_says() -> None:
    without, with_it = read_row({"+": -1.5, "b": -3.0}, ("a", 0.0), ("+", 1.0), ("b", 2.0), ("a", 3.0))
    assert (without.latex, with_it.latex) == ("aa", "a+a")
    assert without.score - with_it.score == pytest.approx(1.5, abs=1e-3)
    both = without.confidence + with_it.confidence
    assert both == pytest.approx(1 / (1 + np.exp(-3.0)), abs=0.02), "that b is none is for sure in both"


def test_where_nothing_seems_real_everything_is_read() -> None:
    readings = read_row({"a": -1.0, "b": -2.0, ".": -12.0}, ("a", 0.0), ("b", 1.0), (".", 2.0))
    assert [one.latex for one in readings] == ["ab.", "b."]


def read_row(doubts: Mapping[str, float], *symbols: tuple[str, float]) -> list[Reading]:
    sizes = TypeSizes.of(CLASSES, [0.5] * 5)
    return read(Row(doubts), found(*symbols), 1.0, CLASSES, sizes, 1)


def test_a_reading_knows_what_the_eyes_think_of_its_symbols() -> None:
    (one,) = read_row({}, ("a", 0.0), ("b", 1.0))
    assert one.eyes == pytest.approx(2 * np.log(0.9), rel=1e-5)
