"""Answers of before, for the same picture: proposed by vectors, proved on the pixels.

The pictures live in the database; the index over their vectors can be made again from it at any time. Entries
newer than the index are compared one by one. Look-ups come from one thread, rebuilding runs on another and
swaps a finished index in by reference.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory import answers, index, pictures, verify
from scipix.app.memory.answers import InkBox
from scipix.app.memory.database import Database
from scipix.app.memory.index import Match
from scipix.app.memory.quantise import pack, row_bytes, unpack
from scipix.app.memory.tail import Tail
from scipix.app.memory.verify import Strangeness
from scipix.engine.embed import DIMENSIONS, Vector, ink_vector
from scipix.engine.errors import EngineError, ProviderError
from scipix.engine.preprocess.scale import estimate_em
from scipix.engine.types import Checkpoint, Recognition, uninterrupted

log = logging.getLogger(__name__)

VERIFIED = 6
"""At most so many candidates are compared on their pixels."""
_SURE = 0.9
_FINER = 1.15
"""A doubtful answer is not repeated for a picture so much finer than its own: it may be read better now."""
_LEAST_TAIL, _TAIL_SHARE = 512, 0.05
_FLUSH = 64
_BREATH, _LAST_SECONDS = 0.001, 0.7


class _ClosingError(Exception):
    """The program closes."""


@dataclass(frozen=True, slots=True)
class CacheOptions:
    """Limits: megabytes (0 is none), days since the last use (0 is for ever), similarity, bits a number."""

    size_mb: int = 1000
    days: int = 0
    threshold: float = 0.9
    bits: int = 8


@dataclass(frozen=True, slots=True)
class Question:
    """A picture made ready to be looked up and remembered; ``answered`` is the one that knew the answer."""

    gray: pictures.Gray
    ink: InkBox
    em: float
    vector: Vector
    answered: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A remembered answer for the picture asked about; ``corrected`` if a user said that it is right."""

    answer: Recognition
    picture: int
    corrected: bool


@dataclass(frozen=True, slots=True)
class Statistics:
    """Since the cache was last cleared; ``rejected`` candidates were near and not the same."""

    entries: int
    bytes: int
    hits: int
    misses: int
    rejected: int
    indexed: int
    engine: str

    @property
    def rate(self) -> float:
        """Share of the look-ups that were answered."""
        return self.hits / max(1, self.hits + self.misses)


def question(image: NDArray[Any]) -> Question | None:
    """What to look up for a picture; None where it has nothing to compare."""
    try:
        gray, ink = pictures.canonical(image)
    except EngineError:
        return None  # the recogniser says it better
    if min(gray.shape) < 2:
        return None
    return Question(gray, ink, estimate_em(gray), ink_vector(gray))


@dataclass(frozen=True, slots=True)
class Likeness:
    """A remembered picture beside one asked about; ``same`` if the pixels prove it."""

    latex: str
    similarity: float
    same: bool


