"""Begin a training with weights that exist: a checkpoint, or the committed ONNX files.

Anything in a model that the files do not fill is an error, and what was loaded from ONNX has to answer as
ONNX Runtime does with the same file: nothing stays random unnoticed.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from google.protobuf.message import DecodeError
from torch import Tensor, nn

from scipix.engine.errors import ModelError
from scipix.engine.recognize import accents
from scipix.engine.recognize.patches import PATCH
from scipix.engine.weights import read_manifest, read_model
from scipix.models.training.accents import AccentFinder
from scipix.models.training.detector import GRID, Detector
from scipix.models.training.exported import ExportedClassifier, ExportedDetector, parser_inputs
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.language import ExportedLanguage, LanguageModel
from scipix.models.training.low_rank import plain
from scipix.models.training.onnx_weights import Weighted, Weights, read
from scipix.models.training.parser import LayoutParser
from scipix.models.training.settle import evaluating
from scipix.models.training.typeface import ExportedTypeface

Values = list[tuple[Tensor, np.ndarray]]
"""Parameters and buffers with what they shall hold."""
_TOLERANCE = 1e-3


class WeightsError(Exception):
    """These weights are not this model's."""


def load_weights(model: nn.Module, path: Path, classes: Sequence[str] | None = None) -> None:
    """Fill a detector, glyph classifier, layout parser, typeface or accent network, or a language model.

    After an error its weights are of no use.

    Args:
        model: keeps its mode and memory format.
        path: a checkpoint (``.pt``), a folder with ``manifest.json``, or the only ``.onnx`` of a model.
        classes: if given, the names that checkpoint or folder must have, in this order.

    Raises:
        WeightsError: no such file, a damaged one, or weights of another model or for other classes.
    """
    if path.is_dir():
        files = _of_folder(model, path, classes)
    elif path.suffix == ".pt":
        return _load_checkpoint(model, path, classes)
    else:
        files = dict.fromkeys(_parts(model), path)
        if len(files) > 1:
            raise WeightsError(f"{path}: the weights lie in {len(files)} files; name their folder")
    _load_onnx(model, files)
    return None


def known_fonts(folder: Path) -> int:
    """How many fonts the typeface network of a folder of exported weights was trained on."""
    _, font, *_ = read(read_manifest(folder).model("typeface").path).nodes
    assert font.bias is not None
    return len(font.bias)


def _parts(model: nn.Module) -> dict[str, tuple[nn.Module, dict[str, Tensor]]]:
    """The files of a model: what was exported to each, and inputs to run it with."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        if isinstance(model, Detector):
            width = model.classifier[0].in_features // GRID**2
            boxes = torch.rand(9, 4) * 20 + torch.tensor([0, 0, 20, 20])
            return {
                "detector": (ExportedDetector(model), {"ink": torch.rand(1, 1, 96, 256)}),
                "classifier": (
                    ExportedClassifier(model),
                    {"features": torch.rand(1, width, 24, 64), "boxes": boxes},
                ),
            }  # fmt: skip
        if isinstance(model, GlyphClassifier):
            inputs = {"patches": torch.rand(5, 1, PATCH, PATCH), "sizes": torch.randn(5, 2)}
            return {"glyphs": (model, inputs)}
        if isinstance(model, LayoutParser):
            return {"parser": (model, parser_inputs(7, model.embed.num_embeddings))}
        if isinstance(model, ExportedTypeface):
            logits = torch.randn(2, 7, model.tell.out_features)
            return {"typeface": (model, dict(zip(("context", "shape"), logits, strict=True)))}
        if isinstance(model, AccentFinder):
            inputs = {"patches": torch.rand(5, 1, accents.PATCH, accents.PATCH), "sizes": torch.randn(5, 2)}
            return {"accents": (model, inputs)}
        if isinstance(model, LanguageModel):
            asked = torch.randint(0, model.embed.num_embeddings, (3, 9))
            return {"language": (ExportedLanguage(model), {"words": asked})}
    raise TypeError(f"no weights are exported of a {type(model).__name__}")


def _of_folder(model: nn.Module, folder: Path, classes: Sequence[str] | None) -> dict[str, Path]:
    try:
        manifest = read_manifest(folder)
        files = [manifest.model(name) for name in _parts(model)]
        for file in files:
            read_model(file)  # compares the checksum
        if classes is not None:
            check_classes(json.loads(read_model(manifest.model("classes")))["classes"], classes, folder)
    except ModelError as error:
        raise WeightsError(f"{folder}: {error.title}. {error.message}") from error
    return {file.name: file.path for file in files}


def check_classes(found: Sequence[str], classes: Sequence[str], path: Path) -> None:
    """WeightsError where weights are for other classes than today's, or in another order."""
    if list(found) != list(classes):
        raise WeightsError(f"{path}: its {len(found)} classes are not today's {len(classes)}")


def _load_checkpoint(model: nn.Module, path: Path, classes: Sequence[str] | None) -> None:
    try:
        state: dict[str, Any] = torch.load(path, weights_only=True)
        average = plain(state["average"])
        if classes is not None and "classes" in state:
            check_classes(state["classes"], classes, path)
        model.load_state_dict(average)
    except (OSError, EOFError, KeyError, TypeError, RuntimeError, pickle.UnpicklingError) as error:
        raise WeightsError(f"{path}: no checkpoint of a {type(model).__name__}: {error}") from error


