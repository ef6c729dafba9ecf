"""The window's end of the process that holds a document open."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from scipix.app.documents.errors import DocumentError, PageError
from scipix.app.documents.page_requests import OpenFile, Reply, Request
from scipix.engine.errors import EngineError

PATIENCE = 30.0
"""Seconds that one answer may take; then the process is ended and begun anew for the next request."""


@dataclass(slots=True)
class _Link:
    process: SpawnProcess
    connection: Connection


@dataclass(slots=True)
class PageProcess:
    """Starts the process when it is first asked, and again after it died. One thread at a time.

    ``close`` alone may be called by another thread: what is being asked then fails.
    """

    patience: float = PATIENCE
    niceness: int = 0
    _file: OpenFile | None = None
    _link: _Link | None = field(default=None)
    _closed: bool = False

    def ask(self, request: Request) -> Reply:
        """The answer to a request; raises EngineError, PageError also where the page ends the process."""
        if isinstance(request, OpenFile):
            self._file = request
        try:
            reply = self._ask(request)
        except (EOFError, OSError, TimeoutError) as error:
            self._end()
            raise _broken(request, error) from error
        if isinstance(reply, EngineError):
            raise reply
        return reply

    def rest(self) -> None:
        """End the process until it is asked again."""
        self._end()

    def close(self) -> None:
        """End the process."""
        self._closed = True
        self._end()

    def _ask(self, request: Request) -> Reply | EngineError:
        link = self._link
        if link is None:
            link = self._link = self._start()
            if self._file is not None and self._file is not request:
                self._exchange(link, self._file)
        return self._exchange(link, request)

    def _exchange(self, link: _Link, request: Request) -> Reply | EngineError:
        link.connection.send(request)
        if not link.connection.poll(self.patience):
            raise TimeoutError
        reply: Reply | EngineError = link.connection.recv()
        return reply

    def _start(self) -> _Link:
        if self._closed:
            raise EOFError
        # Not forked: a copy of a process with threads and a window is good for nothing.
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self.niceness), name="pages", daemon=True)
        process.start()
        there.close()
        return _Link(process, here)

    def _end(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.process.kill()
            link.process.join()
            link.connection.close()


def _serve(connection: Connection, niceness: int) -> None:
    """The process. What it needs is imported there only: the window does without MuPDF."""
    from scipix.app.documents.page_server import serve

    serve(connection, niceness)


def _broken(request: Request, error: Exception) -> EngineError:
    """What a user is told of a request that ended the process."""
    late = isinstance(error, TimeoutError)
    message = "It takes too long to draw." if late else "It brings the program that draws it down."
    if isinstance(request, OpenFile):
        return DocumentError(
            "Not a readable document", message, "Open it in another program and save it anew."
        )
    return PageError("Page cannot be shown", message, "The other pages are not affected.")
