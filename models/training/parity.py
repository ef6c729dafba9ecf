"""Store PyTorch's answers to fixed inputs beside the tests, which compare the committed ONNX files with them.

    python -m scipix.models.training.parity [--detector PT] [--glyphs PT] [--parser PT] \
        --out tests/engine/recognize/parity.npz

To be run after every export, with the checkpoints that were exported: the file names the weights that it
belongs to, and the test fails where the manifest names others. What is not named is loaded from the exported
file; so has to be what was stored as half floats, whose rounding changes the answers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from scipix.engine.weights import read_manifest, read_words
from scipix.models.training import probes
from scipix.models.training.accents import AccentFinder
from scipix.models.training.detector import GRID, Detector
from scipix.models.training.exported import ExportedClassifier, ExportedDetector
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.language import ExportedLanguage, LanguageModel
from scipix.models.training.parser import LayoutParser
from scipix.models.training.resume import known_fonts, load_weights
from scipix.models.training.train_detector import WIDTHS
from scipix.models.training.typeface import ExportedTypeface
from scipix.models.training.vocabulary import visual_classes


def networks(
    detector: Path, glyphs: Path, parser: Path, rest: Path
) -> tuple[dict[str, nn.Module], int, int]:
    """The networks as they are exported, channels of the feature map, and classes.

    Args:
        detector, glyphs, parser: checkpoints, or folders of exported weights.
        rest: a folder of exported weights.
    """
    classes = visual_classes()
    symbols, shapes = Detector(len(classes), WIDTHS), GlyphClassifier(len(classes))
    layout, finder = LayoutParser(len(classes)), AccentFinder()
    fonts = ExportedTypeface(len(classes), known_fonts(rest))
    text = LanguageModel(len(read_words(read_manifest(rest).model("words"))))
    of_path = (
        (symbols, detector), (shapes, glyphs), (layout, parser), (fonts, rest), (finder, rest), (text, rest),
    )  # fmt: skip
    for network, path in of_path:
        load_weights(network, path, classes)
    found: dict[str, nn.Module] = {
        "detector": ExportedDetector(symbols), "classifier": ExportedClassifier(symbols),
        "glyphs": shapes, "parser": layout, "typeface": fonts, "accents": finder,
        "language": ExportedLanguage(text),
    }  # fmt: skip
    return found, symbols.classifier[0].in_features // GRID**2, len(classes)


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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("detector", "glyphs", "parser"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--models", type=Path, default=Path("models"), help="folder with manifest.json")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    paths = (path or options.models for path in (options.detector, options.glyphs, options.parser))
    found, width, classes = networks(*paths, options.models)
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
