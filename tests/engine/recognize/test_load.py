"""Weights that are missing or tampered with are refused before they run, in words that help."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from golden_pictures import MODELS, needs_models

from scipix.engine.errors import ModelError, ProviderError
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.probes import OUTPUTS

pytestmark = needs_models

FILES = [*(f"{name}.onnx" for name in OUTPUTS), "classes.json", "words.json"]


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A copy of the weights to do harm to."""
    for file in (*FILES, "manifest.json"):
        shutil.copy(MODELS / file, tmp_path)
    return tmp_path


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def empty(path: Path) -> None:
    path.write_bytes(b"")


HARM: dict[str, Callable[[Path], None]] = {
    "flipped bit": flip_a_bit,
    "truncated": truncate,
    "longer": lengthen,
    "empty": empty,
    "deleted": Path.unlink,
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("file", FILES)
def test_a_harmed_file_is_refused(file: str, harm: str, models: Path) -> None:
    HARM[harm](models / file)
    with pytest.raises(ModelError) as caught:
        Recognizer.load(models, "cpu")
    assert caught.value.title == ("Model missing" if harm == "deleted" else "Model damaged")
    assert file in caught.value.message
    assert caught.value.hint


def rename(manifest: dict, old: str, new: str) -> None:
    manifest["models"][new] = manifest["models"].pop(old)


def swap(manifest: dict) -> None:
    """Whole files, each with its right sum, in each other's place."""
    entries = manifest["models"]
    entries["parser"], entries["glyphs"] = entries["glyphs"], entries["parser"]


MANIFESTS: dict[str, Callable[[dict], object]] = {
    "a sum too many": lambda manifest: manifest["models"]["detector"].update(sha256="0" * 64),
    "another size": lambda manifest: manifest["models"]["parser"].update(bytes=1),
    "no sum": lambda manifest: manifest["models"]["glyphs"].pop("sha256"),
    "a file elsewhere": lambda manifest: manifest["models"]["parser"].update(file="../parser.onnx"),
    "no models": lambda manifest: manifest.pop("models"),
    "no parser": lambda manifest: manifest["models"].pop("parser"),
    "another name": lambda manifest: rename(manifest, "classes", "labels"),
    "files exchanged": swap,
}


@pytest.mark.parametrize("wrong", MANIFESTS)
def test_a_wrong_manifest_is_refused(wrong: str, models: Path) -> None:
    path = models / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    MANIFESTS[wrong](manifest)
    path.write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(ModelError) as caught:
        Recognizer.load(models, "cpu")
    assert caught.value.message
    assert caught.value.hint


def name_with_its_own_sum(models: Path, name: str, content: bytes) -> None:
    """Put ``content`` in place of a model and make the manifest agree."""
    path = models / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    entry = manifest["models"][name]
    entry.update(sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
    (models / entry["file"]).write_bytes(content)
    path.write_text(json.dumps(manifest), "utf-8")


@pytest.mark.parametrize("content", [b"{", b"{}", b'{"classes": ["a", "b"], "heights": [0.5]}'])
def test_classes_that_make_no_sense_are_refused(content: bytes, models: Path) -> None:
    name_with_its_own_sum(models, "classes", content)
    with pytest.raises(ModelError) as caught:
        Recognizer.load(models, "cpu")
    assert caught.value.hint


def test_a_model_that_is_none_is_refused(models: Path) -> None:
    name_with_its_own_sum(models, "parser", b"not a model")
    with pytest.raises(ModelError) as caught:
        Recognizer.load(models, "cpu")
    assert caught.value.hint


def test_an_unharmed_copy_is_loaded(models: Path) -> None:
    assert Recognizer.load(models, "cpu").provider == "cpu"


def test_no_such_provider(models: Path) -> None:
    with pytest.raises(ProviderError) as caught:
        Recognizer.load(models, "abacus")
    assert "cpu" in caught.value.hint
