"""Word documents with equations that can be edited there."""

from __future__ import annotations

import io
from collections.abc import Iterable
from xml.etree.ElementTree import tostring

from scipix.engine.latex.presentation.nodes import Row
from scipix.engine.latex.targets.omml import MATH, omml
from scipix.engine.latex.targets.target import Formula, Target

_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document(rows: Iterable[Row]) -> bytes:
    """A document with one displayed equation a paragraph, in the order given."""
    from docx import Document
    from docx.oxml import parse_xml

    file = Document()
    for row in rows:
        paragraph = file.add_paragraph()
        text = tostring(omml(row), encoding="unicode")
        equation = parse_xml(f'<m:oMathPara xmlns:m="{MATH}">{text}</m:oMathPara>')
        paragraph._p.append(equation)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _convert(formula: Formula) -> bytes:
    return document((formula.shown(),))


TARGETS = (Target("docx", "Word document", "office", ".docx", (_MIME,), _convert, "binary"),)
