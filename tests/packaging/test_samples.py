"""The sample pictures that `make samples` reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scipix.app.images import load_file
from scipix.engine.preprocess.pipeline import prepare

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
TRUTH = json.loads((SAMPLES / "samples.json").read_text("utf-8"))


def test_each_picture_has_its_latex():
    assert sorted(TRUTH) == sorted(path.name for path in SAMPLES.glob("*.png"))


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_samples_are_prepared_level_and_dark_on_white(name):
    prepared = prepare(load_file(SAMPLES / name))
    assert prepared.angle == 0.0
    assert (prepared.gray > 250).mean() > 0.6
    assert prepared.gray.min() < 100
