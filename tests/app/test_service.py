from __future__ import annotations

from pathlib import Path

import pytest
from fake_recognizer import FakeRecognizer
from formula_pictures import fraction_line

from scipix.app.paths import models_dir
from scipix.app.service import RecognitionService
from scipix.engine.errors import NoFormulaError


def test_service_hands_the_picture_on():
    recognizer = FakeRecognizer()
    result = RecognitionService(recognizer).recognise(fraction_line(), alternatives=2)
    assert result.latex == "x^{2}"
    assert recognizer.asked == [((60, 330), 2)]


def test_errors_of_the_engine_pass_through():
    with pytest.raises(NoFormulaError):
        RecognitionService(FakeRecognizer()).recognise(fraction_line()[:1, :1])


def test_models_are_found_beside_the_package(monkeypatch):
    monkeypatch.delenv("SCIPIX_MODELS", raising=False)
    assert models_dir().name == "models"
    assert (models_dir() / "__init__.py").is_file()


def test_models_can_be_put_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("SCIPIX_MODELS", str(tmp_path))
    assert models_dir() == Path(tmp_path)
