"""What the database keeps of an entry's formula, so that it is found: words, a line, a vector."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from scipix.app.memory.quantise import pack
from scipix.app.memory.words import free_text, structure_words
from scipix.engine.embed import formula_vector
from scipix.engine.latex import match
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


def index_formula(writer: sqlite3.Connection, number: int, latex: str, name: str) -> None:
    """What a search finds the entry by: words, the line that fragments are looked for in, the vector."""
    row = parsed(latex)
    structure = " ".join(structure_words(row)) if row is not None else ""
    writer.execute("DELETE FROM words WHERE rowid=?", (number,))
    writer.execute(
        "INSERT INTO words (rowid, structure, text) VALUES (?, ?, ?)",
        (number, structure, free_text(latex, name)),
    )
    write_lines(writer, lines([(number, latex)]))
    write_vectors(writer, vectors([(number, latex)]))


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
    rows = pack(np.stack([formula_vector(latex) for _, latex in formulas]), VECTOR_BITS)
    return [(number, row.tobytes()) for (number, _), row in zip(formulas, rows, strict=True)]


def write_vectors(writer: sqlite3.Connection, made: Sequence[tuple[int, bytes]]) -> None:
    """Keep numbered vectors."""
    writer.executemany(
        "INSERT OR REPLACE INTO formula SELECT id, ? FROM entry WHERE id=?",
        [(vector, number) for number, vector in made],
    )
