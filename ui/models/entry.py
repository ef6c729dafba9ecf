"""One recognised picture, as the window and its history hold it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from numpy.typing import NDArray

from scipix.engine.types import Recognition


class SourceKind(enum.StrEnum):
    """The ways in."""

    SNIP = "snip"
    CLIPBOARD = "clipboard"
    DROP = "drop"
    FILE = "file"
    SAMPLE = "sample"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture came from; ``name`` is the file's, empty where there is none."""

    kind: SourceKind
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A picture (read-only array, see app.images), its reading, and the LaTeX as the user left it.

    ``whole`` is false where only a small picture and the LaTeX of an old reading are left.
    """

    number: int
    image: NDArray[Any]
    recognition: Recognition
    latex: str
    source: Source
    when: datetime
    whole: bool = True

    @property
    def key(self) -> str:
        """Its name in memory; one with # in front where memory does not have it."""
        return self.recognition.entry or f"#{self.number}"
