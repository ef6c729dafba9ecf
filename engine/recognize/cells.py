"""Cells that the parser ran together, parted where the other rows of their array part theirs.

The parser links every symbol by itself, so of equal rows it may see the cells of one and read another as a
plain line. The columns say what is right: a relation that stands exactly where the second cell of the other
rows begins, or a white gap as wide as between columns, begins a cell here, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

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
"""em of white before a symbol that begins a cell of a matrix; an upright arrow has less on its own sides."""
_LABELLED = 2.5
"""So many symbols have upright arrows with their labels in the mean at most."""
_BESIDE = 0.25
"""Share of an upright arrow's height by which the middle of its label is off its own at most."""
_SCRIPTS = (Relation.SUB, Relation.SUP)
_WHOLE = 0.8
"""Share of an array's height that delimiters around it have at least."""


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
    starts = [index for index in range(len(tokens)) if _begins_array(links, index)]
    if starts:
        _set_beside(links)
    for start in starts:
        _take_in(links, start)
        rows = [list(links.walk(row, Relation.CELL)) for row in links.walk(start, Relation.ROW)]
        diagram = _has_arrows(links, rows)
        _join(links, start, diagram)
        _part(links, start, diagram)
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


def _set_beside(links: Links) -> None:
    """Put the label of an upright arrow, which stands beside its middle, into its row: it is no script."""
    for arrow in [index for index, token in enumerate(links.tokens) if token in S.UPRIGHT_ARROWS]:
        parent, relation = links.entry(arrow)
        top, bottom = links.boxes[arrow, 1], links.boxes[arrow, 3]
        if relation in _SCRIPTS and _is_beside(links.boxes[parent], top, bottom):
            _insert(links, arrow, parent)
        for script in _SCRIPTS:
            label = links.child(arrow, script)
            if label is not None and _is_beside(links.boxes[label], top, bottom):
                _insert(links, label, arrow)


def _is_beside(box: FloatArray, top: float, bottom: float) -> bool:
    """Whether a symbol is no higher than an arrow and its middle beside the arrow's."""
    away = abs(float(box[1] + box[3]) - float(top + bottom)) / 2
    return box[3] - box[1] <= bottom - top and away < _BESIDE * (bottom - top)


def _insert(links: Links, index: int, before: int) -> None:
    """Put a symbol with its row between another one and what follows that."""
    behind = links.child(before, Relation.NEXT)
    links.link(index, before, Relation.NEXT)
    if behind is not None:
        links.link(behind, links.last(index), Relation.NEXT)


def _take_in(links: Links, start: int) -> None:
    """Make an upright arrow behind an array, and its label, the last cell of the row that it stands in.

    The parser takes arrows of a diagram for delimiters; those are as high as the array.
    """
    after = links.child(start, Relation.AFTER)
    if after is None or links.tokens[after] not in S.UPRIGHT_ARROWS:
        return
    rows = [list(links.walk(row, Relation.CELL)) for row in links.walk(start, Relation.ROW)]
    boxes = [
        links.boxes[[one for cell in row for one in links.below(cell, ARRAY_LINKS)]][:, 1::2] for row in rows
    ]
    least = _WHOLE * (boxes[-1].max() - boxes[0].min())
    chain = list(links.walk(after))
    taken = list(takewhile(lambda index: links.boxes[index, 3] - links.boxes[index, 1] < least, chain))
    if not taken:
        return
    middle = links.boxes[after, 1::2].mean()
    row = rows[min(range(len(rows)), key=lambda place: abs(float(boxes[place].mean() - middle)))]
    before = [cell for cell in row if links.boxes[cell, 0] < links.boxes[after, 0]] or row[:1]
    behind = links.child(before[-1], Relation.CELL)
    links.link(after, before[-1], Relation.CELL)
    if behind is not None:
        links.link(behind, after, Relation.CELL)
    if len(taken) < len(chain):
        links.link(chain[len(taken)], start, Relation.AFTER)


def _join(links: Links, start: int, diagram: bool) -> None:
    """Put cells of a row together that no white parts, but for those that begin or end with a sign.

    The arrows of a ``diagram`` have white on their own sides.
    """
    for row in list(links.walk(start, Relation.ROW)):
        cell = row
        for after in list(links.walk(row, Relation.CELL))[1:]:
            last = links.last(cell)
            gap = float(links.boxes[after, 0]) - links.extent(cell, ARRAY_LINKS)[1]
            arrow = diagram and not S.UPRIGHT_ARROWS.isdisjoint((links.tokens[after], links.tokens[last]))
            white = _WHITE if arrow else _TOUCH
            if abs(gap) > white or is_sign(links.tokens[after]) or is_sign(links.tokens[last]):
                cell = after
                continue
            beyond = links.child(after, Relation.CELL)
            links.link(after, last, Relation.NEXT)
            if beyond is not None:
                links.link(beyond, cell, Relation.CELL)


def _part(links: Links, start: int, diagram: bool) -> None:
    """Part the cells of one array; in a ``diagram`` wherever there is white."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    if diagram:
        for row in rows:
            _part_row(links, row, lambda _symbol, _begin, white: white > _WHITE)
        return
    count = max(map(len, rows))
    full = [row for row in rows if len(row) == count]
    if count < 2 or len(full) == len(rows):
        return
    spans = [[links.extent(head, ARRAY_LINKS) for head in row] for row in full]
    left = [float(np.median([span[column][0] for span in spans])) for column in range(count)]
    right = [max(span[column][1] for span in spans) for column in range(count)]
    tight = left[1] - right[0] < CLOSE and any(is_sign(links.tokens[row[1]]) for row in full)

    def starts(symbol: int, begin: float, white: float) -> bool:
        if tight:
            return abs(begin - left[1]) < SAME_PLACE and is_sign(links.tokens[symbol])
        return white > _WHITE and any(
            right[column - 1] - SAME_PLACE < begin < right[column] for column in range(1, count)
        )

    for row in rows:
        if len(row) < count:
            _part_row(links, row, starts)


def _has_arrows(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether an array with such heads of cells is a diagram."""
    members = [[one for cell in row for one in links.below(cell, ARRAY_LINKS)] for row in rows]
    return is_diagram([[links.tokens[one] for one in row] for row in members])


def is_diagram(rows: Sequence[Sequence[str]]) -> bool:
    """Whether there is a row of nothing but upright arrows and their labels; rows as their tokens."""

    def holds_arrows(row: Sequence[str]) -> bool:
        count = sum(token in S.UPRIGHT_ARROWS for token in row)
        return 0 < len(row) <= count * _LABELLED and not any(map(is_sign, row))

    return any(map(holds_arrows, rows))


def _part_row(links: Links, row: Sequence[int], starts: Callable[[int, float, float], bool]) -> None:
    """Part the cells of a row where ``starts`` says so of a symbol, its left end and the white before it."""
    for head in row:
        current, end = head, links.extent(head, (*ARRAY_LINKS, Relation.NEXT))[1]
        for symbol in links.after(head):
            begin, finish = links.extent(symbol, (*ARRAY_LINKS, Relation.NEXT))
            if starts(symbol, begin, begin - end):
                after = links.child(current, Relation.CELL)
                if after is not None:
                    links.link(after, symbol, Relation.CELL)
                links.link(symbol, current, Relation.CELL)
                current = symbol
            end = max(end, finish)
