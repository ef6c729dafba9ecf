"""How probably formulas of documents are right: as the result panel shows it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from documents import SHORT

from scipix.app.documents.convert import glyph_classes
from scipix.app.documents.judging import judge, raw
from scipix.app.documents.pdf import open_document
from scipix.app.documents.read import PageReader
from scipix.app.memory import calibration
from scipix.app.memory.database import FILE, Database
from scipix.app.memory.history import History
from scipix.app.memory.learned import Learner
from scipix.app.memory.learning import Learning
from scipix.app.paths import models_dir
from scipix.engine.types import Alternative, Recognition


def answer(confidence: float, *scores: float, model: str = "") -> Recognition:
    alternatives = tuple(Alternative(f"x_{n}", score) for n, score in enumerate(scores or (0.0,)))
    shipped = calibration.load_shipped(models_dir())
    assert shipped is not None
    return Recognition("x_0", (), alternatives, confidence, (), (), "cpu", model or shipped.version, 9, 9)


def with_curve(folder: Path, places: list[float], chances: list[float]) -> Path:
    """A memory whose verdicts have bent the curve."""
    database = Database(folder / FILE)
    learned = {"places": places, "chances": chances, "curve": 50, "weight": 0, "verdicts": 50, "made": 0,
               "formulas": 0, "counts": []}  # fmt: skip
    database.set_meta("learned", json.dumps(learned))
    database.close()
    return folder


def test_it_is_what_memory_says_of_the_same_answer(tmp_path: Path) -> None:
    folder = with_curve(tmp_path, [0.0, 0.5, 1.0], [0.0, 0.2, 0.6])
    database = Database(folder / FILE)
    learner = Learner(database, Learning(database, History(database)), calibration.load_shipped(models_dir()))
    for one in (answer(0.99, -0.1, -9.0), answer(0.4, -1.0, -1.1), answer(0.7, model="older")):
        assert judge(models_dir(), folder)(one) == pytest.approx(learner.probability(one))
    database.close()


def test_without_a_memory_the_shipped_model_alone_tells_and_none_is_made(tmp_path: Path) -> None:
    known = judge(models_dir(), tmp_path / "memory")
    assert known(answer(0.99, -0.1, -9.0)) > known(answer(0.99, -0.1, -0.11)) + 0.02
    assert not (tmp_path / "memory").exists()


def test_a_damaged_memory_bends_nothing(tmp_path: Path) -> None:
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / FILE).mkdir()
    one = answer(0.9, -0.1, -2.0)
    assert judge(models_dir(), tmp_path / "memory")(one) == judge(models_dir(), tmp_path / "none")(one)


def test_weights_that_nothing_was_fitted_for_are_believed(tmp_path: Path) -> None:
    assert judge(models_dir(), tmp_path)(answer(0.7, model="older")) == 0.7
    assert raw(replace(answer(0.7), confidence=float("nan"))) == 0.5


def test_a_page_shows_the_judged_probability() -> None:
    from scipix.app.service import open_service

    reader = PageReader(
        open_document(SHORT),
        open_service("cpu").recognizer,
        glyph_classes(models_dir()),
        judge=lambda _: 0.25,
    )
    assert {formula.confidence for formula in reader.read(0).formulas()} == {0.25}
