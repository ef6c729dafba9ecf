"""Weights stored with 16 or 8 bits and computed with 32: a smaller download, the same network.

Each large constant becomes a half float behind a ``Cast``, or a byte behind a ``Cast`` and a ``Mul`` by the
scale of its column. ONNX Runtime folds both when it loads the file, so that nothing is cast while it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from scipix.models.training.rounding import rounded, rounded_for

_SMALL = 64
"""Numbers: smaller constants are not worth a node."""
_LEVELS, _FEWER_LEVELS = 127, 31
_FOLDED: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "Mul": np.multiply, "MatMul": np.matmul, "Reshape": np.reshape, "Add": np.add,
}  # fmt: skip
"""What nodes do to constants: they scale bytes, and multiply and add the changes of :mod:`stored_change`."""


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
    _rewrite(model, path, kept, [*casts, *graph.node])


def store_as_bytes(path: Path, moments: Mapping[str, np.ndarray] | None = None) -> None:
    """Rewrite an ONNX file with its large float matrices as bytes, a scale for each column.

    Args:
        moments: of the inputs of some matrices, by name (:func:`rounded_for`): fewer levels do for these.
    """
    model = onnx.load(path)
    graph = model.graph
    kept, nodes = [], []
    for item in graph.initializer:
        values = numpy_helper.to_array(item)
        if values.dtype != np.float32 or values.size < _SMALL or values.ndim != 2:
            kept.append(item)
            continue
        known = (moments or {}).get(item.name)
        found = rounded(values, _LEVELS) if known is None else rounded_for(values, known, _FEWER_LEVELS)
        stored, scale, cast = (f"{item.name}_{part}" for part in ("bytes", "scales", "cast"))
        kept += map(numpy_helper.from_array, found, (stored, scale))
        nodes.append(helper.make_node("Cast", [stored], [cast], to=TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [cast, scale], [item.name]))
    _rewrite(model, path, kept, [*nodes, *graph.node])


def store_as_single(path: Path) -> None:
    """Rewrite a file of the functions above with float32 constants: quantisers look for these."""
    model = onnx.load(path)
    graph = model.graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    made = unpacked(graph, values)
    used = {name for node in graph.node if node.output[0] in made for name in node.input}
    nodes = [node for node in graph.node if node.output[0] not in made]
    kept = [item for item in graph.initializer if item.name not in used]
    wanted = {name for node in nodes for name in node.input}
    singles = [numpy_helper.from_array(value, name) for name, value in made.items() if name in wanted]
    _rewrite(model, path, [*kept, *singles], nodes)


def unpacked(graph: onnx.GraphProto, values: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What the nodes that store weights in fewer bits make of the constants ``values``, by name, float32."""
    made: dict[str, np.ndarray] = {}
    for node in graph.node:
        given = [values.get(name, made.get(name)) for name in node.input]
        if node.op_type == "Cast" and given[0] is not None and given[0].dtype in (np.float16, np.int8):
            made[node.output[0]] = given[0].astype(np.float32)
        elif node.op_type in _FOLDED and node.input[0] in made and given[1] is not None:
            made[node.output[0]] = _FOLDED[node.op_type](made[node.input[0]], given[1])
    return made


def _rewrite(
    model: onnx.ModelProto, path: Path, constants: Sequence[onnx.TensorProto], nodes: Sequence[onnx.NodeProto]
) -> None:
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend(constants)
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _halved(values: np.ndarray, name: str) -> np.ndarray:
    with np.errstate(over="ignore"):
        half = values.astype(np.float16)
    if not np.isfinite(half).all():
        raise OverflowError(f"{name} does not fit into half floats")
    return half
