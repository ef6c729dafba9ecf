from __future__ import annotations

import numpy as np
import pytest
from formula_pictures import as_rgb, fraction_line

from scipix.engine.errors import ImageError
from scipix.engine.preprocess.colour import flatten_alpha, to_luminance
from scipix.engine.preprocess.limits import check_size
from scipix.engine.preprocess.pipeline import clean

PICTURE = fraction_line()


@pytest.mark.parametrize(
    "twin",
    [
        PICTURE[..., None],
        as_rgb(PICTURE),
        PICTURE.astype(np.uint16) * 257,
        PICTURE.astype(np.float32) / 255,
        PICTURE.astype(np.float64),
        PICTURE.astype(np.int32),
        np.dstack([PICTURE, np.full_like(PICTURE, 255)]),
    ],
    ids=["HxWx1", "rgb", "16 bit", "float", "float to 255", "int32", "gray with alpha"],
)
def test_same_picture_in_another_type_is_the_same(twin):
    assert np.abs(clean(twin).astype(int) - PICTURE).max() <= 1


def test_bool_picture():
    assert set(np.unique(clean(PICTURE > 128))) == {0, 255}


def test_nan_and_infinity_become_paper():
    picture = PICTURE.astype(np.float32) / 255
    picture[:3, :3] = np.nan
    picture[4, 4] = np.inf
    result = clean(picture)
    assert np.array_equal(result, PICTURE)


def test_all_nan_is_blank():
    assert (clean(np.full((20, 30), np.nan, np.float32)) == 255).all()


@pytest.mark.parametrize(
    "ink", [(0, 0, 0), (255, 255, 255), (250, 220, 40)], ids=["black", "white", "yellow"]
)
def test_bare_ink_on_transparency_becomes_dark_on_white(ink):
    picture = np.zeros((*PICTURE.shape, 4), np.uint8)
    picture[..., :3] = ink
    picture[..., 3] = 255 - PICTURE
    assert np.abs(clean(picture).astype(int) - PICTURE).mean() < 8


def test_dark_panel_with_transparent_corners():
    picture = np.dstack([255 - PICTURE, np.full_like(PICTURE, 255)])
    picture[:6, :6] = 0
    assert np.array_equal(clean(picture), PICTURE)


def test_fully_transparent_is_blank():
    assert (clean(np.zeros((9, 9, 4), np.uint8)) == 255).all()


def test_opaque_alpha_changes_nothing():
    luminance = to_luminance(PICTURE)
    assert flatten_alpha(luminance, np.ones_like(luminance)) is luminance


def test_ink_that_differs_in_hue_only():
    """Red on green of the same luminance has no contrast in gray."""
    share = (PICTURE / 255)[..., None]
    picture = share * np.array([0, 110, 0]) + (1 - share) * np.array([216, 0, 0])
    result = clean(picture.astype(np.uint8))
    assert np.abs(result.astype(int) - PICTURE).mean() < 10


@pytest.mark.parametrize(
    "array",
    [np.zeros((3, 3, 5)), np.zeros(7), np.zeros((0, 4)), np.zeros((2, 2), complex), np.array([["a"]])],
    ids=["5 channels", "1-d", "empty", "complex", "text"],
)
def test_no_picture(array):
    with pytest.raises(ImageError) as caught:
        clean(array)
    assert caught.value.title
    assert caught.value.hint


@pytest.mark.parametrize("size", [(20_001, 1), (1, 20_001), (10_000, 5_001), (0, 4)])
def test_limits_of_size(size):
    with pytest.raises(ImageError):
        check_size(*size)


def test_largest_size_is_accepted():
    check_size(20_000, 2_500)
