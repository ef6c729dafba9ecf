"""A recogniser that answers at once, and remembers what it was asked."""

from __future__ import annotations

import numpy as np

from scipix.app.service import RecognitionService
from scipix.engine.errors import NoFormulaError
from scipix.engine.recognize.symbol_likeness import Sight
from scipix.engine.types import (
    Alternative,
    Box,
    Checkpoint,
    Recognition,
    StageTime,
    Symbol,
    Token,
    uninterrupted,
)


class FakeRecognizer:
    """Reads every picture as x^{2}; a blank one has no formula, and ``failure`` is raised if given."""

    def __init__(self, failure: Exception | None = None, latex: str = "x^{2}") -> None:
        self.failure = failure
        self.latex = latex
        self.asked: list[tuple[tuple[int, ...], int]] = []

    provider = "cpu"
    version = "fake"

    def recognize(
        self,
        image: np.ndarray,
        *,
        alternatives: int = 5,
        checkpoint: Checkpoint = uninterrupted,
        adaptation: object = None,
    ) -> Recognition:
        checkpoint()
        self.asked.append((image.shape, alternatives))
        if self.failure is not None:
            raise self.failure
        if image.size == 0 or image.min() == image.max():
            raise NoFormulaError("No formula found", "The picture is empty.", "Choose another.")
        box = Box(1.0, 2.0, 3.123456, 4.0)
        return Recognition(
            latex=self.latex,
            tokens=(Token("x", 0.9, box), Token("^", 0.8, None), Token("2", float("nan"), box)),
            alternatives=(Alternative(self.latex, -0.1), Alternative("x2", float("-inf"))),
            confidence=0.87,
            symbols=(Symbol("x", box, 0.9),),
            timings=(StageTime("all", 1.0),),
            provider="cpu",
            model="fake",
            width=image.shape[1],
            height=image.shape[0],
        )

    def strangeness(self, one: Sight, other: Sight) -> np.ndarray:
        return np.full(len(one.boxes), 0.69, np.float32)


class FakeOpener:
    """Opens services on one recogniser and counts how often."""

    def __init__(self, recognizer: FakeRecognizer | None = None) -> None:
        self.recognizer = recognizer or FakeRecognizer()
        self.opened: list[str | None] = []

    def __call__(self, provider: str | None) -> RecognitionService:
        self.opened.append(provider)
        return RecognitionService(self.recognizer)
