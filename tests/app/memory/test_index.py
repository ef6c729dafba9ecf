"""The index of vectors: what it finds, and what a build leaves behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from scipix.app.memory import index
from scipix.app.memory.cache import Cache, CacheOptions
from scipix.app.memory.quantise import pack
from scipix.engine.types import Checkpoint, uninterrupted

SIZE, DIMENSIONS = 3000, 128


@pytest.fixture(scope="module")
def vectors() -> NDArray[np.float32]:
    rng = np.random.default_rng(1)
    centres = rng.normal(size=(5, DIMENSIONS))
    made = centres[rng.integers(0, 5, SIZE)] + 0.3 * rng.normal(size=(SIZE, DIMENSIONS))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def batches(vectors: NDArray[np.float32]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint8]]]:
    rows = pack(vectors, 8)
    for start in range(0, len(rows), 1000):
        part = rows[start : start + 1000]
        yield np.arange(start + 1, start + 1 + len(part)), part


def build(folder: Path, vectors: NDArray[np.float32], checkpoint: Checkpoint = uninterrupted) -> index.Index:
    return index.build(folder, "me", batches(vectors), DIMENSIONS, 8, checkpoint)


@pytest.mark.parametrize("engine", ["annoy", "scan"])
def test_the_nearest_are_found(tmp_path, monkeypatch, vectors, engine):
    if engine == "annoy":
        pytest.importorskip("annoy")
        monkeypatch.setattr(index, "SCANNED", 0)
    built = build(tmp_path, vectors)
    assert built.about.engine == engine
    found = 0
    for number, vector in enumerate(vectors[::50]):
        matches = built.search(vector, 6)
        assert matches[0][0] == 50 * number + 1
        assert matches[0][1] == pytest.approx(1, abs=0.001)
        exact = set(np.argsort(-(vectors @ vector))[:6] + 1)
        found += len(exact & {match for match, _ in matches})
    assert found > 0.6 * 6 * len(vectors[::50])


def test_few_entries_need_no_trees_and_many_get_them_at_the_next_opening(tmp_path, monkeypatch, vectors):
    pytest.importorskip("annoy")
    build(tmp_path, vectors)
    assert index.open_current(tmp_path, "me", DIMENSIONS, 8) is not None
    monkeypatch.setattr(index, "SCANNED", SIZE)
    assert index.open_current(tmp_path, "me", DIMENSIONS, 8) is None


@pytest.mark.parametrize("least", [0, 10**9])
def test_a_build_can_be_ended_at_every_slice_and_leaves_the_old_index(tmp_path, monkeypatch, vectors, least):
    monkeypatch.setattr(index, "SCANNED", least)
    build(tmp_path, vectors[:10])
    slices = []
    build(tmp_path / "other", vectors, lambda: slices.append(None))
    assert len(slices) > SIZE / 512
    for last in range(0, len(slices), 3):
        left = iter(range(last))

        def end(left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise InterruptedError

        with pytest.raises(InterruptedError):
            build(tmp_path, vectors, end)
    kept = index.open_current(tmp_path, "me", DIMENSIONS, 8)
    assert kept is not None
    assert kept.about.count == 10
    assert len(list(tmp_path.glob("index-*"))) == 1


def test_closing_does_not_wait_for_an_index(database, tmp_path, monkeypatch):
    """GIVEN a rebuild in the background that would go on for ever
    WHEN the cache is closed
    THEN it ends at its next slice, and what was there before is there.
    """
    cache = Cache(database, tmp_path / "pictures", CacheOptions())
    begun, ended = threading.Event(), threading.Event()

    def endless(*arguments: object) -> None:
        begun.set()
        try:
            while True:
                arguments[-1]()  # type: ignore[operator]
        finally:
            ended.set()

    monkeypatch.setattr(index, "build", endless)
    cache.rebuild_in_background()
    assert begun.wait(10)
    cache.close()
    assert ended.wait(10)
