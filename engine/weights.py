"""The weights beside the code: what the manifest names, checked before anything is loaded."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipix.engine.errors import ModelError

MANIFEST = "manifest.json"
_HINT = "Install scipix again, or get the repository's files again (git checkout -- models)."


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One entry of the manifest; ``entry`` holds everything it says (licence, metrics, input sizes ...)."""

    name: str
    path: Path
    sha256: str
    size: int
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The models by name, and the ``version`` that results are marked with."""

    models: Mapping[str, ModelFile]
    version: str

    def model(self, name: str) -> ModelFile:
        """The entry called ``name``; ModelError if the manifest has none."""
        try:
            return self.models[name]
        except KeyError:
            raise ModelError("Model missing", f"{MANIFEST} names no model {name!r}.", _HINT) from None


def read_manifest(models_dir: Path) -> Manifest:
    """Read ``models_dir/manifest.json``; ModelError if it is missing, malformed, or names files elsewhere."""
    path = models_dir / MANIFEST
    try:
        content = json.loads(path.read_text("utf-8"))
        entries = {name: _entry(models_dir, name, entry) for name, entry in content["models"].items()}
        version = str(content.get("version", "")) or _fingerprint(entries)
    except OSError as error:
        raise ModelError("Models missing", f"{path} cannot be read: {error.strerror}.", _HINT) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError("Manifest damaged", f"{path} is not a valid manifest: {error}.", _HINT) from error
    return Manifest(entries, version)


def _entry(models_dir: Path, name: str, entry: dict[str, Any]) -> ModelFile:
    file = str(entry["file"])
    if Path(file).name != file:
        raise ValueError(f"{file!r} is not a plain file name")
    return ModelFile(name, models_dir / file, str(entry["sha256"]).lower(), int(entry["bytes"]), entry)


def _fingerprint(entries: Mapping[str, ModelFile]) -> str:
    """A short name of exactly these weights, for manifests without a version."""
    sums = "".join(entries[name].sha256 for name in sorted(entries))
    return hashlib.sha256(sums.encode()).hexdigest()[:12]


def read_model(model: ModelFile) -> bytes:
    """The bytes of the model, proved to be the ones that the manifest names; ModelError otherwise.

    The bytes are returned, and not only checked, so that what was checked is what gets loaded.
    """
    try:
        content = model.path.read_bytes()
    except OSError as error:
        raise ModelError("Model missing", f"{model.path} cannot be read: {error.strerror}.", _HINT) from error
    if len(content) != model.size:
        text = f"{model.path} has {len(content)} bytes, the manifest says {model.size}."
        raise ModelError("Model damaged", text, _HINT)
    if hashlib.sha256(content).hexdigest() != model.sha256:
        text = f"{model.path} is not the file that the manifest names (SHA-256 differs)."
        raise ModelError("Model damaged", text, _HINT)
    return content


def read_classes(model: ModelFile) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Names of the visual classes and their heights in em, from the JSON file of the entry ``classes``.

    Raises ModelError if the file is not the one that the manifest names, or does not hold as many finite
    heights as different names.
    """
    content = read_model(model)
    try:
        described = json.loads(content.decode("utf-8"))
        classes = tuple(str(name) for name in described["classes"])
        heights = tuple(float(height) for height in described["heights"])
        if not len(set(classes)) == len(classes) == len(heights) or not all(map(math.isfinite, heights)):
            raise ValueError(f"{len(classes)} names and {len(heights)} heights do not go together")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        text = f"{model.path} does not list the classes: {error}."
        raise ModelError("Model damaged", text, _HINT) from error
    return classes, heights


def read_words(model: ModelFile) -> tuple[str, ...]:
    """Words of the language model in the order of their numbers, from the JSON file of the entry ``words``.

    Raises ModelError if the file is not the one that the manifest names, or does not list words.
    """
    content = read_model(model)
    try:
        return tuple(str(word) for word in json.loads(content.decode("utf-8"))["words"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError("Model damaged", f"{model.path} does not list the words: {error}.", _HINT) from error
