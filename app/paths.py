"""Where things live: the settings, what is remembered, what can be made again, and the models.

Each folder follows the customs of the system and can be moved by a variable of the environment. Nothing is
created here: who writes makes the folder.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import platformdirs

APP_NAME = "scipix"
CONFIG_VARIABLE = "SCIPIX_CONFIG_DIR"
DATA_VARIABLE = "SCIPIX_DATA_DIR"
CACHE_VARIABLE = "SCIPIX_CACHE_DIR"
MODELS_VARIABLE = "SCIPIX_MODELS"


def config_dir() -> Path:
    """The folder of the settings file."""
    return _chosen(CONFIG_VARIABLE) or platformdirs.user_config_path(APP_NAME, appauthor=False)


def data_dir() -> Path:
    """The folder of what must not be lost: history and corrections."""
    return _chosen(DATA_VARIABLE) or platformdirs.user_data_path(APP_NAME, appauthor=False)


def cache_dir() -> Path:
    """The folder of what can be made again."""
    return _chosen(CACHE_VARIABLE) or platformdirs.user_cache_path(APP_NAME, appauthor=False)


def models_dir() -> Path:
    """The folder with manifest and weights: SCIPIX_MODELS if set, else the one that is installed."""
    return _chosen(MODELS_VARIABLE) or Path(str(files("scipix.models")))


def _chosen(variable: str) -> Path | None:
    """The folder that the environment names; an empty variable counts as unset."""
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else None
