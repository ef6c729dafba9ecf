"""LaTeX as it is pasted into different places."""

from __future__ import annotations

from scipix.engine.latex.syntax.forms import has_tag, inner_form, is_display, lines_of
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.latex.syntax.nodes import Environment, Line, Row, Scripts, Symbol
from scipix.engine.latex.syntax.printer import print_latex
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_MIME = ("text/plain", "application/x-tex")


def bare(formula: Formula) -> str:
    """The formula alone, for a place that is mathematics already."""
    return print_latex(formula.syntax, airy=True)


def _inside(formula: Formula) -> str:
    return print_latex(inner_form(formula.syntax), airy=True)


def inline(formula: Formula) -> str:
    """A formula in running text, which can have no number."""
    if has_tag(formula.syntax):
        raise ConversionError(r"\tag in a formula that is not displayed")
    return _inside(formula)


def _dollar(formula: Formula) -> str:
    return f"${inline(formula)}$"


def _parentheses(formula: Formula) -> str:
    return f"\\({inline(formula)}\\)"


def display(formula: Formula) -> str:
    """The formula between double dollars."""
    return f"$$\n{_inside(formula)}\n$$"


def _brackets(formula: Formula) -> str:
    return f"\\[\n{_inside(formula)}\n\\]"


def _equation(formula: Formula) -> str:
    if is_display(formula.syntax) and lines_of(formula.syntax) is None:
        return bare(formula)
    return f"\\begin{{equation}}\n{_inside(formula)}\n\\end{{equation}}"


def _align(formula: Formula) -> str:
    """Aligned equations line by line; any other formula is one line, aligned at its first relation."""
    lines = lines_of(formula.syntax)
    if lines is None:
        lines = (Line(_at_relation(inner_form(formula.syntax))),)
    text = print_latex((Environment("align", lines),), airy=True)
    return text.replace(r"\begin{align} ", "\\begin{align}\n").replace(r" \end{align}", "\n\\end{align}")


def _at_relation(row: Row) -> tuple[Row, ...]:
    for index, node in enumerate(row):
        base = node.base if isinstance(node, Scripts) else node
        sign = glyph(base.name) if isinstance(base, Symbol) else None
        if sign and sign.kind == "rel":
            return row[:index], row[index:]
    return (row,)


TARGETS = (
    Target("latex", "LaTeX", "latex", ".tex", _MIME, bare),
    Target("latex-inline", "LaTeX in $…$", "latex", ".tex", _MIME, _dollar),
    Target("latex-parentheses", r"LaTeX in \(…\)", "latex", ".tex", _MIME, _parentheses),
    Target("latex-display", "LaTeX in $$…$$", "latex", ".tex", _MIME, display),
    Target("latex-brackets", r"LaTeX in \[…\]", "latex", ".tex", _MIME, _brackets),
    Target("latex-equation", "LaTeX equation, numbered", "latex", ".tex", _MIME, _equation),
    Target("latex-align", "LaTeX align, numbered", "latex", ".tex", _MIME, _align),
)
