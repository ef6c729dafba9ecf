"""An entry of the history as it can be shown again: its picture, and its reading with all that is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory import answers, pictures
from scipix.app.memory.history import Entry
from scipix.app.memory.memory import Memory
from scipix.engine.types import Alternative, Recognition


@dataclass(frozen=True, slots=True)
class Past:
    """``whole`` is false where only the LaTeX and a small picture are left, which teach nothing."""

    image: NDArray[Any]
    recognition: Recognition
    whole: bool


def past(memory: Memory, entry: Entry) -> Past:
    """What is left of an entry. Any thread; raises sqlite3.Error.

    The recognition is what the engine said, even where the entry was corrected since.
    """
    row = memory.database.reader().execute(
        "SELECT png, answer, corrected FROM picture"
        " WHERE entry=? OR id=(SELECT answered FROM entry WHERE uuid=?)", (entry.uuid, entry.uuid),
    ).fetchone()  # fmt: skip
    image = pictures.decode(row[0]) if row else None
    answer = None if image is None else _answer(str(row[1]), image)
    if image is None or answer is None:
        return Past(_thumbnail(memory, entry), _bare(memory, entry), False)
    said = memory.learning.of_entry(entry.uuid)
    if row[2] is None:
        answer = memory.learner.calibrated(answer)
    elif said is None:  # another entry of the same picture was corrected, or the correction answered here
        answer = replace(answer, latex=entry.latex, confidence=entry.confidence)
    else:
        answer = replace(
            answer, latex=said.predicted, confidence=said.confidence, alternatives=_beam(said.beam)
        )
    return Past(image, replace(answer, entry=entry.uuid, cached=entry.cached), True)


def _answer(text: str, image: NDArray[Any]) -> Recognition | None:
    """The remembered reading with its boxes on the remembered picture, which is all ink."""
    height, width = image.shape[:2]
    try:
        return answers.from_text(text, (0, 0, width, height), width, height, 1.0)
    except (ValueError, KeyError, TypeError):
        return None


def _beam(beam: tuple[tuple[str, float], ...]) -> tuple[Alternative, ...]:
    return tuple(Alternative(latex, score) for latex, score in beam)


def _thumbnail(memory: Memory, entry: Entry) -> NDArray[Any]:
    """The small picture; white paper where that is damaged."""
    image = pictures.decode(memory.history.thumbnail(entry.uuid))
    return np.full((32, 96), 255, np.uint8) if image is None else image


def _bare(memory: Memory, entry: Entry) -> Recognition:
    said = memory.learning.of_entry(entry.uuid)
    latex = entry.latex if said is None else said.predicted
    beam = (Alternative(latex, 0.0),) if said is None else _beam(said.beam)
    return Recognition(
        latex, (), beam, entry.confidence, (), (), "", entry.model, entry.width, entry.height, entry.cached,
        entry=entry.uuid,
    )  # fmt: skip
