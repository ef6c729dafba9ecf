"""Every recognition with its thumbnail: kept, browsed, marked, deleted for good or for a while."""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scipix.app.memory.database import Database
from scipix.app.memory.formulas import findable, index_formula
from scipix.app.memory.words import free_text
from scipix.engine.types import Recognition

BIN_SECONDS = 3600.0
"""A deleted entry can be had back for so long."""
_COLUMNS = (
    "id, uuid, created, source, name, latex, normal, confidence, verdict, favourite, cached, model, width,"
    " height"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One recognition of the past. ``created`` is seconds since 1970, ``source`` snip, clipboard, file or
    page."""

    id: int
    uuid: str
    created: float
    source: str
    name: str
    latex: str
    normal: str
    confidence: float
    verdict: str
    favourite: bool
    cached: bool
    model: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries: all that are set must hold. Times in seconds since 1970, ``until`` exclusive."""

    since: float | None = None
    until: float | None = None
    source: str = ""
    tag: str = ""
    favourite: bool | None = None
    verdict: str = ""
    below: float | None = None
    """Confidence under which an entry is wanted."""


class History:
    """The entries of a database. Any thread."""

    def __init__(self, database: Database) -> None:
        self.database = database

    # -- writing --------------------------------------------------------------------------------------
    def add(
        self,
        answer: Recognition,
        thumbnail: bytes,
        source: str = "snip",
        name: str = "",
        elapsed_ms: float = 0.0,
        answered: int | None = None,
    ) -> str:
        """Record a recognition; returns the name of its entry. Raises sqlite3.Error.

        ``answered`` is the number of the remembered picture that knew the answer.
        """
        key, found = uuid.uuid4().hex, findable(answer.latex)
        confidence = answer.confidence if answer.confidence == answer.confidence else None
        with self.database.write() as writer:
            number = writer.execute(
                "INSERT INTO entry (uuid, created, source, name, latex, normal, confidence, cached, model,"
                " provider, width, height, elapsed_ms, thumbnail, answered)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, time.time(), source, name, answer.latex, found.normal, confidence, answer.cached,
                 answer.model, answer.provider, answer.width, answer.height, elapsed_ms, thumbnail, answered),
            ).lastrowid  # fmt: skip
            assert number is not None
            index_formula(writer, number, found, free_text(answer.latex, name))
        return key

    def set_latex(self, key: str, latex: str, verdict: str) -> None:
        """What the entry says now, after a correction."""
        found = findable(latex)
        with self.database.write() as writer:
            row = writer.execute("SELECT id, name FROM entry WHERE uuid=?", (key,)).fetchone()
            if row is None:
                return
            writer.execute(
                "UPDATE entry SET latex=?, normal=?, verdict=? WHERE id=?",
                (latex, found.normal, verdict, row[0]),
            )
            index_formula(writer, row[0], found, free_text(latex, row[1]))

    def set_favourite(self, key: str, favourite: bool) -> None:
        with self.database.write() as writer:
            writer.execute("UPDATE entry SET favourite=? WHERE uuid=?", (favourite, key))

    def add_tag(self, key: str, name: str) -> None:
        """Give an entry a tag; blanks around it do not count, an empty one is ignored."""
        if name.strip():
            with self.database.write() as writer:
                writer.execute(
                    "INSERT OR IGNORE INTO tag SELECT id, ? FROM entry WHERE uuid=?", (name.strip(), key)
                )

    def remove_tag(self, key: str, name: str) -> None:
        with self.database.write() as writer:
            writer.execute(
                "DELETE FROM tag WHERE name=? AND entry=(SELECT id FROM entry WHERE uuid=?)",
                (name.strip(), key),
            )

    # -- deleting -------------------------------------------------------------------------------------
    def delete(self, keys: Sequence[str]) -> None:
        """Put entries in the bin; ``restore`` brings them back until ``empty_bin`` takes them."""
        with self.database.write() as writer:
            now = time.time()
            writer.executemany("UPDATE entry SET deleted=? WHERE uuid=?", [(now, key) for key in keys])

    def restore(self, keys: Sequence[str]) -> None:
        with self.database.write() as writer:
            writer.executemany("UPDATE entry SET deleted=NULL WHERE uuid=?", [(key,) for key in keys])

    def empty_bin(self, older_than: float = BIN_SECONDS) -> int:
        """Delete for good what was put in the bin so many seconds ago; returns how many entries that were.

        What was remembered with them goes too: their pictures and what was said about them.
        """
        with self.database.write() as writer:
            doomed = writer.execute(
                "SELECT id, uuid FROM entry WHERE deleted IS NOT NULL AND deleted <= ?",
                (time.time() - older_than,),
            ).fetchall()
            for number, key in doomed:
                writer.execute("DELETE FROM words WHERE rowid=?", (number,))
                writer.execute("DELETE FROM entry WHERE id=?", (number,))
                writer.execute("DELETE FROM picture WHERE entry=?", (key,))
                forget_trajectories(writer, key)
        return len(doomed)

    # -- reading --------------------------------------------------------------------------------------
    def entry(self, key: str) -> Entry | None:
        row = self.database.reader().execute(f"SELECT {_COLUMNS} FROM entry WHERE uuid=?", (key,)).fetchone()
        return _entry(row) if row else None

    def entries(
        self, wanted: Filter | None = None, limit: int = 100, before: int | None = None
    ) -> list[Entry]:
        """Newest first; ``before`` is the number of the last entry of the page before."""
        condition, values = conditions(wanted or Filter())
        if before is not None:
            condition, values = f"{condition} AND id < ?", [*values, before]
        rows = self.database.reader().execute(
            f"SELECT {_COLUMNS} FROM entry WHERE {condition} ORDER BY id DESC LIMIT ?", (*values, limit)
        )
        return [_entry(row) for row in rows]

    def by_numbers(self, numbers: Sequence[int]) -> list[Entry]:
        """Entries by number, in that order; those in the bin and those gone are left out."""
        reader = self.database.reader()
        rows = (
            reader.execute(
                f"SELECT {_COLUMNS} FROM entry WHERE id=? AND deleted IS NULL", (number,)
            ).fetchone()
            for number in numbers
        )
        return [_entry(row) for row in rows if row]

    def thumbnail(self, key: str) -> bytes:
        """PNG; empty where there is none."""
        row = self.database.reader().execute("SELECT thumbnail FROM entry WHERE uuid=?", (key,)).fetchone()
        return bytes(row[0]) if row else b""

    def tags(self, key: str) -> tuple[str, ...]:
        rows = self.database.reader().execute(
            "SELECT tag.name FROM tag JOIN entry ON entry.id=tag.entry WHERE entry.uuid=? ORDER BY tag.name",
            (key,),
        )
        return tuple(row[0] for row in rows)

    def days(self) -> list[tuple[str, int]]:
        """Local days as YYYY-MM-DD with the number of their entries, newest first."""
        rows = self.database.reader().execute(
            "SELECT date(created, 'unixepoch', 'localtime') AS day, count(*) FROM entry WHERE deleted IS NULL"
            " GROUP BY day ORDER BY day DESC"
        )
        return [(str(day), int(count)) for day, count in rows]

    def count(self) -> int:
        # Both numbers come from indices; to look at the entries themselves means to read all thumbnails.
        row = self.database.reader().execute(
            "SELECT (SELECT count(*) FROM entry) - (SELECT count(*) FROM entry WHERE deleted IS NOT NULL)"
        ).fetchone()  # fmt: skip
        return int(row[0])

    def export(self, wanted: Filter | None = None) -> Iterator[str]:
        """One JSON object a line for each entry, oldest first, without pictures."""
        condition, values = conditions(wanted or Filter())
        rows = self.database.reader().execute(
            f"SELECT {_COLUMNS} FROM entry WHERE {condition} ORDER BY id", values
        )
        for row in rows.fetchall():
            one = _entry(row)
            content = {name: getattr(one, name) for name in Entry.__slots__ if name != "id"}
            content["confidence"] = one.confidence if one.confidence == one.confidence else None
            yield json.dumps({**content, "tags": self.tags(one.uuid)}, allow_nan=False)


