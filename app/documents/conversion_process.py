"""The window's end of the process that converts a document."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection

from scipix.app.documents.conversion_orders import Command, ConversionEnd, ConversionNews, ConversionOrder
from scipix.engine.errors import EngineError


class ConversionProcess:
    """One conversion. ``news`` is for one thread, the rest for any other."""

    def __init__(self, order: ConversionOrder) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_convert, args=(there, order), name="conversion", daemon=True)
        self._process.start()
        there.close()

    def news(self) -> Iterator[ConversionNews]:
        """What it tells, until ConversionEnd; raises EngineError where it fails."""
        while True:
            try:
                told: ConversionNews | EngineError = self._here.recv()
            except (EOFError, OSError) as error:
                raise EngineError(
                    "Conversion has ended early",
                    "Its process was ended from outside, or by the file.",
                    "Convert again: it goes on with the page where it stopped.",
                ) from error
            if isinstance(told, EngineError):
                raise told
            yield told
            if isinstance(told, ConversionEnd):
                return

    def command(self, command: Command) -> None:
        """Tell it something; nothing happens after its end."""
        with contextlib.suppress(OSError):
            self._here.send(command)

    def close(self) -> None:
        """End it at once; the pages that were read stay kept."""
        self._process.kill()
        self._process.join()


def _convert(connection: Connection, order: ConversionOrder) -> None:
    """The process. What it needs is imported there only."""
    from scipix.app.documents.conversion_server import convert

    convert(connection, order)
