"""The use case of recognising one picture: the only thing that front ends call.

With a memory: what was answered before for the same picture is answered again, everything else goes to the
engine, is judged in the light of what was learned, and is recorded.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from numpy.typing import NDArray

from scipix.app.paths import models_dir
from scipix.engine.types import Checkpoint, Recognition, uninterrupted

if TYPE_CHECKING:  # engine and memory load when they are opened, not when a front end starts
    from scipix.app.memory.memory import Memory
    from scipix.engine.recognize.appearance import Adaptation
    from scipix.engine.recognize.exact import ExactFormula
    from scipix.engine.recognize.page_formulas import SeenFormula
    from scipix.engine.recognize.page_symbols import SeenPage
    from scipix.engine.recognize.symbol_likeness import Sight

log = logging.getLogger(__name__)

DEFAULT_ALTERNATIVES = 5


class FormulaRecognizer(Protocol):
    """What the service needs of the engine; tests pass a fake."""

    @property
    def provider(self) -> str: ...

    @property
    def version(self) -> str: ...

    def recognize(
        self,
        image: NDArray[Any],
        *,
        alternatives: int = 5,
        checkpoint: Checkpoint = uninterrupted,
        adaptation: Adaptation | None = None,
    ) -> Recognition: ...

    def read_symbols(
        self, formula: ExactFormula, *, alternatives: int = 5, checkpoint: Checkpoint = uninterrupted
    ) -> Recognition: ...

    def read_seen(
        self, formula: SeenFormula, *, alternatives: int = 5, checkpoint: Checkpoint = uninterrupted
    ) -> Recognition: ...

    def see_page(self, gray: NDArray[Any], checkpoint: Checkpoint = uninterrupted) -> SeenPage: ...

    def strangeness(self, one: Sight, other: Sight) -> NDArray[Any]: ...


@dataclass(frozen=True, slots=True)
class RecognitionService:
    """Recognises pictures with a recogniser that is already loaded. Not for use by two threads at once."""

    recognizer: FormulaRecognizer
    memory: Memory | None = None

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
        source: str = "snip",
        name: str = "",
        recall: bool = True,
    ) -> Recognition:
        """The answer for one picture (see app.images for arrays); raises the errors of the engine.

        ``checkpoint`` is called between the stages; what it raises ends the recognition. ``source`` (snip,
        clipboard, file, page) and ``name`` go to the history. Without ``recall`` the engine reads the picture
        even if the answer is known, for "recognise again".
        """
        if self.memory is None:
            return self.recognizer.recognize(image, alternatives=alternatives, checkpoint=checkpoint)
        start = time.perf_counter()
        answer, asked = None, None
        if recall:
            look = self.recognizer.strangeness
            answer, asked = self.memory.recall(image, alternatives, self.model, look)
        raw = answer
        if answer is None or raw is None:
            raw = self.recognizer.recognize(
                image, alternatives=alternatives, checkpoint=checkpoint, adaptation=self.memory.adaptation
            )
            answer = self.memory.judged(raw)
        spent = 1e3 * (time.perf_counter() - start)
        return self.memory.record(image, asked, raw, answer, alternatives, source, name, spent)

    def read_symbols(
        self,
        formula: ExactFormula,
        *,
        alternatives: int = DEFAULT_ALTERNATIVES,
        checkpoint: Checkpoint = uninterrupted,
    ) -> Recognition:
        """The answer for a formula whose symbols a document's page carries; boxes in points of the page."""
        return self.recognizer.read_symbols(formula, alternatives=alternatives, checkpoint=checkpoint)


def open_service(provider: str | None = None, folder: Path | None = None) -> RecognitionService:
    """Load the models once, on the provider of that name or the best; raises ModelError, ProviderError."""
    from scipix.engine.recognize.recognizer import Recognizer

    return RecognitionService(Recognizer.load(folder or models_dir(), provider))


def open_remembering_service(provider: str | None = None, folder: Path | None = None) -> RecognitionService:
    """The same with the user's memory; where that cannot be opened, without, and the log says so."""
    from scipix.app.memory.database import StorageError
    from scipix.app.memory.memory import open_memory
    from scipix.app.settings import load_settings

    service = open_service(provider, folder)
    try:
        return replace(service, memory=open_memory(load_settings().current))
    except StorageError as error:
        log.warning("%s. %s", error, error.hint)
        return service
