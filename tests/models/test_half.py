"""Half floats in the file, the same network when it runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

onnx = pytest.importorskip("onnx", reason="needs the extra dev")

from scipix.models.training.half import store_as_bytes, store_as_half, store_as_single  # noqa: E402


def network(path: Path, scale: float = 1.0) -> np.ndarray:
    """y = x W + b with a large W and a small b; returns W."""
    weight = scale * np.random.default_rng(0).normal(size=(40, 30)).astype(np.float32)
    bias = np.arange(30, dtype=np.float32) / 3
    make = onnx.helper
    graph = make.make_graph(
        [make.make_node("MatMul", ["x", "W"], ["p"]), make.make_node("Add", ["p", "b"], ["y"])],
        "linear",
        [make.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1, 40])],
        [make.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1, 30])],
        [onnx.numpy_helper.from_array(weight, "W"), onnx.numpy_helper.from_array(bias, "b")],
    )
    onnx.save(make.make_model(graph, opset_imports=[make.make_opsetid("", 17)], ir_version=8), path)
    return weight


def answer(path: Path, x: np.ndarray) -> np.ndarray:
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, {"x": x})[0]


def test_the_file_is_smaller_and_computes_with_the_rounded_weights(tmp_path: Path) -> None:
    path, x = tmp_path / "net.onnx", np.ones((1, 40), np.float32)
    weight, before = network(path), (tmp_path / "net.onnx").stat().st_size
    store_as_half(path)
    assert path.stat().st_size < 0.65 * before
    rounded = weight.astype(np.float16).astype(np.float32)
    exact = x @ rounded + np.arange(30, dtype=np.float32) / 3  # the small bias is not rounded
    np.testing.assert_allclose(answer(path, x), exact, rtol=1e-5, atol=1e-4)


def test_weights_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    network(tmp_path / "net.onnx", scale=1e6)
    with pytest.raises(OverflowError, match="W"):
        store_as_half(tmp_path / "net.onnx")


def test_single_floats_come_back_rounded_and_as_constants(tmp_path: Path) -> None:
    path, x = tmp_path / "net.onnx", np.ones((1, 40), np.float32)
    weight = network(path)
    store_as_half(path)
    halved = answer(path, x)
    store_as_single(path)
    np.testing.assert_allclose(answer(path, x), halved, rtol=1e-6)
    model = onnx.load(path)
    constants = {item.name: onnx.numpy_helper.to_array(item) for item in model.graph.initializer}
    np.testing.assert_array_equal(constants["W"], weight.astype(np.float16).astype(np.float32))
    assert [node.op_type for node in model.graph.node] == ["MatMul", "Add"]


def test_bytes_are_smaller_still_and_come_back(tmp_path: Path) -> None:
    path, x = tmp_path / "net.onnx", np.ones((1, 40), np.float32)
    weight, before = network(path), (tmp_path / "net.onnx").stat().st_size
    store_as_bytes(path)
    assert path.stat().st_size < 0.45 * before
    scales = np.abs(weight).max(0) / 127
    rounded = np.rint(weight / scales) * scales
    exact = x @ rounded + np.arange(30, dtype=np.float32) / 3
    np.testing.assert_allclose(answer(path, x), exact, rtol=1e-5, atol=1e-4)
    store_as_single(path)
    np.testing.assert_allclose(answer(path, x), exact, rtol=1e-5, atol=1e-4)
    assert [node.op_type for node in onnx.load(path).graph.node] == ["MatMul", "Add"]
    assert {item.name for item in onnx.load(path).graph.initializer} == {"W", "b"}
