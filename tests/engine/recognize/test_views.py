"""At which scales a picture is looked at, with symbols whose size is set."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from scipix.engine.preprocess.pipeline import TARGET_EM, Prepared
from scipix.engine.recognize.detect import Detections, Look
from scipix.engine.recognize.table_rules import NONE
from scipix.engine.recognize.typesize import TypeSizes
from scipix.engine.recognize.views import Clock, Seen, Viewer

_WHITE = np.full((64, 64), 255, np.uint8)


def _unasked(feeds: Mapping[str, npt.NDArray[Any]]) -> list[npt.NDArray[Any]]:
    raise AssertionError("what is seen is set")


def symbols(count: int, size: float, chance: float = 0.97) -> Detections:
    """As many letters, all as sure, of this size in pixels."""
    boxes = np.array([(size * n, 0, size * (n + 1), size) for n in range(count)], np.float32)
    choices = np.zeros((count, 4), np.int64)
    chances = np.tile(np.array([chance, 0.01, 0.01, 0.01], np.float32), (count, 1))
    return Detections(boxes, np.full(count, 0.9, np.float32), choices, chances)


@dataclass(frozen=True, slots=True)
class Sees(Viewer):
    """Sees letters ``em`` pixels high at zoom 1, the surer the nearer to scale, and keeps the zooms."""

    em: float = TARGET_EM
    count: int = 9
    zooms: list[float] = field(default_factory=list)

    def look(self, quarter: int, zoom: float) -> Seen:
        self.zooms.append(zoom)
        size = self.em * zoom
        prepared = Prepared(_WHITE, size, 0.0, quarter, np.eye(3))
        chance = 0.97 if abs(math.log(size / TARGET_EM)) < 1.0 else 0.9
        return Seen(prepared, symbols(self.count, size, chance), size, zoom, NONE)


def sees(off: float, count: int = 9) -> Sees:
    """Letters off the canonical size by this much (log)."""
    sizes = TypeSizes.of(["a"], [1.0])
    eyes = Look(_unasked, _unasked, _unasked)
    return Sees(eyes, sizes, _WHITE, Clock(), em=TARGET_EM * math.exp(off), count=count)


@pytest.mark.parametrize("off", [-0.14, -0.05, 0.0, 0.05, 0.14])
def test_type_of_about_the_canonical_size_is_looked_at_once(off: float) -> None:
    viewer = sees(off)
    assert viewer.upright().zoom == 1.0
    assert viewer.zooms == [1.0]


@pytest.mark.parametrize("off", [-0.8, -0.16, 0.16, 0.8])
def test_other_type_is_looked_at_again_to_scale(off: float) -> None:
    viewer = sees(off)
    assert viewer.upright().em == pytest.approx(TARGET_EM, rel=1e-6)
    assert len(viewer.zooms) == 2


def test_type_that_is_still_far_off_is_looked_at_a_third_time_if_it_makes_more_sense() -> None:
    viewer = sees(-1.3)
    assert viewer.upright().em == pytest.approx(TARGET_EM, rel=1e-6)
    assert viewer.zooms == pytest.approx([1.0, 2.5, math.exp(1.3)])


@pytest.mark.parametrize(
    ("off", "factors"),
    [
        pytest.param(0.05, [1.1, 0.91, 1.2], id="to scale already"),
        pytest.param(0.12, [1.0, 1.1, 0.91], id="too large"),
        pytest.param(-0.12, [1.0, 1.1, 0.91], id="too small"),
    ],
)
def test_further_looks_start_with_the_canonical_size_if_the_first_was_not_of_it(
    off: float, factors: list[float]
) -> None:
    viewer = sees(off)
    assert [other.em / TARGET_EM for other in viewer.others(viewer.upright())] == pytest.approx(factors)


def test_few_symbols_are_looked_at_in_quite_other_scales_too() -> None:
    viewer = sees(0.0, count=2)
    sizes = [other.em / TARGET_EM for other in viewer.others(viewer.upright())]
    assert sizes == pytest.approx([1.1, 0.91]), "those that say that their scale is wrong do not count"
    assert {0.5, 0.7, 1.4, 2.0} <= {round(zoom, 6) for zoom in viewer.zooms}


def test_looks_are_taken_as_they_are_asked_for() -> None:
    viewer = sees(0.0)
    first = viewer.upright()
    assert len(list(islice(viewer.others(first), 1))) == 1
    assert len(viewer.zooms) == 2


def test_upside_down_costs_one_look_where_it_makes_no_better_sense() -> None:
    viewer = sees(0.0)
    seen = viewer.upright()
    assert viewer.upside_down(seen) is seen
    assert viewer.zooms == [1.0, 1.0]
