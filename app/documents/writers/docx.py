"""Word documents, with equations that can be edited there."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Sequence
from typing import Any

from scipix.app.documents.flow import Part, Run, parts
from scipix.app.documents.results import DocumentResult, Formula, Text
from scipix.app.documents.review import note
from scipix.app.documents.writers.formulas import as_omml
from scipix.engine.latex.targets.omml import MATH

_WIDEST = 6.0
"""Inches: no figure is wider."""


def to_docx(document: DocumentResult) -> bytes:
    """The document as a .docx file."""
    from docx import Document

    file = Document()
    for part in parts(document):
        _add(file, part, document)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _add(file: Any, part: Part, document: DocumentResult) -> None:
    if part.problem:
        file.add_paragraph(f"Page {part.page} could not be read. {part.problem}", style="Intense Quote")
    elif part.kind == "title":
        _fill(file.add_heading("", 0), part.run)
    elif part.kind == "heading":
        _fill(file.add_heading("", min(9, part.level)), part.run)
    elif part.kind == "display":
        _add_display(file, part)
    elif part.kind == "item":
        numbered = any(char.isdigit() for char in part.marker)
        _fill(file.add_paragraph(style="List Number" if numbered else "List Bullet"), part.run)
    elif part.kind == "figure":
        _add_picture(file, document.pictures.get(part.picture))
    elif part.kind == "table":
        _add_table(file, part)
    elif part.kind == "caption":
        _fill(file.add_paragraph(style="Caption"), part.run)
    else:
        _fill(file.add_paragraph(), part.run)


def _add_display(file: Any, part: Part) -> None:
    formulas = [piece for piece in part.run if isinstance(piece, Formula)]
    paragraph = file.add_paragraph()
    with _comments(paragraph, formulas):
        _add_formula(paragraph, "".join(piece.latex for piece in formulas), display=True)
    if part.number:
        paragraph.add_run(f"  ({part.number})")


def _add_picture(file: Any, content: bytes | None) -> None:
    from docx.shared import Inches

    if content is None:
        return
    shape = file.add_picture(io.BytesIO(content))
    if shape.width > Inches(_WIDEST):
        shape.height = int(shape.height * Inches(_WIDEST) / shape.width)
        shape.width = Inches(_WIDEST)


def _add_table(file: Any, part: Part) -> None:
    table = file.add_table(rows=len(part.rows), cols=max(len(row) for row in part.rows), style="Table Grid")
    for row, cells in zip(table.rows, part.rows, strict=True):
        for cell, run in zip(row.cells, cells, strict=False):
            _fill(cell.paragraphs[0], run)


def _fill(paragraph: Any, run: Run) -> None:
    for piece in run:
        if isinstance(piece, Text):
            added = paragraph.add_run(_clean(piece.text))
            added.bold, added.italic = piece.bold or None, piece.italic or None
            added.font.superscript = piece.raised or None
        else:
            with _comments(paragraph, [piece]):
                _add_formula(paragraph, piece.latex, display=False)


@contextlib.contextmanager
def _comments(paragraph: Any, formulas: Sequence[Formula]) -> Iterator[None]:
    """A comment of Word's at each doubtful formula, around what is added meanwhile."""
    doubtful = [formula for formula in formulas if formula.marked]
    before = [paragraph.add_run() for _ in doubtful]
    yield
    for formula, start in zip(doubtful, before, strict=True):
        # Comments hang on runs of text, of which an equation has none.
        runs = [start, paragraph.add_run()]
        paragraph.part.document.add_comment(runs, note(formula), author="scipix", initials="s")


def _add_formula(paragraph: Any, latex: str, *, display: bool) -> None:
    """An equation; the LaTeX as text where Word cannot express it."""
    from docx.oxml import parse_xml

    equation = as_omml(latex, display=display) if latex else None
    if equation is None:
        paragraph.add_run(_clean(latex or "?"))
    else:
        shown = f'<m:oMathPara xmlns:m="{MATH}">{equation}</m:oMathPara>' if display else equation
        paragraph._p.append(parse_xml(shown))


def _clean(text: str) -> str:
    """Without the control characters that XML does not allow."""
    return "".join(char for char in text if char >= " " or char in "\t\n")
