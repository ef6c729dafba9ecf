"""The committed ONNX files say what PyTorch said, and they are the files that the manifest names."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from golden_pictures import MODELS, needs_models

from scipix.models.training import probes

pytestmark = needs_models

TOLERANCE = 1e-3
STORED = Path(__file__).with_name("parity.npz")


@pytest.fixture(scope="module")
def entries() -> dict[str, dict[str, Any]]:
    """The manifest's entries."""
    return json.loads((MODELS / "manifest.json").read_text("utf-8"))["models"]


@pytest.fixture(scope="module")
def stored() -> dict[str, np.ndarray]:
    if not STORED.is_file():
        pytest.skip(f"{STORED.name} does not exist: scipix.models.training.parity writes it")
    with np.load(STORED) as content:
        return dict(content)


@pytest.fixture(scope="module")
def about(stored: dict[str, np.ndarray]) -> dict[str, Any]:
    return json.loads(str(stored["about"]))


def test_the_files_are_those_of_the_manifest(entries: dict[str, dict[str, Any]]) -> None:
    assert set(entries) >= {*probes.OUTPUTS, "classes"}
    for name, entry in entries.items():
        content = (MODELS / entry["file"]).read_bytes()
        assert len(content) == entry["bytes"], name
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], name


def test_all_weights_together_are_small(entries: dict[str, dict[str, Any]]) -> None:
    assert sum(entry["bytes"] for entry in entries.values()) < 40_000_000


@pytest.mark.parametrize("name", probes.OUTPUTS)
def test_the_export_differed_by_rounding_only(name: str, entries: dict[str, dict[str, Any]]) -> None:
    assert 0 <= entries[name]["parity"] < TOLERANCE


def test_the_stored_answers_belong_to_these_weights(
    about: dict[str, Any], entries: dict[str, dict[str, Any]]
) -> None:
    assert about["weights"] == {name: entries[name]["sha256"] for name in probes.OUTPUTS}, (
        "the weights are others than those that parity.npz was made with: run scipix.models.training.parity"
    )


def test_the_stored_answers_belong_to_these_inputs(about: dict[str, Any]) -> None:
    asked = probes.inputs(about["width"], about["classes"])
    assert probes.fingerprint(asked) == about["inputs"], "the probes changed, or numpy draws other numbers"


@pytest.mark.parametrize("name", probes.OUTPUTS)
def test_onnx_answers_as_pytorch_did(
    name: str, stored: dict[str, np.ndarray], about: dict[str, Any], entries: dict[str, dict[str, Any]]
) -> None:
    asked = probes.inputs(about["width"], about["classes"])[name]
    session = onnxruntime.InferenceSession(
        str(MODELS / entries[name]["file"]), providers=["CPUExecutionProvider"]
    )
    assert [one.name for one in session.get_outputs()] == list(probes.OUTPUTS[name])
    for output, found in probes.kept(name, session.run(None, asked)):
        expected = stored[output]
        assert found.shape == expected.shape, output
        scale = max(1.0, float(np.abs(expected).max()))
        assert float(np.abs(found - expected).max()) < TOLERANCE * scale, output


def test_the_stored_file_stays_small(stored: dict[str, np.ndarray]) -> None:
    assert STORED.stat().st_size < 200_000
