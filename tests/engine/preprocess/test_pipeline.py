from __future__ import annotations

import numpy as np
import pytest
from formula_pictures import as_rgb, fraction_line, row_of_letters, turned

from scipix.engine.errors import NoFormulaError
from scipix.engine.preprocess.crop import ink_box
from scipix.engine.preprocess.pipeline import clean, prepare, prepare_clean

PICTURE = fraction_line()


@pytest.mark.parametrize(
    "twin",
    [
        255 - PICTURE,
        as_rgb(PICTURE),
        np.pad(PICTURE, ((13, 4), (40, 71)), constant_values=255),
        255 - np.pad(PICTURE, 33, constant_values=255),
        PICTURE.astype(np.uint16) * 257,
    ],
    ids=["inverted", "rgb", "padded", "inverted and padded", "16 bit"],
)
def test_twins_are_prepared_alike(twin):
    assert np.array_equal(prepare(twin).gray, prepare(PICTURE).gray)


def test_scaled_twin_has_the_same_size_and_nearly_the_same_ink():
    one, three = prepare(PICTURE).gray, prepare(fraction_line(3)).gray
    assert three.shape == pytest.approx(one.shape, rel=0.06)
    assert three.mean() == pytest.approx(one.mean(), abs=12)


def test_result_is_read_only_and_framed_with_white():
    prepared = prepare(PICTURE)
    assert not prepared.gray.flags.writeable
    assert prepared.gray.flags.c_contiguous
    assert prepared.em == pytest.approx(24, rel=0.05)
    frame = np.concatenate([prepared.gray[:12].ravel(), prepared.gray[:, -12:].ravel()])
    assert (frame == 255).all()


def test_preparing_again_changes_little():
    once = prepare(PICTURE)
    twice = prepare(once.gray)
    assert twice.gray.shape == pytest.approx(once.gray.shape, rel=0.05)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_boxes_lead_back_to_the_picture(quarter):
    prepared = prepare(PICTURE, quarter=quarter)
    box = prepared.to_picture(np.array([ink_box(prepared.gray)], np.float32))
    assert box.dtype == np.float32
    assert box[0] == pytest.approx(ink_box(PICTURE), abs=1.5)


def test_boxes_lead_back_through_skew():
    picture = turned(row_of_letters(), 3.0)
    prepared = prepare(picture)
    assert prepared.angle == pytest.approx(3.0, abs=0.4)
    back = prepared.to_picture(np.array([ink_box(prepared.gray)]))[0]
    assert back[0] == pytest.approx(ink_box(picture)[0], abs=4)
    assert back[2] == pytest.approx(ink_box(picture)[2], abs=4)


def test_no_boxes():
    assert prepare(PICTURE).to_picture(np.zeros((0, 4), np.float32)).shape == (0, 4)


def test_zoom_needs_no_second_colour_pass():
    gray = clean(PICTURE)
    larger = prepare_clean(gray, zoom=1.5)
    assert larger.em == pytest.approx(1.5 * prepare_clean(gray).em, rel=0.05)


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (30, 40)])
def test_blank_pictures_have_no_formula(size):
    with pytest.raises(NoFormulaError):
        prepare(np.full(size, 255, np.uint8))


def test_a_tiny_snip():
    prepared = prepare(PICTURE[::3, ::3])
    assert prepared.gray.shape[0] > 24


def test_a_very_wide_picture_is_made_smaller():
    picture = np.full((50, 20_000), 255, np.uint8)
    picture[:, 40:19_900] = np.tile(row_of_letters(), 34)[:, :19_860]
    prepared = prepare(picture)
    assert prepared.gray.shape[1] <= 8_100
    assert prepared.to_picture(np.array([ink_box(prepared.gray)]))[0] == pytest.approx(
        ink_box(picture), abs=4
    )


def test_the_given_array_is_not_changed():
    picture = as_rgb(PICTURE)
    before = picture.copy()
    prepare(picture)
    assert np.array_equal(picture, before)
