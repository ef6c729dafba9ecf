"""Training crops and targets of the detector."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

pytest.importorskip("torch", reason="the pictures know the detector's strides: the extra 'training'")

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.detect import STRIDE
from scipix.models.training.pictures import (
    Crops,
    Shard,
    batches,
    beside,
    collate,
    crop,
    heat_targets,
    importance,
    read_shard,
    scaled_picture,
)

CLASSES = ("a", "b", "c", "rule")


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def picture(width: int = 400, height: int = 60) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bars of ink, one every 20 pixels."""
    gray = np.full((height, width), 255, np.uint8)
    boxes = np.array([(x, 20, x + 10, 40) for x in range(5, width - 10, 20)], np.float32)
    for x0, y0, x1, y1 in boxes.astype(int):
        gray[y0:y1, x0:x1] = 0
    return gray, boxes, np.arange(len(boxes), dtype=np.int32) % 4


@pytest.mark.parametrize("seed", range(20))
def test_a_crop_drops_the_symbols_that_it_cuts_and_moves_the_others(seed: int) -> None:
    gray, boxes, classes = picture()
    shape = (96, 128)
    window, moved, labels = crop(gray, boxes, classes, shape, rng(seed))
    assert window.shape == shape
    assert len(moved) == len(labels)
    assert 4 <= len(moved) <= 7
    assert (moved[:, :2] >= -1).all()
    assert (moved[:, 2] <= shape[1] + 1).all()
    assert (moved[:, 3] <= shape[0] + 1).all()
    for x0, y0, x1, y1 in np.clip(moved, 0, None).astype(int):
        assert (window[y0:y1, x0:x1] == 0).all()
    assert len(set(np.diff(moved[:, 0]))) <= 1


def test_a_picture_smaller_than_its_crop_is_kept_whole() -> None:
    gray, boxes, classes = picture(100, 50)
    window, moved, labels = crop(gray, boxes, classes, (96, 448), rng())
    assert len(moved) == len(boxes)
    assert labels.tolist() == classes.tolist()
    assert (window == 0).sum() == (gray == 0).sum()


@pytest.mark.parametrize("seed", range(5))
def test_formulas_side_by_side_keep_their_ink_in_their_boxes(seed: int) -> None:
    shown = [picture(100, 50), picture(60, 80), picture(200, 64)]
    gray, boxes, classes = beside(shown, rng(seed))
    assert gray.shape[0] == 80
    assert gray.shape[1] > 100 + 60 + 200
    assert classes.tolist() == [label for _, _, labels in shown for label in labels]
    for x0, y0, x1, y1 in boxes.astype(int):
        assert (gray[y0:y1, x0:x1] == 0).all()
    assert (gray == 0).sum() == sum((one == 0).sum() for one, _, _ in shown)


def crops_of(boxes: list[tuple[float, float, float, float]], shape: tuple[int, int] = (96, 128)) -> Crops:
    gray = np.full(shape, 255, np.uint8)
    return collate([(gray, np.array(boxes, np.float32).reshape(-1, 4), np.zeros(len(boxes), np.int32))])


