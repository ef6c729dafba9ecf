"""``scipix ocr``: every input once, results as they come, failures reported and passed over."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import click
from numpy.typing import NDArray
from tqdm import tqdm

from scipix.app.cli.inputs import STDIN, Input, expand
from scipix.app.cli.rows import as_json, as_latex, as_message, error_row, result_row
from scipix.app.images import load_file, load_stream
from scipix.app.service import RecognitionService, open_remembering_service
from scipix.app.worker import unexpected
from scipix.engine.errors import EngineError
from scipix.engine.types import Recognition

log = logging.getLogger(__name__)

ServiceOpener = Callable[[str | None], RecognitionService]


@dataclass(frozen=True, slots=True)
class Output:
    """Where lines go. ``line`` is for results, ``note`` for people."""

    style: str
    line: Callable[[str], None]
    note: Callable[[str], None]

    def result(self, name: str, result: Recognition, elapsed_ms: float) -> None:
        self.line(as_json(result_row(name, result, elapsed_ms)) if self.style == "json" else as_latex(result))

    def failure(self, name: str, error: EngineError) -> None:
        if self.style == "json":
            self.line(as_json(error_row(name, error)))
        else:
            self.note(as_message(name, error))


def run(
    paths: Sequence[str],
    style: str,
    alternatives: int,
    provider: str | None,
    opener: ServiceOpener = open_remembering_service,
    stdin: BinaryIO | None = None,
) -> int:
    """Do the work of the command; returns the exit code, 1 if anything failed."""
    logging.basicConfig(level=logging.WARNING, format="scipix: %(message)s", stream=sys.stderr)
    inputs = expand(paths)
    output = Output(style, line=_write_line, note=lambda text: click.echo(text, err=True))
    try:
        service = opener(provider)
    except EngineError as error:
        output.note(as_message("scipix", error))
        return 1
    source = stdin or sys.stdin.buffer
    bar = tqdm(inputs, unit="picture", file=sys.stderr, disable=not sys.stderr.isatty(), leave=False)
    try:
        done = [recognise_one(item, service, alternatives, output, source) for item in bar]
    finally:
        if service.memory is not None:
            service.memory.close()
    return 0 if all(done) else 1


def _write_line(text: str) -> None:
    """Write one line to standard output at once, above the progress bar if there is one."""
    tqdm.write(text, file=sys.stdout)
    sys.stdout.flush()


def recognise_one(
    item: Input, service: RecognitionService, alternatives: int, output: Output, stdin: BinaryIO
) -> bool:
    """Recognise and report one input; returns whether that worked."""
    start = time.perf_counter()
    try:
        image = _load(item, stdin)
        result = service.recognise(image, alternatives=alternatives, source="file", name=item.name)
    except EngineError as error:
        output.failure(item.name, error)
        return False
    except Exception as error:  # one picture must not take the other thousand with it
        log.exception("unexpected error with %s", item.name)
        output.failure(item.name, unexpected(error))
        return False
    output.result(item.name, result, 1000 * (time.perf_counter() - start))
    return True


def _load(item: Input, stdin: BinaryIO) -> NDArray[Any]:
    if item.problem is not None:
        raise item.problem
    return load_stream(stdin) if item.name == STDIN else load_file(Path(item.name))
