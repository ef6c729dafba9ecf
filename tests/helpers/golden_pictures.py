"""The golden pictures with their truth, and the weights that have to read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from numpy.typing import NDArray

from scipix.app.images import load_file
from scipix.app.paths import models_dir

ROOT = Path(__file__).resolve().parents[2]
MODELS = models_dir()
FOLDER = ROOT / "tests" / "engine" / "recognize" / "goldens"
TRUTH: dict[str, str] = json.loads((FOLDER / "goldens.json").read_text("utf-8"))

needs_models = pytest.mark.skipif(
    not (MODELS / "manifest.json").is_file(), reason="models/manifest.json does not exist: no weights yet"
)


def golden(name: str) -> NDArray[Any]:
    """The picture ``name``.png as the command line loads it."""
    return load_file(FOLDER / f"{name}.png")
