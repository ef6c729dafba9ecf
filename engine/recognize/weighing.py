"""Which of several readings is right: what the parser, the eyes and the language model say, weighed.

The parser knows the classes that the eyes saw, and its opinion on them is surer than it is right; so the eyes
are asked once more, by themselves. Writers use the symbols again that they have used, so each new word of a
formula costs something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.language import OnceRead
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.recognize.reading import BEHIND, Reading, merged

WEIGHTS = np.array([0.68, 0.40, 0.19, 0.48, -0.48], np.float32)
"""Of the columns of :func:`evidence`. Fitted (``models.training.weigh``) so that the right ones among the
readings of development pictures are as likely as can be. Words get something back, lest the shortest reading
be the likeliest."""


def evidence(readings: Sequence[Reading], language: OnceRead) -> FloatArray:
    """(N, 5): log probabilities of N readings to parser, eyes and language model, words, different words."""
    written, words, different = language.read([reading.latex for reading in readings])
    scores, eyes = np.array([(reading.score, reading.eyes) for reading in readings], np.float32).T
    return np.stack([scores, eyes, written, words, different], 1)


def apart(readings: Sequence[Reading]) -> tuple[list[Reading], list[Reading]]:
    """The readings that are not far behind the best one, and those that are."""
    least = max((reading.score for reading in readings), default=0.0) - BEHIND
    near = [reading for reading in readings if reading.score >= least]
    return near, [reading for reading in readings if reading.score < least]


def weighed(readings: Sequence[Reading], language: OnceRead) -> list[Reading]:
    """The same readings; those not far behind have become as likely as all the evidence makes them.

    Together they are as likely as before.
    """
    near, far = apart(readings)
    if len(near) < 2:
        return list(readings)
    scores = log_softmax(evidence(near, language) @ WEIGHTS)
    before = np.logaddexp.reduce([reading.score for reading in near])
    total = sum(reading.confidence for reading in near)
    return merged(
        far
        + [
            replace(reading, score=float(score + before), confidence=float(np.exp(score) * total))
            for reading, score in zip(near, scores, strict=True)
        ]
    )
