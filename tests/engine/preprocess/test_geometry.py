from __future__ import annotations

import numpy as np
import pytest
from formula_pictures import fraction_line, row_of_letters, turned

from scipix.engine.errors import NoFormulaError
from scipix.engine.preprocess import deskew, orientation, scale
from scipix.engine.preprocess.crop import crop, ink_box, pad

PICTURE = fraction_line()


def test_ink_box_is_exact():
    picture = np.full((50, 80), 255, np.uint8)
    picture[10:20, 30:55] = 0
    assert ink_box(picture) == (30, 10, 55, 20)


def test_ink_box_leaves_faint_noise_out():
    picture = np.full((50, 80), 255, np.uint8)
    picture[10:20, 30:55] = 0
    picture[45, 70] = 200
    picture[::7, ::5] = np.minimum(picture[::7, ::5], 240)
    assert ink_box(picture) == (30, 10, 55, 20)


@pytest.mark.parametrize("level", [255, 235, 200])
def test_blank_has_no_formula(level):
    with pytest.raises(NoFormulaError) as caught:
        ink_box(np.full((30, 40), level, np.uint8))
    assert caught.value.hint


def test_crop_and_pad():
    box = ink_box(PICTURE)
    cut = crop(PICTURE, box)
    assert cut.shape == (box[3] - box[1], box[2] - box[0])
    assert pad(cut, 5).shape == (cut.shape[0] + 10, cut.shape[1] + 10)
    assert (pad(cut, 5)[:5] == 255).all()


@pytest.mark.parametrize("degrees", [-4.0, -2.0, 1.5, 3.0])
def test_angle_of_a_long_row(degrees):
    picture = turned(row_of_letters(), degrees)
    assert deskew.estimate_angle(crop(picture, ink_box(picture))) == pytest.approx(degrees, abs=0.4)


@pytest.mark.parametrize("picture", [PICTURE, row_of_letters(), PICTURE[:, :100]])
def test_level_pictures_stay_level(picture):
    assert abs(deskew.estimate_angle(crop(picture, ink_box(picture)))) <= deskew.LEAST_ANGLE


@pytest.mark.parametrize("degrees", [-3.0, 2.0])
def test_rotation_matrix_leads_back(degrees):
    picture = np.full((60, 300), 255, np.uint8)
    picture[20:26, 250:256] = 0
    result, matrix = deskew.rotate(picture, degrees)
    x0, y0, x1, y1 = ink_box(result)
    centre = matrix @ np.array([(x0 + x1) / 2, (y0 + y1) / 2, 1])
    assert centre[:2] == pytest.approx([253, 23], abs=0.6)


@pytest.mark.parametrize("k", [0, 1, 2, 3, 5, -1])
def test_quarter_matrix_leads_back(k):
    picture = np.full((40, 90), 255, np.uint8)
    picture[3:9, 70:82] = 0
    x0, y0, x1, y1 = ink_box(orientation.rotate_quarter(picture, k))
    corners = orientation.quarter_matrix(40, 90, k) @ np.array([[x0, y0, 1], [x1, y1, 1]]).T
    box = [*corners[:2].min(axis=1), *corners[:2].max(axis=1)]
    assert box == [70, 3, 82, 9]


def test_upright_comes_first():
    assert orientation.orientation_candidates(PICTURE)[0] == 0


@pytest.mark.parametrize("k", [1, 3])
def test_sideways_comes_first_for_a_turned_formula(k):
    candidates = orientation.orientation_candidates(orientation.rotate_quarter(PICTURE, k))
    assert candidates[0] in (1, 3)
    assert sorted(candidates) == [0, 1, 2, 3]


@pytest.mark.parametrize("factor", [2, 3])
def test_em_grows_with_the_picture(factor):
    small, large = scale.estimate_em(PICTURE), scale.estimate_em(fraction_line(factor))
    assert large / small == pytest.approx(factor, rel=0.1)


def test_em_ignores_bars_dots_and_brackets():
    plain = row_of_letters()
    busy = np.pad(plain, ((40, 40), (40, 10)), constant_values=255)
    busy[20:23, 10:600] = 0
    busy[5:125, 8:14] = 0
    busy[60:62, 30:32] = 0
    assert scale.estimate_em(busy) == pytest.approx(scale.estimate_em(plain), rel=0.1)


@pytest.mark.parametrize("picture", [np.zeros((1, 1), np.uint8), np.zeros((2, 90), np.uint8)])
def test_em_of_no_letters_is_a_guess(picture):
    assert scale.estimate_em(picture) >= 4.0


def test_rescale_limits():
    assert scale.rescale(np.full((3, 3), 255, np.uint8), 4.0, 1e6)[0].shape == (24, 24)
    wide, factor_x, _ = scale.rescale(np.full((30, 20_000), 255, np.uint8), 24.0, 24.0)
    assert wide.shape[1] == scale.MAX_OUTPUT_EDGE
    assert factor_x == pytest.approx(0.4)


def test_rescale_of_the_right_size_is_the_same_array():
    assert scale.rescale(PICTURE, 24.0, 24.2)[0] is PICTURE


def test_the_lines_of_a_table_are_no_letters():
    table = np.full((130, 170), 255, np.uint8)
    for x in (20, 60, 100):
        for y in (20, 60):
            table[y : y + 16, x : x + 12] = 0
    plain = scale.estimate_em(table)
    table[46:48, 5:150] = table[5:110, 44:46] = 0
    assert scale.estimate_em(table) == plain
    table[5:7, 5:150] = table[110:112, 5:152] = table[5:112, 5:7] = table[5:112, 150:152] = 0
    assert scale.estimate_em(table) == plain