def forget_trajectories(writer: sqlite3.Connection, entry: str) -> None:
    """What was said about an entry, with every value it ever had."""
    for (key,) in writer.execute("SELECT uuid FROM trajectory WHERE entry=?", (entry,)).fetchall():
        writer.execute("DELETE FROM register WHERE object=?", (key,))
        writer.execute("DELETE FROM trajectory WHERE uuid=?", (key,))


def conditions(wanted: Filter) -> tuple[str, list[object]]:
    """A filter as SQL and its values."""
    parts: list[str] = ["deleted IS NULL"]
    values: list[object] = []
    for text, value in (
        ("created >= ?", wanted.since), ("created < ?", wanted.until), ("source = ?", wanted.source or None),
        ("verdict = ?", wanted.verdict or None), ("confidence < ?", wanted.below),
        ("favourite = ?", wanted.favourite),
        ("id IN (SELECT entry FROM tag WHERE name = ?)", wanted.tag or None),
    ):  # fmt: skip
        if value is not None:
            parts.append(text)
            values.append(value)
    return " AND ".join(parts), values


def _entry(row: tuple[object, ...]) -> Entry:
    values = dict(zip(Entry.__slots__, row, strict=True))
    values["confidence"] = float("nan") if values["confidence"] is None else values["confidence"]
    values["favourite"], values["cached"] = bool(values["favourite"]), bool(values["cached"])
    return Entry(**values)  # type: ignore[arg-type]
