from __future__ import annotations

import pickle

import pytest

from scipix.engine.errors import EngineError, ImageError, ModelError, NoFormulaError, ProviderError


@pytest.mark.parametrize("kind", [ImageError, NoFormulaError, ModelError, ProviderError])
def test_errors_say_what_and_what_to_do(kind):
    error = kind("Title", "what happened", "what to do")
    assert isinstance(error, EngineError)
    assert (error.title, error.message, error.hint) == ("Title", "what happened", "what to do")
    assert str(error) == "Title: what happened"


def test_errors_survive_pickling():
    error = pickle.loads(pickle.dumps(ImageError("a", "b", "c")))
    assert (error.title, error.message, error.hint) == ("a", "b", "c")
