"""Cells that the parser ran together, parted where the other rows of their array part theirs.

The parser links every symbol by itself, so of equal rows it may see the cells of one and read another as a
plain line. The columns say what is right: a relation that stands exactly where the second cell of the other
rows begins, or a white gap as wide as between columns, begins a cell here, too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.aligned import CLOSE, SAME_PLACE, is_sign, settle
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.links import ARRAY_LINKS, Links
from scipix.engine.recognize.relations import Relation

_CLOSING = S.CLOSING | S.TWO_SIDED
_TOUCH = 0.2
"""em of white between two cells, at least: those of a matrix are 1 em apart, lines at a sign 0.28."""
_WHITE = 0.6
"""em of white before a symbol that begins a cell of a matrix."""


def parted(
    tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
) -> tuple[list[int], list[int]]:
    """Parents and relations with the cells of every array parted like those of its full rows.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    links = Links.of(tokens, parents, relations, boxes)
    if Relation.CELL in links.relations:
        _continue_rows(links)
        for index in range(len(tokens)):
            if _is_lone_row(links, index):
                _flatten(links, index)
    for start in [index for index in range(len(tokens)) if _begins_array(links, index)]:
        _join(links, start)
        _part(links, start)
        settle(links, start)
    return links.parents, links.relations


def _begins_array(links: Links, index: int) -> bool:
    return links.relations[index] != Relation.ROW and links.child(index, Relation.ROW) is not None


def _is_lone_row(links: Links, index: int) -> bool:
    """Whether a symbol begins an array of one row that no delimiter opens: such is a row with wide spaces."""
    if links.child(index, Relation.CELL) is None or links.child(index, Relation.ROW) is not None:
        return False
    before = links.tokens[links.parents[index]] if links.relations[index] == Relation.NEXT else ""
    behind = [links.child(cell, Relation.AFTER) for cell in links.walk(index, Relation.CELL)]
    closed = any(after is not None and links.tokens[after] in _CLOSING for after in behind)
    enclosed = closed or before in S.OPENING | S.TWO_SIDED
    return not enclosed and links.relations[index] not in (Relation.CELL, Relation.ROW)


def _flatten(links: Links, start: int) -> None:
    """Make one row of the cells of an array, and of what follows it, in place."""
    cells = list(links.walk(start, Relation.CELL))
    after = links.child(start, Relation.AFTER)
    for cell in [*cells[1:], *([after] if after is not None else [])]:
        links.link(cell, links.last(start), Relation.NEXT)


def _continue_rows(links: Links) -> None:
    """A row that goes on from the middle of a cell: its cells hang on a symbol inside, not on the head."""
    for index in range(len(links.tokens)):
        if links.relations[index] != Relation.NEXT or links.child(index, Relation.CELL) is None:
            continue
        if any(links.child(index, link) is not None for link in ARRAY_LINKS[1:]):
            continue
        head = links.before(index)[0]
        after = links.child(head, Relation.CELL)
        in_row = links.relations[head] in (Relation.CELL, Relation.ROW) or after is not None
        if not in_row and links.child(head, Relation.ROW) is None:
            continue
        last = list(links.walk(index, Relation.CELL))[-1]
        if after is not None:
            if links.boxes[after, 0] < links.boxes[last, 0]:
                continue
            links.link(after, last, Relation.CELL)
        links.link(index, head, Relation.CELL)


def _join(links: Links, start: int) -> None:
    """Put cells of a row together that no white parts, but for those that begin or end with a sign."""
    for row in list(links.walk(start, Relation.ROW)):
        cell = row
        for after in list(links.walk(row, Relation.CELL))[1:]:
            last = links.last(cell)
            gap = float(links.boxes[after, 0]) - links.extent(cell, ARRAY_LINKS)[1]
            if abs(gap) > _TOUCH or is_sign(links.tokens[after]) or is_sign(links.tokens[last]):
                cell = after
                continue
            beyond = links.child(after, Relation.CELL)
            links.link(after, last, Relation.NEXT)
            if beyond is not None:
                links.link(beyond, cell, Relation.CELL)


def _part(links: Links, start: int) -> None:
    """Part the cells of one array."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    count = max(map(len, rows))
    full = [row for row in rows if len(row) == count]
    if count < 2 or len(full) == len(rows):
        return
    spans = [[links.extent(head, ARRAY_LINKS) for head in row] for row in full]
    left = [float(np.median([span[column][0] for span in spans])) for column in range(count)]
    right = [max(span[column][1] for span in spans) for column in range(count)]
    tight = left[1] - right[0] < CLOSE and any(is_sign(links.tokens[row[1]]) for row in full)
    for row in rows:
        if len(row) < count:
            _part_row(links, row, left, right, tight)


def _part_row(
    links: Links, row: list[int], left: Sequence[float], right: Sequence[float], tight: bool
) -> None:
    for head in row:
        current, end = head, links.extent(head, (*ARRAY_LINKS, Relation.NEXT))[1]
        for symbol in links.after(head):
            begin, finish = links.extent(symbol, (*ARRAY_LINKS, Relation.NEXT))
            if tight:
                starts = abs(begin - left[1]) < SAME_PLACE and is_sign(links.tokens[symbol])
            else:
                starts = begin - end > _WHITE and any(
                    right[column - 1] - SAME_PLACE < begin < right[column] for column in range(1, len(left))
                )
            if starts:
                after = links.child(current, Relation.CELL)
                if after is not None:
                    links.link(after, symbol, Relation.CELL)
                links.link(symbol, current, Relation.CELL)
                current = symbol
            end = max(end, finish)
