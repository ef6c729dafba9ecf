"""Finding entries of the history: by a piece of a formula, by likeness to one, by words and tags."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory import index
from scipix.app.memory.database import Database
from scipix.app.memory.history import Entry, Filter, History, conditions
from scipix.app.memory.quantise import pack, row_bytes
from scipix.app.memory.tail import Tail
from scipix.app.memory.words import required_words, text_query
from scipix.engine.embed import DIMENSIONS, Vector, formula_vector
from scipix.engine.latex.match import WILDCARD, contains
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Row
from scipix.engine.types import Checkpoint, uninterrupted

log = logging.getLogger(__name__)

_BITS = 8
_TAIL = 2000


class Search:
    """Searches one history. Not for two threads at once."""

    def __init__(self, history: History, folder: Path) -> None:
        self.history = history
        self.database: Database = history.database
        self.folder = folder
        self._owner = f"{self.database.writer}-formulas"
        self._index: index.Index | None = None
        self._tail: Tail | None = None

    # -- structure ------------------------------------------------------------------------------------
    def fragment(self, source: str, wanted: Filter | None = None, limit: int = 20) -> list[Entry]:
        """Entries whose formula contains a piece of LaTeX, newest first; ``?`` stands for anything.

        Raises ParseError where the piece is no LaTeX.
        """
        return list(itertools.islice(self.fragments(source, wanted), limit))

    def fragments(
        self, source: str, wanted: Filter | None = None, checkpoint: Checkpoint = uninterrupted
    ) -> Iterator[Entry]:
        """The same one by one, so that the first are there before the last are looked for.

        ``checkpoint`` is called for each entry that is looked at; what it raises ends the search.
        """
        piece = parse(source)
        words = required_words(piece, WILDCARD)
        query = "structure : (" + " AND ".join(words) + ")" if words else ""
        for entry in self._matching(query, wanted or Filter()):
            checkpoint()
            if self._has(entry, piece):
                yield entry

    @staticmethod
    def _has(entry: Entry, piece: Row) -> bool:
        try:
            return contains(parse(entry.normal), piece)
        except ParseError:
            return False

    def _matching(self, query: str, wanted: Filter) -> Iterator[Entry]:
        """Entries of a full text query, newest first, all where it is empty; read in growing pages."""
        condition, values = conditions(wanted)
        before, page = 2**62, 32
        while True:
            if query:
                sql = "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
                rows = self.database.reader().execute(sql, (query, before, page)).fetchall()
            else:
                sql = f"SELECT id FROM entry WHERE {condition} AND id < ? ORDER BY id DESC LIMIT ?"
                rows = self.database.reader().execute(sql, (*values, before, page)).fetchall()
            numbers = [int(row[0]) for row in rows]
            allowed = self._allowed(numbers, wanted) if query else numbers
            yield from self.history.by_numbers(allowed)
            if len(numbers) < page:
                return
            before, page = numbers[-1], min(2 * page, 4096)

    def _allowed(self, numbers: list[int], wanted: Filter) -> list[int]:
        if wanted == Filter():
            return numbers
        condition, values = conditions(wanted)
        reader = self.database.reader()
        return [
            number for number in numbers
            if reader.execute(f"SELECT 1 FROM entry WHERE id=? AND {condition}", (number, *values)).fetchone()
        ]  # fmt: skip

    # -- words ----------------------------------------------------------------------------------------
    def text(self, words: str, wanted: Filter | None = None, limit: int = 20) -> list[Entry]:
        """Entries with all words in their formula or name (the last may be a beginning), newest first."""
        query = text_query(words)
        if not query:
            return []
        found = self._matching(f"text : ({query})", wanted or Filter())
        return list(itertools.islice(found, limit))

    # -- likeness -------------------------------------------------------------------------------------
    def similar(self, latex: str, limit: int = 20) -> list[tuple[Entry, float]]:
        """Entries like a formula with their similarity 0..1, nearest first."""
        return self._nearest(formula_vector(latex), limit)

    def _nearest(self, vector: Vector, limit: int) -> list[tuple[Entry, float]]:
        self._prepare()
        assert self._tail is not None
        found = self._tail.search(vector, limit)
        if self._index is not None:
            found += self._index.search(vector, limit)
        ranked = sorted(dict(found).items(), key=lambda match: -match[1])
        entries = {entry.id: entry for entry in self.history.by_numbers([number for number, _ in ranked])}
        return [(entries[number], score) for number, score in ranked if number in entries][:limit]

    def _prepare(self) -> None:
        """Open or make the index of formulas, and take new entries into the tail."""
        if self._tail is None:
            self._index = index.open_current(self.folder, self._owner, DIMENSIONS, _BITS)
            self._tail = Tail(DIMENSIONS, self._index.about.last if self._index else 0)
        newest = int(self.database.reader().execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()[0])
        if newest - self._tail.last > _TAIL:
            self.rebuild()
        sql = "SELECT id, latex FROM entry WHERE id > ? ORDER BY id"
        for number, latex in self.database.reader().execute(sql, (self._tail.last,)).fetchall():
            self._tail.add(int(number), formula_vector(latex))

    def rebuild(self) -> None:
        """Make the index of formulas anew; takes a minute for a hundred thousand."""
        self._index = None
        try:
            self._index = index.build(self.folder, self._owner, self._vectors(), DIMENSIONS, _BITS)
        except OSError as error:
            log.warning("the index of formulas could not be written: %s", error)
        self._tail = Tail(DIMENSIONS, self._index.about.last if self._index else 0)

    def _vectors(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint8]]]:
        """Vectors from the database; those that are missing are made and kept."""
        reader = self.database.reader()
        self._make_missing()
        cursor = reader.execute("SELECT entry, vector FROM formula ORDER BY entry")
        size = row_bytes(DIMENSIONS, _BITS)
        while rows := cursor.fetchmany(4096):
            ids = np.array([row[0] for row in rows], np.int64)
            yield ids, np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(-1, size)

    def _make_missing(self) -> None:
        sql = "SELECT id, latex FROM entry WHERE id NOT IN (SELECT entry FROM formula) LIMIT 2048"
        while rows := self.database.reader().execute(sql).fetchall():
            packed = pack(np.stack([formula_vector(latex) for _, latex in rows]), _BITS)
            with self.database.write() as writer:
                writer.executemany(
                    "INSERT OR REPLACE INTO formula VALUES (?, ?)",
                    [(row[0], vector.tobytes()) for row, vector in zip(rows, packed, strict=True)],
                )
