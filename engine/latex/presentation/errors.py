"""What a target cannot express."""

from __future__ import annotations

from scipix.engine.errors import EngineError
from scipix.engine.latex.syntax.nodes import Located


class ConversionError(EngineError):
    """A format has no words for a construct of the formula; nothing is left out silently.

    ``construct`` names it, ``start`` and ``end`` are its place in the source, -1 where unknown.
    """

    def __init__(self, construct: str, place: Located | None = None, hint: str = "") -> None:
        self.construct = construct
        self.start = place.start if place else -1
        self.end = place.end if place else -1
        where = f" (at character {self.start + 1})" if self.start >= 0 else ""
        super().__init__(
            "The format cannot express this",
            f"{construct[:1].upper()}{construct[1:]} cannot be expressed{where}.",
            hint or "Choose another format or change the formula.",
        )
