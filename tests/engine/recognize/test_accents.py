"""Accents in the boxes of letters become symbols of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from scipix.engine.recognize.accents import AROUND, PATCH, Candidates, Finder, are_parts, candidates
from scipix.engine.recognize.detect import Look, detect
from scipix.engine.recognize.patches import sides
from scipix.engine.recognize.tall import Whole

GRAY = np.full((60, 120), 255, np.uint8)
LETTERS = np.array([[10, 20, 20, 36], [40, 20, 50, 40], [80, 5, 84, 55]], np.float32)
ACCENT = np.array([12, 20, 18, 23], np.float32)
BELOW = np.array([10, 25, 20, 36], np.float32)
CLASSES, HAT = 12, 7


def whole(boxes: np.ndarray = LETTERS, tall: list[int] | None = None) -> Whole:
    """Three symbols, the last of them a tall stroke."""
    heats = np.linspace(0.7, 0.9, len(boxes)).astype(np.float32)
    return Whole(boxes, heats, np.array([2] if tall is None else tall, np.intp))


def finder(
    of_rows: list[float],
    accent: np.ndarray = ACCENT,
    letter: np.ndarray = BELOW,
    box: np.ndarray = LETTERS[0],
) -> Finder:
    """Answers with the chances of what is asked about, and for each with what the box holds."""
    middle = np.tile((box[:2] + box[2:]) / 2, 4)
    shares = (np.concatenate([accent, letter]) - middle) / sides(box[None], AROUND)[0]

    def run(feeds: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        count = len(of_rows)
        assert feeds["patches"].shape == (count, 1, PATCH, PATCH)
        assert feeds["sizes"].shape == (count, 2)
        chances = np.array(of_rows)
        logits = np.log(chances / (1 - chances))
        return [logits.astype(np.float32), np.tile(shares, (count, 1)).astype(np.float32)]

    return Finder(run, np.arange(CLASSES) == HAT)


def test_accent_and_letter_are_told_from_the_box() -> None:
    found = candidates(finder([0.9, 0.01]), GRAY, whole())
    assert found.rows.tolist() == [0]
    np.testing.assert_allclose(found.accents, ACCENT[None], atol=1e-3)
    np.testing.assert_allclose(found.letters, BELOW[None], atol=1e-3)
    np.testing.assert_allclose(found.chances, [0.9], rtol=1e-5)


def test_what_is_unlikely_is_none() -> None:
    assert not len(candidates(finder([0.2, 0.1]), GRAY, whole()).rows)


def test_tall_strokes_and_low_boxes_are_not_asked_about() -> None:
    boxes = np.concatenate([LETTERS, [[90, 20, 110, 26]]]).astype(np.float32)
    assert not len(candidates(finder([0.1, 0.1]), GRAY, whole(boxes)).rows)
    assert not len(candidates(finder([]), GRAY, whole(boxes[3:], [])).rows)


@pytest.mark.parametrize(
    ("accent", "letter"),
    [([12, 28, 18, 31], [10, 20, 20, 36]), ([30, 20, 36, 23], [10, 25, 20, 36])],
    ids=["inside the letter", "beside it"],
)
def test_what_is_not_above_its_letter_is_none(accent: list[float], letter: list[float]) -> None:
    asked = finder([0.9, 0.01], np.array(accent), np.array(letter))
    assert not len(candidates(asked, GRAY, whole()).rows)


def test_one_that_was_found_already_is_none() -> None:
    boxes = np.concatenate([LETTERS[:1], ACCENT[None] + 1, LETTERS[1:2]])
    assert not len(candidates(finder([0.9, 0.01]), GRAY, whole(boxes, [])).rows)


@pytest.mark.parametrize(
    ("chance", "before", "letter", "accent", "expected"),
    [
        (0.9, 0.6, 0.95, 0.9, True),
        (0.6, 0.6, 0.7, 0.6, False),
        (0.9, 0.9, 0.8, 0.99, False),
        (0.9, 0.6, 0.95, 0.01, False),
    ],
    ids=["agreed", "doubted", "the letter is less sure without", "no accent"],
)
def test_the_classifiers_have_to_agree(
    chance: float, before: float, letter: float, accent: float, expected: bool
) -> None:
    logits = np.full((3, 1, CLASSES), -9.0, np.float32)
    logits[0, 0, 1], logits[1, 0, 1], logits[2, 0, HAT] = np.log([before, letter, accent])
    box = np.zeros((1, 4), np.float32)
    found = Candidates(np.zeros(1, np.intp), box, box, np.array([chance], np.float32))
    assert are_parts(finder([]), found, *logits).tolist() == [expected]


def eyes(accents: Finder | None, letter: float) -> Look:
    """One letter 20 pixels high; without its upper part it is one by the logit ``letter`` instead of 2."""
    heat, edges = np.zeros((1, 16, 32), np.float32), np.zeros((1, 4, 16, 32), np.float32)
    heat[0, 8, 10] = 0.9
    edges[0, :, 8, 10] = 5, 10, 5, 10

    def classes(count: int, high: np.ndarray) -> list[np.ndarray]:
        logits = np.zeros((count, CLASSES), np.float32)
        logits[:, 3] = np.where(high > 18, 2.0, letter)
        logits[high < 6] = 0
        logits[high < 6, HAT] = 9
        return [logits]

    def by_context(feeds: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        return classes(len(feeds["boxes"]), feeds["boxes"][:, 3] - feeds["boxes"][:, 1])

    def by_shape(feeds: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        return classes(len(feeds["patches"]), np.exp(feeds["sizes"][:, 1]) * 24)

    def detector(_: Mapping[str, Any]) -> list[np.ndarray]:
        return [np.zeros((1, 8, 8, 16), np.float32), heat, edges]

    return Look(detector, by_context, by_shape, accents=accents)


BOX = np.array([16, 7, 26, 27], np.float32)
UPPER, LOWER = np.array([17, 7, 25, 10], np.float32), np.array([16, 13, 26, 27], np.float32)


def test_an_accent_becomes_a_symbol_and_leaves_its_letter_the_rest() -> None:
    there = finder([0.8], UPPER, LOWER, BOX)
    found = detect(eyes(there, 5.0), np.full((32, 64), 255, np.uint8))
    assert found.choices[:, 0].tolist() == [3, HAT]
    np.testing.assert_allclose(found.boxes, [LOWER, UPPER], atol=1e-3)
    np.testing.assert_allclose(found.scores, [0.9, 0.8], rtol=1e-5)
    assert len(found.looks) == 2


@pytest.mark.parametrize("accents", [None, finder([0.8], UPPER, LOWER, BOX)], ids=["no network", "no better"])
def test_a_letter_that_is_none_without_its_upper_part_stays_whole(accents: Finder | None) -> None:
    found = detect(eyes(accents, 1.0), np.full((32, 64), 255, np.uint8))
    assert found.choices[:, 0].tolist() == [3]
    np.testing.assert_allclose(found.boxes, [BOX])
