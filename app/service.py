"""The use case of recognising one picture: the only thing that front ends call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from numpy.typing import NDArray

from scipix.app.paths import models_dir
from scipix.engine.types import Recognition

DEFAULT_ALTERNATIVES = 5


class FormulaRecognizer(Protocol):
    """What the service needs of the engine; tests pass a fake."""

    def recognize(self, image: NDArray[Any], *, alternatives: int = 5) -> Recognition: ...


@dataclass(frozen=True, slots=True)
class RecognitionService:
    """Recognises pictures with a recogniser that is already loaded. Not for use by two threads at once."""

    recognizer: FormulaRecognizer

    def recognise(self, image: NDArray[Any], *, alternatives: int = DEFAULT_ALTERNATIVES) -> Recognition:
        """The answer for one picture (see app.images for arrays); raises the errors of the engine."""
        return self.recognizer.recognize(image, alternatives=alternatives)


def open_service(provider: str | None = None, folder: Path | None = None) -> RecognitionService:
    """Load the models once, on the provider of that name or the best; raises ModelError, ProviderError."""
    from scipix.engine.recognize.recognizer import Recognizer

    return RecognitionService(Recognizer.load(folder or models_dir(), provider))
