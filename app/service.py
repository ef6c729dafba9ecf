"""The use case of recognising one picture: the only thing that front ends call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from numpy.typing import NDArray

from scipix.app.paths import models_dir
from scipix.engine.types import Checkpoint, Recognition, uninterrupted

DEFAULT_ALTERNATIVES = 5


class FormulaRecognizer(Protocol):
    """What the service needs of the engine; tests pass a fake."""

    @property
    def provider(self) -> str: ...

    @property
    def version(self) -> str: ...

    def recognize(
        self, image: NDArray[Any], *, alternatives: int = 5, checkpoint: Checkpoint = uninterrupted
    ) -> Recognition: ...


@dataclass(frozen=True, slots=True)
class RecognitionService:
    """Recognises pictures with a recogniser that is already loaded. Not for use by two threads at once."""

    recognizer: FormulaRecognizer

    @property
    def provider(self) -> str:
        """The execution provider that has proved to run: ``cuda``, ``directml``, ``coreml`` or ``cpu``."""
        return self.recognizer.provider

    @property
    def model(self) -> str:
        """The version of the weights."""
        return self.recognizer.version

    def recognise(
        self,
        image: NDArray[Any],
        *,
        alternatives: int = DEFAULT_ALTERNATIVES,
        checkpoint: Checkpoint = uninterrupted,
    ) -> Recognition:
        """The answer for one picture (see app.images for arrays); raises the errors of the engine.

        ``checkpoint`` is called between the stages; what it raises ends the recognition.
        """
        return self.recognizer.recognize(image, alternatives=alternatives, checkpoint=checkpoint)


def open_service(provider: str | None = None, folder: Path | None = None) -> RecognitionService:
    """Load the models once, on the provider of that name or the best; raises ModelError, ProviderError."""
    from scipix.engine.recognize.recognizer import Recognizer

    return RecognitionService(Recognizer.load(folder or models_dir(), provider))
