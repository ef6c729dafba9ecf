"""One SQLite file in WAL mode. One writer at a time, any number of readers, other processes included.

Safe to be killed at any moment: a transaction is there as a whole or not at all. Each thread reads with a
connection of its own; writing goes through ``write``, which holds a lock for the length of one transaction.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from scipix.app.memory.schema import MIGRATIONS
from scipix.engine.errors import EngineError

log = logging.getLogger(__name__)

FILE = "memory.sqlite"
_BUSY_SECONDS = 10.0


class StorageError(EngineError):
    """What is remembered cannot be read or written."""


class Database:
    """The open file; ``problem`` says so if a damaged one had to be set aside."""

    def __init__(self, path: Path) -> None:
        """Open or create the file at ``path`` and bring it to the present form; raises StorageError."""
        self.path = path
        self.problem: StorageError | None = None
        self._lock = threading.RLock()
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        except (OSError, sqlite3.Error) as error:
            self.close()
            raise _unusable(path, error) from error

    def _open(self) -> None:
        try:
            self._prepare()
        except sqlite3.OperationalError:
            raise  # locked, full, read-only: the content is not to blame
        except sqlite3.DatabaseError as error:
            self.close()
            aside = self.path.with_name(f"{self.path.stem}.broken-{time.strftime('%Y%m%d-%H%M%S')}.sqlite")
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.replace(f"{self.path}{suffix}", f"{aside}{suffix}")
            log.warning("memory was damaged and is set aside: %s", error)
            self.problem = StorageError(
                "Memory was damaged",
                f"History and corrections start anew: {error}.",
                f"The old file is kept as {aside}.",
            )
            self._prepare()

    def _prepare(self) -> None:
        connection = self.reader()
        connection.execute("PRAGMA journal_mode=WAL")
        with self.write() as writer:
            version = int(writer.execute("PRAGMA user_version").fetchone()[0])
            if version > len(MIGRATIONS):
                raise sqlite3.OperationalError(f"it was written by a newer scipix (form {version})")
            for number, script in enumerate(MIGRATIONS[version:], version + 1):
                for statement in script.split(";\n"):
                    if statement.strip():
                        writer.execute(statement)
                writer.execute(f"PRAGMA user_version={number}")
            writer.execute("INSERT OR IGNORE INTO meta VALUES ('writer', ?)", (uuid.uuid4().hex[:12],))

    def reader(self) -> sqlite3.Connection:
        """This thread's connection, in autocommit mode."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Closing happens in another thread at the end; sharing does not happen otherwise.
            connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA foreign_keys=ON")
            self._local.connection = connection
            with self._lock:
                self._all.append(connection)
        return connection

    def release(self) -> None:
        """Close this thread's connection: the thread is about to end."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            with self._lock:
                self._all.remove(connection)
            self._local.connection = None
            connection.close()

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, undone on an exception. May be nested in one thread."""
        with self._lock:
            connection = self.reader()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def meta(self, key: str, default: str = "") -> str:
        """A note kept under a name."""
        row = self.reader().execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set_meta(self, key: str, value: str) -> None:
        with self.write() as writer:
            writer.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @property
    def writer(self) -> str:
        """The name of this installation among those that share what they learned."""
        return self.meta("writer")

    def compact(self) -> None:
        """Give the room of what was deleted back, and leave no trace of it in the file."""
        with self._lock:
            connection = self.reader()
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close all threads' connections. Nobody may use the database any more."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
            self._local = threading.local()


def _unusable(path: Path, error: Exception) -> StorageError:
    return StorageError(
        "Memory cannot be used",
        f"{path}: {error}.",
        "Check the folder and the free space; scipix works without it.",
    )
