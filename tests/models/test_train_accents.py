"""The accent network: boxes with and without accents, the training, the export."""

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

from scipix.engine.latex import symbols as S  # noqa: E402
from scipix.engine.preprocess.pipeline import at_scale, straighten  # noqa: E402
from scipix.engine.recognize.accents import PATCH  # noqa: E402
from scipix.engine.recognize.detect import symbols  # noqa: E402
from scipix.engine.recognize.recognizer import Recognizer  # noqa: E402
from scipix.engine.weights import read_manifest, read_model  # noqa: E402
from scipix.models.training import accent_boxes, export, train_accents  # noqa: E402
from scipix.models.training.accent_boxes import (  # noqa: E402
    CERTAIN,
    DOUBTFUL,
    FOUND,
    MADE,
    MADE_WITHOUT,
    Boxes,
    found_boxes,
    hidden_in,
    made_boxes,
)
from scipix.models.training.accents import AccentFinder  # noqa: E402
from scipix.models.training.resume import load_weights  # noqa: E402
from scipix.models.training.vocabulary import visual_classes  # noqa: E402

MODELS = Path(export.__file__).parent.parent
GOLDENS = MODELS.parent / "tests" / "engine" / "recognize" / "goldens"
CLASSES = visual_classes()
IS_ACCENT = np.array([name in S.ACCENTS for name in CLASSES])
HAT, X = CLASSES.index(r"\hat"), CLASSES.index("x")


