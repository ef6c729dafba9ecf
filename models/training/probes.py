"""Fixed inputs of the networks, and what is kept of their outputs: PyTorch's answers, to compare ONNX with.

Needs numpy only, so that the comparison runs where PyTorch is not installed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import numpy as np

from scipix.engine.recognize import accents
from scipix.engine.recognize.detect import CHOICES
from scipix.engine.recognize.geometry import PAIR_FEATURES, SYMBOL_FEATURES
from scipix.engine.recognize.patches import PATCH

Arrays = dict[str, np.ndarray]

OUTPUTS: dict[str, tuple[str, ...]] = {
    "detector": ("features", "heat", "edges"),
    "classifier": ("logits",),
    "glyphs": ("logits",),
    "typeface": ("corrections",),
    "accents": ("holds", "places"),
    "parser": ("links", "classes", "keep", "modes"),
    "language": ("chances",),
}
"""Network -> its outputs in order."""
_SEED = 20_000_004
_WORDS = 300
"""The commonest words of the language model, which are asked about."""
_KEPT = 1500
"""Numbers kept of each output."""


def inputs(width: int, classes: int) -> dict[str, Arrays]:
    """What each network is asked; ``width`` is the number of channels of the feature map."""
    rng = np.random.default_rng(_SEED)
    corners = rng.random((9, 2)) * 20
    return {
        "detector": {"ink": _float(rng.random((1, 1, 64, 192)))},
        "classifier": {
            "features": _float(rng.random((1, width, 16, 48))),
            "boxes": _float(np.concatenate([corners, corners + 4 + rng.random((9, 2)) * 20], 1)),
        },
        "glyphs": {
            "patches": _float(rng.random((7, 1, PATCH, PATCH))),
            "sizes": _float(rng.standard_normal((7, 2))),
        },
        "parser": _parser_inputs(rng, 12, classes),
        "typeface": {name: _float(rng.standard_normal((7, classes)) * 5) for name in ("context", "shape")},
        "accents": {
            "patches": _float(rng.random((7, 1, accents.PATCH, accents.PATCH))),
            "sizes": _float(rng.standard_normal((7, 2))),
        },
        "language": {"words": rng.integers(0, _WORDS, (4, 50))},
    }


def _parser_inputs(rng: np.random.Generator, count: int, classes: int) -> Arrays:
    return {
        "choices": rng.integers(0, classes, (1, count, CHOICES)),
        "chances": _float(rng.random((1, count, CHOICES))),
        "symbols": _float(rng.standard_normal((1, count, SYMBOL_FEATURES))),
        "pairs": _float(rng.standard_normal((1, count, count, PAIR_FEATURES))),
        "present": np.ones((1, count), np.float32),
    }


def _float(values: np.ndarray) -> np.ndarray:
    return values.astype(np.float32)


def fingerprint(asked: Mapping[str, Arrays]) -> str:
    """A name for exactly these inputs: another numpy might draw others from the same seed."""
    digest = hashlib.sha256()
    for _, arrays in sorted(asked.items()):
        for _, array in sorted(arrays.items()):
            digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def kept(network: str, answers: list[np.ndarray]) -> Iterator[tuple[str, np.ndarray]]:
    """Evenly spread numbers of each output, and behind them its mean and its mean magnitude."""
    for name, answer in zip(OUTPUTS[network], answers, strict=True):
        flat = np.asarray(answer, np.float32).ravel()
        places = np.linspace(0, flat.size - 1, min(flat.size, _KEPT)).round().astype(np.int64)
        means = [flat.mean(dtype=np.float64), np.abs(flat).mean(dtype=np.float64)]
        yield f"{network}/{name}", np.concatenate([flat[places], np.array(means, np.float32)])
