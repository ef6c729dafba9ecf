"""Plain text: paragraphs, formulas as LaTeX between dollar signs."""

from __future__ import annotations

from scipix.app.documents.flow import Part, Run, parts
from scipix.app.documents.results import DocumentResult, Formula, Text


def to_text(document: DocumentResult) -> str:
    """The document as text, a paragraph a line."""
    return "\n\n".join(text for part in parts(document) if (text := _part(part))) + "\n"


def _part(part: Part) -> str:
    if part.problem:
        return f"[Page {part.page} could not be read. {part.problem}]"
    if part.kind == "figure":
        return "[Figure]"
    if part.kind == "table":
        return "\n".join("\t".join(_run(cell) for cell in row) for row in part.rows)
    text = _run(part.run)
    if part.kind == "item":
        text = f"{part.marker} {text}"
    if part.kind == "display" and part.number:
        text += f"    ({part.number})"
    return text


def _run(run: Run) -> str:
    return "".join(piece.text if isinstance(piece, Text) else _formula(piece) for piece in run).strip()


def _formula(formula: Formula) -> str:
    return f"${formula.latex}$" + ("[?]" if formula.marked else "")
