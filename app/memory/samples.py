"""What the symbols of a recognition looked like, kept until somebody says what the formula is.

The looks of the last recognitions wait beside their entries. A verdict takes those of its entry along: they
are facts of the trajectory, shared and deleted with it. Which symbol they show is told by the final LaTeX,
each time anew, so a correction that is taken back leaves nothing behind.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.alignment import classes_of, seen_symbols
from scipix.engine.recognize.appearance import NUMBERS
from scipix.engine.types import Appearance, Recognition

WAITING = 2000
"""Recognitions of which nobody has said anything keep their looks until so many others came."""

NEWEST = 4000
"""Verdicts that teach; older ones have told what they had to."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A symbol of which the class is known: its appearance, what the networks thought, what it is."""

    appearance: NDArray[np.float32]
    guesses: tuple[tuple[str, float], ...]
    truth: str


def packed(answer: Recognition) -> bytes:
    """The looks behind the first reading; empty where they are not known, as in a remembered answer."""
    looks = [symbol.appearance if symbol else None for symbol in seen_symbols(answer)]
    if not any(looks):
        return b""
    rows = [
        [b64encode(one.numbers).decode(), [[name, round(chance, 6)] for name, chance in one.guesses]]
        if one else None for one in looks
    ]  # fmt: skip
    content = {"latex": answer.latex, "looks": rows}
    return zlib.compress(json.dumps(content, separators=(",", ":")).encode())


def samples(blob: bytes, final: str) -> Iterator[Sample]:
    """What the looks of ``packed`` teach if ``final`` is right; nothing where the blob is damaged."""
    try:
        content: dict[str, Any] = json.loads(zlib.decompress(blob)) if blob else {"latex": "", "looks": []}
        looks = [_appearance(row) for row in content["looks"]]
        known = classes_of(str(content["latex"]), final) if looks else {}
    except (zlib.error, ValueError, KeyError, TypeError):
        return
    for number, truth in known.items():
        look = looks[number] if number < len(looks) else None
        if look is not None:
            numbers = np.frombuffer(look.numbers, np.float16).astype(np.float32)
            yield Sample(numbers, look.guesses, truth)


def _appearance(row: list[object] | None) -> Appearance | None:
    """Raises ValueError or TypeError for what ``packed`` did not write."""
    if row is None:
        return None
    text, guesses = row
    numbers = b64decode(str(text))
    if len(numbers) != 2 * NUMBERS or not isinstance(guesses, list):
        return None
    return Appearance(numbers, tuple((str(name), float(chance)) for name, chance in guesses))


# -- storage ------------------------------------------------------------------------------------------------
def keep(writer: sqlite3.Connection, entry: str, answer: Recognition) -> None:
    """Let the looks of a recognition wait for a verdict."""
    if blob := packed(answer):
        number = writer.execute("INSERT INTO look (entry, symbols) VALUES (?, ?)", (entry, blob)).lastrowid
        writer.execute("DELETE FROM look WHERE id <= ?", ((number or 0) - WAITING,))


def of_entry(reader: sqlite3.Connection, entry: str) -> bytes:
    """The looks of an entry, or of the one whose remembered answer it got; empty where none are left."""
    row = reader.execute(
        "SELECT symbols FROM look WHERE entry=? OR entry=(SELECT picture.entry FROM picture JOIN entry"
        " ON picture.id=entry.answered WHERE entry.uuid=?) ORDER BY entry=? DESC", (entry, entry, entry),
    ).fetchone()  # fmt: skip
    return bytes(row[0]) if row else b""


def of_trajectories(reader: sqlite3.Connection) -> dict[str, bytes]:
    """Name of a trajectory -> its looks, of the newest that have any."""
    rows = reader.execute(
        "SELECT uuid, looks FROM trajectory WHERE length(looks) ORDER BY created DESC LIMIT ?", (NEWEST,)
    )
    return dict(rows.fetchall())