def load_changes(model: nn.Module, path: Path) -> None:
    """Go on with the changes that a checkpoint holds; from one without any, all changes are yet to come.

    Args:
        model: filled from this checkpoint, then given to :func:`low_rank.let_change`.

    Raises:
        WeightsError: its changes are of another rank.
    """
    state = torch.load(path, weights_only=True)["average"]
    if state.keys() == model.state_dict().keys():
        try:
            model.load_state_dict(state)
        except RuntimeError as error:
            raise WeightsError(f"{path}: changes of another rank: {error}") from error


def _load_onnx(model: nn.Module, files: dict[str, Path]) -> None:
    parts = _parts(model)
    with evaluating(model):
        values: Values = []
        for name, path in files.items():
            values += _filled(*parts[name], _read(path), path)
        filled = {id(tensor) for tensor, _ in values}
        for name, tensor in chain(model.named_parameters(), model.named_buffers()):
            if id(tensor) not in filled and not name.endswith("num_batches_tracked"):
                raise WeightsError(f"{', '.join(map(str, files.values()))}: nothing there for {name}")
        with torch.no_grad():
            for tensor, value in values:
                tensor.copy_(torch.from_numpy(np.array(value)))
        for name, path in files.items():
            _prove(*parts[name], path)


def _read(path: Path) -> Weights:
    try:
        return read(path)
    except (OSError, DecodeError) as error:
        raise WeightsError(f"{path}: not an ONNX file that can be read: {error}") from error


def _filled(module: nn.Module, inputs: dict[str, Tensor], weights: Weights, path: Path) -> Values:
    """What the called modules hold, by the order of the calls; then what no module holds, by its name."""
    calls = _called(module, inputs)
    if len(calls) != len(weights.nodes):
        raise WeightsError(f"{path}: {len(weights.nodes)} layers with weights, the model has {len(calls)}")
    values: Values = []
    for call, node in zip(calls, weights.nodes, strict=True):
        values += _of_node(*call, node, path)
    filled = {id(tensor) for tensor, _ in values}
    own = {name: tensor for name, tensor in module.named_parameters() if id(tensor) not in filled}
    values += [(tensor, weights.named[name]) for name, tensor in own.items() if name in weights.named]
    for tensor, value in values:
        if tuple(tensor.shape) != value.shape:
            raise WeightsError(f"{path}: {value.shape} where the model has {tuple(tensor.shape)}")
    return values


def _called(module: nn.Module, inputs: dict[str, Tensor]) -> list[tuple[nn.Module, nn.BatchNorm2d | None]]:
    """The modules with weights in the order of their calls, convolutions with their normalisation."""
    order: list[nn.Module] = []
    kinds = (nn.Conv2d, nn.Linear, nn.Embedding, nn.LayerNorm, nn.BatchNorm2d)
    layers = [layer for layer in module.modules() if isinstance(layer, kinds)]
    hooks = [layer.register_forward_hook(lambda layer, *_: order.append(layer)) for layer in layers]
    with torch.no_grad():
        module(*inputs.values())
    for hook in hooks:
        hook.remove()
    following = [*order[1:], None]
    return [
        (layer, after if isinstance(after, nn.BatchNorm2d) else None)
        for layer, after in zip(order, following, strict=True)
        if not isinstance(layer, nn.BatchNorm2d)
    ]


def _of_node(layer: nn.Module, norm: nn.BatchNorm2d | None, node: Weighted, path: Path) -> Values:
    """The values for one layer; a normalisation gets the folded bias and is otherwise neutral."""
    if not isinstance(layer, node.kind):
        raise WeightsError(f"{path}: {node.name} where the model calls a {type(layer).__name__}")
    values: Values = [(layer.weight, node.weight)]
    holder = norm if norm is not None else layer
    bias = getattr(holder, "bias", None)
    if (bias is None) != (node.bias is None):
        raise WeightsError(f"{path}: {node.name} and the model's {type(layer).__name__} differ in their bias")
    if bias is not None and node.bias is not None:
        values.append((bias, node.bias))
    if norm is not None:
        one, zero = np.ones(norm.num_features, np.float32), np.zeros(norm.num_features, np.float32)
        values += [(norm.weight, one), (norm.running_mean, zero), (norm.running_var, one - norm.eps)]
        if getattr(layer, "bias", None) is not None:
            values.append((layer.bias, np.zeros_like(node.bias)))
    return values


@torch.no_grad()
def _prove(module: nn.Module, inputs: dict[str, Tensor], path: Path) -> None:
    """Compare the model's answers with those of the file it was loaded from."""
    found = module(*inputs.values())
    found = found if isinstance(found, tuple) else (found,)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    expected = session.run(None, {name: value.numpy() for name, value in inputs.items()})
    for output, mine, theirs in zip(session.get_outputs(), found, expected, strict=True):
        near = np.isclose(mine.numpy(), theirs, rtol=_TOLERANCE, atol=_TOLERANCE)
        if output.name == "heat":  # of two equal neighbours rounding decides which one is the peak, not 0
            near |= (mine.numpy() == 0) | (theirs == 0)
        if not near.all():
            raise WeightsError(f"{path}: loaded, but {output.name} is not what the file gives")
