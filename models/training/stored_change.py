"""New weights stored as old ones and what changed: a file that costs its difference where history is kept.

The weights of :mod:`low_rank` are those of another file plus products of thin matrices. The file keeps the
constants of the other one, byte for byte, with both factors behind them as bytes; ONNX Runtime multiplies and
adds them when it loads the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from scipix.models.training.onnx_weights import read
from scipix.models.training.rounding import rounded

_NOISE = 1e-3
"""Of the largest singular value: what rounding leaves of a change, which is no part of it."""
_NOTHING = 1e-6
"""Of the largest weight: folding normalisations anew changes no more than this."""
_MOST = 1.4
"""Times the size of the old file: whoever changes more should write new weights."""
_LEVELS = 127


class ChangeError(Exception):
    """These weights are no small change of those."""


def store_as_change(path: Path, base: Path) -> None:
    """Rewrite an ONNX file of float32 weights as those of ``base`` with a change of low rank to each matrix.

    Raises:
        ChangeError: another network, or changes that are nearly as large as the weights.
    """
    model, new = onnx.load(base), onnx.load(path).graph
    before, after = read(base).named, read(path).named
    mine, theirs = _weighted(model.graph, before), _weighted(new, after)
    if _shapes(mine, before) != _shapes(theirs, after):
        raise ChangeError(f"{path} is another network than {base}")
    for node, other in zip(mine, theirs, strict=True):
        for place, name in enumerate(other.input[1:], 1):
            if after[name].ndim == 1:
                _replace(model.graph, node.input[place], after[name])
                continue
            old = node.input[place]
            change = after[name] - before[old]
            if np.abs(change).max() > _NOTHING * np.abs(before[old]).max():
                node.input[place] = _add_change(model.graph, node, old, change)
    onnx.checker.check_model(model)
    content = model.SerializeToString()
    if len(content) > _MOST * base.stat().st_size:
        raise ChangeError(f"what changed from {base} to {path} is nearly as large: it is not of low rank")
    path.write_bytes(content)


def _weighted(graph: onnx.GraphProto, values: Mapping[str, np.ndarray]) -> list[onnx.NodeProto]:
    """The layers, whose inputs but for the first are constants."""
    return [
        node for node in graph.node
        if node.op_type in ("Conv", "Gemm") and all(name in values for name in node.input[1:])
    ]  # fmt: skip


def _shapes(nodes: list[onnx.NodeProto], values: Mapping[str, np.ndarray]) -> list[tuple[object, ...]]:
    return [(node.op_type, *(values[name].shape for name in node.input[1:])) for node in nodes]


def _replace(graph: onnx.GraphProto, name: str, value: np.ndarray) -> None:
    """New numbers for a vector, as exact as the old ones were."""
    name = next((node.input[0] for node in graph.node if name in node.output), name)
    (item,) = (item for item in graph.initializer if item.name == name)
    item.CopyFrom(numpy_helper.from_array(value.astype(numpy_helper.to_array(item).dtype), name))


def _add_change(graph: onnx.GraphProto, node: onnx.NodeProto, name: str, change: np.ndarray) -> str:
    """Put nodes before ``node`` that add a change to the constant ``name``; the name of what they make."""
    left, scale, right = _factors(change)
    new, constants = f"{name}_changed", {"left": left, "scale": scale, "right": right}
    shape = np.array(change.shape, np.int64)
    graph.initializer.extend(
        numpy_helper.from_array(value, f"{new}_{part}")
        for part, value in (constants | {"shape": shape}).items()
    )
    steps = [
        ("Cast", ["left"], "left_cast"), ("Mul", ["left_cast", "scale"], "left_scaled"),
        ("Cast", ["right"], "right_cast"), ("MatMul", ["left_scaled", "right_cast"], "product"),
        ("Reshape", ["product", "shape"], "change"),
    ]  # fmt: skip
    made = [
        helper.make_node(
            kind, [f"{new}_{one}" for one in given], [f"{new}_{result}"],
            **({"to": TensorProto.FLOAT} if kind == "Cast" else {}),
        )
        for kind, given, result in steps
    ]  # fmt: skip
    made.append(helper.make_node("Add", [name, f"{new}_change"], [new]))
    at = list(graph.node).index(node)
    for number, one in enumerate(made):
        graph.node.insert(at + number, one)
    return new


def _factors(change: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Factors (M, R) int8, (R,) float32 and (R, N) int8 of a change (M, ...) of N numbers for each output."""
    matrix = change.reshape(len(change), -1).astype(np.float64)
    left, sizes, right = np.linalg.svd(matrix, full_matrices=False)
    rank = int((sizes > _NOISE * sizes[0]).sum())
    (left, left_scales), (right, right_scales) = (
        rounded(one, _LEVELS) for one in (left[:, :rank], right[:rank].T)
    )
    return left, (sizes[:rank] * left_scales[0] * right_scales[0]).astype(np.float32), right.T
