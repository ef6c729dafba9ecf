"""Weights out of an ONNX file, as PyTorch keeps them.

The exporter folds each batch normalisation into the convolution before it and gives what it changes new,
meaningless names. What stays is the order: nodes stand in the file as their modules were called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from torch import nn

from scipix.models.training.half import unpacked

_KINDS: dict[str, type[nn.Module]] = {
    "Conv": nn.Conv2d, "Gemm": nn.Linear, "MatMul": nn.Linear, "LayerNormalization": nn.LayerNorm,
    "Gather": nn.Embedding,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighted:
    """A node with weights: its name, the module it came from, weight and bias in that module's shapes."""

    name: str
    kind: type[nn.Module]
    weight: np.ndarray
    bias: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Weights:
    """The nodes with weights in the order of the file, and all constants by name."""

    nodes: tuple[Weighted, ...]
    named: dict[str, np.ndarray]


def read(path: Path) -> Weights:
    """The weights of an ONNX file.

    Raises:
        OSError, google.protobuf.message.DecodeError: no such file, or no ONNX.
    """
    graph = onnx.load_model_from_string(path.read_bytes()).graph
    named = _constants(graph)
    return Weights(tuple(_weighted(graph, named)), named)


def _constants(graph: onnx.GraphProto) -> dict[str, np.ndarray]:
    """Initializers, constants and their other names: equal weights are stored once and then referred to.

    Those stored in fewer bits are made float32 by nodes of their own (:mod:`half`).
    """
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = stored | unpacked(graph, stored)
    for node in graph.node:
        if node.op_type == "Constant":
            values = [numpy_helper.to_array(item.t) for item in node.attribute if item.name == "value"]
            found.update(zip(node.output, values, strict=False))
        elif node.op_type == "Identity" and node.input[0] in found:
            found[node.output[0]] = found[node.input[0]]
    return found


def _weighted(graph: onnx.GraphProto, named: dict[str, np.ndarray]) -> Iterator[Weighted]:
    added = {
        name: other
        for node in graph.node if node.op_type == "Add"
        for name, other in (tuple(node.input), tuple(node.input)[::-1]) if other in named
    }  # fmt: skip
    for node in graph.node:
        kind = _KINDS.get(node.op_type)
        weight = named.get(node.input[0 if kind is nn.Embedding else 1]) if kind else None
        if weight is None or weight.dtype.kind != "f" or node.output[0] in named:
            continue  # attention multiplies what it computed, shapes are gathered, weights made of factors
        bias = named.get(node.input[2]) if len(node.input) > 2 else None
        if node.op_type == "MatMul":
            bias = named.get(added.get(node.output[0], ""))
        if kind is nn.Linear and not any(item.name == "transB" and item.i for item in node.attribute):
            weight = weight.T
        yield Weighted(node.name, kind, weight, bias)
