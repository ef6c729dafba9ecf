from __future__ import annotations

import hashlib
import json

import pytest

from scipix.engine.errors import ModelError
from scipix.engine.weights import read_classes, read_manifest, read_model, read_words

CONTENT = b"these are weights"


@pytest.fixture
def models_dir(tmp_path):
    (tmp_path / "detector.onnx").write_bytes(CONTENT)
    entry = {"file": "detector.onnx", "sha256": hashlib.sha256(CONTENT).hexdigest(), "bytes": len(CONTENT)}
    write_manifest(tmp_path, {"models": {"detector": {**entry, "licence": "MIT"}}})
    return tmp_path


def write_manifest(folder, content):
    (folder / "manifest.json").write_text(json.dumps(content), "utf-8")


def test_untouched_model_is_read(models_dir):
    manifest = read_manifest(models_dir)
    model = manifest.model("detector")
    assert read_model(model) == CONTENT
    assert model.entry["licence"] == "MIT"
    assert len(manifest.version) == 12


def test_version_of_the_manifest_is_kept(models_dir):
    write_manifest(models_dir, {"version": "2026.1", "models": {}})
    assert read_manifest(models_dir).version == "2026.1"


@pytest.mark.parametrize(
    "content", [b"these are WEIGHTS", CONTENT + b"!", b""], ids=["changed", "longer", "empty"]
)
def test_tampered_model(models_dir, content):
    (models_dir / "detector.onnx").write_bytes(content)
    with pytest.raises(ModelError) as caught:
        read_model(read_manifest(models_dir).model("detector"))
    assert caught.value.title == "Model damaged"
    assert caught.value.hint


def test_missing_model(models_dir):
    (models_dir / "detector.onnx").unlink()
    with pytest.raises(ModelError, match="detector"):
        read_model(read_manifest(models_dir).model("detector"))


def test_unknown_model(models_dir):
    with pytest.raises(ModelError, match="parser"):
        read_manifest(models_dir).model("parser")


def test_missing_manifest(tmp_path):
    with pytest.raises(ModelError, match=r"manifest\.json"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"models": []}',
        '{"models": {"detector": {"file": "a"}}}',
        '{"models": {"detector": {"file": "../a", "sha256": "0", "bytes": 1}}}',
        "\x00",
    ],
)
def test_damaged_manifest(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(ModelError) as caught:
        read_manifest(tmp_path)
    assert caught.value.title == "Manifest damaged"


def classes_file(folder, content):
    (folder / "classes.json").write_bytes(content)
    entry = {"file": "classes.json", "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    write_manifest(folder, {"models": {"classes": entry}})
    return read_manifest(folder).model("classes")


def test_classes_with_their_heights(tmp_path):
    model = classes_file(tmp_path, b'{"classes": ["a", "b"], "heights": [0.5, 1]}')
    assert read_classes(model) == (("a", "b"), (0.5, 1.0))


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"classes": ["a"]}',
        b'{"classes": ["a"], "heights": ["tall"]}',
        b'{"classes": ["a", "b"], "heights": [0.5]}',
        b'{"classes": ["a", "a"], "heights": [0.5, 0.5]}',
        b'{"classes": ["a"], "heights": [NaN]}',
    ],
)
def test_classes_that_make_no_sense(tmp_path, content):
    with pytest.raises(ModelError) as caught:
        read_classes(classes_file(tmp_path, content))
    assert caught.value.title == "Model damaged"
    assert caught.value.hint


def test_classes_that_were_tampered_with(tmp_path):
    model = classes_file(tmp_path, b'{"classes": ["a"], "heights": [0.5]}')
    (tmp_path / "classes.json").write_bytes(b'{"classes": ["b"], "heights": [0.5]}')
    with pytest.raises(ModelError, match="SHA-256"):
        read_classes(model)


def test_words_in_their_order(tmp_path):
    assert read_words(classes_file(tmp_path, b'{"words": ["", "", "x", "+"]}')) == ("", "", "x", "+")


@pytest.mark.parametrize("content", [b"{", b"[]", b"{}", b"\xff\xfe", b'{"words": 3}'])
def test_words_that_make_no_sense(tmp_path, content):
    with pytest.raises(ModelError) as caught:
        read_words(classes_file(tmp_path, content))
    assert caught.value.title == "Model damaged"
