"""The formats that a document is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scipix.app.documents.results import DocumentResult
from scipix.app.documents.store import write_whole
from scipix.app.documents.writers.docx import to_docx
from scipix.app.documents.writers.html import to_html
from scipix.app.documents.writers.json_text import to_json
from scipix.app.documents.writers.latex import to_project
from scipix.app.documents.writers.markdown import GITHUB, MMD, Dialect, to_markdown
from scipix.app.documents.writers.plain import to_text
from scipix.engine.errors import EngineError


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """``id`` is its name on the command line, ``title`` for people, ``suffix`` of its files."""

    id: str
    title: str
    suffix: str
    write: Callable[[DocumentResult, Path], None]


def _markdown(dialect: Dialect) -> Callable[[DocumentResult, Path], None]:
    def write(document: DocumentResult, path: Path) -> None:
        folder = path.with_name(path.stem + "_pictures")
        used = [block.picture for page in document.pages for block in page.blocks if block.picture]
        if used:
            folder.mkdir(exist_ok=True)
        for name in used:
            if content := document.pictures.get(name):
                write_whole(folder / name, content)
        write_whole(path, to_markdown(document, dialect, folder.name).encode())

    return write


def _text(convert: Callable[[DocumentResult], str]) -> Callable[[DocumentResult, Path], None]:
    return lambda document, path: write_whole(path, convert(document).encode())


def _binary(convert: Callable[[DocumentResult], bytes]) -> Callable[[DocumentResult, Path], None]:
    return lambda document, path: write_whole(path, convert(document))


def document_formats() -> tuple[DocumentFormat, ...]:
    """Every format, in the order of a menu."""
    return (
        DocumentFormat("mmd", "Mathpix Markdown", ".mmd", _markdown(MMD)),
        DocumentFormat("md", "Markdown (GitHub)", ".md", _markdown(GITHUB)),
        DocumentFormat("tex", "LaTeX project", ".tex.zip", _binary(to_project)),
        DocumentFormat("docx", "Word document", ".docx", _binary(to_docx)),
        DocumentFormat("html", "Web page", ".html", _text(to_html)),
        DocumentFormat("txt", "Plain text", ".txt", _text(to_text)),
        DocumentFormat("json", "JSON with lines and boxes", ".json", _text(to_json)),
    )


def document_format(format_id: str) -> DocumentFormat:
    """A format by its id; raises EngineError."""
    for one in document_formats():
        if one.id == format_id:
            return one
    names = ", ".join(one.id for one in document_formats())
    raise EngineError("Unknown format", f"There is no format {format_id}.", f"Choose one of {names}.")
