"""Degradation of training pictures: seeds name pictures, boxes follow their ink, odd sizes pass."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.models.training import augment
from scipix.models.training.augment import degrade, degraded_rgb, recolour
from scipix.models.training.augment_geometry import move_boxes
from scipix.models.training.augment_sample import Sample
from scipix.models.training.augment_tone import LUMA

ROWS = {name: effect for name, _, effect in (*augment.CLEAN, *augment.GEOMETRY, *augment.TONE)}
NO_BOXES = np.zeros((0, 4), dtype=np.float32)


def blocks() -> tuple[np.ndarray, np.ndarray]:
    """Black rectangles on white, each in a box of its own: glyph-like, a thin rule, a dot."""
    gray = np.full((60, 240), 255, dtype=np.uint8)
    boxes = [(10, 20, 22, 40), (40, 12, 48, 48), (70, 29, 190, 31), (100, 8, 112, 22), (210, 30, 214, 34)]
    for x0, y0, x1, y1 in boxes:
        gray[y0:y1, x0:x1] = 0
    return gray, np.array(boxes, dtype=np.float32)


def ink_within(gray: np.ndarray, box: np.ndarray) -> float:
    """How much darker than the paper the darkest pixel in the box is, in gray levels."""
    x0, y0 = np.floor(box[:2]).astype(int)
    x1, y1 = np.ceil(box[2:]).astype(int)
    return float(np.percentile(gray, 90)) - float(gray[y0:y1, x0:x1].min())


@pytest.mark.parametrize("seed", range(20))
def test_the_same_seed_gives_the_same_picture_and_leaves_the_input_alone(seed: int) -> None:
    gray, boxes = blocks()
    before = gray.copy(), boxes.copy()
    first = degrade(gray, boxes, np.random.default_rng(seed), 24.0)
    second = degrade(gray, boxes, np.random.default_rng(seed), 24.0)
    assert np.array_equal(first[0], second[0])
    assert np.array_equal(first[1], second[1])
    assert np.array_equal(gray, before[0])
    assert np.array_equal(boxes, before[1])


@pytest.mark.parametrize("seed", range(200))
def test_boxes_follow_their_ink(seed: int) -> None:
    gray, boxes = blocks()
    changed, moved = degrade(gray, boxes, np.random.default_rng(seed), 12.0 + seed % 30)
    height, width = changed.shape
    assert changed.dtype == np.uint8
    assert moved.dtype == np.float32
    assert moved.shape == boxes.shape
    assert changed.flags.c_contiguous
    assert np.median(changed) > 127
    assert (moved >= 0).all()
    assert (moved[:, 2] <= width).all()
    assert (moved[:, 3] <= height).all()
    assert all(ink_within(changed, box) > 50 for box in moved)


@pytest.mark.parametrize("name", ["shift", "warp", "margins", "neighbours"])
def test_geometry_keeps_nearly_all_the_ink_of_a_box_in_it(name: str) -> None:
    gray = np.full((50, 160), 255, dtype=np.uint8)
    gray[18:30, 60:84] = 0
    box = np.array([[60, 18, 84, 30]], dtype=np.float32)
    for seed in range(40):
        sample = ROWS[name](Sample(gray, box, 20.0, 1.0), np.random.default_rng(seed))
        x0, y0, x1, y1 = sample.boxes[0]
        inside = 255 - sample.gray[round(y0) : round(y1), round(x0) : round(x1)]
        assert inside.sum() > 0.93 * 12 * 24 * 255, seed
        assert (x1 - x0) * (y1 - y0) < 1.25 * 12 * 24, seed


@pytest.mark.parametrize("name", [name for name, _, _ in augment.TONE])
def test_tone_keeps_the_size_and_a_rule_of_less_than_a_pixel(name: str) -> None:
    gray = np.full((30, 80), 255, dtype=np.uint8)
    gray[15, 10:70] = 150  # 0.4 pixels of ink
    gray[5:9, 10:20] = 0
    for seed in range(30):
        sample = ROWS[name](Sample(gray, NO_BOXES, 11.0, 0.5), np.random.default_rng(seed))
        assert sample.gray.shape == gray.shape
        assert sample.gray.dtype == np.uint8
        rule = sample.gray[14:17, 12:68].min(axis=0).mean()
        assert np.percentile(sample.gray, 80) - rule > 25, seed


@pytest.mark.parametrize("shape", [(3, 3), (3, 200), (200, 3), (1, 1), (4, 5)])
@pytest.mark.parametrize("filled", [True, False])
def test_tiny_pictures_pass_through_every_row(shape: tuple[int, int], filled: bool) -> None:
    gray = np.full(shape, 0 if filled else 255, dtype=np.uint8)
    boxes = np.array([[0, 0, shape[1], shape[0]]], dtype=np.float32) if filled else NO_BOXES
    for seed in range(12):
        for effect in ROWS.values():
            sample = effect(Sample(gray, boxes, 45.0, 1.0), np.random.default_rng(seed))
            assert sample.gray.ndim == 2
            assert sample.gray.size
            assert sample.gray.dtype == np.uint8
        changed, moved = degrade(gray, boxes, np.random.default_rng(seed), 10.0)
        assert changed.size
        assert moved.shape == boxes.shape
        assert degraded_rgb(gray, np.random.default_rng(seed), 10.0).shape == (*shape, 3)


def test_a_quarter_turn_of_boxes_is_exact() -> None:
    quarter = np.array([[0.0, -1.0, 10.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    moved = move_boxes(np.array([[1, 2, 3, 8]], dtype=np.float32), quarter)
    assert np.allclose(moved, [[2, 1, 8, 3]])


def test_nearly_half_stay_nearly_clean() -> None:
    gray, boxes = blocks()
    same_size = 0
    for seed in range(300):
        changed, _ = degrade(gray, boxes, np.random.default_rng(seed), 24.0)
        same_size += changed.shape == gray.shape and float(np.abs(changed.astype(int) - gray).mean()) < 12
    assert 120 < same_size < 240


@pytest.mark.parametrize("seed", range(60))
def test_recoloured_pictures_keep_their_contrast(seed: int) -> None:
    gray, _ = blocks()
    rgb = recolour(gray, np.random.default_rng(seed))
    assert rgb.shape == (*gray.shape, 3)
    assert rgb.dtype == np.uint8
    luma = rgb @ np.array(LUMA)
    ink, paper = luma[25:35, 13:19].mean(), luma[2:6, 2:8].mean()
    assert abs(ink - paper) > 60
    assert np.array_equal(rgb, recolour(gray, np.random.default_rng(seed)))


def test_degraded_rgb_moves_things_only_when_asked_to() -> None:
    gray, _ = blocks()
    kept = [degraded_rgb(gray, np.random.default_rng(seed), 20.0).shape for seed in range(40)]
    moved = [degraded_rgb(gray, np.random.default_rng(seed), 20.0, geometry=True).shape for seed in range(40)]
    assert set(kept) == {(60, 240, 3)}
    assert len(set(moved)) > 5
