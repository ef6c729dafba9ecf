"""In heavy type it takes more to be bold; how heavy it is the bars tell."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from golden_pictures import MODELS, golden, needs_models

from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.recognize.stroke_weight import judged, weights_of

CLASSES = ["-", "=", "rule", "x", r"\boldsymbol{x}", r"\mathbf{x}", r"\mathrm{x}"]
WEIGHTS = weights_of(CLASSES)


def picture(*bars: tuple[int, float]) -> np.ndarray:
    """Bars of a length and thickness in pixels, below one another."""
    gray = np.full((40, 60), 255, np.uint8)
    for number, (length, thickness) in enumerate(bars):
        top = 6 + 9 * number
        gray[top : top + int(thickness), 10 : 10 + length] = 0
        gray[top + int(thickness), 10 : 10 + length] = round(255 * (1 - thickness % 1))
    return gray


def bolder(gray: np.ndarray, *bars: tuple[str, int]) -> float:
    """How much is taken from the bold letter's logit, where these bars are seen, of a name and length."""
    boxes = np.array(
        [(10, 6 + 9 * number, 10 + length, 8 + 9 * number) for number, (_, length) in enumerate(bars)]
        + [(50, 5, 56, 12)],
        np.float32,
    )
    logits = np.full((len(boxes), len(CLASSES)), -5, np.float32)
    logits[np.arange(len(bars)), [CLASSES.index(name) for name, _ in bars]] = 0
    logits[-1, CLASSES.index(r"\boldsymbol{x}")] = 0
    after = judged(logits, gray, boxes, WEIGHTS)
    changed = after != logits
    assert not changed[:, [CLASSES.index(name) for name in ("x", r"\mathrm{x}", "-", "=", "rule")]].any()
    assert changed.all(0).sum() in (0, 2), "of all symbols or of none"
    return float((logits - after)[-1, CLASSES.index(r"\boldsymbol{x}")])


@pytest.mark.parametrize("name", ["-", "rule"])
def test_thick_bars_speak_against_bold_letters(name: str) -> None:
    assert bolder(picture((20, 2.5)), (name, 20)) > 2
    assert bolder(picture((20, 1.5)), (name, 20)) == 0


def test_of_an_equality_sign_each_bar_counts() -> None:
    gray = np.minimum(picture((20, 1.5)), np.roll(picture((20, 1.5)), 4, axis=0))
    assert bolder(gray, ("=", 20)) == 0
    assert bolder(gray, ("rule", 20)) > 2


def test_most_bars_decide_and_short_ones_do_not_count() -> None:
    bars = ((20, 1.0), (20, 1.2), (20, 4.0))
    assert bolder(picture(*bars), *[("-", 20)] * 3) == 0
    assert bolder(picture((4, 4.0)), ("-", 4)) == 0


def test_blurred_bars_are_as_thick() -> None:
    for thickness in (1.4, 2.4):
        sharp = picture((24, thickness))
        soft = cv2.GaussianBlur(sharp, (0, 0), 1.0)
        assert bolder(soft, ("-", 24)) == bolder(sharp, ("-", 24))


def test_without_bars_nothing_is_known() -> None:
    assert bolder(picture(), ("x", 20)) == 0


@needs_models
@pytest.mark.parametrize("name", ["euler", "root"])
def test_heavy_black_and_white_type_is_not_bold(name: str) -> None:
    heavy = np.where(cv2.GaussianBlur(golden(name), (0, 0), 1.0) < 235, 0, 255).astype(np.uint8)
    answer = Recognizer.load(MODELS, "cpu").recognize(heavy)
    assert r"\boldsymbol" not in answer.latex
    assert r"\mathbf" not in answer.latex
