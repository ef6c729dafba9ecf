"""How probably a formula of a document is right: as the rest of the program shows it, not raw."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from scipix.app.memory import calibration
from scipix.app.memory.calibration import Curve, ShippedModel
from scipix.app.memory.database import FILE, Database, StorageError
from scipix.app.memory.history import History
from scipix.app.memory.learned import Learner
from scipix.app.memory.learning import Learning
from scipix.engine.types import Recognition

log = logging.getLogger(__name__)

Judge: TypeAlias = Callable[[Recognition], float]


def raw(answer: Recognition) -> float:
    """What the engine says itself, 0..1; 0.5 where it says nothing."""
    confidence = answer.confidence
    return min(1.0, max(0.0, confidence)) if confidence == confidence else 0.5


def judge(models: Path, memory: Path) -> Judge:
    """By the shipped model beside the weights and the user's verdicts in the folder of the memory.

    What is missing or cannot be read is left out; nothing is written.
    """
    shipped, curve = calibration.load_shipped(models), _curve(memory)
    return lambda answer: curve(_shipped(shipped, answer))


def _shipped(model: ShippedModel | None, answer: Recognition) -> float:
    if model is None or model.version != answer.model:
        return raw(answer)
    return model.probability(calibration.features(answer))


def _curve(memory: Path) -> Curve:
    if not (memory / FILE).is_file():
        return Curve()
    try:
        database = Database(memory / FILE)
    except StorageError as error:
        log.warning("%s. %s", error, error.hint)
        return Curve()
    try:
        return Learner(database, Learning(database, History(database)), None).current.curve
    finally:
        database.close()
