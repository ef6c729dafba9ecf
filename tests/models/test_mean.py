"""The mean of two networks has the mean of their weights, and refuses what are not the same network."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from scipix.app.paths import models_dir
from scipix.engine.weights import read_manifest, read_model
from scipix.models.training import mean


def network(path: Path, weight: list[float], name: str = "w") -> Path:
    """y = x + w, w stored as half floats, and a shape that is no weight."""
    cast = helper.make_node("Cast", [name], ["c"], to=TensorProto.FLOAT)
    inputs, outputs = (
        [helper.make_tensor_value_info(one, TensorProto.FLOAT, [len(weight)])] for one in ("x", "y")
    )
    stored = [
        numpy_helper.from_array(np.array(weight, np.float16), name),
        numpy_helper.from_array(np.array([7], np.int64), "shape"),
    ]
    graph = helper.make_graph(
        [cast, helper.make_node("Add", ["x", "c"], ["y"])], "g", inputs, outputs, stored
    )
    onnx.save(helper.make_model(graph), path)
    return path


def weights(path: Path) -> dict[str, list[float]]:
    return {item.name: numpy_helper.to_array(item).tolist() for item in onnx.load(path).graph.initializer}


def test_weights_are_averaged_in_their_precision(tmp_path: Path) -> None:
    one, other = network(tmp_path / "1.onnx", [0.0, 4.0]), network(tmp_path / "2.onnx", [1.0, 8.0])
    mean.average(one, other, tmp_path / "m.onnx", 0.25)
    assert weights(tmp_path / "m.onnx") == {"w": [0.25, 5.0], "shape": [7]}
    kinds = {item.name: item.data_type for item in onnx.load(tmp_path / "m.onnx").graph.initializer}
    assert kinds["w"] == TensorProto.FLOAT16


@pytest.mark.parametrize(("weight", "name"), [([1.0, 2.0], "v"), ([1.0], "w")])
def test_different_networks_have_no_mean(tmp_path: Path, weight: list[float], name: str) -> None:
    one, other = network(tmp_path / "1.onnx", [0.0, 4.0]), network(tmp_path / "2.onnx", weight, name)
    with pytest.raises(ValueError, match=r"different networks|shape of w"):
        mean.average(one, other, tmp_path / "m.onnx", 0.5)


def test_the_folder_has_a_manifest_that_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    shutil.copytree(models_dir(), other, ignore=shutil.ignore_patterns("training", "*.py"))
    out = tmp_path / "out"
    named = ["--networks", "glyphs", "--version", "7"]
    monkeypatch.setattr("sys.argv", ["mean", str(models_dir()), str(other), "--out", str(out), *named])
    mean.main()
    manifest = read_manifest(out)
    assert manifest.version == "7"
    for name in ("detector", "classifier", "glyphs", "parser"):
        assert read_model(manifest.model(name))  # the checksums fit
    assert json.loads((out / "manifest.json").read_text("utf-8"))["metrics"] == []


def test_a_network_made_for_other_classifiers_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(models_dir(), other, ignore=shutil.ignore_patterns("training", "*.py"))
    glyphs = onnx.load(other / "glyphs.onnx")
    changed = next(item for item in glyphs.graph.initializer if item.data_type == TensorProto.FLOAT16)
    changed.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(changed) + np.float16(1), changed.name))
    onnx.save(glyphs, other / "glyphs.onnx")
    out = tmp_path / "out"
    monkeypatch.setattr("sys.argv", ["mean", str(models_dir()), str(other), "--out", str(out)])
    mean.main()
    assert "typeface" not in json.loads((out / "manifest.json").read_text("utf-8"))["models"]
    assert not (out / "typeface.onnx").exists()
    assert "train_typeface" in capsys.readouterr().out
