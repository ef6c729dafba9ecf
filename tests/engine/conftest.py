from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def tiny_model() -> bytes:
    """An ONNX model that adds 1 to x, float32 (N, 3)."""
    onnx = pytest.importorskip("onnx")
    helper, kind = onnx.helper, onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        [helper.make_node("Add", ["x", "one"], ["y"])],
        "add one",
        [helper.make_tensor_value_info("x", kind, ["n", 3])],
        [helper.make_tensor_value_info("y", kind, ["n", 3])],
        [helper.make_tensor("one", kind, [1], [1.0])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return model.SerializeToString()
