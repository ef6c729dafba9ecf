"""What a target is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.nodes import Row as Shown
from scipix.engine.latex.presentation.resolve import present_row
from scipix.engine.latex.syntax.nodes import Row
from scipix.engine.latex.syntax.reader import parse_syntax

__all__ = ["ConversionError", "Formula", "Group", "Target", "formula"]

Group: TypeAlias = Literal["latex", "web", "office", "text", "picture", "computation", "data"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that is free of errors: its source and what it says."""

    source: str
    syntax: Row

    def shown(self, *, display: bool = True) -> Shown:
        """Its presentation tree.

        Raises:
            ConversionError: LaTeX alone can show it (chemistry, references).
        """
        return present_row(self.syntax, display=display)


def formula(source: str) -> Formula:
    """Read a formula.

    Raises:
        LatexError: it has an error.
    """
    return Formula(source, parse_syntax(source))


@dataclass(frozen=True, slots=True)
class Target:
    """A format.

    ``id`` is its name on the command line, ``title`` its name for people, ``mime`` its types for the
    clipboard, the most telling first. ``convert`` raises ConversionError for what it cannot express.
    """

    id: str
    title: str
    group: Group
    extension: str
    mime: tuple[str, ...]
    convert: Callable[[Formula], str | bytes]
    kind: Literal["text", "binary"] = "text"
