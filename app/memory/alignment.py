"""Which symbols of a picture stand for which classes, told by the formula that is right.

Both formulas are written as one line, node after node with brackets for places. What is equal in both lines
belongs together; a run of symbols between equal neighbours that has as many others in its place was read
wrongly, one for one. Nothing else is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from scipix.engine.latex.features import places
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Accent, Array, Frac, Row, Sqrt, Sym
from scipix.engine.types import Recognition, Symbol

_LONGEST_RUN = 2
"""More wrong symbols side by side than this are no doubtless pairs."""


@dataclass(frozen=True, slots=True)
class Item:
    """A place of the line: a node that one symbol stands for (``drawn``), or structure."""

    name: str
    drawn: bool = True


def line(row: Row) -> Iterator[Item]:
    """A formula as one line; drawn items come in the order of ``symbols_in_order``."""
    for node in row:
        match node:
            case Sym():
                yield Item(node.token)
            case Accent():
                yield Item(node.command)
            case Frac() | Sqrt():
                yield Item(type(node).__name__)
            case Array():
                yield Item(node.kind, False)
            case _:
                yield Item(type(node).__name__, False)
        for name, inner in places(node):
            yield Item(f"<{name}", False)
            yield from line(inner)
            yield Item(">", False)


def seen_symbols(answer: Recognition) -> list[Symbol | None]:
    """The symbol behind each drawn item of the first reading's line, None where that is in doubt."""
    items = _items(answer.latex)
    names = [item.name for item in items if item.drawn]
    if len(names) != len(answer.order):
        return []
    behind = [answer.symbols[number] if number >= 0 else None for number in answer.order]
    return [
        symbol if symbol is not None and symbol.token == name else None
        for symbol, name in zip(behind, names, strict=True)
    ]


def classes_of(predicted: str, final: str) -> dict[int, str]:
    """Number of a drawn item of ``predicted`` -> its class according to ``final``, where that is certain."""
    one, other = _items(predicted), _items(final)
    numbers = _numbers(one)
    found: dict[int, str] = {}
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and _one_for_one(one[a:b], other[c:d])):
            pairs = zip(range(a, b), other[c:d], strict=True)
            found |= {numbers[place]: item.name for place, item in pairs if item.drawn}
    return found


def _one_for_one(one: list[Item], other: list[Item]) -> bool:
    return len(one) == len(other) <= _LONGEST_RUN and all(item.drawn for item in (*one, *other))


def _numbers(items: list[Item]) -> dict[int, int]:
    """Place in the line -> number among the drawn items."""
    drawn = [place for place, item in enumerate(items) if item.drawn]
    return {place: number for number, place in enumerate(drawn)}


def _items(latex: str) -> list[Item]:
    """Empty where it does not parse."""
    try:
        return list(line(parse(latex)))
    except ParseError:
        return []
