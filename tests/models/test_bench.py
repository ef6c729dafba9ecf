"""The benchmark's own arithmetic, and what it says when there are no weights."""

from __future__ import annotations

import os

import numpy as np
import pytest
from fake_recognizer import FakeRecognizer

from scipix.engine.errors import NoFormulaError
from scipix.models.training import bench


class CountsCalls(FakeRecognizer):
    """Fails on every second picture."""

    def recognize(self, image: np.ndarray, *, alternatives: int = 5):
        result = super().recognize(image, alternatives=alternatives)
        if image[0, 0]:
            raise NoFormulaError("No formula found", "", "")
        return result


def test_every_answer_is_counted_once_and_failures_are_left_out():
    images = [np.eye(4, dtype=np.uint8)[::-1], np.eye(4, dtype=np.uint8)]
    recognizer = CountsCalls()
    found = {one.stage: one for one in bench.timed(recognizer, images, repeats=3)}
    assert len(recognizer.asked) == 1 + 3 * 2
    assert found.keys() == {"all", "total"}
    assert found["all"] == bench.Times("all", 3, 1.0, 1.0)
    assert 0 <= found["total"].p50 <= found["total"].p95


def test_the_typical_picture_is_of_the_size_that_is_promised():
    height, width = bench.load_file(bench.TYPICAL).shape
    assert (height, width) == (59, 396)


def test_without_weights_the_process_says_why(tmp_path, capsys):
    with pytest.raises(RuntimeError, match=r"manifest\.json"):
        bench.first_call(bench.TYPICAL, tmp_path)
    assert bench.main(["--models", str(tmp_path)]) == 1
    assert "manifest.json" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="peak memory is known on POSIX only")
def test_peak_memory_is_that_of_the_process(tmp_path, monkeypatch):
    # GIVEN a parent that has used much more than its child will
    mine = bytearray(500 * 2**20)
    mine[:: 2**12] = b"x" * len(mine[:: 2**12])
    monkeypatch.setattr(bench, "_PROGRAM", "x = bytearray(200 * 2**20); x[::4096] = x[::4096]; print(len(x))")
    found = bench.first_call(bench.TYPICAL, tmp_path)
    assert found.peak_mib is not None
    assert 200 < found.peak_mib < 300
    assert found.seconds < 30


def test_what_the_process_says_is_kept_apart_from_its_peak(tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "_PROGRAM", "sys.exit('no weights')")
    with pytest.raises(RuntimeError, match=r"^no weights$"):
        bench.first_call(bench.TYPICAL, tmp_path)
