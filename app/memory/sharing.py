"""What was learned as one file, to be put together with that of another machine.

The state is a set of facts (trajectories, never changed) and a set of register values (name, time stamp,
writer,
value). Merging is the union of both sets, so it does not matter in which order, how often, or who merges
whom.
Of a register the value with the latest stamp counts, then the greater writer; the others stay in the set and
can be looked at. Curves and languages are made from that anew.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipix.app.memory.database import Database
from scipix.engine.errors import EngineError

_FORM = "scipix-learned-1"
_LARGEST = 512 * 1024 * 1024
Fact = tuple[str, str, float, str, str, float, str, str, str, str, str, str]
"""uuid, entry, created, model, predicted, confidence, beam, tokens, features, kind; picture and looks of the
symbols in base64."""
Register = tuple[str, str, int, str, str]
"""Object, name, stamp, writer, value."""


class SharingError(EngineError):
    """A file that is no export of what was learned."""


@dataclass(frozen=True, slots=True)
class State:
    """All that is shared."""

    facts: frozenset[Fact] = frozenset()
    registers: frozenset[Register] = frozenset()

    def merged(self, other: State) -> State:
        """Everything that either knows: commutative, associative, idempotent."""
        return State(self.facts | other.facts, self.registers | other.registers)

    def value(self, key: str, name: str) -> str | None:
        """The value that counts, None where none was ever set."""
        values = [one[2:] for one in self.registers if one[:2] == (key, name)]
        return max(values)[2] if values else None

    def overruled(self, key: str, name: str) -> tuple[str, ...]:
        """The values that lost, latest first."""
        values = sorted((one[2:] for one in self.registers if one[:2] == (key, name)), reverse=True)
        return tuple(one[2] for one in values[1:])


def state_of(database: Database, pictures: bool = True) -> State:
    """What a database has learned; ``pictures`` takes the thumbnails along."""
    reader = database.reader()
    facts = [
        (*row[:10], b64encode(row[10]).decode() if pictures else "", b64encode(row[11]).decode())
        for row in reader.execute(
            "SELECT uuid, entry, created, model, predicted, confidence, beam, tokens, features, kind, png,"
            " looks FROM trajectory"
        )
    ]
    registers = [
        tuple(row) for row in reader.execute("SELECT object, name, stamp, writer, value FROM register")
    ]
    return State(frozenset(facts), frozenset(registers))


def take_in(database: Database, state: State) -> int:
    """Add what a database does not know yet; returns how many facts and values were new."""
    with database.write() as writer:
        before = writer.total_changes
        writer.executemany(
            "INSERT OR IGNORE INTO trajectory (uuid, entry, created, model, predicted, confidence, beam,"
            " tokens, features, kind, png, looks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*fact[:10], b64decode(fact[10]), b64decode(fact[11])) for fact in sorted(state.facts)],
        )
        writer.executemany("INSERT OR IGNORE INTO register VALUES (?, ?, ?, ?, ?)", sorted(state.registers))
        return int(writer.total_changes - before)


def export_file(database: Database, path: Path, pictures: bool = True) -> int:
    """Write everything learned to one file; returns how many trajectories. Raises OSError."""
    state = state_of(database, pictures)
    content = {"form": _FORM, "facts": sorted(state.facts), "registers": sorted(state.registers)}
    path.write_bytes(gzip.compress(json.dumps(content).encode(), mtime=0))
    return len(state.facts)


def import_file(database: Database, path: Path) -> int:
    """Merge a file into the database; returns how much was new. Raises OSError, SharingError."""
    state = read_file(path)
    try:
        return take_in(database, state)
    except (sqlite3.IntegrityError, ValueError) as error:
        raise _not_ours(path, error) from error


def read_file(path: Path) -> State:
    """What a file of ``export_file`` holds; raises OSError, SharingError."""
    try:
        with gzip.open(path) as file:
            text = file.read(_LARGEST + 1)
        if len(text) > _LARGEST:
            raise ValueError("it is too large")
        content = json.loads(text)
        if content["form"] != _FORM:
            raise ValueError("it is of another form")
        facts = frozenset(_fact(row) for row in content["facts"])
        registers = frozenset(
            (str(o), str(n), int(s), str(w), str(v)) for o, n, s, w, v in content["registers"]
        )
    except (gzip.BadGzipFile, EOFError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _not_ours(path, error) from error
    return State(facts, registers)


def _fact(row: list[Any]) -> Fact:
    """``row`` may lack the looks: files of before have none."""
    uuid, entry, created, model, predicted, confidence, beam, tokens, features, kind, picture, *looks = row
    for part in (beam, tokens, features):
        json.loads(part)
    return (
        str(uuid), str(entry), float(created), str(model), str(predicted), float(confidence), str(beam),
        str(tokens), str(features), str(kind), str(picture), str(looks[0]) if looks else "",
    )  # fmt: skip


def _not_ours(path: Path, error: Exception) -> SharingError:
    return SharingError(
        "File cannot be imported", f"{path.name}: {error}.", "Choose a file that scipix exported."
    )
