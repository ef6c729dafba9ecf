from __future__ import annotations

import numpy as np
import pytest
from formula_pictures import fraction_line
from hypothesis import given, settings
from hypothesis import strategies as st

from scipix.engine.preprocess.contrast import (
    dark_on_white,
    ink_is_light,
    ink_strength,
    is_noise,
    relative_darkness,
)
from scipix.engine.preprocess.pipeline import clean

PICTURE = fraction_line()
GRAY = PICTURE.astype(np.float32) / 255
ACROSS = np.linspace(0, 1, GRAY.shape[1], dtype=np.float32)[None]
DOWN = np.linspace(0, 1, GRAY.shape[0], dtype=np.float32)[:, None]


def difference(picture):
    return np.abs(dark_on_white(np.asarray(picture, np.float32)).astype(int) - PICTURE).mean()


def test_clean_picture_is_untouched():
    assert np.array_equal(clean(PICTURE), PICTURE)


def test_inverted_twin_is_identical():
    assert np.array_equal(clean(255 - PICTURE), PICTURE)


@pytest.mark.parametrize(
    "picture",
    [
        0.8 * GRAY,
        0.5 + 0.3 * GRAY,
        0.6 - 0.4 * GRAY,
        GRAY * (0.6 + 0.4 * ACROSS),
        GRAY * (0.7 + 0.3 * DOWN),
        (1 - GRAY) * 0.9 + 0.3 * ACROSS * GRAY,
        GRAY * (1 - 0.8 * ((ACROSS - 0.5) ** 2 + (DOWN - 0.5) ** 2)),
        np.clip(GRAY + np.random.default_rng(1).normal(0, 0.03, GRAY.shape), 0, 1),
    ],
    ids=["gray paper", "faint", "faint on dark", "across", "down", "dark gradient", "vignette", "noise"],
)
def test_unevenness_is_taken_out(picture):
    assert difference(picture) < 9


def test_paper_becomes_white_under_a_gradient():
    result = dark_on_white((GRAY * (0.6 + 0.4 * ACROSS)).astype(np.float32))
    assert np.median(result) >= 250
    assert np.quantile(result[PICTURE == 255], 0.02) >= 235


@settings(max_examples=25, deadline=None)
@given(
    paper=st.floats(0.0, 1.0),
    contrast=st.floats(0.25, 1.0),
    light=st.booleans(),
    padding=st.integers(0, 60),
)
def test_polarity_is_found_for_any_two_levels(paper, contrast, light, padding):
    ink = paper + contrast if light else paper - contrast
    if not 0.0 <= ink <= 1.0:
        return
    picture = np.float32(ink) + np.float32(paper - ink) * np.pad(GRAY, padding, constant_values=1)
    assert ink_is_light(picture) == light


def test_ink_strength_ignores_how_much_paper_there_is():
    padded = np.pad(GRAY, 200, constant_values=1)
    assert ink_strength(relative_darkness(padded)) == pytest.approx(ink_strength(relative_darkness(GRAY)))


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (2, 3), (5, 1), (20, 20)])
@pytest.mark.parametrize("level", [0.0, 0.4, 1.0])
def test_plain_pictures_stay_blank(size, level):
    assert (dark_on_white(np.full(size, level, np.float32)) == 255).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 12))
def test_any_small_picture_gives_the_same_size(seed, height, width):
    picture = np.random.default_rng(seed).random((height, width), np.float32)
    result = dark_on_white(picture)
    assert result.shape == picture.shape
    assert result.dtype == np.uint8


def test_noise_is_told_from_strokes() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (60, 120), np.uint8)
    assert is_noise(noise)
    for row, column in ((slice(30, 31), slice(10, 100)), (slice(10, 50), slice(60, 61))):
        stroke = np.full((60, 120), 255, np.uint8)
        stroke[row, column] = 0
        assert not is_noise(stroke)
        assert not is_noise(np.minimum(stroke, noise // 16 + 235))
