"""Store PyTorch's answers to fixed inputs beside the tests, which compare the committed ONNX files with them.

    python -m scipix.models.training.parity --detector PT --glyphs PT --parser PT \
        --out tests/engine/recognize/parity.npz

To be run after every export, with the checkpoints that were exported: the file names the weights that it
belongs to, and the test fails where the manifest names others.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from scipix.models.training import probes
from scipix.models.training.detector import GRID, Detector
from scipix.models.training.export import ExportedClassifier, ExportedDetector
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.parser import LayoutParser


def networks(detector: Path, glyphs: Path, parser: Path) -> tuple[dict[str, nn.Module], int, int]:
    """The networks of three checkpoints as they are exported, channels of the feature map, and classes."""
    seeing = torch.load(detector, weights_only=True)
    count = len(seeing["classes"])
    symbols = Detector(count, tuple(seeing["widths"]))
    symbols.load_state_dict(seeing["average"])
    shapes = GlyphClassifier(count)
    shapes.load_state_dict(torch.load(glyphs, weights_only=True)["average"])
    layout = LayoutParser(count)
    layout.load_state_dict(torch.load(parser, weights_only=True)["average"])
    found: dict[str, nn.Module] = {
        "detector": ExportedDetector(symbols), "classifier": ExportedClassifier(symbols),
        "glyphs": shapes, "parser": layout,
    }  # fmt: skip
    return found, symbols.classifier[0].in_features // GRID**2, count


def answers(network: nn.Module, asked: probes.Arrays) -> list[np.ndarray]:
    """What PyTorch says."""
    with torch.no_grad():
        given = network.eval()(*(torch.from_numpy(array) for array in asked.values()))
    return [tensor.numpy() for tensor in (given if isinstance(given, tuple) else (given,))]


def weights(models: Path) -> dict[str, str]:
    """SHA-256 of each network's file, as the manifest says."""
    entries = json.loads((models / "manifest.json").read_text("utf-8"))["models"]
    return {name: entries[name]["sha256"] for name in probes.OUTPUTS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("detector", "glyphs", "parser", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path("models"), help="folder with manifest.json")
    options = parser.parse_args()
    found, width, classes = networks(options.detector, options.glyphs, options.parser)
    asked = probes.inputs(width, classes)
    stored: dict[str, np.ndarray] = {}
    for name, network in found.items():
        stored |= dict(probes.kept(name, answers(network, asked[name])))
    about = {
        "weights": weights(options.models), "inputs": probes.fingerprint(asked), "width": width,
        "classes": classes,
    }  # fmt: skip
    np.savez_compressed(options.out, about=np.array(json.dumps(about)), **stored)
    print(f"{options.out}: {options.out.stat().st_size} bytes, {len(stored)} outputs")


if __name__ == "__main__":
    main()
