"""The typeface network: trained on what both classifiers know, exported behind what they answer."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")
pytest.importorskip("onnx", reason="needs the extra training")

from scipix.engine.preprocess.pipeline import at_scale, straighten  # noqa: E402
from scipix.engine.recognize.detect import detect  # noqa: E402
from scipix.engine.recognize.recognizer import Recognizer  # noqa: E402
from scipix.engine.weights import read_manifest, read_model  # noqa: E402
from scipix.models.training import export, train_typeface, typeface_symbols  # noqa: E402
from scipix.models.training.font_families import FONTS  # noqa: E402
from scipix.models.training.resume import known_fonts, load_weights  # noqa: E402
from scipix.models.training.train_heads import networks_of  # noqa: E402
from scipix.models.training.typeface import (  # noqa: E402
    FEATURES,
    ExportedTypeface,
    Typeface,
    folded,
    grown,
    inverse,
    last_layers,
    unfolded,
)
from scipix.models.training.typeface_symbols import Symbols, joined, of_picture  # noqa: E402
from scipix.models.training.vocabulary import visual_classes  # noqa: E402

MODELS = Path(export.__file__).parent.parent
GOLDENS = MODELS.parent / "tests" / "engine" / "recognize" / "goldens"
LAYERS = last_layers(*networks_of(MODELS, visual_classes()))
BACKS = inverse(LAYERS[0]), inverse(LAYERS[1])


def network() -> Typeface:
    """One that corrects something; a new one corrects nothing."""
    torch.manual_seed(1)
    made = Typeface(len(visual_classes())).eval()
    torch.nn.init.normal_(made.tell.weight, std=0.1)
    return made


def answers(count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Hidden layers of symbols, and what the classifiers answer from them."""
    features = torch.rand(count, FEATURES, generator=torch.Generator().manual_seed(2))
    context, shape = (layer(part) for layer, part in zip(LAYERS, features.chunk(2, 1), strict=True))
    return features, context.detach(), shape.detach()


def test_a_hidden_layer_follows_from_the_answers() -> None:
    features, *given = answers(5)
    found = torch.cat([back(one.double()).float() for one, back in zip(given, BACKS, strict=True)], 1)
    torch.testing.assert_close(found, features, rtol=1e-3, atol=1e-3)


def test_what_is_exported_answers_as_what_was_trained() -> None:
    made, (features, context, shape) = network(), answers(6)
    _, codes = made(features, torch.zeros(6, dtype=torch.long), 1)
    expected = codes @ made.tell.weight.T
    torch.testing.assert_close(folded(made, LAYERS)(context, shape), expected, rtol=1e-3, atol=1e-3)


def test_a_training_goes_on_from_what_was_exported() -> None:
    made, (features, *_) = network(), answers(6)
    again = unfolded(folded(made, LAYERS), LAYERS).eval()
    of = torch.zeros(6, dtype=torch.long)
    for one, other in zip(made(features, of, 1), again(features, of, 1), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-3)


def test_pictures_do_not_tell_of_one_another() -> None:
    made, (features, *_) = network(), answers(6)
    fonts, codes = made(features, torch.tensor([0, 0, 0, 1, 1, 1]), 2)
    for number, rows in enumerate((slice(0, 3), slice(3, 6))):
        alone = made(features[rows], torch.zeros(3, dtype=torch.long), 1)
        torch.testing.assert_close(alone[0][0], fonts[number])
        torch.testing.assert_close(alone[1], codes[rows])


def some_symbols(pictures: int = 40) -> Symbols:
    """Pictures of three doubtful symbols in one of two fonts, which alone tells what they are."""
    rng = np.random.default_rng(3)
    fonts = np.arange(pictures) % 2
    right = fonts.repeat(3)
    features = rng.random((3 * pictures, FEATURES)) * 0.2
    features[:, :20] += 2 * right[:, None]
    choices = np.tile(np.arange(8), (3 * pictures, 1))
    return Symbols(
        features.astype(np.float16), choices.astype(np.int16),
        np.tile(-np.arange(8) / 10, (3 * pictures, 1)).astype(np.float32), right.astype(np.int8),
        3 * np.arange(1, pictures + 1), fonts.astype(np.int8),
    )  # fmt: skip


