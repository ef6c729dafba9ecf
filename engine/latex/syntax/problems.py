"""What is wrong with a source, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scipix.engine.errors import EngineError

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fix:
    """The one thing that can have been meant: ``text`` instead of the characters ``start`` to ``end``."""

    start: int
    end: int
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. It concerns the characters ``start`` up to, not including, ``end``.

    ``fix`` is there where what to do is beyond doubt.
    """

    start: int
    end: int
    message: str
    hint: str
    severity: Severity = "error"
    fix: Fix | None = None


class LatexError(EngineError):
    """The source is not a formula in the supported language. ``problem`` says what is wrong and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__("The LaTeX has an error", problem.message, problem.hint)
        self.problem = problem

    @property
    def start(self) -> int:
        """Where the error begins, in characters of the source."""
        return self.problem.start
