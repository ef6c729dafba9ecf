"""Vectorised preprocessing against the same work in plain loops; `make bench` prints the ratios.

Plain runs (`make test`) only check that both give the same result.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from formula_pictures import Picture, fraction_line

from scipix.engine.preprocess import deskew
from scipix.engine.preprocess.crop import ink_box
from scipix.engine.preprocess.pipeline import clean, prepare

PICTURE = fraction_line()
RGBA = np.dstack([255 - PICTURE] * 3 + [np.full_like(PICTURE, 255)])


def naive_clean(picture: Picture) -> Picture:
    """Luminance, paper from the commonest level, light ink inverted: one pixel at a time."""
    height, width, _ = picture.shape
    gray = [[0.0] * width for _ in range(height)]
    for y in range(height):
        for x in range(width):
            red, green, blue, alpha = (float(value) / 255 for value in picture[y, x])
            light = 0.299 * red + 0.587 * green + 0.114 * blue
            gray[y][x] = light * alpha + 1 - alpha
    dark = sum(1 for row in gray for value in row if value < 0.5)
    if dark > height * width / 2:
        gray = [[1 - value for value in row] for row in gray]
    paper = max(value for row in gray for value in row)
    result = np.empty((height, width), np.uint8)
    for y in range(height):
        for x in range(width):
            result[y, x] = round(255 * gray[y][x] / paper)
    return result


def naive_ink_box(gray: Picture) -> tuple[int, int, int, int]:
    height, width = gray.shape
    xs, ys = [], []
    for y in range(height):
        for x in range(width):
            if 255 - int(gray[y, x]) > 32:
                xs.append(x)
                ys.append(y)
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def naive_sharpness(gray: Picture, angles: list[float]) -> list[float]:
    scores = []
    for angle in angles:
        slope = float(np.tan(np.radians(angle)))
        rows: dict[int, float] = {}
        for y in range(gray.shape[0]):
            for x in range(gray.shape[1]):
                if gray[y, x] < 192:
                    row = round(y - slope * x)
                    rows[row] = rows.get(row, 0.0) + 255 - int(gray[y, x])
        scores.append(sum(value * value for value in rows.values()))
    return scores


def fast_sharpness(gray: Picture, angles: list[float]) -> list[float]:
    y, x = np.nonzero(gray < 192)
    weight = (255.0 - gray[y, x]).astype(np.float32)
    points = x.astype(np.float32), y.astype(np.float32)
    return deskew.sharpness(*points, weight, np.array(angles)).tolist()


ANGLES = [-4.0, -2.0, 0.0, 2.0, 4.0]


@pytest.fixture(scope="module")
def ratios() -> Iterator[dict[str, float]]:
    found: dict[str, float] = {}
    yield found
    for stage, ratio in found.items():
        print(f"\n{stage}: {ratio:.0f} times the naive loops", end="")
    print()


def seconds(work: Callable[[], object], repeats: int) -> float:
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


CASES = {
    "clean": (lambda: clean(RGBA), lambda: naive_clean(RGBA)),
    "ink box": (lambda: ink_box(PICTURE), lambda: naive_ink_box(PICTURE)),
    "profile": (lambda: fast_sharpness(PICTURE, ANGLES), lambda: naive_sharpness(PICTURE, ANGLES)),
}


@pytest.mark.parametrize("stage", CASES)
def test_vectorised_against_naive(stage, benchmark, ratios):
    fast, naive = CASES[stage]
    benchmark(fast)
    if benchmark.enabled:
        ratios[stage] = seconds(naive, 2) / seconds(fast, 10)


def test_whole_pipeline(benchmark):
    assert benchmark(lambda: prepare(RGBA)).gray.size


def test_both_ways_agree():
    assert np.abs(clean(RGBA).astype(int) - naive_clean(RGBA)).max() <= 1
    assert ink_box(PICTURE) == naive_ink_box(PICTURE)
    assert int(np.argmax(fast_sharpness(PICTURE, ANGLES))) == int(np.argmax(naive_sharpness(PICTURE, ANGLES)))
