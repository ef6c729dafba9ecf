"""What is typed into the search box of the history, and the entries that it asks for, page by page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scipix.app.memory.history import Entry, Filter
from scipix.app.memory.memory import Memory
from scipix.engine.latex.parse import ParseError
from scipix.engine.types import Checkpoint, uninterrupted

_TAG = re.compile(r'(?<!\S)tag:(?:"([^"]*)"?|(\S*))\s*')
_FAVOURITES = re.compile(r"(?<!\S)is:favou?rite(?!\S)\s*")
_PLAIN = re.compile(r"[^\W_]+(?:\s+[^\W_]+)*")
_PAGE = 100


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: ``rest`` in formulas and names of files, among the entries of ``wanted``."""

    rest: str = ""
    wanted: Filter = field(default_factory=Filter)

    @property
    def empty(self) -> bool:
        """Whether it asks for everything."""
        return not self.rest and self.wanted == Filter()


def read_query(text: str, favourites: bool = False) -> Query:
    """The query of a line as ``tag:exam \\frac{?}{x}``; ``is:favourite`` does what ``favourites`` does."""
    tag = ""
    for quoted, plain in _TAG.findall(text):
        tag = (quoted or plain).strip() or tag
    rest, marked = _FAVOURITES.subn("", _TAG.sub("", text))
    return Query(rest.strip(), Filter(tag=tag, favourite=True if favourites or marked else None))


def entries(memory: Memory, query: Query, checkpoint: Checkpoint = uninterrupted) -> Iterator[Entry]:
    """The entries that a query asks for, newest first, read as they are taken.

    Words are looked for as words first and as a formula where that finds nothing; everything else the other
    way round. ``checkpoint`` is called again and again while formulas are compared, which may take long; what
    it raises ends the search. Raises sqlite3.Error.
    """
    if not query.rest:
        return _all(memory, query.wanted)
    ways = _by_words(memory, query), _by_formula(memory, query, checkpoint)
    return _first_that_finds(*(ways if _PLAIN.fullmatch(query.rest) else ways[::-1]))


def _first_that_finds(first: Iterator[Entry], second: Iterator[Entry]) -> Iterator[Entry]:
    found = next(first, None)
    return second if found is None else itertools.chain((found,), first)


def _all(memory: Memory, wanted: Filter) -> Iterator[Entry]:
    before: int | None = None
    while page := memory.history.entries(wanted, _PAGE, before):
        yield from page
        before = page[-1].id


def _by_formula(memory: Memory, query: Query, checkpoint: Checkpoint) -> Iterator[Entry]:
    try:
        yield from memory.search.fragments(query.rest, query.wanted, checkpoint)
    except ParseError:
        return  # not LaTeX, or not yet: it is being typed


def _by_words(memory: Memory, query: Query) -> Iterator[Entry]:
    """In pages that double: the search begins anew for each."""
    known, limit = 0, _PAGE
    while len(found := memory.search.text(query.rest, query.wanted, limit)) > known:
        yield from found[known:]
        if len(found) < limit:
            return
        known, limit = len(found), 2 * limit
