"""The last layers of both classifiers, trained together on symbols as they are found."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")
pytest.importorskip("onnx", reason="needs the extra training")

from scipix.engine.preprocess.pipeline import at_scale, straighten  # noqa: E402
from scipix.engine.recognize.detect import detect  # noqa: E402
from scipix.engine.recognize.recognizer import Recognizer  # noqa: E402
from scipix.models.training import found_symbols, train_heads  # noqa: E402
from scipix.models.training.found_symbols import Found, of_picture  # noqa: E402
from scipix.models.training.glyphs import GlyphClassifier  # noqa: E402
from scipix.models.training.low_rank import plain  # noqa: E402
from scipix.models.training.resume import load_weights  # noqa: E402
from scipix.models.training.vocabulary import visual_classes  # noqa: E402

MODELS = Path(found_symbols.__file__).parent.parent
GOLDENS = MODELS.parent / "tests" / "engine" / "recognize" / "goldens"


def seen_with_truth() -> tuple[Found, np.ndarray]:
    """A picture's symbols, taken for what the recogniser takes them for, and these classes."""
    recognizer = Recognizer.load(MODELS, "cpu")
    gray = cv2.imread(str(GOLDENS / "gauss_sum.png"), cv2.IMREAD_GRAYSCALE)
    gray = at_scale(straighten(np.asarray(gray, np.uint8), 0)).gray
    there = detect(recognizer.eyes, gray)
    glyphs = GlyphClassifier(len(recognizer.classes))
    load_weights(glyphs, MODELS, recognizer.classes)
    truth = gray, there.boxes, there.choices[:, 0]
    return of_picture(recognizer.eyes, glyphs.eval(), truth, np.random.default_rng(1)), there.choices[:, 0]


def test_the_heads_tell_of_what_is_found_what_the_recogniser_tells() -> None:
    symbols, classes = seen_with_truth()
    heads = train_heads.heads_of(*train_heads.networks_of(MODELS, visual_classes()))
    assert len(symbols) == len(classes) > 5
    assert train_heads.evaluate(heads, symbols).startswith("classes 1.0000")


def test_unknown_and_missed_symbols_are_left_out() -> None:
    recognizer = Recognizer.load(MODELS, "cpu")
    glyphs = GlyphClassifier(len(recognizer.classes)).eval()
    gray = np.full((64, 96), 255, np.uint8)
    rng = np.random.default_rng(1)
    assert len(of_picture(recognizer.eyes, glyphs, (gray, np.zeros((0, 4)), np.zeros(0, int)), rng)) == 0
    cv2.putText(gray, "x", (30, 44), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 2)
    there = detect(recognizer.eyes, gray).boxes
    assert len(there)
    assert len(of_picture(recognizer.eyes, glyphs, (gray, there, np.full(len(there), -1)), rng)) == 0
    assert len(of_picture(recognizer.eyes, glyphs, (gray, there, np.full(len(there), 3)), rng)) == len(there)


def test_what_is_mistaken_is_learned() -> None:
    symbols, classes = seen_with_truth()
    others = Found(symbols.context, symbols.shape, (symbols.labels + 1) % len(classes))
    heads = train_heads.heads_of(*train_heads.networks_of(MODELS, visual_classes()))
    assert train_heads.evaluate(heads, others).startswith("classes 0.0")
    optimizer = torch.optim.AdamW(heads.parameters(), lr=1e-2)
    for _ in range(12):
        optimizer.zero_grad()
        sum(train_heads.losses(heads, others)).backward()
        optimizer.step()
    assert train_heads.evaluate(heads, others) == "classes 1.0000 by context 1.0000 by shape 1.0000"


@pytest.mark.parametrize("rank", [None, 2])
def test_a_training_leaves_a_checkpoint_with_its_classes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rank: int | None
) -> None:
    symbols, _ = seen_with_truth()
    monkeypatch.setattr(train_heads, "found", lambda *_: symbols)
    train_heads.train(
        argparse.Namespace(
            resume=MODELS, data=tmp_path, held_out=tmp_path, out=tmp_path, pictures=1, workers=1, batch=4,
            minutes=0.02, rate=1e-4, seed=1, threads=1, rank=rank,
        )
    )  # fmt: skip
    assert "classes 1.0000" in capsys.readouterr().out.splitlines()[0]
    state = torch.load(tmp_path / "heads.pt", weights_only=True)
    assert state["classes"] == list(Recognizer.load(MODELS, "cpu").classes)
    assert state["seen"] >= 4
    found = train_heads.heads_of(*train_heads.networks_of(MODELS, state["classes"]))
    assert plain(state["average"]).keys() == found.state_dict().keys()


def test_every_symbol_comes_once_before_any_comes_again() -> None:
    rows = np.arange(10)
    source = train_heads.batches(Found(rows[:, None], rows[:, None], rows), 5, 1)
    assert sorted([*next(source).labels, *next(source).labels]) == rows.tolist()
