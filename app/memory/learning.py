"""What the user said about answers: trajectories, verdicts, and taking a correction back.

The facts of a trajectory never change. What may change about it, the final LaTeX and whether it was taken
back,
is a register: every value ever set is kept with a time stamp and the name of its writer, the latest counts.
So two machines can put together what they have in any order (see :mod:`scipix.app.memory.sharing`).
"""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from scipix.app.memory import answers, samples
from scipix.app.memory.database import Database
from scipix.app.memory.formulas import normal_form
from scipix.app.memory.history import History
from scipix.engine.types import Recognition

SUCCESS, ACCEPTABLE, LOW = "success", "acceptable", "low_confidence"
SUBOPTIMAL, FAILED, UNKNOWN = "suboptimal", "failed", "unknown"
_SURE, _FAIR = 0.95, 0.80
_PICTURES = "entry=? OR id=(SELECT answered FROM entry WHERE uuid=?)"
"""Of an entry, twice its name: its own, and the one that answered for it."""
TARGETS = {SUCCESS: 1.0, ACCEPTABLE: 1.0, LOW: 1.0, SUBOPTIMAL: 0.0, FAILED: 0.0}
"""Whether the first answer was right, for calibration. What only the order of the beam got wrong (0.5 to the
original) is wrong here: the confidence is the probability that the formula shown is right."""
_REWARDS = {SUCCESS: 1.0, ACCEPTABLE: 1.0, LOW: 1.0, SUBOPTIMAL: 0.5, FAILED: 0.0}


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One answer and what became of it. ``beam`` holds LaTeX and log probability; ``final`` is what is right.

    ``kind`` is how that came to be known: edited, chosen, confirmed, rejected, copied.
    """

    uuid: str
    entry: str
    created: float
    model: str
    predicted: str
    confidence: float
    beam: tuple[tuple[str, float], ...]
    features: tuple[float, ...]
    kind: str
    final: str
    undone: bool

    @property
    def verdict(self) -> str:
        return verdict(self.predicted, self.confidence, [latex for latex, _ in self.beam], self.final)

    @property
    def right(self) -> bool | None:
        """Whether the first answer was right; None where nobody said so."""
        target = TARGETS.get(self.verdict)
        return None if target is None or self.undone else target == 1.0

    @property
    def reward(self) -> float:
        """1 right, 0.5 right but not first in the beam, 0 wrong."""
        return _REWARDS[self.verdict]


def verdict(predicted: str, confidence: float, beam: list[str], final: str) -> str:
    """What an answer turned out to be; ``final`` is "" where it is known to be wrong and nothing else."""
    if not final:
        return FAILED
    right = normal_form(final)
    if right == normal_form(predicted):
        return SUCCESS if confidence >= _SURE else ACCEPTABLE if confidence >= _FAIR else LOW
    return SUBOPTIMAL if any(normal_form(latex) == right for latex in beam) else FAILED


class Learning:
    """Records what is said about entries of the history. Any thread."""

    def __init__(self, database: Database, history: History) -> None:
        self.database = database
        self.history = history

    def record(
        self,
        entry: str,
        answer: Recognition,
        final: str,
        kind: str,
        features: tuple[float, ...],
        png: bytes = b"",
    ) -> str:
        """Record that an answer is right (``final`` is its LaTeX), wrong ("") or should be another.

        A second word on the same entry replaces the first. The entry, its verdict and the cached picture
        follow. Returns the trajectory's name. Raises sqlite3.Error.
        """
        with self.database.write() as writer:
            known = writer.execute("SELECT uuid FROM trajectory WHERE entry=?", (entry,)).fetchone()
            key = str(known[0]) if known else self._add(writer, entry, answer, kind, features, png)
            set_register(self.database, writer, key, "final", final)
            set_register(self.database, writer, key, "undone", "")
            self._apply(writer, key)
        return key

    def _add(
        self, writer: sqlite3.Connection, entry: str, answer: Recognition, kind: str, features: tuple[float,
        ...], png: bytes,
    ) -> str:  # fmt: skip
        key = uuid.uuid4().hex
        beam = json.dumps([[one.latex, _finite(one.score)] for one in answer.alternatives])
        tokens = json.dumps(
            [
                [
                    one.text,
                    _finite(one.probability),
                    [one.box.x0, one.box.y0, one.box.x1, one.box.y1] if one.box else None,
                ]
                for one in answer.tokens
            ]
        )
        writer.execute(
            "INSERT INTO trajectory (uuid, entry, created, model, predicted, confidence, beam, tokens,"
            " features, kind, png, looks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, entry, time.time(), answer.model, answer.latex, _finite(answer.confidence), beam, tokens,
             json.dumps(features), kind, png, samples.of_entry(writer, entry)),
        )  # fmt: skip
        return key

    def undo(self, entry: str) -> bool:
        """Take back what was said about an entry, with all its effects; False where nothing was."""
        with self.database.write() as writer:
            row = writer.execute("SELECT uuid FROM trajectory WHERE entry=?", (entry,)).fetchone()
            if row is None:
                return False
            set_register(self.database, writer, row[0], "undone", "yes")
            self._apply(writer, row[0])
            self._forget_readings_since(writer, row[0])
        return True

    @staticmethod
    def _forget_readings_since(writer: sqlite3.Connection, key: str) -> None:
        """What was read since a correction may bear its marks, for it taught the recogniser to see."""
        writer.execute(
            "DELETE FROM picture WHERE corrected IS NULL AND created >="
            " (SELECT created FROM trajectory WHERE uuid=?)", (key,),
        )  # fmt: skip

    def _apply(self, writer: sqlite3.Connection, key: str) -> None:
        """Bring the entry and the cached picture in line with what a trajectory says now."""
        one = self._one(writer, key)
        if one.undone:
            self.history.set_latex(one.entry, one.predicted, UNKNOWN)
            self._restore_picture(writer, one)
            return
        self.history.set_latex(one.entry, one.final or one.predicted, one.verdict)
        if one.final:
            self._correct_picture(writer, one)
        else:
            self._forget_picture(writer, one)

    @staticmethod
    def _correct_picture(writer: sqlite3.Connection, one: Trajectory) -> None:
        """The picture answers with what is right from now on."""
        for number, text in writer.execute(
            f"SELECT id, answer FROM picture WHERE {_PICTURES}", (one.entry, one.entry)
        ).fetchall():
            writer.execute(
                "UPDATE picture SET answer=?, corrected=? WHERE id=?",
                (answers.corrected(text, one.final), one.uuid, number),
            )

    @staticmethod
    def _restore_picture(writer: sqlite3.Connection, one: Trajectory) -> None:
        """The picture answers as it did before the correction; without that answer it is read anew."""
        for number, text in writer.execute(
            f"SELECT id, answer FROM picture WHERE corrected IS NOT NULL AND ({_PICTURES})",
            (one.entry, one.entry),
        ).fetchall():
            first = answers.before(text)
            if first is None:
                writer.execute("DELETE FROM picture WHERE id=?", (number,))
            else:
                writer.execute("UPDATE picture SET answer=?, corrected=NULL WHERE id=?", (first, number))

    @staticmethod
    def _forget_picture(writer: sqlite3.Connection, one: Trajectory) -> None:
        writer.execute(f"DELETE FROM picture WHERE {_PICTURES}", (one.entry, one.entry))

    def trajectories(self) -> Iterator[Trajectory]:
        """All, oldest first."""
        reader = self.database.reader()
        for (key,) in reader.execute("SELECT uuid FROM trajectory ORDER BY created, uuid").fetchall():
            yield self._one(reader, key)

    def of_entry(self, entry: str) -> Trajectory | None:
        reader = self.database.reader()
        row = reader.execute("SELECT uuid FROM trajectory WHERE entry=?", (entry,)).fetchone()
        return self._one(reader, row[0]) if row else None

    def count(self) -> int:
        return int(self.database.reader().execute("SELECT count(*) FROM trajectory").fetchone()[0])

    def forget(self) -> None:
        """Delete all trajectories, and what was read since the first; entries keep their LaTeX."""
        with self.database.write() as writer:
            writer.execute(
                "DELETE FROM picture WHERE corrected IS NULL AND created >="
                " (SELECT min(created) FROM trajectory)"
            )
            writer.execute("DELETE FROM trajectory")
            writer.execute("DELETE FROM register")

    @staticmethod
    def _one(reader: sqlite3.Connection, key: str) -> Trajectory:
        row = reader.execute(
            "SELECT uuid, entry, created, model, predicted, confidence, beam, features, kind FROM trajectory"
            " WHERE uuid=?", (key,),
        ).fetchone()  # fmt: skip
        registers = dict(
            reader.execute(
                "SELECT name, value FROM (SELECT name, value, stamp, writer FROM register WHERE object=?"
                " ORDER BY stamp, writer, value)", (key,),
            ).fetchall()
        )  # fmt: skip
        beam = tuple((str(latex), float(score)) for latex, score in json.loads(row[6]))
        return Trajectory(
            row[0], row[1], row[2], row[3], row[4], row[5], beam, tuple(map(float, json.loads(row[7]))),
            row[8], registers.get("final", ""), registers.get("undone", "") == "yes",
        )  # fmt: skip


def set_register(database: Database, writer: sqlite3.Connection, key: str, name: str, value: str) -> None:
    """A new latest value; later than any value known, whatever the clocks say."""
    newest = writer.execute("SELECT coalesce(max(stamp), 0) FROM register").fetchone()[0]
    stamp = max(int(newest) + 1, time.time_ns() // 1000)
    row = writer.execute("SELECT value FROM meta WHERE key='writer'").fetchone()
    writer.execute("INSERT OR IGNORE INTO register VALUES (?, ?, ?, ?, ?)", (key, name, stamp, row[0], value))


def _finite(value: float) -> float:
    """JSON and SQL have no infinities; nothing that is compared comes near this."""
    return float(value) if abs(value) < 1e9 else -1e9 if value < 0 else 0.0