@pytest.mark.usefixtures("own_clock")
def test_the_font_of_all_symbols_is_learned_and_what_they_are_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train_typeface, "read", lambda _: some_symbols())
    options = argparse.Namespace(
        models=MODELS, data=tmp_path, held_out=tmp_path, seen=tmp_path, out=tmp_path, pictures=0, workers=1,
        batch=8, minutes=0.2, rate=5e-3, seed=1, threads=1, resume=None,
    )  # fmt: skip
    train_typeface.train(options)
    first, *_, last = capsys.readouterr().out.splitlines()
    assert "classes 0.5000 0.5000 pictures 0.5000 0.5000" in first
    assert "fonts 1.000 classes 0.5000 1.0000 pictures 0.5000 1.0000" in last
    state = torch.load(tmp_path / "typeface.pt", weights_only=True)
    assert state["classes"] == visual_classes()


def test_every_symbol_of_a_picture_is_there_with_its_right_choice() -> None:
    recognizer = Recognizer.load(MODELS, "cpu")
    gray = cv2.imread(str(GOLDENS / "gauss_sum.png"), cv2.IMREAD_GRAYSCALE)
    gray = at_scale(straighten(np.asarray(gray, np.uint8), 0)).gray
    there = detect(recognizer.eyes, gray)
    picture = gray, there.boxes, there.choices[:, 0]
    (seen,) = of_picture(recognizer.eyes, BACKS, picture, 4)
    assert len(seen.right) == len(there) > 5
    assert (seen.choices[np.arange(len(there)), seen.right] == there.choices[:, 0])[seen.right >= 0].all()
    assert (seen.right >= 0).mean() > 0.8
    assert seen.fonts.tolist() == [4]
    none = gray, np.zeros((0, 4), np.float32), np.zeros(0, np.int64)
    assert not list(of_picture(recognizer.eyes, BACKS, none, 4))
    twice = joined([seen, seen])
    assert twice.ends.tolist() == [len(there), 2 * len(there)]


def test_a_folder_without_symbols_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no symbols"):
        typeface_symbols.read(tmp_path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_is_exported_beside_what_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = {"average": network().state_dict(), "seen": 7, "classes": visual_classes()}
    torch.save(state, tmp_path / "typeface.pt")
    arguments = ["--typeface", tmp_path / "typeface.pt", "--base", MODELS, "--out", tmp_path / "new"]
    monkeypatch.setattr(sys, "argv", ["export", *map(str, arguments)])
    export.main()
    before, after = read_manifest(MODELS), read_manifest(tmp_path / "new")
    for name in ("detector", "classifier", "glyphs", "parser", "classes"):
        assert read_model(after.model(name)) == read_model(before.model(name))
    entry = json.loads((tmp_path / "new" / "manifest.json").read_text("utf-8"))["models"]["typeface"]
    assert entry["symbols_seen"] == 7
    assert entry["parity"] < 1e-3
    assert entry["for"] == {name: before.model(name).sha256 for name in ("classifier", "glyphs")}


def test_the_shipped_one_belongs_to_the_shipped_classifiers() -> None:
    manifest = read_manifest(MODELS)
    made_for = manifest.model("typeface").entry["for"]
    assert made_for == {name: manifest.model(name).sha256 for name in ("classifier", "glyphs")}


def test_there_are_as_many_fonts_as_the_pictures_have() -> None:
    assert network().font.out_features == len(FONTS)


def test_fonts_that_are_added_change_no_answer_until_they_are_trained_on() -> None:
    torch.manual_seed(3)
    small = Typeface(len(visual_classes()), 4).eval()
    torch.nn.init.normal_(small.tell.weight, std=0.1)
    features, *_ = answers(6)
    pictures = torch.zeros(6, dtype=torch.long)
    bigger = grown(small).eval()
    fonts, codes = bigger(features, pictures, 1)
    known, own = small(features, pictures, 1)
    assert fonts.shape == (1, len(FONTS))
    torch.testing.assert_close(fonts[:, :4], known)
    torch.testing.assert_close(codes @ bigger.tell.weight.T, own @ small.tell.weight.T, rtol=1e-3, atol=1e-3)


def test_a_training_goes_on_from_the_shipped_weights() -> None:
    exported = ExportedTypeface(len(visual_classes()), known_fonts(MODELS))
    load_weights(exported, MODELS, visual_classes())
    assert grown(unfolded(exported, LAYERS)).font.out_features == len(FONTS)
