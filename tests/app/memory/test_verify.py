"""What proves that two pictures are of one formula."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from memory_pictures import formula

from scipix.app.memory import verify
from scipix.app.memory.overlay import MARGIN, ink_of, overlaid
from scipix.app.memory.pictures import Gray, canonical
from scipix.app.memory.verify import Evidence, evidence, judged
from scipix.engine.recognize.symbol_likeness import Sight

WHOLE = np.array([[0.0, 0.0, 0.5, 1.0], [0.5, 0.0, 1.0, 1.0]], np.float32)
EM = 36.0
FOUND = Evidence(same_scale=False, worst=0.22, usual=0.07, alone=0.4, em=14.0, detail=6.0)


def cut(text: str, scale: float = 1.0) -> Gray:
    return canonical(formula(text, scale))[0]


class Witness:
    """Says how strange everything is, and keeps what it was shown."""

    def __init__(self, strange: float) -> None:
        self.strange = strange
        self.shown: list[tuple[Sight, Sight]] = []

    def __call__(self, one: Sight, other: Sight) -> np.ndarray:
        self.shown.append((one, other))
        return np.full(len(one.boxes), self.strange, np.float32)


@pytest.mark.parametrize(("one", "other"), [(1.0, 0.6), (0.6, 1.0)])
def test_boxes_go_to_the_other_picture_and_back(one: float, other: float):
    fine, coarse = sorted((cut("kxabc", one), cut("kxabc", other)), key=lambda gray: -gray.shape[1])
    settled = overlaid(ink_of(fine), ink_of(coarse), 1.5)
    assert settled is not None
    boxes = np.array([[10, 5, 30, 20]], np.float32)
    ratio = fine.shape[1] / coarse.shape[1]
    assert settled.to_fine(boxes)[0] == pytest.approx(boxes[0] * ratio, abs=1.5)
    assert settled.to_coarse(settled.to_fine(boxes))[0] == pytest.approx(boxes[0], abs=1e-3)


def test_what_hangs_over_is_no_overlay():
    fine, coarse = cut("kxabc"), cut("kxabc", 0.7)
    longer = cv2.copyMakeBorder(coarse, 0, 0, 0, 6, cv2.BORDER_CONSTANT, value=(255,))
    assert overlaid(ink_of(fine), ink_of(coarse), 1.5) is not None
    assert overlaid(ink_of(fine), ink_of(longer), 1.5) is None


def test_a_mark_that_one_picture_lacks_stands_alone():
    one, other = cut("kxabc"), cut("kxabc", 0.7)
    dotted = other.copy()
    free = cv2.erode(other, np.ones((5, 5), np.uint8))
    y, x = np.argwhere(free[3:-3, 3:-3] > 250)[0] + 3
    dotted[y - 1 : y + 2, x - 1 : x + 2] = 0
    clean, marked = evidence(one, other, EM), evidence(one, dotted, EM)
    assert clean is not None
    assert marked is not None
    assert marked.alone > 2 * clean.alone


def test_the_classifier_decides_where_the_pixels_leave_it_open():
    assert not judged(FOUND).same
    assert judged(replace(FOUND, symbols=0.0, spots=0.0)).same


@pytest.mark.parametrize("change", [{"worst": 0.6}, {"alone": 3.0}, {"symbols": 0.6}, {"spots": 0.6}])
def test_each_kind_of_difference_counts(change: dict[str, float]):
    agreed = replace(FOUND, symbols=0.0, spots=0.0)
    assert judged(replace(agreed, **change)).difference > 1.2 * judged(agreed).difference


def test_a_symbol_that_is_surely_another_is_no_hit_however_little_differs():
    alike = replace(FOUND, worst=0.01, asked=True)
    assert judged(replace(alike, symbols=0.4)).same
    surely = judged(replace(alike, symbols=0.6))
    assert not surely.same
    assert surely.difference >= 1.0
    assert judged(replace(alike, symbols=0.6, asked=False)).same, "nobody was asked: the pixels suffice"


def test_large_type_may_differ_more_than_small_and_what_is_everywhere_counts_less():
    assert judged(replace(FOUND, em=24.0)).difference < judged(FOUND).difference
    assert judged(replace(FOUND, usual=0.2)).difference < judged(FOUND).difference
    assert judged(replace(FOUND, em=8.0)).difference == judged(replace(FOUND, em=11.0)).difference


def test_the_classifier_sees_the_same_symbols_of_both_pictures(monkeypatch: pytest.MonkeyPatch):
    witness, one, other = Witness(0.0), cut("kxabc"), cut("kxabc", 0.6)
    evidence(one, other, EM, WHOLE, witness, always=True)
    ((first, second),) = witness.shown
    assert first.gray is one
    assert second.gray is other
    ratio = one.shape[1] / other.shape[1]
    assert second.em == pytest.approx(first.em / ratio, rel=0.03)
    assert first.boxes == pytest.approx(second.boxes * ratio, abs=2.0)
    assert len(first.boxes) == len(WHOLE) + verify._WORST_SPOTS


def test_nobody_is_asked_where_it_would_not_matter():
    witness = Witness(0.0)
    assert verify.compare(cut("kxabc"), cut("kxabc"), EM, WHOLE, witness).same
    assert not verify.compare(cut("x+y"), cut("x-y"), EM, WHOLE, witness).same
    assert not witness.shown


def test_what_the_classifier_finds_strange_is_no_hit(monkeypatch: pytest.MonkeyPatch):
    one, other = cut("kxabc"), cut("kxabc", 0.6)
    found = evidence(one, other, EM, WHOLE, Witness(0.0), always=True)
    assert found is not None
    # A limit between what the two witnesses lead to, whatever the fitted one is.
    trusted = judged(found).difference
    monkeypatch.setattr(verify, "_LIMITS", tuple(3 * trusted * limit for limit in verify._LIMITS))
    assert verify.compare(one, other, EM, WHOLE, Witness(0.0)).same
    assert not verify.compare(one, other, EM, WHOLE, Witness(0.69)).same
    assert not verify.compare(one, other, EM).same


def test_a_margin_is_no_ink():
    assert ink_of(cut("kx"))[:MARGIN].max() == 0
