"""A renderer's complaint in the form of a problem of the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipix.ui.preview.messages import PreviewFailure


@dataclass(frozen=True, slots=True)
class RenderProblem:
    """Has the fields of scipix.engine.latex.validate.Problem."""

    start: int
    end: int
    message: str
    hint: str
    severity: str = "error"
    fix: None = None

    @classmethod
    def of(cls, failure: PreviewFailure) -> RenderProblem:
        """At the place that the renderer names, else the whole source."""
        if failure.start is None:
            return cls(0, len(failure.latex), failure.message, failure.hint)
        return cls(failure.start, failure.start + 1, failure.message, failure.hint)
