"""What a confidence means in words, and where doubt begins. The window translates the phrases."""

from __future__ import annotations

from enum import StrEnum

SURE = 0.95
"""From here on nothing is tinted."""
DOUBTFUL = 0.5
"""From here up to SURE a symbol is worth a look; below it is probably wrong."""


class Level(StrEnum):
    """How much a probability is worth to a reader; unknown ones (NaN) raise no doubt."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    UNLIKELY = "unlikely"
    UNKNOWN = "unknown"


_WORDS = {
    Level.SURE: "looks right",
    Level.DOUBTFUL: "compare it with the picture",
    Level.UNLIKELY: "probably wrong",
    Level.UNKNOWN: "confidence unknown",
}


def level(probability: float) -> Level:
    """The level of a probability in 0..1."""
    if probability != probability:
        return Level.UNKNOWN
    if probability >= SURE:
        return Level.SURE
    return Level.DOUBTFUL if probability >= DOUBTFUL else Level.UNLIKELY


def is_doubtful(probability: float) -> bool:
    """Whether a symbol of this probability is tinted."""
    return level(probability) in (Level.DOUBTFUL, Level.UNLIKELY)


def words(confidence: float) -> str:
    """The meaning of a whole answer's confidence, in English."""
    return _WORDS[level(confidence)]
