"""An entry as the history shows it: without its picture and without its reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from scipix.ui.models.entry import Entry, Source, SourceKind

if TYPE_CHECKING:
    from scipix.app.memory.history import Entry as KeptEntry

UNKNOWN, FAILED, CORRECTED = "unknown", "failed", "corrected"


@dataclass(frozen=True, slots=True)
class Card:
    """``key`` names the entry; ``kept`` is false where it ends with the program.

    ``verdict`` is one of app.memory.learning, "unknown" where nothing was said, or "corrected" where the
    answer was wrong and ``latex`` is right.
    """

    key: str
    latex: str
    confidence: float
    when: datetime
    source: Source
    verdict: str = UNKNOWN
    favourite: bool = False

    @property
    def kept(self) -> bool:
        """Whether memory has it."""
        return not self.key.startswith("#")

    @property
    def percent(self) -> str:
        """The confidence; never 100 %, for no answer is certain."""
        sure = self.confidence
        return f"{min(99, int(100 * sure))}%" if sure == sure else "?"

    @classmethod
    def of(cls, entry: Entry) -> Card:
        """The card of an entry of this run."""
        return cls(entry.key, entry.latex, entry.recognition.confidence, entry.when, entry.source)

    @classmethod
    def kept_as(cls, entry: KeptEntry) -> Card:
        """The card of an entry of memory."""
        when = datetime.fromtimestamp(entry.created).astimezone()
        source = Source(source_kind(entry.source), entry.name)
        return cls(entry.uuid, entry.latex, entry.confidence, when, source, entry.verdict, entry.favourite)


def source_kind(name: str) -> SourceKind:
    """The way in that memory calls by a name; a file for names of other programs."""
    if name == "page":  # of the command line
        return SourceKind.DOCUMENT
    return SourceKind(name) if name in set(SourceKind) else SourceKind.FILE