def drawn() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A letter with an accent, three pixels above it, and one without."""
    boxes = np.array([[20, 20, 30, 23], [18, 26, 32, 40], [60, 26, 74, 40]], np.float32)
    gray = np.full((60, 100), 255, np.uint8)
    for x0, y0, x1, y1 in boxes.astype(int):
        gray[y0:y1, x0:x1] = 0
    return gray, boxes, np.array([HAT, X, X])


def test_what_lies_in_a_box_is_told_by_its_area() -> None:
    true = np.array([[0, 0, 10, 10], [2, -4, 8, -1], [40, 0, 50, 10]], np.float32)
    found = np.array([[0, -5, 10, 10], [40, 0, 50, 10]], np.float32)
    assert hidden_in(found, true, np.array([0, 2])).tolist() == [1, -1]
    assert hidden_in(found, true, np.array([0, 1])).tolist() == [-1, 2]
    assert hidden_in(found - 100, true, np.array([0, -1])).tolist() == [-1, -1]


def test_made_boxes_hold_accent_and_letter() -> None:
    made = [next(made_boxes(drawn(), IS_ACCENT, np.random.default_rng(seed))) for seed in range(20)]
    for boxes in made:
        assert boxes.kind.tolist() == [MADE]
        accent, letter = boxes.places[0, :4], boxes.places[0, 4:]
        assert accent[3] < letter[1]
        assert boxes.patches.shape == (1, PATCH, PATCH)
        height = np.exp(boxes.sizes[0, 1]) * 24
        assert 14 < height < 23
    alone = [
        boxes
        for seed in range(20)
        for boxes in made_boxes(drawn(), IS_ACCENT, np.random.default_rng(seed))
        if boxes.kind[0] == MADE_WITHOUT
    ]
    assert 3 < len(alone) < 17
    assert all((boxes.places == 0).all() for boxes in alone)


def test_far_away_is_no_accent_of_it() -> None:
    gray, boxes, labels = drawn()
    boxes = boxes + np.array([[0, -15, 0, -15], [0, 0, 0, 0], [0, 0, 0, 0]], np.float32)
    assert not list(made_boxes((gray, boxes, labels), IS_ACCENT, np.random.default_rng(1)))


def test_what_is_found_is_told_by_what_is_true() -> None:
    recognizer = Recognizer.load(MODELS, "cpu")
    eyes = recognizer.eyes
    gray = cv2.imread(str(GOLDENS / "gauss_sum.png"), cv2.IMREAD_GRAYSCALE)
    gray = at_scale(straighten(np.asarray(gray, np.uint8), 0)).gray
    boxes = symbols(eyes, gray)[1].boxes
    labels = np.full(len(boxes), X)
    (plain,) = found_boxes(eyes, (gray, boxes, labels), IS_ACCENT)
    assert len(plain.kind) == len(boxes)
    assert set(plain.kind.tolist()) <= {CERTAIN, DOUBTFUL}
    # The first box holds an accent, if the letter is only its lower part.
    first = boxes[0]
    height = first[3] - first[1]
    letter, accent = first.copy(), first.copy()
    letter[1], accent[3] = first[1] + 0.3 * height, first[1] + 0.25 * height
    true = np.concatenate([letter[None], boxes[1:], accent[None]])
    (seen,) = found_boxes(eyes, (gray, true, np.append(labels, HAT)), IS_ACCENT)
    assert np.flatnonzero(seen.kind == FOUND).tolist() == [0]
    assert seen.places[0, 3] < seen.places[0, 5]
    (without,) = found_boxes(eyes, (gray, true[:-1], labels), IS_ACCENT)
    assert len(without.kind) == len(boxes) - 1, "a box that is too large may hold anything"


def some_boxes(count: int = 400) -> Boxes:
    """Half of them with a black bar in the upper part, at the same place."""
    rng = np.random.default_rng(4)
    holds = np.arange(count) % 2 == 0
    patches = rng.integers(0, 60, (count, PATCH, PATCH)).astype(np.uint8)
    patches[:, 16:24, 10:22] = 255
    patches[holds, 6:9, 10:22] = 255
    places = np.where(holds[:, None], [-0.2, -0.3, 0.2, -0.2, -0.2, 0, 0.2, 0.25], 0).astype(np.float32)
    kinds = np.where(holds, rng.choice([FOUND, MADE], count), rng.choice([DOUBTFUL, CERTAIN], count))
    return Boxes(patches, np.zeros((count, 2), np.float32), places, kinds.astype(np.int8))


@pytest.mark.usefixtures("own_clock")
def test_accents_and_their_places_are_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train_accents, "read", lambda _: some_boxes())
    options = argparse.Namespace(
        models=MODELS, data=tmp_path, held_out=tmp_path, seen=tmp_path, out=tmp_path, pictures=0, workers=1,
        minutes=0.12, rate=3e-3, seed=1, threads=1, resume=None,
    )  # fmt: skip
    train_accents.train(options)
    last = capsys.readouterr().out.splitlines()[-1]
    assert "found 1.000 1.000" in last
    assert float(last.rsplit(" ", 1)[1]) < 0.06
    again = AccentFinder()
    load_weights(again, tmp_path / "accents.pt", CLASSES)


def test_a_folder_without_boxes_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no boxes"):
        accent_boxes.read(tmp_path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_is_exported_beside_what_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.manual_seed(1)
    finder = AccentFinder().eval()
    torch.save({"average": finder.state_dict(), "seen": 7, "classes": CLASSES}, tmp_path / "accents.pt")
    arguments = ["--accents", tmp_path / "accents.pt", "--base", MODELS, "--out", tmp_path / "new"]
    monkeypatch.setattr(sys, "argv", ["export", *map(str, arguments)])
    export.main()
    before, after = read_manifest(MODELS), read_manifest(tmp_path / "new")
    for name in ("detector", "classifier", "glyphs", "typeface", "parser", "classes"):
        assert read_model(after.model(name)) == read_model(before.model(name))
    entry = json.loads((tmp_path / "new" / "manifest.json").read_text("utf-8"))["models"]["accents"]
    assert entry["boxes_seen"] == 7
    assert entry["parity"] < 1e-3
    again = AccentFinder().eval()
    load_weights(again, tmp_path / "new")
    given = torch.rand(3, 1, PATCH, PATCH), torch.randn(3, 2)
    for one, other in zip(finder(*given), again(*given), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-3)
