"""Markdown with formulas, in the flavours of Mathpix, GitHub and Jupyter."""

from __future__ import annotations

from scipix.engine.latex.syntax.nodes import Opaque, Row
from scipix.engine.latex.syntax.walk import all_nodes
from scipix.engine.latex.targets.latex import display, inline
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_MIME = ("text/markdown", "text/plain")


def _mathpix(formula: Formula) -> str:
    return display(formula)


def _github(formula: Formula) -> str:
    """A fenced block: between dollars GitHub would first read backslashes and stars as Markdown."""
    _no_chemistry(formula.syntax, "GitHub")
    return "```math\n" + display(formula).removeprefix("$$\n").removesuffix("\n$$") + "\n```"


def _github_inline(formula: Formula) -> str:
    _no_chemistry(formula.syntax, "GitHub")
    return f"$`{inline(formula)}`$"


def _no_chemistry(row: Row, place: str) -> None:
    for node in all_nodes(row):
        if isinstance(node, Opaque):
            raise ConversionError(f"chemistry ({node.name})", node, f"{place} does not know it.")


TARGETS = (
    Target("markdown", "Markdown (Mathpix)", "text", ".mmd", _MIME, _mathpix),
    Target("markdown-github", "Markdown (GitHub)", "text", ".md", _MIME, _github),
    Target("markdown-github-inline", "Markdown (GitHub), inline", "text", ".md", _MIME, _github_inline),
    Target("markdown-jupyter", "Markdown (Jupyter)", "text", ".md", _MIME, display),
)
