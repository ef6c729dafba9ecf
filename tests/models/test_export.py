"""A network exported anew stands beside those that stay."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")
pytest.importorskip("onnx", reason="needs the extra training")

from scipix.engine.weights import read_manifest, read_model  # noqa: E402
from scipix.models.training import export  # noqa: E402
from scipix.models.training.glyphs import GlyphClassifier  # noqa: E402
from scipix.models.training.low_rank import let_change, plain  # noqa: E402
from scipix.models.training.train_heads import heads_of, networks_of  # noqa: E402
from scipix.models.training.vocabulary import visual_classes  # noqa: E402

MODELS = Path(export.__file__).parent.parent


def checkpoint(folder: Path, classes: list[str]) -> Path:
    torch.manual_seed(3)
    path = folder / "glyphs.pt"
    state = GlyphClassifier(len(classes)).state_dict()
    torch.save({"average": state, "seen": 17, "classes": classes}, path)
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["export", *map(str, arguments)])
    export.main()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_is_not_named_stays_as_in_the_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs = checkpoint(tmp_path, visual_classes())
    run(monkeypatch, "--glyphs", glyphs, "--base", MODELS, "--out", tmp_path / "new", "--version", "9")
    before, after = read_manifest(MODELS), read_manifest(tmp_path / "new")
    for name in ("detector", "classifier", "parser", "classes"):
        assert read_model(after.model(name)) == read_model(before.model(name))
    assert read_model(after.model("glyphs")) != read_model(before.model("glyphs"))
    written = json.loads((tmp_path / "new" / "manifest.json").read_text("utf-8"))
    assert written["models"]["glyphs"]["symbols_seen"] == 17
    assert "typeface" not in written["models"]  # made for the classifiers before


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_heads_change_both_classifiers_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    classes = visual_classes()
    heads = heads_of(*networks_of(MODELS, classes))
    with torch.no_grad():
        heads.context[2].bias += 1.0
        heads.shape[2].bias -= 1.0
    torch.save({"average": heads.state_dict(), "seen": 5, "classes": classes}, tmp_path / "heads.pt")
    run(monkeypatch, "--heads", tmp_path / "heads.pt", "--base", MODELS, "--out", tmp_path / "new")
    before, after = read_manifest(MODELS), read_manifest(tmp_path / "new")
    for name in ("detector", "parser", "classes"):
        assert read_model(after.model(name)) == read_model(before.model(name))
    exported = heads_of(*networks_of(tmp_path / "new", classes))
    for name, value in heads.state_dict().items():
        torch.testing.assert_close(exported.state_dict()[name], value)


def test_other_classes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs = checkpoint(tmp_path, visual_classes()[:-1])
    with pytest.raises(SystemExit, match="classes"):
        run(monkeypatch, "--glyphs", glyphs, "--base", MODELS, "--out", tmp_path / "new")


def test_without_a_base_all_networks_are_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, "--glyphs", tmp_path / "glyphs.pt", "--out", tmp_path / "new")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_heads_of_low_rank_leave_the_old_weights_in_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    classes, new = visual_classes(), tmp_path / "new"
    heads = heads_of(*networks_of(MODELS, classes))
    let_change(heads, 2)
    with torch.no_grad():
        for name, value in heads.named_parameters():
            if name.endswith("left"):
                value.normal_(std=0.02)
    torch.save({"average": heads.state_dict(), "seen": 5, "classes": classes}, tmp_path / "heads.pt")
    named = ["--heads", tmp_path / "heads.pt", "--base", MODELS, "--half", "--change"]
    with pytest.raises(SystemExit):
        run(monkeypatch, *named, "--out", MODELS)
    run(monkeypatch, *named, "--out", new)
    before, after = read_manifest(MODELS), read_manifest(new)
    for name in ("classifier", "glyphs"):
        old, changed = read_model(before.model(name)), read_model(after.model(name))
        assert old != changed
        assert len(changed) < 1.05 * len(old)
    trained = plain(heads.state_dict())
    for name, value in heads_of(*networks_of(new, classes)).state_dict().items():
        torch.testing.assert_close(value, trained[name], rtol=0, atol=2e-3)