class Cache:
    """Look-ups, additions and limits; see the module for threads."""

    def __init__(self, database: Database, folder: Path, options: CacheOptions) -> None:
        self.database = database
        self.folder = folder
        self.options = options
        self._owner = f"{database.writer}-{index.PROJECTED}"
        self._index = index.open_current(folder, self._owner, DIMENSIONS, options.bits)
        self._tail = Tail(DIMENSIONS, self._index.about.last if self._index else 0)
        self._version = (-1, -1)
        self._counts = {"hits": 0, "misses": 0, "rejected": 0}
        self._touched: dict[int, float] = {}
        self._rebuilding: threading.Thread | None = None
        self._closing = False
        self._lock = threading.Lock()
        self._catch_up()

    # -- look-up --------------------------------------------------------------------------------------
    def look_up(
        self,
        asked: Question,
        image: NDArray[Any],
        alternatives: int,
        model: str,
        strangeness: Strangeness | None = None,
    ) -> Hit | None:
        """The remembered answer, if one is proved to be of the same formula.

        ``strangeness`` compares symbols where the pixels leave it open.
        """
        self._catch_up()
        for number, similarity in self._near(asked.vector):
            if similarity < self.options.threshold:
                break
            hit = self._proved(number, similarity, asked, image, alternatives, model, strangeness)
            if hit is not None:
                self._count("hits")
                self._touched[number] = time.time()
                return hit
        self._count("misses")
        return None

    def _near(self, vector: Vector) -> list[Match]:
        with self._lock:
            current, tail = self._index, self._tail
        found = tail.search(vector, VERIFIED)
        if current is not None and current.about.count:
            found += current.search(vector, VERIFIED)
        return sorted(dict(found).items(), key=lambda match: -match[1])[:VERIFIED]

    def _proved(
        self,
        number: int,
        similarity: float,
        asked: Question,
        image: NDArray[Any],
        alternatives: int,
        model: str,
        strangeness: Strangeness | None,
    ) -> Hit | None:
        row = self.database.reader().execute(
            "SELECT em, answer, corrected, png FROM picture WHERE id=?", (number,)
        ).fetchone()  # fmt: skip
        if row is None:
            return None
        em, text, corrected, png = float(row[0]), str(row[1]), row[2], row[3]
        if corrected is None and not self._answers(text, asked.em / em, alternatives, model):
            return None
        gray = pictures.decode(png)
        if gray is None or not _is_same(gray, em, text, asked, strangeness):
            self._count("rejected")
            return None
        try:
            answer = answers.from_text(text, asked.ink, image.shape[1], image.shape[0], min(1.0, similarity))
        except (ValueError, KeyError, TypeError):
            return None
        return Hit(
            replace(answer, alternatives=answer.alternatives[:alternatives]), number, corrected is not None
        )

    @staticmethod
    def _answers(text: str, finer: float, alternatives: int, model: str) -> bool:
        """Whether an uncorrected answer may stand: by this model, with enough readings, as good as can be."""
        made_by, confidence, asked = answers.facts(text)
        return made_by == model and asked >= alternatives and (confidence >= _SURE or finer < _FINER)

    def similar(self, image: NDArray[Any], count: int) -> list[Likeness]:
        """The remembered pictures most like one, nearest first."""
        asked = question(image)
        if asked is None:
            return []
        self._catch_up()
        found = self._tail.search(asked.vector, count) + (
            self._index.search(asked.vector, count) if self._index else []
        )
        likenesses: list[Likeness] = []
        for number, similarity in sorted(dict(found).items(), key=lambda match: -match[1])[:count]:
            row = (
                self.database.reader()
                .execute("SELECT em, answer, png FROM picture WHERE id=?", (number,))
                .fetchone()
            )
            gray = pictures.decode(row[2]) if row else None
            if gray is not None:
                same = verify.compare(gray, asked.gray, float(row[0])).same
                likenesses.append(Likeness(answers.latex_of(row[1]), similarity, same))
        return likenesses

    # -- additions ------------------------------------------------------------------------------------
    def add(self, asked: Question, answer: Recognition, alternatives: int, entry: str = "") -> int:
        """Remember an answer; returns the picture's number. Raises sqlite3.Error."""
        now = time.time()
        png, row = pictures.encode(asked.gray), pack(asked.vector[None], self.options.bits)[0]
        text = answers.to_text(answer, asked.ink, alternatives)
        size = len(png) + row.nbytes + len(text) + 64
        with self.database.write() as writer:
            number = writer.execute(
                "INSERT INTO picture (created, used, size, entry, em, answer, vector, png)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (now, now, size, entry, asked.em, text, row.tobytes(), png),
            ).lastrowid
            self._write_counts(writer)
            self._limit(writer, now)
        assert number is not None
        self._catch_up()
        if self._is_tail_long():
            self.rebuild_in_background()
        return number

    def _limit(self, writer: sqlite3.Connection, now: float) -> None:
        """Forget what was not used for long, and the longest unused where there is too much."""
        if self.options.days:
            writer.execute("DELETE FROM picture WHERE used < ?", (now - 86_400 * self.options.days,))
        limit = self.options.size_mb * 1_000_000
        if not limit:
            return
        total = int(writer.execute("SELECT coalesce(sum(size), 0) FROM picture").fetchone()[0])
        if total <= limit:
            return
        doomed: list[tuple[int]] = []
        for number, size in writer.execute("SELECT id, size FROM picture ORDER BY used"):
            if total <= 0.9 * limit:
                break
            doomed.append((number,))
            total -= size
        writer.executemany("DELETE FROM picture WHERE id=?", doomed)

    # -- the index ------------------------------------------------------------------------------------
    def _catch_up(self) -> None:
        """Take what was added since, by this or another process, into the tail."""
        reader = self.database.reader()
        version = int(reader.execute("PRAGMA data_version").fetchone()[0]), reader.total_changes
        if version == self._version:
            return
        self._version = version
        with self._lock:
            tail = self._tail
        for number, blob in reader.execute(
            "SELECT id, vector FROM picture WHERE id>? ORDER BY id", (tail.last,)
        ):
            with contextlib.suppress(ValueError):
                tail.add(int(number), unpack(np.frombuffer(blob, np.uint8)[None], DIMENSIONS)[0])

    def _is_tail_long(self) -> bool:
        count = self._index.about.count if self._index else 0
        return len(self._tail) > max(_LEAST_TAIL, _TAIL_SHARE * count)

    def rebuild_in_background(self) -> None:
        """Start building an index of everything, unless that is under way."""
        if self._rebuilding is None or not self._rebuilding.is_alive():
            self._rebuilding = threading.Thread(
                target=self._rebuild_quietly, name="memory index", daemon=True
            )
            self._rebuilding.start()

    def _rebuild_quietly(self) -> None:
        try:
            self.rebuild(self._make_way)
        except _ClosingError:
            return  # the next run builds it
        except (OSError, sqlite3.Error) as error:
            log.warning("the index could not be built, the entries are compared one by one: %s", error)
        finally:
            self.database.release()

    def _make_way(self) -> None:
        """Between two slices of a rebuild in the background: others go first, closing ends it."""
        if self._closing:
            raise _ClosingError
        time.sleep(_BREATH)

    def rebuild(self, checkpoint: Checkpoint = uninterrupted) -> None:
        """Build an index of everything and swap it in. Any thread; raises OSError, sqlite3.Error."""
        built = index.build(
            self.folder, self._owner, self._vectors(), DIMENSIONS, self.options.bits, checkpoint
        )
        with self._lock:
            self._tail = self._tail.after(built.about.last)
            self._index = built
            # What came in while this was copied is read again.
            self._version = (-1, -1)

    def _vectors(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint8]]]:
        size = row_bytes(DIMENSIONS, self.options.bits)
        cursor = self.database.reader().execute("SELECT id, vector FROM picture ORDER BY id")
        while rows := cursor.fetchmany(1024):
            ids = np.array([row[0] for row in rows], np.int64)
            if all(len(row[1]) == size for row in rows):
                packed = np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(-1, size)
            else:  # stored when the setting was another
                vectors = [unpack(np.frombuffer(row[1], np.uint8)[None], DIMENSIONS) for row in rows]
                packed = pack(np.concatenate(vectors), self.options.bits)
            yield ids, packed

    # -- statistics and the end -----------------------------------------------------------------------
    def _count(self, name: str) -> None:
        self._counts[name] += 1
        if sum(self._counts.values()) >= _FLUSH:
            self.flush()

    def flush(self) -> None:
        """Write down counts and times of use that are still in memory only."""
        try:
            with self.database.write() as writer:
                self._write_counts(writer)
        except sqlite3.Error as error:
            log.warning("the cache's counts could not be written: %s", error)

    def _write_counts(self, writer: sqlite3.Connection) -> None:
        for name, count in self._counts.items():
            if count:
                writer.execute(
                    "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value=value+?",
                    (f"cache_{name}", str(count), count),
                )
            self._counts[name] = 0
        used = [(when, number) for number, when in self._touched.items()]
        writer.executemany("UPDATE picture SET used=?, hits=hits+1 WHERE id=?", used)
        self._touched.clear()

    def statistics(self) -> Statistics:
        """Counts and sizes as they are now."""
        self.flush()
        entries, size = self.database.reader().execute(
            "SELECT count(*), coalesce(sum(size), 0) FROM picture"
        ).fetchone()  # fmt: skip
        hits, misses, rejected = (int(self.database.meta(f"cache_{name}", "0")) for name in self._counts)
        indexed, engine = (self._index.about.count, self._index.about.engine) if self._index else (0, "none")
        return Statistics(int(entries), int(size), hits, misses, rejected, indexed, engine)

    def clear(self) -> None:
        """Forget all pictures and their index."""
        self.wait()
        with self.database.write() as writer:
            writer.execute("DELETE FROM picture")
            writer.execute("DELETE FROM meta WHERE key LIKE 'cache\\_%' ESCAPE '\\'")
        self._counts = dict.fromkeys(self._counts, 0)
        self._touched.clear()
        self.rebuild()

    def forget_corrected(self) -> None:
        """Forget the pictures that answer with a correction."""
        with self.database.write() as writer:
            writer.execute("DELETE FROM picture WHERE corrected IS NOT NULL")

    def wait(self) -> None:
        """Wait for a rebuild that is under way."""
        if self._rebuilding is not None:
            self._rebuilding.join()

    def close(self) -> None:
        """Write the counts down and end a rebuild.

        While its trees grow it does not hear that; then it is left behind, for it has done with the database,
        and an index that is not finished is none.
        """
        self.flush()
        self._closing = True
        if self._rebuilding is not None:
            self._rebuilding.join(_LAST_SECONDS)


def _is_same(
    gray: pictures.Gray, em: float, text: str, asked: Question, strangeness: Strangeness | None
) -> bool:
    boxes = answers.boxes(text) if strangeness is not None else None
    try:
        return verify.compare(gray, asked.gray, em, boxes, strangeness).same
    except ProviderError as error:  # the engine reads the picture next and says more
        log.warning("symbols could not be compared: %s", error)
        return False
