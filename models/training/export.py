"""Export the trained models to ONNX, prove them equal to PyTorch, and write the manifest.

    python -m scipix.models.training.export --detector PT --glyphs PT --parser PT --data DIR --out models
    python -m scipix.models.training.export --detector PT --base models --out models

With ``--base`` the networks that are not named, and the classes, stay those of that folder. ``--heads`` puts
the last layers of ``train_heads`` on both classifiers of that folder; ``--typeface`` is made for the
classifiers of that folder, so it comes after them; ``--accents`` and ``--language`` are for any.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from scipix.engine.recognize import accents
from scipix.engine.recognize.patches import PATCH
from scipix.engine.weights import read_manifest
from scipix.models.training.accents import AccentFinder
from scipix.models.training.detector import Detector
from scipix.models.training.exported import ExportedClassifier, ExportedDetector, parser_inputs
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.half import store_as_bytes, store_as_half
from scipix.models.training.language import ExportedLanguage, LanguageModel
from scipix.models.training.low_rank import plain
from scipix.models.training.manifest_entries import commit, describe, described_anew, fitting
from scipix.models.training.parser import LayoutParser
from scipix.models.training.pictures import read_shard, shard_paths
from scipix.models.training.resume import WeightsError, check_classes
from scipix.models.training.stored_change import store_as_change
from scipix.models.training.train_heads import heads_of, networks_of
from scipix.models.training.typeface import Typeface, folded, last_layers, moments
from scipix.models.training.vocabulary import visual_classes

_OPSET = 17
_OF_LOW_RANK = ("classifier", "glyphs")
"""What can be trained with changes of low rank."""


def export(
    module: nn.Module, inputs: dict[str, Tensor], outputs: dict[str, Any], axes: dict[str, Any], path: Path
) -> None:
    """Write a module as ONNX with dynamic axes."""
    module.eval()
    torch.onnx.export(
        module, tuple(inputs.values()), str(path), input_names=list(inputs), output_names=list(outputs),
        dynamic_axes=axes, opset_version=_OPSET, dynamo=False,
    )  # fmt: skip


def parity(module: nn.Module, path: Path, inputs: dict[str, Tensor]) -> float:
    """Largest difference between PyTorch and ONNX Runtime over all outputs."""
    with torch.no_grad():
        expected = module.eval()(*inputs.values())
    expected = expected if isinstance(expected, tuple) else (expected,)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(None, {name: value.numpy() for name, value in inputs.items()})
    return max(float(np.abs(a.numpy() - b).max()) for a, b in zip(expected, found, strict=True))


def nominal_sizes(folder: Path, classes: list[str]) -> list[float]:
    """Height in em of each class in text size: the upper quartile over the shards (scripts are smaller)."""
    labels, heights = [], []
    for path in shard_paths(folder)[:40]:
        shard = read_shard(path, classes)
        labels.append(shard.classes)
        heights.append((shard.boxes[:, 3] - shard.boxes[:, 1]) / 10)
    label, height = np.concatenate(labels), np.concatenate(heights)
    return [
        round(float(np.quantile(height[label == index], 0.75)), 4) if (label == index).sum() >= 5 else 0.0
        for index in range(len(classes))
    ]


def main() -> None:
    options = _options()
    torch.manual_seed(0)
    options.out.mkdir(parents=True, exist_ok=True)
    entries = _kept(options.base, options.out) if options.base else {}
    new = dict(_exported(options))
    if options.half:
        new = {name: _smaller(options, name, entry) for name, entry in new.items()}
    manifest = {
        "version": options.version, "licence": "mixed, see card.md", "card": "card.md", "code": commit(),
        "data": {"described_in": "card.md", "seeds": options.seeds},
        "metrics": _metrics(options.report), "models": fitting(entries | new, options.out),
    }  # fmt: skip
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(manifest, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--detector", type=Path)
    parser.add_argument("--glyphs", type=Path)
    parser.add_argument("--heads", type=Path)
    parser.add_argument("--typeface", type=Path)
    parser.add_argument("--accents", type=Path)
    parser.add_argument("--language", type=Path)
    parser.add_argument("--parser", type=Path)
    parser.add_argument("--data", type=Path, help="shards, for the nominal sizes of the classes")
    parser.add_argument("--base", type=Path, help="folder with a manifest, for what is not exported anew")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--seeds", type=int, nargs="*", default=[], help="of the shards and trainings")
    parser.add_argument(
        "--half", action="store_true",
        help="the new weights as half floats, those of a language model and a typeface network as bytes",
    )  # fmt: skip
    parser.add_argument(
        "--change", action="store_true",
        help="with --half: both classifiers as changes of those of --base (trained with --rank)",
    )  # fmt: skip
    parser.add_argument("--report", type=Path, help="report.json of evaluate, for the manifest's metrics")
    options = parser.parse_args()
    named = [options.detector, options.glyphs, options.parser, options.data]
    if options.base is None and None in named:
        parser.error("without --base all of --detector, --glyphs, --parser and --data are needed")
    for name in ("heads", "typeface", "accents", "language"):
        if options.base is None and getattr(options, name):
            parser.error(f"--{name} needs --base")
    for name in ("heads", "typeface"):
        if getattr(options, name) and (options.detector or options.glyphs):
            parser.error(f"--{name} is for the detector and the glyph classifier of --base, not for new ones")
    if options.change and not (options.half and options.base):
        parser.error("--change needs --half and --base")
    if options.change and options.base.resolve() == options.out.resolve():
        parser.error("--change needs the old files of --base: write to another folder")
    if options.heads and options.typeface:
        parser.error("--typeface has to be trained on the classifiers with the new --heads")
    return options


def _kept(base: Path, out: Path) -> dict[str, Any]:
    """The manifest entries of ``base``, their files copied to ``out``."""
    entries: dict[str, Any] = json.loads((base / "manifest.json").read_text("utf-8"))["models"]
    if base.resolve() != out.resolve():
        for entry in entries.values():
            shutil.copyfile(base / entry["file"], out / entry["file"])
    return entries


def _exported(options: argparse.Namespace) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and manifest entry of every file made from the checkpoints that are named."""
    classes = visual_classes()
    if options.detector:
        state = _checkpoint(options.detector, classes)
        detector = Detector(len(classes), tuple(state["widths"]))
        detector.load_state_dict(state["average"])
        yield "detector", _detector(detector.eval(), options.out, state["seen"])
        yield "classifier", _classifier(detector.eval(), options.out)
    if options.glyphs:
        state = _checkpoint(options.glyphs, classes)
        glyphs = GlyphClassifier(len(classes))
        glyphs.load_state_dict(state["average"])
        yield "glyphs", _glyphs(glyphs, options.out, state["seen"])
    if options.heads:
        yield from _with_heads(options, classes)
    if options.typeface:
        yield "typeface", _typeface(options, classes)
    if options.accents:
        state = _checkpoint(options.accents, classes)
        finder = AccentFinder()
        finder.load_state_dict(state["average"])
        yield "accents", _accents(finder, options.out, state["seen"])
    if options.language:
        yield from _language(options)
    if options.parser:
        state = _checkpoint(options.parser, classes)
        layout = LayoutParser(len(classes))
        layout.load_state_dict(state["average"])
        yield "parser", _parser(layout.eval(), len(classes), options.out, state["seen"])
    if options.data:
        yield "classes", _classes(classes, options.data, options.out)


