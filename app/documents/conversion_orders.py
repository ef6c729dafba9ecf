"""What the process that converts documents is told, and what it tells."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from scipix.engine.types import Box


@dataclass(frozen=True, slots=True)
class ConversionOrder:
    """Convert pages of a file (``2-5,-1``; '' for all) into ``target``, in the format with that id.

    ``marks``: doubtful formulas are marked for review in the file.
    """

    path: Path
    password: str
    pages: str
    format: str
    target: Path
    provider: str | None = None
    marks: bool = True


class Command(enum.StrEnum):
    """Told while a conversion runs."""

    PAUSE = "pause"
    GO_ON = "go on"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class ReadFormula:
    """A formula in the text of a page: its place there, its box on the page (points).

    ``confidence`` is the probability that it is right.
    """

    start: int
    end: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page (from 0) was read, now or in a conversion before; ``problem`` is '' for one that could be read.

    ``text`` is Markdown. ``seconds_left`` is an estimate, None where there is no telling yet.
    """

    page: int
    text: str
    formulas: tuple[ReadFormula, ...]
    scanned: bool
    problem: str
    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class ConversionEnd:
    """``done`` of ``total`` pages are in ``target`` (None: nothing was written), ``failed`` marked."""

    target: Path | None
    done: int
    total: int
    failed: tuple[int, ...]


ConversionNews: TypeAlias = PageRead | ConversionEnd
