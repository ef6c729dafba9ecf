"""What is typed into the search box of the history, and the entries that it asks for, portion by portion."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scipix.app.memory.history import Entry, Filter
from scipix.app.memory.memory import Memory
from scipix.engine.latex.parse import ParseError

_TAG = re.compile(r'(?<!\S)tag:(?:"([^"]*)"?|(\S*))\s*')
_FAVOURITES = re.compile(r"(?<!\S)is:favou?rite(?!\S)\s*")
_PLAIN = re.compile(r"[^\W_]+(?:\s+[^\W_]+)*")
_PORTION = 64


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


def entries(memory: Memory, query: Query) -> Iterator[list[Entry]]:
    """The entries that a query asks for, newest first, in portions; many may be empty.

    Words are looked for as words first and as a formula where that finds nothing; everything else the other
    way round. Nothing happens before a portion is asked for, and each is there in a few milliseconds. Raises
    sqlite3.Error.
    """
    if not query.rest:
        return _all(memory, query.wanted)
    ways = _by_words(memory, query), _by_formula(memory, query)
    return _first_that_finds(*(ways if _PLAIN.fullmatch(query.rest) else ways[::-1]))


def _first_that_finds(first: Iterator[list[Entry]], second: Iterator[list[Entry]]) -> Iterator[list[Entry]]:
    for portion in first:
        yield portion
        if portion:
            yield from first
            return
    yield from second


def _all(memory: Memory, wanted: Filter) -> Iterator[list[Entry]]:
    before: int | None = None
    while page := memory.history.entries(wanted, _PORTION, before):
        yield page
        before = page[-1].id


def _by_formula(memory: Memory, query: Query) -> Iterator[list[Entry]]:
    with contextlib.suppress(ParseError):  # not LaTeX, or not yet: it is being typed
        yield from memory.search.fragments(query.rest, query.wanted)


def _by_words(memory: Memory, query: Query) -> Iterator[list[Entry]]:
    return memory.search.texts(query.rest, query.wanted)
