"""The language model: texts of formulas, what is learned from them, and what is exported."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")
pytest.importorskip("onnx", reason="needs the extra training")

from scipix.engine.recognize.language import BORDER, UNKNOWN  # noqa: E402
from scipix.engine.weights import read_manifest, read_model, read_words  # noqa: E402
from scipix.models.training import export, texts, train_language  # noqa: E402
from scipix.models.training.language import ExportedLanguage, LanguageModel  # noqa: E402
from scipix.models.training.resume import load_weights  # noqa: E402

MODELS = Path(export.__file__).parent.parent


def some_texts() -> texts.Texts:
    """A source in which ``b`` follows ``a``, and random words of the grammar."""
    rng = np.random.default_rng(5)
    made = [list(rng.choice(list("abcd"), 8)) for _ in range(40)]
    return texts.numbered({"s": [["a", "b"] * 3] * 40, texts.GRAMMAR: made})


def test_sources_are_read_in_their_order_and_what_does_not_parse_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with gzip.open(tmp_path / "one.txt.gz", "wt", encoding="utf-8") as lines:
        lines.write("x ^ {2}\n\\frac{a\nx + \\gamma\n" + "x\n" * 3)
    out = tmp_path / "texts.npz"
    arguments = ["--formulas", tmp_path, "--made", 500, "--out", out]
    monkeypatch.setattr(sys, "argv", ["texts", *map(str, arguments)])
    texts.main()
    found = texts.read(out)
    x, power = found.words.index("x"), found.words.index("^")
    of_source = found.sources["0"].tolist()
    assert of_source[:4] == [BORDER, x, power, found.words.index("2")]
    assert of_source.count(BORDER) == 5
    assert of_source[-2:] == [BORDER, x]
    assert (found.sources[texts.GRAMMAR] == BORDER).sum() > 400
    assert f"{5 + (found.sources[texts.GRAMMAR] == BORDER).sum()} formulas" in capsys.readouterr().out


def test_rare_words_have_no_number() -> None:
    found = texts.numbered({"s": [["a"]] * 3 + [["b"]] * 2})
    assert found.words[UNKNOWN + 1 :] == ("a",)
    assert found.sources["s"].tolist() == [BORDER, 2] * 3 + [BORDER, UNKNOWN] * 2


def test_a_file_that_holds_no_texts_says_so(tmp_path: Path) -> None:
    (tmp_path / "texts.npz").write_bytes(b"nothing")
    with pytest.raises(SystemExit, match="no texts"):
        texts.read(tmp_path / "texts.npz")


def test_rows_begin_with_a_formula_and_leave_borders_out() -> None:
    found = some_texts()
    rows = np.stack(list(islice(train_language.rows(found, 1), 200)))
    assert rows.shape[1] == 161
    assert (rows[:, 0] == BORDER).all()
    borders = (rows[:, 1:] == BORDER).sum(1)
    assert len(np.unique(borders)) > 2
    followed = {int(word) for word in rows[:, 1]}
    assert followed >= {found.words.index(word) for word in "abcd"}, "rows of the source and of the grammar"


def test_a_word_does_not_know_those_behind_it() -> None:
    torch.manual_seed(1)
    model = LanguageModel(20).eval()
    one = torch.randint(0, 20, (1, 30))
    other = one.clone()
    other[0, 20] = (other[0, 20] + 1) % 20
    before, after = model(one), model(other)
    torch.testing.assert_close(before[:, :20], after[:, :20])
    assert (before[:, 20:] - after[:, 20:]).abs().max() > 1e-3


@pytest.mark.usefixtures("own_clock")
def test_what_follows_is_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts.save(some_texts(), tmp_path / "texts.npz")
    (tmp_path / "held.txt").write_text("ababab\n", "utf-8")
    options = argparse.Namespace(
        texts=tmp_path / "texts.npz", held_out=tmp_path / "held.txt", out=tmp_path, batch=4, minutes=0.2,
        rate=3e-3, seed=1, threads=1, resume=None,
    )  # fmt: skip
    train_language.train(options)
    assert float(capsys.readouterr().out.split("held out ")[-1].split()[0]) < 1.0
    state = torch.load(tmp_path / "language.pt", weights_only=True)
    model = LanguageModel(len(state["words"])).eval()
    model.load_state_dict(state["average"])
    a, b = state["words"].index("a"), state["words"].index("b")
    chances = model(torch.tensor([[BORDER, a, b, a]]))[0, -1].softmax(0)
    assert chances[b] > 0.8
    options.resume, options.minutes = tmp_path / "language.pt", 0.01
    train_language.train(options)
    texts.save(texts.numbered({"s": [["b", "c", "d", "a", "b"]] * 5}), tmp_path / "texts.npz")
    with pytest.raises(SystemExit, match="other words"):
        train_language.train(options)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_is_exported_in_bytes_beside_what_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.manual_seed(1)
    model = LanguageModel(50).eval()
    words = ["", "", *(f"\\w{number}" for number in range(48))]
    state = {"average": model.state_dict(), "seen": 7, "words": words}
    checkpoint, new = tmp_path / "language.pt", tmp_path / "new"
    torch.save(state, checkpoint)
    arguments = ["--language", checkpoint, "--base", MODELS, "--half", "--out", new]
    monkeypatch.setattr(sys, "argv", ["export", *map(str, arguments)])
    export.main()
    before, after = read_manifest(MODELS), read_manifest(new)
    for name in ("detector", "classifier", "glyphs", "typeface", "accents", "parser", "classes"):
        assert read_model(after.model(name)) == read_model(before.model(name))
    entry = json.loads((new / "manifest.json").read_text("utf-8"))["models"]["language"]
    assert entry["words_seen"] == 7
    assert entry["parity"] < 1e-3
    parameters = sum(value.numel() for value in model.parameters())
    assert entry["bytes"] < 1.2 * parameters
    assert read_words(after.model("words")) == tuple(words)
    again = LanguageModel(50).eval()
    load_weights(again, new)
    asked = torch.randint(0, 50, (3, 12))
    difference = (ExportedLanguage(model)(asked) - ExportedLanguage(again)(asked)).abs()
    assert 0 < difference.max() < 0.2, "rounded, but the same network"
