"""The formats that a document is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from scipix.app.documents.results import DocumentResult
from scipix.app.documents.store import write_whole
from scipix.app.documents.writers.markdown import GITHUB, MMD, Dialect, to_markdown
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


def _by(module: str, function: str) -> Callable[[DocumentResult, Path], None]:
    """A writer that is imported when it writes: those of formulas take a window's start to load."""

    def write(document: DocumentResult, path: Path) -> None:
        writer = import_module(f"scipix.app.documents.writers.{module}")
        content: str | bytes = getattr(writer, function)(document)
        write_whole(path, content if isinstance(content, bytes) else content.encode())

    return write


def document_formats() -> tuple[DocumentFormat, ...]:
    """Every format, in the order of a menu."""
    return (
        DocumentFormat("mmd", "Mathpix Markdown", ".mmd", _markdown(MMD)),
        DocumentFormat("md", "Markdown (GitHub)", ".md", _markdown(GITHUB)),
        DocumentFormat("tex", "LaTeX project", ".tex.zip", _by("latex", "to_project")),
        DocumentFormat("docx", "Word document", ".docx", _by("docx", "to_docx")),
        DocumentFormat("html", "Web page", ".html", _by("html", "to_html")),
        DocumentFormat("txt", "Plain text", ".txt", _by("plain", "to_text")),
        DocumentFormat("json", "JSON with lines and boxes", ".json", _by("json_text", "to_json")),
    )


def document_format(format_id: str) -> DocumentFormat:
    """A format by its id; raises EngineError."""
    for one in document_formats():
        if one.id == format_id:
            return one
    names = ", ".join(one.id for one in document_formats())
    raise EngineError("Unknown format", f"There is no format {format_id}.", f"Choose one of {names}.")
