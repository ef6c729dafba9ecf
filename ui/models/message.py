"""What the window tells its user: one form for errors, warnings and plain news."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from scipix.engine.errors import EngineError
from scipix.ui.translation import told


class Severity(enum.StrEnum):
    """How much it matters; also the name of the icon."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """A message with at most one thing to do about it. ``seconds`` 0: it stays until closed."""

    severity: Severity
    title: str
    text: str = ""
    hint: str = ""
    action: str = ""
    on_action: Callable[[], None] | None = None
    seconds: int = 0

    @classmethod
    def of(cls, error: EngineError, about: str = "", severity: Severity = Severity.ERROR) -> Message:
        """An error of the engine or the program, with the name of the file or place it is about."""
        title, text, hint = told(error)
        return cls(severity, f"{about}: {title}" if about else title, text, hint)
