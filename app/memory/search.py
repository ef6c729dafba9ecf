"""Finding entries of the history: by a piece of a formula, by likeness to one, by words and tags."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory import index
from scipix.app.memory.database import Database
from scipix.app.memory.formulas import VECTOR_BITS, lines, vectors, write_lines, write_vectors
from scipix.app.memory.history import Entry, Filter, History, conditions
from scipix.app.memory.quantise import row_bytes, unpack
from scipix.app.memory.tail import Tail
from scipix.app.memory.words import required_words, text_query
from scipix.engine.embed import DIMENSIONS, Vector, formula_vector
from scipix.engine.latex.match import VERSION, WILDCARD, pattern
from scipix.engine.latex.parse import parse

log = logging.getLogger(__name__)

_TAIL = 2000
_PORTION, _LARGEST_PAGE = 64, 1024

_Row: TypeAlias = tuple[int, str | None]
"""Number of an entry, its formula as a line."""


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
        return _first(self.fragments(source, wanted), limit)

    def fragments(self, source: str, wanted: Filter | None = None) -> Iterator[list[Entry]]:
        """The same in portions, each of which takes a few milliseconds; many may be empty.

        So the first entries are there before the last are looked for, and a search that nobody waits for any
        more ends where it is: nothing happens before the next portion is asked for.
        """
        piece = parse(source)
        fits = pattern(piece).search
        words = required_words(piece, WILDCARD)
        query = "structure : (" + " AND ".join(words) + ")" if words else ""
        for rows in self._pages(query, wanted or Filter()):
            yield from self._portions([number for number, line in self._with_lines(rows) if fits(line)])

    def _with_lines(self, rows: list[_Row]) -> Iterator[tuple[int, str]]:
        """Formulas as lines; those that are missing are made and kept."""
        missing = [number for number, line in rows if line is None]
        made = self._make_lines(missing) if missing else {}
        return ((number, made.get(number, "") if line is None else line) for number, line in rows)

    def _make_lines(self, numbers: list[int]) -> dict[int, str]:
        made = lines(self._formulas(numbers))
        with self.database.write() as writer:
            write_lines(writer, made)
        return dict(made)

    def _formulas(self, numbers: list[int]) -> list[tuple[int, str]]:
        sql = f"SELECT id, latex FROM entry WHERE id IN ({', '.join('?' * len(numbers))})"
        return self.database.reader().execute(sql, numbers).fetchall()

    def _portions(self, numbers: list[int]) -> Iterator[list[Entry]]:
        for start in range(0, max(1, len(numbers)), _PORTION):
            yield self.history.by_numbers(numbers[start : start + _PORTION])

    def _pages(self, query: str, wanted: Filter) -> Iterator[list[_Row]]:
        """What a full text query finds, all where it is empty, newest first; in growing pages."""
        condition, values = conditions(wanted)
        # The plus keeps the full text query in charge: asked for one number after the other it is slow.
        among = f"AND +found.rowid IN (SELECT id FROM entry WHERE {condition})" if wanted != Filter() else ""
        sql = (
            f"SELECT found.rowid, line.text FROM {'words' if query else 'entry'} AS found"
            f" LEFT JOIN line ON line.entry = found.rowid AND line.version = {VERSION}"
            f" WHERE found.rowid < ? {'AND found.words MATCH ?' if query else ''} {among if values else ''}"
            " ORDER BY found.rowid DESC LIMIT ?"
        )
        before, size = 2**62, _PORTION
        while True:
            asked = (before, *([query] if query else []), *values, size)
            rows = self.database.reader().execute(sql, asked).fetchall()
            yield rows
            if len(rows) < size:
                return
            before, size = rows[-1][0], min(2 * size, _LARGEST_PAGE)

    # -- words ----------------------------------------------------------------------------------------
    def text(self, words: str, wanted: Filter | None = None, limit: int = 20) -> list[Entry]:
        """Entries with all words in their formula or name (the last may be a beginning), newest first."""
        return _first(self.texts(words, wanted), limit)

    def texts(self, words: str, wanted: Filter | None = None) -> Iterator[list[Entry]]:
        """The same in portions."""
        query = text_query(words)
        if query:
            for rows in self._pages(f"text : ({query})", wanted or Filter()):
                yield from self._portions([number for number, _ in rows])

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
            self._index = index.open_current(self.folder, self._owner, DIMENSIONS, VECTOR_BITS)
            self._tail = Tail(DIMENSIONS, self._index.about.last if self._index else 0)
        newest = int(self.database.reader().execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()[0])
        if newest - self._tail.last > _TAIL:
            self.rebuild()
        self._make_missing(self._tail.last)
        sql = "SELECT entry, vector FROM formula WHERE entry > ? ORDER BY entry"
        for number, vector in self.database.reader().execute(sql, (self._tail.last,)).fetchall():
            self._tail.add(int(number), unpack(np.frombuffer(vector, np.uint8)[None], DIMENSIONS)[0])

    def rebuild(self) -> None:
        """Make the index of formulas anew."""
        self._index = None
        try:
            self._index = index.build(self.folder, self._owner, self._vectors(), DIMENSIONS, VECTOR_BITS)
        except OSError as error:
            log.warning("the index of formulas could not be written: %s", error)
        self._tail = Tail(DIMENSIONS, self._index.about.last if self._index else 0)

    def _vectors(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint8]]]:
        self._make_missing(0)
        cursor = self.database.reader().execute("SELECT entry, vector FROM formula ORDER BY entry")
        size = row_bytes(DIMENSIONS, VECTOR_BITS)
        while rows := cursor.fetchmany(_LARGEST_PAGE):
            ids = np.array([row[0] for row in rows], np.int64)
            yield ids, np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(-1, size)

    def _make_missing(self, last: int) -> None:
        """Keep the vectors of entries beyond a number of which none are there: they are from before."""
        sql = "SELECT id FROM entry WHERE id > ?1 EXCEPT SELECT entry FROM formula WHERE entry > ?1"
        numbers = [row[0] for row in self.database.reader().execute(sql, (last,)).fetchall()]
        for start in range(0, len(numbers), _LARGEST_PAGE):
            made = vectors(self._formulas(numbers[start : start + _LARGEST_PAGE]))
            with self.database.write() as writer:
                write_vectors(writer, made)


def _first(portions: Iterator[list[Entry]], limit: int) -> list[Entry]:
    return list(itertools.islice(itertools.chain.from_iterable(portions), limit))
