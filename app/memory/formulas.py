"""What the database keeps of an entry's formula, so that it is found: words, a line, a vector."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from scipix.app.memory.quantise import pack
from scipix.app.memory.words import hashed
from scipix.engine.embed import Vector, features_vector, formula_vector
from scipix.engine.latex import match
from scipix.engine.latex.features import features
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Row
from scipix.engine.latex.write import write

VECTOR_BITS = 8


def parsed(latex: str) -> Row | None:
    """The formula's tree; None where it does not parse."""
    try:
        return parse(latex)
    except ParseError:
        return None


def normal_form(latex: str) -> str:
    """The formula as all its spellings are written alike; as it stands where it does not parse."""
    row = parsed(latex)
    return latex if row is None else write(row)


@dataclass(frozen=True, slots=True)
class Findable:
    """A formula parsed once; ``line`` and ``structure`` are empty where it does not parse."""

    normal: str
    structure: str
    line: str
    vector: bytes


def findable(latex: str) -> Findable:
    """What an entry with this formula is found by."""
    row = parsed(latex)
    if row is None:
        return Findable(latex, "", "", _packed(formula_vector(latex)))
    names = list(features(row))
    return Findable(write(row), " ".join(hashed(names)), match.line(row), _packed(features_vector(names)))


def _packed(vector: Vector) -> bytes:
    return bytes(pack(vector[None], VECTOR_BITS)[0].tobytes())


def index_formula(writer: sqlite3.Connection, number: int, found: Findable, text: str) -> None:
    """Have an entry found by its formula and by words."""
    writer.execute("DELETE FROM words WHERE rowid=?", (number,))
    writer.execute(
        "INSERT INTO words (rowid, structure, text) VALUES (?, ?, ?)", (number, found.structure, text)
    )
    write_lines(writer, [(number, found.line)])
    write_vectors(writer, [(number, found.vector)])


def lines(formulas: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Numbered formulas as lines for fragments (see engine.latex.match); empty where one does not parse."""
    rows = [(number, parsed(latex)) for number, latex in formulas]
    return [(number, "" if row is None else match.line(row)) for number, row in rows]


def write_lines(writer: sqlite3.Connection, made: Sequence[tuple[int, str]]) -> None:
    """Keep numbered lines."""
    writer.executemany(
        "INSERT OR REPLACE INTO line SELECT id, ?, ? FROM entry WHERE id=?",
        [(match.VERSION, text, number) for number, text in made],
    )


def vectors(formulas: Sequence[tuple[int, str]]) -> list[tuple[int, bytes]]:
    """Numbered formulas as packed vectors."""
    return [(number, _packed(formula_vector(latex))) for number, latex in formulas]


def write_vectors(writer: sqlite3.Connection, made: Sequence[tuple[int, bytes]]) -> None:
    """Keep numbered vectors."""
    writer.executemany(
        "INSERT OR REPLACE INTO formula SELECT id, ? FROM entry WHERE id=?",
        [(vector, number) for number, vector in made],
    )
