"""The MathJax script that travels with the program."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path


class BundleError(Exception):
    """The script is missing or is not the one that was recorded; the message says which."""


def bundle_folder() -> Path:
    """Where the script and its record lie."""
    return Path(str(resources.files("scipix.resources"))) / "mathjax"


def read_bundle(folder: Path) -> str:
    """The script, if it is the one that ``bundle.json`` names.

    Raises:
        BundleError: it is missing, unreadable or damaged.
    """
    try:
        script = (folder / "mathjax.js").read_bytes()
        record = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
        expected = record["sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BundleError(f"it cannot be read: {error}") from error
    if hashlib.sha256(script).hexdigest() != expected:
        raise BundleError("its file is damaged")
    return script.decode("utf-8")
