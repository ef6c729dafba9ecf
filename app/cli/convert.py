"""``scipix convert``: one formula from an argument, a file or standard input into any format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from scipix.app.cli.inputs import STDIN
from scipix.engine.errors import EngineError
from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.repair import repair
from scipix.engine.latex.syntax.problems import LatexError
from scipix.engine.latex.targets.registry import convert, formats, target

_LONGEST_PATH = 255


def listing() -> Iterator[str]:
    """One line for each format."""
    width = max(len(one.id) for one in formats())
    return (f"{one.id:{width}}  {one.extension:5}  {one.title}" for one in formats())


def run(text: str, target_id: str, out: Path | None, *, mend: bool, stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Do the work of the command; returns the exit code, 1 if the formula cannot be converted."""
    try:
        chosen = target(target_id)
        source = _source(text, stdin)
        if mend:
            source = _repaired(source)
        if chosen.kind == "binary" and out is None and stdout.isatty():
            hint = f"Write it to a file with -o formula{chosen.extension}."
            raise EngineError("Not for a terminal", f"{chosen.title} is no text.", hint)
        _write(convert(source, target_id), out, stdout)
    except LatexError as error:
        click.echo(f"scipix: {_where(source, error.problem.start)}: {error.message} {error.hint}", err=True)
        return 1
    except ConversionError as error:
        click.echo(f"scipix: {error.message} {error.hint}", err=True)
        return 1
    except EngineError as error:
        click.echo(f"scipix: {error.title}. {error.message} {error.hint}".rstrip(), err=True)
        return 1
    return 0


def _source(text: str, stdin: BinaryIO) -> str:
    """What the argument means: ``-`` for standard input, an existing file, or LaTeX itself."""
    if text == STDIN:
        return _decoded(stdin.read(), "standard input")
    if len(text) <= _LONGEST_PATH and "\\" not in text and "\n" not in text and Path(text).is_file():
        return _decoded(Path(text).read_bytes(), text)
    return text


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise EngineError("Not a text", f"{name} is not text in UTF-8.", "Save it as UTF-8.") from error


def _repaired(source: str) -> str:
    repaired, notes = repair(source)
    for note in notes:
        click.echo(f"scipix: {note}", err=True)
    return repaired


def _where(source: str, position: int) -> str:
    """A place as line and column, counted from one."""
    before = source[:position]
    return f"line {before.count(chr(10)) + 1}, column {position - (before.rfind(chr(10)) + 1) + 1}"


def _write(result: str | bytes, out: Path | None, stdout: BinaryIO) -> None:
    data = result if isinstance(result, bytes) else (result + "\n").encode()
    if out is None:
        stdout.write(data)
        stdout.flush()
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise EngineError(
            "The file cannot be written", f"{out}: {error.strerror}.", "Choose another."
        ) from error


def main(text: str, target_id: str, out: Path | None, *, mend: bool) -> int:
    """The command with the process's own streams."""
    return run(text, target_id, out, mend=mend, stdin=sys.stdin.buffer, stdout=sys.stdout.buffer)
