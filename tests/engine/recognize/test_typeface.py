"""The typeface that all symbols tell corrects what each is taken for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from golden_pictures import MODELS, golden, needs_models

from scipix.engine.recognize.detect import Look, detect
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.recognize.typeface import CANDIDATES, corrected

COUNT, CLASSES = 2, 12


def test_only_the_likeliest_classes_are_corrected_and_among_themselves() -> None:
    logits = -np.arange(20, dtype=np.float32)[None].repeat(2, 0)
    corrections = np.full((2, 20), -50.0, np.float32)
    corrections[:, 2] = corrections[:, CANDIDATES] = 50.0
    result = corrected(logits, corrections)
    assert result.argmax(1).tolist() == [2, 2]
    assert (result[:, CANDIDATES:] == logits[:, CANDIDATES:]).all()
    both = (np.exp(values[:, :CANDIDATES]).sum(1) for values in (logits, result))
    np.testing.assert_allclose(*both, rtol=1e-5)
    assert (logits[0] == -np.arange(20)).all()


def test_what_is_added_to_all_classes_changes_nothing() -> None:
    logits = np.random.default_rng(1).normal(size=(3, 20)).astype(np.float32)
    np.testing.assert_allclose(corrected(logits, np.full((3, 20), -9.0, np.float32)), logits, rtol=1e-4)


def eyes(corrections: np.ndarray | None, asked: list[Mapping[str, np.ndarray]]) -> Look:
    """Two symbols whose classes are 3 for both classifiers, and a typeface network that adds corrections."""
    heat = np.zeros((1, 16, 32), np.float32)
    heat[0, 3, 20], heat[0, 3, 4] = 0.9, 0.5
    edges = np.full((1, 4, 16, 32), 3, np.float32)
    logits = np.zeros((COUNT, CLASSES), np.float32)
    logits[:, 3] = 2.0

    def typeface(feeds: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        asked.append(feeds)
        assert corrections is not None
        return [corrections]

    return Look(
        lambda feeds: [np.zeros((1, 8, 16, 16), np.float32), heat, edges],
        lambda feeds: [logits], lambda feeds: [logits + 1], typeface if corrections is not None else None,
    )  # fmt: skip


def test_a_symbol_that_another_typeface_would_draw_so_changes_its_class() -> None:
    asked: list[Mapping[str, np.ndarray]] = []
    corrections = np.zeros((COUNT, CLASSES), np.float32)
    corrections[1, 2] = 50.0
    found = detect(eyes(corrections, asked), np.full((32, 64), 255, np.uint8))
    assert found.choices[:, 0].tolist() == [3, 2]
    assert [(name, given.shape) for name, given in asked[0].items()] == [
        ("context", (COUNT, CLASSES)), ("shape", (COUNT, CLASSES))
    ]  # fmt: skip


def test_without_the_network_the_classifiers_alone_decide() -> None:
    found = detect(eyes(None, []), np.full((32, 64), 255, np.uint8))
    assert found.choices[:, 0].tolist() == [3, 3]


@needs_models
@pytest.mark.parametrize("name", ["typeface", "accents"])
def test_weights_without_the_network_read_too(tmp_path: Path, name: str) -> None:
    shutil.copytree(MODELS, tmp_path / "weights", ignore=shutil.ignore_patterns("training", "*.py"))
    path = tmp_path / "weights" / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["models"].pop(name, None)
    path.write_text(json.dumps(manifest), "utf-8")
    recognizer = Recognizer.load(path.parent, "cpu")
    assert getattr(recognizer.eyes, name) is None
    assert recognizer.recognize(golden("dark_energy")).latex


@needs_models
def test_what_the_shipped_network_says_of_a_symbol_depends_on_the_others() -> None:
    recognizer = Recognizer.load(MODELS, "cpu")
    assert recognizer.eyes.typeface is not None
    rng = np.random.default_rng(2)
    doubtful = rng.normal(0, 4, (1, len(recognizer.classes))).astype(np.float32)
    results = []
    for seed in (3, 4):
        others = np.random.default_rng(seed).normal(0, 4, (9, len(recognizer.classes))).astype(np.float32)
        logits = np.concatenate([doubtful, others])
        results.append(recognizer.eyes.typeface({"context": logits, "shape": logits})[0][0])
    assert results[0] != pytest.approx(results[1], abs=1e-3)