def _with_heads(options: argparse.Namespace, classes: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Both classifiers of the folder ``base`` with the last layers of a checkpoint."""
    state = _checkpoint(options.heads, classes)
    detector, glyphs = networks_of(options.base, classes)
    heads_of(detector, glyphs).load_state_dict(state["average"])
    before = read_manifest(options.base).model("glyphs").entry
    seen = {"symbols_seen_by_head": state["seen"]}
    yield "classifier", _classifier(detector.eval(), options.out) | seen
    yield "glyphs", _glyphs(glyphs, options.out, before["symbols_seen"]) | seen


def _typeface(options: argparse.Namespace, classes: list[str]) -> dict[str, Any]:
    """The typeface network of a checkpoint, for the classifiers of the folder ``base``."""
    state = _checkpoint(options.typeface, classes)
    typeface = Typeface(len(classes), len(state["average"]["font.bias"]))
    typeface.load_state_dict(state["average"])
    module = folded(typeface, last_layers(*networks_of(options.base, classes)))
    path = options.out / "typeface.onnx"
    inputs = dict(zip(("context", "shape"), torch.randn(2, 7, len(classes)), strict=True))
    axes = {name: {0: "symbols"} for name in (*inputs, "corrections")}
    export(module, inputs, {"corrections": 0}, axes, path)
    base = read_manifest(options.base)
    made_for = {name: base.model(name).sha256 for name in ("classifier", "glyphs")}
    found = {"symbols_seen": state["seen"], "parity": parity(module, path, inputs), "opset": _OPSET}
    return describe(path, found | {"for": made_for})


def _checkpoint(path: Path, classes: list[str]) -> dict[str, Any]:
    """A training's checkpoint; its classes have to be today's, for the files are used together."""
    state: dict[str, Any] = torch.load(path, weights_only=True)
    state["average"] = plain(state["average"])
    try:
        check_classes(state["classes"], classes, path)
    except WeightsError as error:
        raise SystemExit(str(error)) from error
    return state


def _metrics(report: Path | None) -> list[dict[str, Any]]:
    """The overall rows of an evaluation's ``report.json``; empty before there is one."""
    if report is None:
        return []
    content = json.loads(report.read_text("utf-8"))
    return [{"part": content["part"], **row} for row in content["rows"] if row["section"] == "overall"]


def _detector(detector: Detector, out: Path, seen: int) -> dict[str, Any]:
    path = out / "detector.onnx"
    module = ExportedDetector(detector)
    axes = {"ink": {2: "height", 3: "width"}, "features": {2: "h4", 3: "w4"}, "heat": {1: "h2", 2: "w2"},
            "edges": {2: "h2", 3: "w2"}}  # fmt: skip
    export(module, {"ink": torch.rand(1, 1, 96, 256)}, {"features": 0, "heat": 0, "edges": 0}, axes, path)
    # Peaks may tie at the last bit; parity is judged on the maps before the maximum is taken.
    difference = parity(module, path, {"ink": torch.rand(1, 1, 64, 320)})
    return describe(path, {"pictures_seen": seen, "parity": difference, "opset": _OPSET})


def _classifier(detector: Detector, out: Path) -> dict[str, Any]:
    path = out / "classifier.onnx"
    width = detector.classifier[0].in_features // 16
    inputs = {
        "features": torch.rand(1, width, 24, 64),
        "boxes": torch.rand(9, 4) * 20 + torch.tensor([0, 0, 20, 20]),
    }
    axes = {"features": {2: "h4", 3: "w4"}, "boxes": {0: "symbols"}, "logits": {0: "symbols"}}
    export(ExportedClassifier(detector), inputs, {"logits": 0}, axes, path)
    return describe(path, {"parity": parity(ExportedClassifier(detector), path, inputs), "opset": _OPSET})


def _glyphs(model: GlyphClassifier, out: Path, seen: int) -> dict[str, Any]:
    path = out / "glyphs.onnx"
    inputs = {"patches": torch.rand(5, 1, PATCH, PATCH), "sizes": torch.randn(5, 2)}
    axes = {name: {0: "symbols"} for name in (*inputs, "logits")}
    export(model, inputs, {"logits": 0}, axes, path)
    return describe(path, {"symbols_seen": seen, "parity": parity(model, path, inputs), "opset": _OPSET})


def _accents(model: AccentFinder, out: Path, seen: int) -> dict[str, Any]:
    path = out / "accents.onnx"
    inputs = {"patches": torch.rand(5, 1, accents.PATCH, accents.PATCH), "sizes": torch.randn(5, 2)}
    outputs = ("holds", "places")
    axes = {name: {0: "symbols"} for name in (*inputs, *outputs)}
    export(model, inputs, dict.fromkeys(outputs), axes, path)
    return describe(path, {"boxes_seen": seen, "parity": parity(model, path, inputs), "opset": _OPSET})


def _language(options: argparse.Namespace) -> Iterator[tuple[str, dict[str, Any]]]:
    """The language model of a checkpoint, and its words."""
    state: dict[str, Any] = torch.load(options.language, weights_only=True)
    model = LanguageModel(len(state["words"]))
    model.load_state_dict(state["average"])
    path, words = options.out / "language.onnx", options.out / "words.json"
    inputs = {"words": torch.randint(0, len(state["words"]), (5, 9))}
    axes = {name: {0: "formulas", 1: "length"} for name in (*inputs, "chances")}
    module = ExportedLanguage(model)
    export(module, inputs, {"chances": 0}, axes, path)
    longer = {"words": torch.randint(0, len(state["words"]), (3, 70))}
    found = {"words_seen": state["seen"], "parity": parity(module, path, longer), "opset": _OPSET}
    yield "language", describe(path, found)
    content = {"words": state["words"]}
    words.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    yield "words", describe(words, {})


def _parser(layout: LayoutParser, classes: int, out: Path, seen: int) -> dict[str, Any]:
    path = out / "parser.onnx"
    inputs = parser_inputs(7, classes)
    names = ("links", "classes", "keep", "modes")
    axes: dict[str, Any] = {name: {1: "symbols"} for name in (*inputs, *names)}
    axes["pairs"] = axes["links"] = {1: "symbols", 2: "symbols_"}
    export(layout, inputs, dict.fromkeys(names), axes, path)
    return describe(
        path,
        {"formulas_seen": seen, "parity": parity(layout, path, parser_inputs(23, classes)), "opset": _OPSET},
    )


def _smaller(options: argparse.Namespace, name: str, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry of a file with rounded weights; ``parity`` stays that of the exact ones."""
    path: Path = options.out / entry["file"]
    if path.suffix != ".onnx":
        return entry
    if name in _OF_LOW_RANK and options.change:
        store_as_change(path, options.base / entry["file"])
    elif name == "language":
        store_as_bytes(path)  # likelihoods of texts bear more than other answers do (EXPERIMENTS.md)
    elif name == "typeface":
        layers = last_layers(*networks_of(options.base, visual_classes()))
        store_as_bytes(path, {"sense.weight": moments(layers)})
    else:
        store_as_half(path)
    return described_anew(path, entry)


def _classes(classes: list[str], data: Path, out: Path) -> dict[str, Any]:
    path = out / "classes.json"
    content = {"classes": classes, "heights": nominal_sizes(data, classes)}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return describe(path, {})


if __name__ == "__main__":
    main()
