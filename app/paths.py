"""Where things live. Only the models today."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

MODELS_VARIABLE = "SCIPIX_MODELS"


def models_dir() -> Path:
    """The folder with manifest and weights: SCIPIX_MODELS if set, else the one that is installed."""
    chosen = os.environ.get(MODELS_VARIABLE)
    return Path(chosen) if chosen else Path(str(files("scipix.models")))
