"""Web pages that stand on their own: MathML, or a picture inside."""

from __future__ import annotations

from html import escape

from scipix.engine.latex.syntax.printer import print_latex
from scipix.engine.latex.targets.mathml import mathml
from scipix.engine.latex.targets.pictures import svg
from scipix.engine.latex.targets.target import Formula, Target

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>
"""


def _page(formula: Formula, body: str) -> str:
    return _PAGE.format(title=escape(print_latex(formula.syntax, airy=True)), body=body)


def _with_mathml(formula: Formula) -> str:
    return _page(formula, mathml(formula.shown()))


def _with_picture(formula: Formula) -> str:
    label = escape(print_latex(formula.syntax, airy=True))
    return _page(formula, f'<figure role="img" aria-label="{label}">{svg(formula.shown())}</figure>')


TARGETS = (
    Target("html", "HTML", "web", ".html", ("text/html",), _with_mathml),
    Target("html-svg", "HTML with a picture", "web", ".html", ("text/html",), _with_picture),
)