@pytest.mark.parametrize(
    "box",
    [
        (10, 20, 20, 36),
        (0, 0, 3, 3),
        (2.5, 90, 120, 91),
        (60, 2, 64, 94),
        (120, 88, 127.9, 95.9),
        (50, 50, 50.1, 50.1),
    ],
)
def test_the_heat_is_one_at_the_centre_and_only_there(box: tuple[float, float, float, float]) -> None:
    heat = heat_targets(crops_of([box]))
    assert heat.shape == (1, 96 // STRIDE, 128 // STRIDE)
    assert heat.dtype == np.float32
    centre = int((box[0] + box[2]) / 2 / STRIDE), int((box[1] + box[3]) / 2 / STRIDE)
    assert heat[0, centre[1], centre[0]] == 1
    assert (heat == 1).sum() == 1
    assert heat.min() >= 0


def test_neighbours_keep_their_peaks_and_wide_boxes_spread_sideways() -> None:
    heat = heat_targets(crops_of([(10, 20, 16, 30), (18, 20, 24, 30)]))[0]
    assert (heat == 1).sum() == 2
    wide = heat_targets(crops_of([(10, 40, 110, 42)]))[0]
    row, column = np.argwhere(wide == 1)[0]
    assert wide[row, column + 4] > wide[row + 1, column]


def test_small_marks_weigh_more_at_their_centres_only() -> None:
    letter, dot, wide = (10, 20, 20, 36), (13, 14, 17, 17), (40, 40, 70, 42)
    weights = importance(crops_of([letter, dot, wide]))
    heat = heat_targets(crops_of([letter, dot, wide]))
    assert weights.shape == heat.shape
    assert weights.dtype == np.float32
    ((_, row, column),) = np.argwhere(weights != 1)
    assert (row, column) == (15 // STRIDE, 15 // STRIDE)
    assert weights[0, row, column] > 1
    assert heat[0, row, column] == 1


def test_marks_whose_centre_is_cut_off_weigh_nothing() -> None:
    assert (importance(crops_of([(-8, 10, -2, 14), (200, 10, 204, 14)])) == 1).all()
    assert (importance(crops_of([])) == 1).all()


def test_a_picture_without_symbols_has_no_heat() -> None:
    assert heat_targets(crops_of([])).max() == 0


def test_collated_crops_know_their_picture_and_ink_is_one() -> None:
    gray, boxes, classes = picture(128, 96)
    batch = collate([(gray, boxes, classes), (gray, boxes[:2], classes[:2])])
    assert batch.ink.shape == (2, 1, 96, 128)
    assert batch.ink.max() == 1
    assert batch.ink[0, 0, 0, 0] == 0
    assert batch.images.tolist() == [0] * len(boxes) + [1, 1]


@pytest.fixture
def shard_file(tmp_path: Path) -> Path:
    """Two formulas of 24 px type; one token is not in the vocabulary."""
    gray, boxes, _ = picture(128, 60)
    png = cv2.imencode(".png", gray)[1]
    count = len(boxes)
    tokens = ["a", "b", "unheard", *["c"] * (count - 3)] * 2
    path = tmp_path / "shard.npz"
    np.savez(
        path, offsets=[0, count, 2 * count], tokens=np.array("\n".join(tokens)),
        boxes=np.concatenate([boxes, boxes]) * (10 / TARGET_EM), parents=np.arange(2 * count) % count - 1,
        relations=np.zeros(2 * count, np.int8), modes=np.zeros(2 * count, np.int8),
        fonts=np.zeros(2, np.int8), ems=np.full(2, TARGET_EM, np.float32),
        png_offsets=[0, len(png), 2 * len(png)], pngs=np.concatenate([png, png]),
    )  # fmt: skip
    return path


def test_tokens_outside_the_vocabulary_have_no_class(shard_file: Path) -> None:
    shard: Shard = read_shard(shard_file, CLASSES)
    assert len(shard) == 2
    assert shard.classes[:4].tolist() == [0, 1, -1, 2]


@pytest.mark.parametrize("seed", range(5))
def test_a_picture_is_brought_near_the_canonical_em(shard_file: Path, seed: int) -> None:
    shard = read_shard(shard_file, CLASSES)
    gray, boxes, classes = scaled_picture(shard, 1, rng(seed))
    again = scaled_picture(shard, 1, rng(seed))
    assert np.array_equal(gray, again[0])
    assert np.array_equal(boxes, again[1])
    assert classes.tolist() == shard.classes[: len(classes)].tolist()
    assert 12 < np.median(boxes[:, 3] - boxes[:, 1]) < 33
    assert (boxes[:, 2] <= gray.shape[1] + 1).all()


def test_batches_have_one_shape_and_do_not_end(shard_file: Path) -> None:
    stream = batches(shard_file.parent, CLASSES, 2, seed=1)
    for _ in range(3):
        batch = next(stream)
        assert len(batch.ink) == 2
        assert len(batch.boxes) == len(batch.classes) == len(batch.images)
