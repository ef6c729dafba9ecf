"""A web page that stands on its own: formulas as MathML, figures inside."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from scipix.app.documents.flow import Part, Run, parts
from scipix.app.documents.results import DocumentResult, Formula, Text
from scipix.app.documents.review import note
from scipix.app.documents.writers.formulas import as_mathml
from scipix.app.documents.writers.latex import title_of

_PAGE = """<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font-family: serif; line-height: 1.5; }}
img {{ max-width: 100%; }}
table {{ border-collapse: collapse; margin: 1rem auto; }}
td, th {{ border: 1px solid #999; padding: 0.2rem 0.6rem; }}
.display {{ display: flex; align-items: center; margin: 1rem 0; overflow-x: auto; }}
.display math, .display code {{ margin: auto; }}
.review {{ background: #fff3c4; border-bottom: 2px dotted #a06a00; }}
.display > .review {{ display: block; margin: auto; }}
.failed {{ border: 1px solid #b00; padding: 0.5rem; }}
.note, figcaption {{ font-size: 0.9em; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def to_html(document: DocumentResult) -> str:
    """The document as one page of HTML."""
    all_parts = parts(document)
    body: list[str] = []
    for index, part in enumerate(all_parts):
        before = all_parts[index - 1].kind if index else ""
        after = all_parts[index + 1].kind if index + 1 < len(all_parts) else ""
        text = _part(part, document)
        if part.kind == "item":
            text = ("" if before == "item" else "<ul>\n") + text + ("" if after == "item" else "\n</ul>")
        body.append(text)
    return _PAGE.format(title=escape(title_of(document)), body="\n".join(text for text in body if text))


def _part(part: Part, document: DocumentResult) -> str:
    if part.problem:
        return f'<p class="failed">Page {part.page} could not be read. {escape(part.problem)}</p>'
    match part.kind:
        case "title":
            return f"<h1>{_run(part.run)}</h1>"
        case "heading":
            level = min(6, part.level + 1)
            return f"<h{level}>{_run(part.run, bold=False)}</h{level}>"
        case "display":
            return _display(part)
        case "item":
            return f"<li>{_run(part.run)}</li>"
        case "figure":
            content = document.pictures.get(part.picture)
            source = base64.b64encode(content or b"").decode("ascii")
            return f'<figure><img alt="" src="data:image/png;base64,{source}"></figure>' if content else ""
        case "table":
            return "<table>\n" + "\n".join(_row(row) for row in part.rows) + "\n</table>"
        case "footnote":
            return f'<p class="note"><sup>{escape(part.marker)}</sup> {_run(part.run)}</p>'
        case _:
            return f"<p>{_run(part.run)}</p>"


def _row(cells: Sequence[Run]) -> str:
    return "<tr>" + "".join(f"<td>{_run(cell)}</td>" for cell in cells) + "</tr>"


def _display(part: Part) -> str:
    formulas = [piece for piece in part.run if isinstance(piece, Formula)]
    latex = "".join(piece.latex for piece in formulas)
    shown = _formula(latex, display=True)
    for formula in formulas:
        shown = _marked(formula, shown)
    number = f"<span>({escape(part.number)})</span>" if part.number else ""
    return f'<div class="display">{shown}{number}</div>'


def _run(run: Run, *, bold: bool = True) -> str:
    return "".join(_inline(piece, bold) for piece in run).strip()


def _inline(piece: Text | Formula, bold: bool) -> str:
    if isinstance(piece, Formula):
        return _marked(piece, _formula(piece.latex, display=False))
    text = escape(piece.text)
    for wanted, tag in ((piece.mono, "code"), (piece.italic, "em"), (piece.bold and bold, "strong"),
                        (piece.raised, "sup")):  # fmt: skip
        if wanted and text.strip():
            text = f"<{tag}>{text}</{tag}>"
    return text


def _marked(formula: Formula, shown: str) -> str:
    """A formula that can be seen to be doubtful; the title says how doubtful."""
    return f'<span class="review" title="{note(formula)}">{shown}</span>' if formula.marked else shown


def _formula(latex: str, *, display: bool) -> str:
    """MathML, or the LaTeX itself where that cannot express it."""
    return (as_mathml(latex, display=display) if latex else None) or f"<code>{escape(latex or '?')}</code>"
