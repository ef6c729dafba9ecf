from __future__ import annotations

import pytest
from golden_pictures import FOLDER, MODELS, TRUTH

from scipix.app.images import load_file
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.types import Recognition


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    """The real weights on the processor, loaded once."""
    if not (MODELS / "manifest.json").is_file():
        pytest.skip("models/manifest.json does not exist: no weights yet")
    return Recognizer.load(MODELS, "cpu")


@pytest.fixture(scope="session")
def recognised(recognizer: Recognizer) -> dict[str, Recognition]:
    """The answer for each golden file."""
    return {file: recognizer.recognize(load_file(FOLDER / file)) for file in TRUTH}
