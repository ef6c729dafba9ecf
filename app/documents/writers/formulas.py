"""Formulas of a document in other notations; those that cannot be converted stay LaTeX."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from scipix.engine.errors import EngineError


def as_mathml(latex: str, *, display: bool) -> str | None:
    """MathML, None where it cannot express the formula."""
    from scipix.engine.latex.targets.mathml import mathml
    from scipix.engine.latex.targets.target import formula

    try:
        return mathml(formula(latex).shown(display=display), display=display)
    except (EngineError, ValueError):
        return None


def as_omml(latex: str, *, display: bool) -> str | None:
    """An equation of Word (``m:oMath``), None where it cannot express the formula."""
    from scipix.engine.latex.targets.omml import omml
    from scipix.engine.latex.targets.target import formula

    try:
        return tostring(omml(formula(latex).shown(display=display)), encoding="unicode")
    except (EngineError, ValueError):
        return None
