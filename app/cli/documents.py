"""``scipix pdf``: documents in, editable text out, page by page; stops and goes on where it stopped."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from tqdm import tqdm

from scipix.app.cli.rows import as_message
from scipix.app.documents.convert import Conversion, glyph_classes
from scipix.app.documents.formats import DocumentFormat, document_format
from scipix.app.documents.judging import Judge, judge
from scipix.app.documents.ocr import LineReader, line_reader
from scipix.app.documents.pages import parse_pages
from scipix.app.documents.pdf import open_document
from scipix.app.documents.read import Mode, PageReader
from scipix.app.documents.store import PageStore, store_for
from scipix.app.paths import cache_dir, data_dir, models_dir
from scipix.app.service import RecognitionService, open_service
from scipix.app.settings import load_settings
from scipix.engine.errors import EngineError
from scipix.engine.recognize.glyph_classes import GlyphClasses

ServiceOpener = Callable[[str | None], RecognitionService]


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was told; see its help."""

    pages: str
    formats: tuple[str, ...]
    out: Path | None
    mode: Mode
    password: str
    restart: bool
    provider: str | None
    marks: bool | None = None
    """None: as the settings say."""


@dataclass(frozen=True, slots=True)
class _Engine:
    service: RecognitionService
    classes: GlyphClasses
    lines: LineReader | None
    judge: Judge
    marks: bool


def run(paths: Sequence[Path], options: Options, opener: ServiceOpener = open_service) -> int:
    """Do the work of the command; returns the exit code, 1 if a document or a page failed."""
    logging.basicConfig(level=logging.WARNING, format="scipix: %(message)s", stream=sys.stderr)
    try:
        formats = [document_format(name) for name in options.formats]
        documents = list(_documents(paths))
        models = models_dir()
        judged = judge(models, data_dir() / "memory")
        marks = load_settings().current.review_marks if options.marks is None else options.marks
        engine = _Engine(opener(options.provider), glyph_classes(models), line_reader(), judged, marks)
    except EngineError as error:
        return _failed("scipix", error)
    if options.out is not None and _is_folder(options.out, documents, formats):
        options.out.mkdir(parents=True, exist_ok=True)
    codes = [_convert(path, formats, options, engine, several=len(documents) > 1) for path in documents]
    return max(codes)


def _documents(paths: Sequence[Path]) -> Iterator[Path]:
    """The files, and those in the folders."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(one for one in path.rglob("*") if one.suffix.lower() == ".pdf" and one.is_file())
        if not found:
            raise EngineError("No documents", f"The folder {path} has no PDF files in it.", "Choose another.")
        yield from found


def _convert(
    path: Path, formats: Sequence[DocumentFormat], options: Options, engine: _Engine, *, several: bool
) -> int:
    """One document; returns its exit code."""
    try:
        document = open_document(path, options.password)
    except EngineError as error:
        return _failed(str(path), error)
    if document.repaired:
        click.echo(f"{path}: the file is damaged; what can be found in it is read.", err=True)
    try:
        numbers = parse_pages(options.pages, len(document))
        store = store_for(cache_dir(), path, f"{engine.service.model} {options.mode}")
        if options.restart:
            store.clear()
        reader = PageReader(document, engine.service.recognizer, engine.classes, engine.lines, engine.judge)
        conversion = Conversion(document, reader, numbers, store, options.mode)
        _read(conversion, path)
        for kind in formats:
            target = _target(path, kind, options.out, several=several or len(formats) > 1)
            conversion.write(kind, target, marks=engine.marks)
            click.echo(str(target))
        return _end(conversion, path, store)
    except EngineError as error:
        return _failed(str(path), error)
    finally:
        document.close()


def _read(conversion: Conversion, path: Path) -> None:
    """All pages, with a bar; an interrupted run leaves the pages read so far in the store."""
    if conversion.resumed:
        click.echo(f"{path}: {conversion.resumed} pages were read before.", err=True)
    bar = tqdm(
        total=conversion.total, initial=conversion.resumed, unit="page", desc=path.name, file=sys.stderr,
        disable=not sys.stderr.isatty(), leave=False,
    )  # fmt: skip
    with bar:
        while conversion.remaining:
            conversion.read_next()
            bar.update()


def _end(conversion: Conversion, path: Path, store: PageStore) -> int:
    """Say which pages failed; without any, what was kept is of no more use."""
    failed = conversion.result().failed
    for page in failed:
        click.echo(f"{path}: page {page.number + 1}: {page.problem}", err=True)
    if not failed:
        store.clear()
    return 1 if failed else 0


def _target(path: Path, kind: DocumentFormat, out: Path | None, *, several: bool) -> Path:
    """Where a document is written: beside it, into the folder given, or to the file given."""
    if out is None:
        return path.with_name(path.stem + kind.suffix)
    if several or out.is_dir():
        return out / (path.stem + kind.suffix)
    return out


def _is_folder(out: Path, documents: Sequence[Path], formats: Sequence[DocumentFormat]) -> bool:
    return len(documents) > 1 or len(formats) > 1


def _failed(name: str, error: EngineError) -> int:
    click.echo(as_message(name, error), err=True)
    return 1
