"""What is in force at a place of the formula."""

from __future__ import annotations

from dataclasses import dataclass

from scipix.engine.latex.presentation.nodes import Font


@dataclass(frozen=True, slots=True)
class Context:
    """The font, None for the ordinary one, and whether the formula is displayed there."""

    font: Font | None = None
    display: bool = True
    text_font: Font = "normal"

    def with_font(self, font: Font) -> Context:
        """The same in another font."""
        return Context(font, self.display, self.text_font)

    def with_display(self, display: bool) -> Context:
        """The same, displayed or not."""
        return Context(self.font, display, self.text_font)
