"""Weights stored with 16 bits and computed with 32: half the download, the same network.

Each large constant becomes a half float behind a ``Cast``. ONNX Runtime folds such casts when it loads the
file, so that nothing is cast while it runs.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_SMALL = 64
"""Numbers: smaller constants are not worth a node."""


def store_as_half(path: Path) -> None:
    """Rewrite an ONNX file with its large float constants as half floats.

    Raises:
        OverflowError: a weight does not fit.
    """
    model = onnx.load(path)
    graph = model.graph
    kept, casts = [], []
    for item in graph.initializer:
        values = numpy_helper.to_array(item)
        if values.dtype != np.float32 or values.size < _SMALL:
            kept.append(item)
            continue
        kept.append(numpy_helper.from_array(_halved(values, item.name), f"{item.name}_half"))
        casts.append(helper.make_node("Cast", [f"{item.name}_half"], [item.name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def store_as_single(path: Path) -> None:
    """Rewrite an ONNX file of :func:`store_as_half` with float32 constants: quantisers look for these."""
    model = onnx.load(path)
    graph = model.graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    casts = {
        node.input[0]: node.output[0]
        for node in graph.node
        if node.op_type == "Cast" and node.input[0] in values and values[node.input[0]].dtype == np.float16
    }
    kept = [item for item in graph.initializer if item.name not in casts]
    singles = [
        numpy_helper.from_array(values[half].astype(np.float32), single) for half, single in casts.items()
    ]
    nodes = [node for node in graph.node if not (node.input and node.input[0] in casts)]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend([*kept, *singles])
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _halved(values: np.ndarray, name: str) -> np.ndarray:
    with np.errstate(over="ignore"):
        half = values.astype(np.float16)
    if not np.isfinite(half).all():
        raise OverflowError(f"{name} does not fit into half floats")
    return half
